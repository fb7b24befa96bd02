"""Extruded lines as shaded tubes in the colour of their role; moving through layers cuts one chunk only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyvista
from vtkmodules.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray
from vtkmodules.vtkCommonCore import VTK_UNSIGNED_CHAR
from vtkmodules.vtkCommonDataModel import vtkCellArray

from memoreez_desktop.ui.viewport.canvas import TurntableCanvas
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.toolpath_drawing import Chunk, Strand, ToolpathDrawing

_OVERLAP_RATIO, _BROAD_RATIO, _WIDEST_PX = 1.25, 1.6, 24.0
# Layers under the chosen one whose inside is still drawn while the camera moves.
_INSIDE_LAYERS = 12
# Above this many lines the walls, too, are drawn lightly while something moves, at least every 4th layer.
_LIGHT_ABOVE_SEGMENTS, _THINNEST = 60_000, 4


@dataclass
class _Drawn:
    """One strand on the graphics card, and how many of its segments are in the picture."""

    strand: Strand
    data: pyvista.PolyData
    actor: pyvista.Actor
    shown: int

    def show(self, segments: int) -> None:
        """Show the first ``segments`` of it."""
        if segments != self.shown:
            self.data.SetLines(_cells(segments))
            self.shown = segments
        self.actor.SetVisibility(segments > 0)


class ToolpathActors:
    """The toolpaths of one G-code file in one view.

    Parameters
    ----------
    canvas : TurntableCanvas
        Where they are drawn; the caller asks for the frame.
    drawing : ToolpathDrawing
        Sorted segments.
    colours : ViewColours
        The families' colours.
    """

    def __init__(self, canvas: TurntableCanvas, drawing: ToolpathDrawing, colours: ViewColours) -> None:
        self.drawing = drawing
        self._canvas = canvas
        # One look for all strands, so that a new line width is one call; a broad one for the light copies.
        self._look, self._broad = _tubes(), _tubes()
        self._table = np.array([[c.red(), c.green(), c.blue()] for c in colours.families], np.uint8)
        look = self._look
        self._chunks = [(c, self._draw(c.shell, look), self._draw(c.inside, look)) for c in drawing.chunks]
        self._light: list[_Drawn | None] = []
        self._layer = drawing.layers - 1
        self._turning = False
        canvas.placed.connect(self._widen)
        self._widen()

    def set_layer(self, layer: int) -> None:
        """Show everything up to and including a layer."""
        self._layer = max(0, min(layer, self.drawing.layers - 1))
        self._refresh()

    def set_turning(self, turning: bool) -> None:
        """While something moves, leave out what walls hide, and lines of walls that hide each other."""
        self._turning = turning
        if turning and not self._light and self.drawing.segments > _LIGHT_ABOVE_SEGMENTS:
            # A line is wider than a layer is high, so that some layers can be left out unseen.
            step = int(_OVERLAP_RATIO * self.drawing.width_mm / max(0.05, self.drawing.height_mm))
            if step > 1:
                lights = (chunk.light(min(step, _THINNEST)) for chunk, _, _ in self._chunks)
                self._light = [self._draw(strand, self._broad) for strand in lights]
        self._refresh()

    def remove(self) -> None:
        """Take all of them away."""
        for drawn in [*self._light, *(d for _chunk, *both in self._chunks for d in both)]:
            if drawn is not None:
                self._canvas.renderer.RemoveActor(drawn.actor)
        self._chunks, self._light = [], []
        self._canvas.placed.disconnect(self._widen)

    def _widen(self) -> None:
        """Make lines as wide on the screen as they are on the bed, and a little more to close the gaps."""
        width_px = self.drawing.width_mm * self._canvas.px_per_mm * self._canvas.devicePixelRatioF()
        self._look.SetLineWidth(min(_WIDEST_PX, max(1.5, _OVERLAP_RATIO * width_px)))
        self._broad.SetLineWidth(min(_WIDEST_PX, max(2.0, _BROAD_RATIO * width_px)))

    def _refresh(self) -> None:
        lights = self._light or [None] * len(self._chunks)
        for (chunk, shell, inside), light in zip(self._chunks, lights, strict=True):
            # The chunk that is looked into is drawn in full.
            lightly = self._turning and light is not None and chunk.last_layer < self._layer
            if light is not None:
                light.actor.SetVisibility(lightly)
            if shell is not None and lightly:
                shell.actor.SetVisibility(False)
            elif shell is not None:
                shell.show(_upto(chunk, shell.strand, self._layer))
            if inside is not None:
                hidden = self._turning and chunk.last_layer < self._layer - _INSIDE_LAYERS
                inside.show(0 if hidden else _upto(chunk, inside.strand, self._layer))

    def _draw(self, strand: Strand, look: pyvista.Property) -> _Drawn | None:
        count = len(strand.family)
        if not count:
            return None
        data = pyvista.PolyData()
        data.points = strand.points
        data.SetLines(_cells(count))
        colour = numpy_to_vtk(
            np.repeat(self._table[strand.family], 2, axis=0), deep=1, array_type=VTK_UNSIGNED_CHAR
        )
        data.GetPointData().SetScalars(colour)
        mapper = pyvista.DataSetMapper(data)
        mapper.SetColorModeToDirectScalars()
        actor = pyvista.Actor(mapper=mapper)
        actor.PickableOff()
        actor.SetProperty(look)
        self._canvas.renderer.AddActor(actor)
        return _Drawn(strand, data, actor, count)


def _tubes() -> pyvista.Property:
    return pyvista.Property(
        color="white", ambient=0.35, diffuse=0.75, specular=0.08, render_lines_as_tubes=True, line_width=2.0
    )


def _upto(chunk: Chunk, strand: Strand, layer: int) -> int:
    """Return how many segments of a chunk belong to layers up to ``layer``."""
    if layer < chunk.first_layer:
        return 0
    return int(strand.layer_end[min(layer, chunk.last_layer) - chunk.first_layer])


def _cells(segments: int) -> vtkCellArray:
    cells = vtkCellArray()
    cells.SetData(
        numpy_to_vtkIdTypeArray(np.arange(0, 2 * segments + 1, 2, dtype=np.int64), deep=1),
        numpy_to_vtkIdTypeArray(np.arange(2 * segments, dtype=np.int64), deep=1),
    )
    return cells

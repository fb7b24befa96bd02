"""The model in the 3D view: its surface, a coarse copy for turning, what a section plane opens, its marks."""

from __future__ import annotations

import numpy as np
import pyvista
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from vtkmodules.util.numpy_support import numpy_to_vtk
from vtkmodules.vtkCommonCore import VTK_UNSIGNED_CHAR
from vtkmodules.vtkCommonDataModel import vtkPlane
from vtkmodules.vtkCommonMath import vtkMatrix4x4

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui.viewport.canvas import TurntableCanvas
from memoreez_desktop.ui.viewport.shading import ShadedMesh, light_daylight
from memoreez_desktop.ui.viewport.skin import Skin

# How much of its colour is left where no sky is seen.
_DARKEST_RATIO = 0.42


class ModelActors:
    """One model, however it is looked at. Nothing here asks for a frame: the caller does, once.

    Parameters
    ----------
    canvas : TurntableCanvas
        Where it is drawn.
    """

    def __init__(self, canvas: TurntableCanvas) -> None:
        self._canvas = canvas
        self.full, self.light = Skin(canvas, "model"), Skin(canvas, "model-light")
        self._marked = Skin(canvas, "marked", in_front=True)
        self._light_faces = np.empty(0, np.int64)
        self._shaded: ShadedMesh | None = None
        self._daylight: NDArray[np.float32] | None = None
        self._painted = self._turning = self._hidden = self._closed = False
        self._plane: vtkPlane | None = None
        self._colour = QColor()

    def stand(self, shaded: ShadedMesh | None, colour: QColor) -> None:
        """Put a model on the bed in place of the one before, or take it away."""
        self._daylight, self._painted, self._colour = None, False, colour
        self._marked.show(None, colour)
        self.turn(None)
        if shaded is None:
            self._shaded = None
            self.full.show(None, colour)
            self.light.show(None, colour)
            return
        self._closed = shaded.closed
        self.full.show(shaded.full, colour)
        self.light.show(shaded.light, colour)
        self._light_faces, self._shaded = shaded.light_faces, shaded
        if shaded.daylight is not None:
            self.shade(shaded.daylight)
        self._see_to_it()

    def shade(self, daylight: NDArray[np.float32]) -> None:
        """Darken the points that see little of the sky; one value for each point of the surface."""
        self._daylight = daylight
        if self._painted or not self.full.is_there:
            return
        base = np.array([self._colour.red(), self._colour.green(), self._colour.blue()], np.float32)
        share = _DARKEST_RATIO + (1.0 - _DARKEST_RATIO) * daylight[:, None]
        self.full.colour_points(_scalars((base * share).astype(np.uint8)))
        if self.light.is_there and self._shaded is not None:
            coarse = light_daylight(self._shaded, daylight)[:, None]
            share = _DARKEST_RATIO + (1.0 - _DARKEST_RATIO) * coarse
            self.light.colour_points(_scalars((base * share).astype(np.uint8)))

    def paint_faces(self, colours: NDArray[np.uint8] | None) -> None:
        """Give every face a colour of its own; None gives the filament's back."""
        self._painted = colours is not None
        for skin, faces in ((self.full, slice(None)), (self.light, self._light_faces)):
            if skin.is_there:
                skin.colour_faces(None if colours is None else _scalars(colours[faces]))
        if colours is None and self._daylight is not None:
            self.shade(self._daylight)

    def mark_faces(self, mesh: MeshModel | None, faces: NDArray | None, colour: QColor) -> None:
        """Colour some faces."""
        if mesh is None or faces is None or not len(faces):
            self._marked.show(None, colour)
            return
        part = pyvista.PolyData.from_regular_faces(mesh.vertices, np.asarray(mesh.faces[faces]))
        self._marked.show_data(part, colour)
        self._see_to_it()

    def show_light(self, light: bool) -> None:
        """Draw the coarse copy while the model turns, where there is one."""
        self._turning = light
        self._see_to_it()

    def hide(self, hidden: bool) -> None:
        """Make way for the toolpaths."""
        self._hidden = hidden
        self._see_to_it()

    def show_edges(self, visible: bool, colour: QColor) -> None:
        """Draw the edges of all triangles."""
        self.full.show_edges(visible, colour)

    def cut(self, kept: tuple[NDArray, NDArray] | None, colour: QColor) -> None:
        """Show only what lies on one side of a plane, as a (point, normal), and fill where it cuts."""
        self._plane = None
        if kept is not None:
            self._plane = vtkPlane()
            self._plane.SetOrigin(*kept[0])
            self._plane.SetNormal(*kept[1])
        for skin in (self.full, self.light, self._marked):
            skin.cut(self._plane, colour)
        self._see_to_it()

    def turn(self, matrix: NDArray[np.float64] | None) -> None:
        """Show it turned by a (4, 4) matrix while a hand turns it; None as it is."""
        placed = vtkMatrix4x4()
        if matrix is not None:
            placed.DeepCopy(np.asarray(matrix, dtype=np.float64).ravel())
        for skin in (self.full, self.light, self._marked):
            skin.turn(placed if matrix is not None else None)

    def _see_to_it(self) -> None:
        """Draw the surface that is wanted now; what cannot be seen from outside is left out."""
        light = self._turning and self.light.is_there
        culled = self._closed or self._plane is not None
        self.full.see(not self._hidden and not light, culled=culled)
        # Clustering turns a few faces over; without culling nobody sees it.
        self.light.see(not self._hidden and light, culled=self._plane is not None)
        self._marked.see(not self._hidden, culled=False)


def _scalars(colours: NDArray[np.uint8]) -> object:
    return numpy_to_vtk(np.ascontiguousarray(colours), deep=1, array_type=VTK_UNSIGNED_CHAR)

"""What stands in the 3D view: model, bed, shadow, rulers, coin; made with PyVista on the window's thread."""

from __future__ import annotations

import numpy as np
import pyvista
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from vtkmodules.util.numpy_support import numpy_to_vtk
from vtkmodules.vtkCommonCore import VTK_UNSIGNED_CHAR

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport.bed import (
    COIN_DIAMETER_MM,
    COIN_THICKNESS_MM,
    Rule,
    bed_lines,
    coin_place,
)
from memoreez_desktop.ui.viewport.canvas import TurntableCanvas
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.shading import ShadedMesh, Surface

# Where the three lamps hang, seen from the eye (x right, y up, z towards the eye), how bright, what colour.
_LAMPS = (
    ((-0.7, 0.9, 0.9), 0.78, (1.0, 0.97, 0.93)),
    ((0.9, 0.1, 0.9), 0.46, (0.86, 0.91, 1.0)),
    ((0.2, 0.9, -0.8), 0.28, (1.0, 1.0, 1.0)),
)
# How much of its colour is left where no sky is seen.
_DARKEST_RATIO = 0.42
# Above the lines of the bed, which lie in the shadow as the bed does.
_SHADOW_Z_MM = 0.08
_COIN_RIM, _COIN_MIDDLE = "#c9ccd2", "#d9b45c"
_LOOK = {"ambient": 0.26, "diffuse": 0.80, "specular": 0.12, "specular_power": 18.0}
# Exactly the colour it is given, whatever the lamps say.
_FLAT = {"lighting": False, "ambient": 1.0, "diffuse": 0.0, "specular": 0.0}


class Scene:
    """The actors of one view, each replaced in place under its own name.

    Parameters
    ----------
    canvas : TurntableCanvas
        Where they are drawn. Nothing here asks for a frame: the caller does, once.
    """

    def __init__(self, canvas: TurntableCanvas) -> None:
        self._canvas = canvas
        self._full: pyvista.Actor | None = None
        self._colour = QColor()
        self._light: pyvista.Actor | None = None
        self._light_faces = np.empty(0, np.int64)
        self._daylight: NDArray[np.float32] | None = None
        self._painted = False
        for position, intensity, colour in _LAMPS:
            lamp = pyvista.Light(
                position=position, intensity=intensity, color=colour, light_type="camera light"
            )
            canvas.add_light(lamp)

    def paint_ground(self, colours: ViewColours) -> None:
        """Draw the ground behind everything as a gradient."""
        self._canvas.set_background(colours.bottom.name(), top=colours.top.name())

    def lay_bed(self, printer: PrinterProfile, colours: ViewColours) -> None:
        """Lay a bed with lines every 10 and, stronger, every 50 mm."""
        width, depth = printer.bed_x_mm, printer.bed_y_mm
        plate = pyvista.Plane(
            center=(0, 0, -0.06), i_size=width, j_size=depth, i_resolution=1, j_resolution=1
        )
        self._add("bed", plate, colours.bed, **_FLAT)
        thin, strong = bed_lines(width, depth)
        self._add("grid", _segments(thin), colours.grid, line_width=1, **_FLAT)
        self._add("grid-strong", _segments(strong), colours.grid_strong, line_width=1.5, **_FLAT)

    def stand_model(self, shaded: ShadedMesh | None, colour: QColor) -> None:
        """Put the model on the bed, or take it away."""
        self._full = self._light = self._daylight = None
        self._painted = False
        for name in ("model", "model-light", "shadow"):
            self._canvas.remove_actor(name, render=False)
        if shaded is None:
            return
        self._colour = colour
        self._full = self._add("model", _surface(shaded.full), colour, smooth=True)
        if shaded.light is not None:
            self._light = self._add("model-light", _surface(shaded.light), colour, smooth=True)
            self._light.SetVisibility(False)
            self._light_faces = shaded.light_faces
        self._drop_shadow(shaded)

    def shade_model(self, daylight: NDArray[np.float32]) -> None:
        """Darken the points of the model that see little of the sky."""
        self._daylight = daylight
        if self._full is None or self._painted:
            return
        base = np.array([self._colour.red(), self._colour.green(), self._colour.blue()])
        share = _DARKEST_RATIO + (1.0 - _DARKEST_RATIO) * daylight[:, None]
        mapper = self._full.GetMapper()
        colours = numpy_to_vtk((base * share).astype(np.uint8), deep=1, array_type=VTK_UNSIGNED_CHAR)
        mapper.GetInput().GetPointData().SetScalars(colours)
        mapper.SetColorModeToDirectScalars()
        mapper.SetScalarModeToUsePointData()
        mapper.ScalarVisibilityOn()

    def paint_faces(self, colours: NDArray[np.uint8] | None) -> None:
        """Give every face of the model a colour of its own; None gives the filament's back."""
        self._painted = colours is not None
        if self._full is None:
            return
        for actor, faces in ((self._full, slice(None)), (self._light, self._light_faces)):
            if actor is None:
                continue
            mapper = actor.GetMapper()
            mapper.SetScalarVisibility(colours is not None)
            if colours is not None:
                each = np.ascontiguousarray(colours[faces])
                scalars = numpy_to_vtk(each, deep=1, array_type=VTK_UNSIGNED_CHAR)
                mapper.GetInput().GetCellData().SetScalars(scalars)
                mapper.SetColorModeToDirectScalars()
                mapper.SetScalarModeToUseCellData()
        if colours is None and self._daylight is not None:
            self.shade_model(self._daylight)

    def show_light(self, light: bool) -> None:
        """Draw the coarse copy while the model turns, where there is one."""
        if self._full is not None and self._light is not None:
            self._full.SetVisibility(not light)
            self._light.SetVisibility(light)

    def hide_model(self, hidden: bool) -> None:
        """Make way for the toolpaths."""
        if self._full is not None:
            self._full.SetVisibility(not hidden)
        if self._light is not None:
            self._light.SetVisibility(False)

    def mark_faces(self, mesh: MeshModel | None, faces: NDArray | None, colour: QColor) -> None:
        """Colour some faces."""
        if mesh is None or faces is None or not len(faces):
            self._canvas.remove_actor("marked", render=False)
            return
        marked = pyvista.PolyData.from_regular_faces(mesh.vertices, np.asarray(mesh.faces[faces]))
        actor = self._add("marked", marked, colour)
        # In front of the same faces of the model, without moving them.
        actor.GetMapper().SetResolveCoincidentTopologyToPolygonOffset()
        actor.GetMapper().SetRelativeCoincidentTopologyPolygonOffsetParameters(-2.0, -2.0)

    def show_rulers(self, rules: tuple[Rule, ...], colours: ViewColours) -> None:
        """Draw rulers, or none."""
        if not rules:
            self._canvas.remove_actor("rulers", render=False)
            return
        lines = np.concatenate([rule.segments for rule in rules])
        self._add("rulers", _segments(lines), colours.muted, line_width=1.5, **_FLAT)

    def lay_coin(self, bounds_mm: NDArray[np.float64] | None) -> None:
        """Lay a 2-euro coin in front of the model, or take it away."""
        for name in ("coin-rim", "coin-middle", "coin-word"):
            self._canvas.remove_actor(name, render=False)
        if bounds_mm is None:
            return
        x, y = coin_place(bounds_mm)
        radius, tall = COIN_DIAMETER_MM / 2, COIN_THICKNESS_MM
        rim = _turned(
            [
                *((0, 0), (radius - 0.3, 0), (radius, 0.3), (radius, tall - 0.3)),
                *((radius - 0.3, tall), (radius - 1.1, tall), (radius - 1.4, tall - 0.25), (0, tall - 0.25)),
            ]
        )
        middle = _turned([(radius - 4.2, tall - 0.24), (radius - 4.3, tall - 0.1), (0, tall - 0.1)])
        shiny = {"specular": 0.5, "specular_power": 30.0}
        self._add("coin-rim", rim.translate((x, y, 0)), QColor(_COIN_RIM), **shiny)
        self._add("coin-middle", middle.translate((x, y, 0)), QColor(_COIN_MIDDLE), **shiny)
        word = pyvista.Text3D("2", depth=0.35, height=12.0, center=(x, y, tall + 0.02))
        self._add("coin-word", word, QColor(_COIN_MIDDLE).darker(112), **shiny)

    def _drop_shadow(self, shaded: ShadedMesh) -> None:
        x0, y0, x1, y1 = shaded.shadow_mm
        plate = pyvista.Plane(
            center=((x0 + x1) / 2, (y0 + y1) / 2, _SHADOW_Z_MM),
            i_size=x1 - x0,
            j_size=y1 - y0,
            i_resolution=1,
            j_resolution=1,
        )
        rgba = np.zeros((*shaded.shadow.shape, 4), np.uint8)
        # VTK counts image rows from the top; the plane's texture starts at the lowest y.
        rgba[..., 3] = shaded.shadow[::-1]
        texture = pyvista.Texture(rgba)
        texture.SetInterpolate(True)
        self._canvas.add_mesh(
            plate,
            texture=texture,
            name="shadow",
            lighting=False,
            render=False,
            reset_camera=False,
            pickable=False,
            copy_mesh=False,
        )

    def _add(
        self, name: str, data: pyvista.PolyData, colour: QColor, *, smooth: bool = False, **look: object
    ) -> pyvista.Actor:
        style = {**_LOOK, **look}
        return self._canvas.add_mesh(
            data,
            color=colour.name(),
            name=name,
            smooth_shading=smooth,
            render=False,
            reset_camera=False,
            pickable=False,
            copy_mesh=False,
            show_scalar_bar=False,
            **style,
        )


def _segments(lines: NDArray[np.float32]) -> pyvista.PolyData:
    points = np.ascontiguousarray(lines.reshape(-1, 3))
    count = len(points) // 2
    cells = np.column_stack([np.full(count, 2), np.arange(count) * 2, np.arange(count) * 2 + 1])
    return pyvista.PolyData(points, lines=cells.ravel())


def _surface(surface: Surface) -> pyvista.PolyData:
    data = pyvista.PolyData.from_regular_faces(surface.points, surface.faces)
    data.point_data.active_normals = surface.normals
    return data


def _turned(profile: list[tuple[float, float]], steps: int = 72) -> pyvista.PolyData:
    """Turn a half profile of (radius, height) about z."""
    points = np.array([[r, 0.0, z] for r, z in profile])
    line = pyvista.lines_from_points(points)
    return line.extrude_rotate(resolution=steps, capping=False)

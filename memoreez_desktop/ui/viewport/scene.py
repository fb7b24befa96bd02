"""What stands round the model in the 3D view: bed, shadow, rulers, coin. Made on the window's thread."""

from __future__ import annotations

import numpy as np
import pyvista
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from vtkmodules.vtkCommonDataModel import vtkPlane

from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport.bed import (
    COIN_DIAMETER_MM,
    COIN_THICKNESS_MM,
    Rule,
    bed_lines,
    coin_place,
    hatching,
)
from memoreez_desktop.ui.viewport.canvas import TurntableCanvas
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.shading import ShadedMesh
from memoreez_desktop.ui.viewport.skin import LOOK
from memoreez_desktop.ui.viewport.words_picture import words_picture
from memoreez_desktop.ui.words import tr

# Where the three lamps hang, seen from the eye (x right, y up, z towards the eye), how bright, what colour.
_LAMPS = (
    ((-0.7, 0.9, 0.9), 0.78, (1.0, 0.97, 0.93)),
    ((0.9, 0.1, 0.9), 0.46, (0.86, 0.91, 1.0)),
    ((0.2, 0.9, -0.8), 0.28, (1.0, 1.0, 1.0)),
)
# Above the lines of the bed, which lie in the shadow as the bed does; all of them below the model, so that
# the inside of one that is cut open hides them.
_SHADOW_Z_MM = -0.08
_WORDS_MM, _WORDS_ALPHA = 9.0, 150
_COIN_RIM, _COIN_MIDDLE = "#c9ccd2", "#d9b45c"
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
        self._coin: tuple[pyvista.Actor, ...] = ()
        self._shadow: pyvista.Actor | None = None
        self._lined = False
        self._kept: tuple[NDArray, NDArray] | None = None
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
        plate = pyvista.Plane(center=(0, 0, -0.3), i_size=width, j_size=depth, i_resolution=1, j_resolution=1)
        # From below the bed is glass: the foot of a model can be looked at.
        self._add("bed", plate, colours.bed, culling="back", **_FLAT)
        thin, strong = bed_lines(width, depth)
        self._add("grid", _segments(thin), colours.grid, line_width=1, **_FLAT)
        self._add("grid-strong", _segments(strong), colours.grid_strong, line_width=1.5, **_FLAT)
        self._canvas.remove_actor("bed-kept-free", render=False)
        if printer.excluded_mm:
            hatched = _segments(hatching(printer.excluded_mm))
            self._add("bed-kept-free", hatched, colours.warn, line_width=1.5, **_FLAT)
        self._write_on_bed(printer, colours)

    def _write_on_bed(self, printer: PrinterProfile, colours: ViewColours) -> None:
        """Write the printer's name and the size of its bed in front of the front edge, as on real ones."""
        name, size = tr(printer.label), f"{printer.bed_x_mm:.0f} × {printer.bed_y_mm:.0f}"
        words = f"{name} mm" if name.endswith(size) else f"{name}   {size} mm".strip()
        quiet = QColor(colours.muted)
        quiet.setAlpha(_WORDS_ALPHA)
        rgba, ratio = words_picture(words, quiet)
        tall = min(_WORDS_MM, printer.bed_x_mm / ratio)
        low = -printer.bed_y_mm / 2 - 3.0
        left = -printer.bed_x_mm / 2
        plate = pyvista.Plane(
            center=(left + tall * ratio / 2, low - tall / 2, -0.1),
            i_size=tall * ratio,
            j_size=tall,
            i_resolution=1,
            j_resolution=1,
        )
        self._lay_picture("bed-words", plate, rgba)

    def draw_section(self, lines: NDArray[np.float32] | None, colours: ViewColours) -> None:
        """Draw the line along which a plane cuts the model, or none."""
        if lines is None or not len(lines):
            if self._lined:
                self._canvas.remove_actor("section", render=False)
            self._lined = False
            return
        self._lined = True
        self._add("section", _segments(lines), colours.accent, line_width=2.0, **_FLAT)

    def show_rulers(self, rules: tuple[Rule, ...], colours: ViewColours) -> None:
        """Draw rulers, or none."""
        if not rules:
            self._canvas.remove_actor("rulers", render=False)
            return
        lines = np.concatenate([rule.segments for rule in rules])
        self._add("rulers", _segments(lines), colours.muted, line_width=1.5, **_FLAT)

    def lay_coin(self, bounds_mm: NDArray[np.float64] | None) -> None:
        """Lay a 2-euro coin in front of the model, or take it away."""
        if bounds_mm is not None and not self._coin:
            self._coin = self._mint()
        for part in self._coin:
            part.SetVisibility(bounds_mm is not None)
            if bounds_mm is not None:
                part.SetPosition(*coin_place(bounds_mm), 0.0)

    def _mint(self) -> tuple[pyvista.Actor, ...]:
        """Make the coin: rim, middle and number, about the origin."""
        radius, tall = COIN_DIAMETER_MM / 2, COIN_THICKNESS_MM
        rim = _turned(
            [
                *((0, 0), (radius - 0.3, 0), (radius, 0.3), (radius, tall - 0.3)),
                *((radius - 0.3, tall), (radius - 1.1, tall), (radius - 1.4, tall - 0.25), (0, tall - 0.25)),
            ]
        )
        middle = _turned([(radius - 4.2, tall - 0.24), (radius - 4.3, tall - 0.1), (0, tall - 0.1)])
        shiny = {"specular": 0.5, "specular_power": 30.0}
        word = pyvista.Text3D("2", depth=0.35, height=12.0, center=(0, 0, tall + 0.02))
        return (
            self._add("coin-rim", rim, QColor(_COIN_RIM), **shiny),
            self._add("coin-middle", middle, QColor(_COIN_MIDDLE), **shiny),
            self._add("coin-word", word, QColor(_COIN_MIDDLE).darker(112), **shiny),
        )

    def drop_shadow(self, shaded: ShadedMesh | None) -> None:
        """Lay the model's shadow on the bed, or take it away; a model without one leaves it as it is."""
        if shaded is None:
            self._canvas.remove_actor("shadow", render=False)
            self._shadow = None
        if shaded is None or shaded.shadow is None:
            return
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
        self._shadow = self._lay_picture("shadow", plate, rgba)
        self.cut_shadow(self._kept)

    def cut_shadow(self, kept: tuple[NDArray, NDArray] | None) -> None:
        """Leave the shadow only under the half that is seen, on one side of a (point, normal)."""
        self._kept = kept
        if self._shadow is None:
            return
        self._shadow.GetMapper().RemoveAllClippingPlanes()
        if kept is not None:
            plane = vtkPlane()
            plane.SetOrigin(*kept[0])
            plane.SetNormal(*kept[1])
            self._shadow.GetMapper().AddClippingPlane(plane)

    def _lay_picture(self, name: str, plate: pyvista.PolyData, rgba: NDArray[np.uint8]) -> pyvista.Actor:
        texture = pyvista.Texture(rgba)
        texture.SetInterpolate(True)
        return self._canvas.add_mesh(
            plate,
            texture=texture,
            name=name,
            lighting=False,
            render=False,
            reset_camera=False,
            pickable=False,
            copy_mesh=False,
            culling="back",
        )

    def _add(self, name: str, data: pyvista.PolyData, colour: QColor, **look: object) -> pyvista.Actor:
        style = {**LOOK, **look}
        return self._canvas.add_mesh(
            data,
            color=colour.name(),
            name=name,
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


def _turned(profile: list[tuple[float, float]], steps: int = 72) -> pyvista.PolyData:
    """Turn a half profile of (radius, height) about z."""
    points = np.array([[r, 0.0, z] for r, z in profile])
    line = pyvista.lines_from_points(points)
    return line.extrude_rotate(resolution=steps, capping=False)

"""The real view: OpenGL through PyVista, one frame for each change. Imported late (see ``host.py``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QVariantAnimation
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport.api import (
    PickCallback,
    Pin,
    SectionCallback,
    SectionPlane,
    TurnCallback,
    ViewName,
)
from memoreez_desktop.ui.viewport.bed import COIN_DIAMETER_MM, Rule, coin_place, rulers
from memoreez_desktop.ui.viewport.canvas import REST_MS, TurntableCanvas
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.legend import paint_legend
from memoreez_desktop.ui.viewport.model_actors import ModelActors
from memoreez_desktop.ui.viewport.modes import Modes
from memoreez_desktop.ui.viewport.overlay import face_spot, paint_focus, paint_note, paint_pins, paint_rules
from memoreez_desktop.ui.viewport.scene import Scene
from memoreez_desktop.ui.viewport.shading import ShadedMesh, shade, shade_quickly
from memoreez_desktop.ui.viewport.toolpath_actors import ToolpathActors
from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing
from memoreez_desktop.ui.viewport.turntable import Turntable
from memoreez_desktop.ui.words import tr

_FLIGHT_MS = 200
# Half a second a frame, where the processor draws: not in the short pauses of a hand.
_MUCH_SEGMENTS, _LONG_REST_MS = 200_000, 450
_NOTHING_MM = np.array([[-45.0, -45.0, 0.0], [45.0, 45.0, 40.0]])
_SMALLEST_MM = 25.0
_RULER_ROOM_MM = 10.0


class PyVistaView(QWidget):
    """A :class:`~memoreez_desktop.ui.viewport.api.Canvas` on OpenGL.

    Parameters
    ----------
    software : bool
        The processor draws: no multisampling.
    still : bool
        The camera jumps instead of flying.
    """

    def __init__(
        self,
        colours: ViewColours,
        parent: QWidget | None = None,
        *,
        software: bool = True,
        still: bool = True,
    ) -> None:
        super().__init__(parent)
        self._colours = colours
        self._canvas = TurntableCanvas(self, software=software)
        self._canvas.setAccessibleName(tr("3D view"))
        self._canvas.setAccessibleDescription(
            tr("Arrow keys turn the model, plus and minus zoom, Home resets.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._canvas)
        self.setFocusProxy(self._canvas)
        self._scene, self._model = Scene(self._canvas), ModelActors(self._canvas)
        self._modes = Modes(self._canvas, self._model, self._scene, colours)
        self._mesh: MeshModel | None = None
        self._filament = "cream"
        self._paths: ToolpathActors | None = None
        self._printer = PrinterProfile("", "")
        self._rules: tuple[Rule, ...] = ()
        self._pins: tuple[Pin, ...] = ()
        self._marked: NDArray | None = None
        self._heat: HeatMap | None = None
        self._ruler = self._coin = self._edges = False
        self._still, self._software = still, software
        self._flight = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_FLIGHT_MS)
        self._flight.valueChanged.connect(self._fly)
        self._route = (Turntable(), Turntable())
        self._canvas.overlay = self._paint_over
        self._canvas.turning.connect(self._turn)
        self._canvas.viewWanted.connect(self.view)
        self._scene.paint_ground(colours)

    def show_mesh(self, mesh: MeshModel | None, colour: str = "cream") -> None:
        from memoreez_desktop.core.job import JobContext  # noqa: PLC0415 - tests only; the host shades on a worker

        self.show_shaded(None if mesh is None else shade(mesh, JobContext()), mesh, colour)

    def show_shaded(self, shaded: ShadedMesh | None, mesh: MeshModel | None, colour: str) -> None:
        self._mesh, self._marked, self._heat = mesh, None, None
        if shaded is not None and shaded.shadow is None:
            # It is being changed: drawn lightly, as while it turns.
            self._canvas.stir()
        self._model.stand(shaded, ViewColours.filament(colour))
        self._scene.drop_shadow(shaded)
        self._filament = colour
        self._modes.dress(self._colours, colour)
        self._modes.follow(mesh)
        self._furnish()

    def show_quick(self, mesh: MeshModel, colour: str = "cream") -> None:
        self.show_shaded(shade_quickly(mesh, None), mesh, colour)

    def show_daylight(self, daylight: NDArray) -> None:
        self._model.shade(daylight)
        self._canvas.update()

    def show_bed(self, printer: PrinterProfile) -> None:
        self._printer = printer
        self._scene.lay_bed(printer, self._colours)
        self._canvas.update()

    def show_toolpaths(self, drawing: ToolpathDrawing | None) -> None:
        if self._paths is not None:
            self._paths.remove()
        self._paths = None if drawing is None else ToolpathActors(self._canvas, drawing, self._colours)
        much = drawing is not None and drawing.segments > _MUCH_SEGMENTS
        self._canvas.rest_after(_LONG_REST_MS if much else REST_MS)
        self._model.hide(drawing is not None)
        self._furnish()

    def set_layer(self, layer: int) -> None:
        if self._paths is not None:
            self._canvas.stir()
            self._paths.set_layer(layer)
            self._canvas.update()

    def highlight_faces(self, faces: NDArray, *, fly: bool = True) -> None:
        self._marked = np.asarray(faces, dtype=np.int64)
        self._model.mark_faces(self._mesh, self._marked, self._colours.warn)
        if fly and self._mesh is not None and len(faces):
            spot, direction = face_spot(self._mesh.vertices, self._mesh.faces[self._marked])
            extent = self._mesh.vertices[self._mesh.faces[self._marked]].reshape(-1, 3)
            reach = np.maximum(np.ptp(extent, axis=0), _SMALLEST_MM) / 2
            there = self._canvas.turntable.facing(direction)
            self._fly_to(there.fitted(np.array([spot - reach, spot + reach]), self._aspect))
        self._canvas.update()

    def show_map(self, heat: HeatMap | None) -> None:
        self._heat = heat
        self._model.paint_faces(None if heat is None else heat.colours)
        self._canvas.update()

    def show_pins(self, pins: Sequence[Pin]) -> None:
        # They lie over the picture, which need not be drawn again for them.
        self._pins = tuple(pins)
        self._canvas.touch_up()

    def view(self, name: ViewName) -> None:
        self._fly_to(
            self._canvas.turntable.seen_from(name, self._bounds()).fitted(self._framed(), self._aspect)
        )

    def show_ruler(self, visible: bool) -> None:
        self._ruler = visible
        self._furnish()

    def show_coin(self, visible: bool) -> None:
        self._coin = visible
        self._furnish()

    def show_wireframe(self, visible: bool) -> None:
        self._edges = visible
        self._model.show_edges(visible, self._colours.bottom if self._colours.is_dark else self._colours.text)
        self._canvas.update()

    def show_section(self, section: SectionPlane | None, moved: SectionCallback | None = None) -> None:
        self._modes.section(section, moved)

    def pick_mode(
        self, picked: PickCallback | None, words: str = "", left: Callable[[], None] | None = None
    ) -> None:
        self._modes.pick(picked, words, left)

    def turn_mode(self, turned: TurnCallback | None, left: Callable[[], None] | None = None) -> None:
        self._modes.turn(turned, left)

    def set_colours(self, colours: ViewColours) -> None:
        self._colours = colours
        self._modes.dress(colours, self._filament)
        self.show_wireframe(self._edges)
        self._scene.paint_ground(colours)
        self._scene.lay_bed(self._printer, colours)
        if self._paths is not None:
            self.show_toolpaths(self._paths.drawing)
        self._furnish()

    def screenshot(self) -> QImage:
        return self._canvas.grabFramebuffer()

    def clear(self) -> None:
        self.show_toolpaths(None)
        self.show_pins(())
        self.show_shaded(None, None, "cream")

    def works(self) -> bool:
        return self._canvas._ctx is not None  # pyvistaqt does not raise when Qt refuses the context

    def finish(self) -> None:
        self._flight.stop()
        self._canvas.overlay = None
        self._canvas.close()

    @property
    def _aspect(self) -> float:
        return self._canvas.width() / max(1, self._canvas.height())

    def _bounds(self) -> NDArray[np.float64] | None:
        if self._paths is not None:
            return self._paths.drawing.bounds_mm
        return self._mesh.bounds_mm if self._mesh is not None else None

    def _framed(self) -> NDArray[np.float64]:
        """Return what must be in the picture: the model with its rulers and coin."""
        bounds = self._bounds()
        if bounds is None:
            return _NOTHING_MM
        low, high = np.array(bounds)
        if self._ruler and self._paths is None:
            low[1] -= _RULER_ROOM_MM
            high[0] += _RULER_ROOM_MM
        if self._coin and self._paths is None:
            low[:2] = np.minimum(low[:2], np.array(coin_place(bounds)) - COIN_DIAMETER_MM / 2)
        return np.array([low, high])

    def _furnish(self) -> None:
        """Bring rulers, coin and frame up to date, then draw once."""
        bounds = None if self._paths is not None else self._bounds()
        self._rules = rulers(bounds) if self._ruler and bounds is not None else ()
        self._scene.show_rulers(self._rules, self._colours)
        self._scene.lay_coin(bounds if self._coin else None)
        self._canvas.place(self._canvas.turntable)

    def _turn(self, turning: bool) -> None:
        self._model.show_light(turning) if self._paths is None else self._paths.set_turning(turning)
        if self._software:
            # A third of the frame, where the processor draws; the picture at rest has it again.
            self._canvas.smooth_edges(not turning)
        if not turning:
            self._canvas.update()

    def _fly_to(self, there: Turntable) -> None:
        self._flight.stop()
        if self._still or not self.isVisible():
            self._canvas.place(there)
            return
        self._route = (self._canvas.turntable, there)
        self._flight.start()

    def _fly(self, ratio: float) -> None:
        self._canvas.place(self._route[0].towards(self._route[1], ratio))

    def _paint_over(self, painter: QPainter) -> None:
        project = self._canvas.to_screen
        paint_rules(painter, self._rules, project, self._colours)
        bounds = self._bounds()
        if self._coin and self._paths is None and bounds is not None:
            x, y = coin_place(bounds)
            front: QPointF = project((x, y - COIN_DIAMETER_MM / 2, 0.0))
            paint_note(painter, front, tr("2 € coin, 25.75 mm"), self._colours)
        if self._paths is None:
            if not self._modes.is_turned:
                paint_pins(painter, self._pins, project, self._colours)
            if self._heat is not None:
                paint_legend(painter, self._heat, self._colours)
            self._modes.paint(painter)
        if self._canvas.by_keyboard:
            paint_focus(painter, self._colours)

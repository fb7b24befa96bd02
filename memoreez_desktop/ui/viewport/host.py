"""The place where a view stands: a calm ground at once, the real view as soon as its libraries are there.

Importing PyVista takes 2 s; it happens on a worker at the first show. Until then the host remembers what
it is told and tells the view when there is one. Without OpenGL the view is a picture, never a crash.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Camera
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.tasks.child import in_child
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.viewport.api import (
    Canvas,
    PickCallback,
    Pin,
    SectionCallback,
    SectionPlane,
    TurnCallback,
    ViewName,
)
from memoreez_desktop.ui.viewport.clay_picture import clay_picture
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.ground import ViewGround
from memoreez_desktop.ui.viewport.libraries import import_libraries
from memoreez_desktop.ui.viewport.probe import GlFacts, probe_gl
from memoreez_desktop.ui.viewport.shading import ShadedMesh
from memoreez_desktop.ui.viewport.shading_job import ModelShading
from memoreez_desktop.ui.viewport.soft_view import Kept, SoftView
from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing
from memoreez_desktop.ui.viewport.wanted import Wanted

if TYPE_CHECKING:
    from memoreez_desktop.ui.workshop import Workshop

_FIRST_FRAME_MS = 400


class ViewportHost(QWidget):
    """A :class:`~memoreez_desktop.ui.viewport.api.MeshView` from its first moment.

    Parameters
    ----------
    workshop : Workshop
        Runs imports, normals and pictures elsewhere; its cache folder remembers a crash of the driver.
    probe : callable
        Tells whether there is OpenGL.

    Signals
    -------
    viewReady()
        A view has taken its place.
    """

    viewReady = Signal()

    def __init__(
        self,
        workshop: Workshop,
        theme_book: ThemeBook,
        parent: QWidget | None = None,
        *,
        probe: Callable[[], GlFacts] = probe_gl,
    ) -> None:
        super().__init__(parent)
        self._workshop, self._theme_book, self._probe = workshop, theme_book, probe
        self._wanted = Wanted()
        self._canvas: Canvas | None = None
        self._shading = ModelShading(workshop, self._shaded, self._lit)
        self._waiting = self._started = False
        self._software = True
        self._ground = ViewGround(theme_book, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._ground)
        theme_book.changed.connect(self._recolour)

    @property
    def canvas(self) -> Canvas | None:
        """The view, once there is one."""
        return self._canvas

    def show_mesh(self, mesh: MeshModel | None, colour: str = "cream") -> None:
        self._wanted.take_model(mesh, colour)
        self._shading.stop()
        self._waiting = False
        if self._canvas is None:
            return
        if mesh is None or isinstance(self._canvas, SoftView):
            self._shaded(None, mesh)
            return
        self._waiting = True
        self._shading.shade(mesh)

    def show_quick(self, mesh: MeshModel, colour: str = "cream") -> None:
        self._wanted.take_model(mesh, colour)
        self._waiting = False
        if isinstance(self._canvas, SoftView):
            self._shaded(None, mesh)
        elif self._canvas is not None:
            self._shading.shade_quickly(mesh)

    def show_bed(self, printer: PrinterProfile) -> None:
        self._wanted.printer = printer
        self._tell(lambda view: view.show_bed(printer))

    def show_toolpaths(self, drawing: ToolpathDrawing | None) -> None:
        self._wanted.drawing, self._wanted.layer = drawing, None
        self._tell(lambda view: view.show_toolpaths(drawing))

    def set_layer(self, layer: int) -> None:
        self._wanted.layer = layer
        self._tell(lambda view: view.set_layer(layer))

    def highlight_faces(self, faces: NDArray, *, fly: bool = True) -> None:
        self._wanted.faces = faces
        self._tell(lambda view: view.highlight_faces(faces, fly=fly))

    def show_map(self, heat: HeatMap | None) -> None:
        self._wanted.heat = heat
        if not self._waiting:
            self._tell(lambda view: view.show_map(heat))

    def show_pins(self, pins: Sequence[Pin]) -> None:
        self._wanted.pins = tuple(pins)
        self._tell(lambda view: view.show_pins(self._wanted.pins))

    def view(self, name: ViewName) -> None:
        # A model whose normals are still being worked out is framed when it stands there.
        self._wanted.name = name
        if not self._waiting:
            self._tell(lambda view: view.view(name))

    def show_ruler(self, visible: bool) -> None:
        self._wanted.ruler = visible
        self._tell(lambda view: view.show_ruler(visible))

    def show_coin(self, visible: bool) -> None:
        self._wanted.coin = visible
        self._tell(lambda view: view.show_coin(visible))

    def show_wireframe(self, visible: bool) -> None:
        self._wanted.wireframe = visible
        self._tell(lambda view: view.show_wireframe(visible))

    def show_section(self, section: SectionPlane | None, moved: SectionCallback | None = None) -> None:
        def follow(wanted: SectionPlane) -> None:
            self._wanted.section = (wanted, moved)
            if moved is not None:
                moved(wanted)

        self._wanted.section = None if section is None else (section, moved)
        self._tell(lambda view: view.show_section(section, follow))

    def pick_mode(
        self, picked: PickCallback | None, words: str = "", left: Callable[[], None] | None = None
    ) -> None:
        self._wanted.wait_for_pick(picked, words, left)
        self._tell(lambda view: view.pick_mode(*self._wanted.pick or (None, "", None)))

    def turn_mode(self, turned: TurnCallback | None, left: Callable[[], None] | None = None) -> None:
        self._wanted.wait_for_turn(turned, left)
        self._tell(lambda view: view.turn_mode(*self._wanted.turn or (None, None)))

    def set_colours(self, colours: ViewColours) -> None:
        self._tell(lambda view: view.set_colours(colours))

    def screenshot(self) -> QImage:
        return self._canvas.screenshot() if self._canvas is not None else self.grab().toImage()

    def clear(self) -> None:
        self._wanted.drawing, self._wanted.pins = None, ()
        self.show_mesh(None)
        self._tell(lambda view: view.clear())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._started:
            self._started = True
            # After the page itself has been painted.
            QTimer.singleShot(0, self._start)

    def _tell(self, word: Callable[[Canvas], None]) -> None:
        if self._canvas is not None:
            word(self._canvas)

    def _start(self) -> None:
        facts = self._probe()
        self._software = facts.software
        if not facts.usable or self._marker.exists():
            self._use_picture()
            return
        self._workshop.runner.submit(
            import_libraries, pool="compute", done=self._build, failed=lambda _error: self._use_picture()
        )

    @property
    def _marker(self) -> Path:
        """Tell, by being there, that the graphics driver is tried, or that this ended the program."""
        return self._workshop.cache_folder / "3d-view-starting"

    def _build(self, _nothing: object) -> None:
        # On a worker by now: 2 s at start-up.
        from memoreez_desktop.ui.viewport.pyvista_view import PyVistaView  # noqa: PLC0415

        with contextlib.suppress(OSError):
            self._marker.parent.mkdir(parents=True, exist_ok=True)
            self._marker.touch()
        colours = ViewColours.of(self._theme_book.theme)
        still = self._software or self._theme_book.reduced_motion
        self._place(PyVistaView(colours, self, software=self._software, still=still))
        QTimer.singleShot(_FIRST_FRAME_MS, self, self._check)

    def _check(self) -> None:
        """See, after the first frame, whether the driver has drawn anything at all."""
        self._marker.unlink(missing_ok=True)
        if self.isVisible() and self._canvas is not None and not self._canvas.works():
            self._use_picture()

    def _use_picture(self) -> None:
        self._marker.unlink(missing_ok=True)
        self._place(SoftView(ViewColours.of(self._theme_book.theme), self._picture, self))

    def _place(self, canvas: QWidget) -> None:
        old, self._canvas = self._canvas, canvas  # type: ignore[assignment]
        self._stack.addWidget(canvas)
        self._stack.setCurrentWidget(canvas)
        self.setFocusProxy(canvas)
        if old is not None:
            old.finish()
            old.deleteLater()  # type: ignore[attr-defined]
        self._replay(self._canvas)
        self.viewReady.emit()

    def _replay(self, canvas: Canvas) -> None:
        wanted = self._wanted
        wanted.furnish(canvas)
        wanted.name = wanted.name or "home"
        faces, heat = wanted.faces, wanted.heat
        self.show_mesh(wanted.mesh, wanted.colour)
        self.show_map(heat)
        if len(faces):
            self.highlight_faces(faces, fly=False)

    def _lit(self, light: NDArray[np.float32]) -> None:
        self._tell(lambda view: view.show_daylight(light))

    def _shaded(self, shaded: ShadedMesh | None, mesh: MeshModel | None) -> None:
        self._waiting = False
        wanted = self._wanted
        if self._canvas is None:
            return
        self._canvas.show_shaded(shaded, mesh, wanted.colour)
        if mesh is wanted.mesh:
            self._canvas.show_map(wanted.heat)
            if len(wanted.faces):
                self._canvas.highlight_faces(wanted.faces, fly=False)
        if wanted.name is not None:
            self._canvas.view(wanted.name)
            # The first model on an empty bed is framed, too.
            wanted.name = None if wanted.mesh is not None else "home"

    def _picture(
        self, mesh: MeshModel, camera: Camera, size_px: int, colour: str, kept: Kept, done: Callable
    ) -> None:
        job = in_child(self._workshop.children, clay_picture, mesh, camera, size_px, colour, kept)
        self._workshop.runner.submit(job, pool="compute", done=done, failed=lambda _error: done(None))

    def _recolour(self) -> None:
        self.set_colours(ViewColours.of(self._theme_book.theme))

"""The view where there is no OpenGL: a drawn picture that can be turned, flat layers, and a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Camera
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.clay_camera import place_eye
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.api import (
    PickCallback,
    Pin,
    SectionCallback,
    SectionPlane,
    TurnCallback,
    ViewName,
)
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.hands import paint_banner
from memoreez_desktop.ui.viewport.overlay import BY_KEYBOARD, face_spot, paint_focus
from memoreez_desktop.ui.viewport.picking import first_hit
from memoreez_desktop.ui.viewport.section import kept_half
from memoreez_desktop.ui.viewport.shading import ShadedMesh
from memoreez_desktop.ui.viewport.soft_layers import paint_layer
from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing
from memoreez_desktop.ui.viewport.turntable import Turntable
from memoreez_desktop.ui.words import number, tr

Kept = tuple[NDArray, NDArray] | None
PictureMaker = Callable[[MeshModel, Camera, int, str, Kept, Callable[[NDArray[np.uint8]], None]], None]
_PICTURE_PX = 560
_NOTE_PX = 44
_TURN_PX = 24.0
_CLICK_PX = 4.0


class SoftView(QWidget):
    """A :class:`~memoreez_desktop.ui.viewport.api.Canvas` painted with Qt alone.

    Parameters
    ----------
    make_picture : callable
        ``make_picture(mesh, camera, size_px, colour, kept, done)``: draws somewhere else, then calls
        ``done``; of ``kept``, a point and a normal, only what lies in front is drawn.
    """

    drawn = Signal()

    def __init__(
        self, colours: ViewColours, make_picture: PictureMaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._colours, self._make_picture = colours, make_picture
        self._printer = PrinterProfile("", "")
        self._mesh: MeshModel | None = None
        self._colour = "cream"
        self._drawing: ToolpathDrawing | None = None
        self._layer = 0
        self._turntable = Turntable()
        self._picture: QImage | None = None
        self._heat: HeatMap | None = None
        self._busy = self._stale = False
        self._ruler = self._by_keyboard = False
        self._last = self._pressed = QPointF()
        self._section: SectionPlane | None = None
        self._picked: PickCallback | None = None
        self._left: Callable[[], None] | None = None
        self._hint = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Picture of the model"))

    def show_mesh(self, mesh: MeshModel | None, colour: str = "cream") -> None:
        self._mesh, self._colour = mesh, colour
        if mesh is None:
            self._picture = None
        self._draw()

    def show_shaded(self, shaded: ShadedMesh | None, mesh: MeshModel | None, colour: str) -> None:
        self.show_mesh(mesh, colour)

    def show_quick(self, mesh: MeshModel, colour: str = "cream") -> None:
        self.show_mesh(mesh, colour)

    def show_daylight(self, daylight: NDArray) -> None:
        """Do nothing: the picture has its own light."""

    def show_bed(self, printer: PrinterProfile) -> None:
        self._printer = printer
        self.update()

    def show_toolpaths(self, drawing: ToolpathDrawing | None) -> None:
        self._drawing = drawing
        self._layer = drawing.layers - 1 if drawing is not None else 0
        self.update()

    def set_layer(self, layer: int) -> None:
        self._layer = layer
        self.update()

    def highlight_faces(self, faces: NDArray, *, fly: bool = True) -> None:
        if fly and self._mesh is not None and len(faces):
            _spot, direction = face_spot(self._mesh.vertices, self._mesh.faces[np.asarray(faces)])
            self._turn(self._turntable.facing(direction))

    def show_map(self, heat: HeatMap | None) -> None:
        """Say that it cannot be shown: the list beside it names the same places."""
        self._heat = heat
        self.update()

    def show_pins(self, pins: Sequence[Pin]) -> None:
        """Do nothing: a picture has no room for pins, and the list beside it says the same."""

    def view(self, name: ViewName) -> None:
        bounds = self._mesh.bounds_mm if self._mesh is not None else None
        self._turn(self._turntable.seen_from(name, bounds))

    def show_ruler(self, visible: bool) -> None:
        self._ruler = visible
        self.update()

    def show_coin(self, visible: bool) -> None:
        """Do nothing: the picture shows the model alone."""

    def show_wireframe(self, visible: bool) -> None:
        """Do nothing: the picture has no edges."""

    def show_section(self, section: SectionPlane | None, moved: SectionCallback | None = None) -> None:
        self._section = section
        self._draw()

    def pick_mode(
        self, picked: PickCallback | None, words: str = "", left: Callable[[], None] | None = None
    ) -> None:
        self._picked, self._left = picked, left
        self._hint = (words or tr("Click a place on the model.")) if picked is not None else ""
        self.setCursor(Qt.CursorShape.CrossCursor if picked is not None else Qt.CursorShape.ArrowCursor)
        self.update()

    def turn_mode(self, turned: TurnCallback | None, left: Callable[[], None] | None = None) -> None:
        self._hint = tr("Turning by hand needs 3D drawing: use the numbers.") if turned is not None else ""
        self.update()

    def set_colours(self, colours: ViewColours) -> None:
        self._colours = colours
        self.update()

    def screenshot(self) -> QImage:
        return self.grab().toImage()

    def clear(self) -> None:
        self._drawing = None
        self.show_mesh(None)

    def works(self) -> bool:
        return True

    def finish(self) -> None:
        self._mesh = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._last = self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (event.position() - self._pressed).manhattanLength() <= _CLICK_PX:
            self._pick(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        delta = event.position() - self._last
        self._last = event.position()
        self._turn(self._turntable.orbited(delta.x(), delta.y()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: (_TURN_PX, 0), Qt.Key.Key_Right: (-_TURN_PX, 0)}
        steps |= {Qt.Key.Key_Up: (0, _TURN_PX), Qt.Key.Key_Down: (0, -_TURN_PX)}
        if event.key() in steps:
            self._turn(self._turntable.orbited(*steps[event.key()]))
        elif event.key() == Qt.Key.Key_Escape and self._picked is not None:
            left = self._left
            self.pick_mode(None)
            if left is not None:
                left()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        ground = QLinearGradient(0, 0, 0, self.height())
        ground.setColorAt(0, self._colours.top)
        ground.setColorAt(1, self._colours.bottom)
        painter.fillRect(self.rect(), ground)
        square = self._square()
        if self._drawing is not None:
            paint_layer(painter, square, self._drawing, self._layer, self._colours)
            words = tr("This computer offers no 3D drawing, so you see the layer from above.")
        else:
            if self._picture is not None:
                painter.drawImage(square, self._picture)
            words = tr("This computer offers no 3D drawing, so you see a picture. Drag to turn it.")
            if self._heat is not None:
                words = tr("Maps need 3D drawing, which this computer does not offer.")
        self._paint_words(painter, words)
        if self._hint:
            paint_banner(painter, self._hint, self._colours)
        if self._by_keyboard:
            paint_focus(painter, self._colours)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is to whom came by it."""
        self._by_keyboard = event.reason() in BY_KEYBOARD
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = False
        self.update()

    def _paint_words(self, painter: QPainter, words: str) -> None:
        painter.setFont(font("small"))
        painter.setPen(self._colours.muted)
        if self._ruler and self._mesh is not None and self._drawing is None:
            words = number(" × ".join(f"{v:.1f}" for v in self._mesh.extents_mm)) + f" mm. {words}"
        low = QRectF(16, self.height() - _NOTE_PX, self.width() - 32, _NOTE_PX - 8)
        painter.drawText(low, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), words)

    def _square(self) -> QRectF:
        """Return where the picture is painted."""
        room = QRectF(self.rect()).adjusted(24, 24, -24, -24 - _NOTE_PX)
        side = max(1.0, min(room.width(), room.height()))
        return QRectF(room.center().x() - side / 2, room.center().y() - side / 2, side, side)

    def _camera(self) -> Camera:
        return Camera(self._turntable.azimuth_deg, self._turntable.elevation_deg)

    def _kept(self) -> Kept:
        if self._section is None or self._mesh is None:
            return None
        return kept_half(self._section, self._mesh.bounds_mm)

    def _pick(self, at: QPointF) -> None:
        """End pick mode with what the picture shows there, if it shows anything."""
        mesh, picked = self._mesh, self._picked
        if mesh is None or picked is None:
            return
        eye = place_eye(self._camera(), mesh.vertices, *mesh.bounds_mm)
        square = self._square()
        spot = (at - square.topLeft()) * (_PICTURE_PX / square.width())
        hit = first_hit(mesh, *eye.ray(spot.x(), spot.y(), _PICTURE_PX), self._kept())
        if hit is not None:
            self.pick_mode(None)
            picked(hit.face, hit.point_mm)

    def _turn(self, turntable: Turntable) -> None:
        self._turntable = turntable
        self._draw()

    def _draw(self) -> None:
        """Ask for a picture; while one is in the making only the latest wish is kept."""
        self.update()
        if self._mesh is None:
            return
        self._stale = self._busy
        if not self._busy:
            self._busy = True
            self._make_picture(
                self._mesh, self._camera(), _PICTURE_PX, self._colour, self._kept(), self._arrived
            )

    def _arrived(self, rgba: NDArray[np.uint8] | None) -> None:
        self._busy = False
        if rgba is not None and self._mesh is not None:
            height, width = rgba.shape[:2]
            data = np.ascontiguousarray(rgba)
            self._picture = QImage(data.data, width, height, width * 4, QImage.Format.Format_RGBA8888).copy()
            self.update()
            self.drawn.emit()
        if self._stale:
            self._draw()

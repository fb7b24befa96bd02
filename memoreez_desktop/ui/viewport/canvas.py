"""The OpenGL widget: a turntable under mouse, wheel, touch pad and keys, with words painted over it.

Imported late, because it imports PyVista (2.3 s): ``host.py`` does so on a worker.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget
from pyvistaqt import QtInteractor

from memoreez_desktop.ui.viewport.hands import Tool
from memoreez_desktop.ui.viewport.overlay import BY_KEYBOARD
from memoreez_desktop.ui.viewport.turntable import VIEW_ANGLE_DEG, Turntable

_KEY_STEP_PX = 24.0
REST_MS = 150
_ZOOM_PER_STEP = 1.15
# A hand that clicks trembles.
_CLICK_PX = 4.0

_KEYS: dict[int, tuple[float, float]] = {
    Qt.Key.Key_Left: (_KEY_STEP_PX, 0.0),
    Qt.Key.Key_Right: (-_KEY_STEP_PX, 0.0),
    Qt.Key.Key_Up: (0.0, _KEY_STEP_PX),
    Qt.Key.Key_Down: (0.0, -_KEY_STEP_PX),
}


class TurntableCanvas(QtInteractor):
    """PyVista's Qt widget with our own hands on the camera.

    Signals
    -------
    turning(bool)
        True while the camera moves, False 150 ms after it came to rest.
    viewWanted(str)
        A key asked for a standard view.
    placed()
        The camera stands somewhere else.
    """

    turning = Signal(bool)
    viewWanted = Signal(str)
    placed = Signal()

    def __init__(self, parent: QWidget | None, *, software: bool) -> None:
        self._ready = self.by_keyboard = False
        self._drawn = False
        self._tools: tuple[Tool, ...] = ()
        self._held: Tool | None = None
        self.turntable = Turntable()
        self.overlay: Callable[[QPainter], None] | None = None
        super().__init__(parent, auto_update=False, multi_samples=0 if software else 4, lighting="none")
        # Dropped files belong to the page; PyVista's own handler would load them into the scene.
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self.turning.emit(False))
        self._last = self._pressed = QPointF()
        self.smooth_edges(True)
        self._ready = True
        self.place(self.turntable)

    def rest_after(self, milliseconds: int) -> None:
        """Wait so long after a movement before the full picture is drawn, which takes longer for much."""
        self._rest.setInterval(milliseconds)

    def smooth_edges(self, smooth: bool) -> None:
        """Smooth edges without multisampling, by one pass over the finished frame, or do not."""
        self.renderer.SetUseFXAA(smooth)

    def place(self, turntable: Turntable) -> None:
        """Put the camera where the turntable says and ask for one frame."""
        self.turntable = turntable
        camera = self.renderer.GetActiveCamera()
        camera.SetViewAngle(VIEW_ANGLE_DEG)
        camera.SetFocalPoint(*turntable.target_mm)
        camera.SetPosition(*turntable.eye_mm)
        up = turntable.axes()[1]
        camera.SetViewUp(*up)
        self.renderer.ResetCameraClippingRange()
        self.placed.emit()
        self.update()

    def moved(self, turntable: Turntable) -> None:
        """Place the camera as a part of a movement of the hand."""
        self.stir()
        self.place(turntable)

    def stir(self) -> None:
        """Draw lightly until 150 ms after the last call."""
        if not self._rest.isActive():
            self.turning.emit(True)
        self._rest.start()

    @property
    def px_per_mm(self) -> float:
        """How many logical pixels a millimetre at the target takes."""
        return self.height() / (2 * math.tan(math.radians(VIEW_ANGLE_DEG / 2)) * self.turntable.distance_mm)

    def to_screen(self, point_mm: tuple[float, float, float] | NDArray) -> QPointF:
        """Return where a point is in the widget, in logical pixels."""
        right, up, towards = self.turntable.axes() @ (
            np.asarray(point_mm) - np.array(self.turntable.target_mm)
        )
        depth = max(1.0, self.turntable.distance_mm - towards)
        scale = self.px_per_mm * self.turntable.distance_mm / depth
        return QPointF(self.width() / 2 + right * scale, self.height() / 2 - up * scale)

    def ray(self, at: QPointF) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the eye and the direction in which it sees a place of the widget."""
        return self.turntable.ray(at.x(), at.y(), self.width(), self.height())

    def use_tools(self, tools: tuple[Tool, ...]) -> None:
        """Let the mouse reach these tools before it moves the camera."""
        self._tools, self._held = tools, None
        self.setMouseTracking(bool(tools))
        self.unsetCursor()
        self.touch_up()

    def update(self) -> None:
        """Ask for a new picture."""
        self._drawn = False
        super().update()

    def touch_up(self) -> None:
        """Paint what lies over the picture anew; the picture itself, if it is there, is used again."""
        super().update()

    def initializeGL(self) -> None:
        # Another context, after the widget went to another window: nothing is drawn in it yet.
        self._drawn = False
        super().initializeGL()

    def resizeGL(self, width: int, height: int) -> None:
        self._drawn = False
        super().resizeGL(width, height)

    def paintGL(self) -> None:
        window = self.GetRenderWindow()
        if self._drawn and window is not None and window.GetReadyForRendering():
            self._show_again(window)
        else:
            super().paintGL()
            self._drawn = self._ready
        if self._ready and self.overlay is not None:
            painter = QPainter(self)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            self.overlay(painter)
            painter.end()

    def _show_again(self, window: Any) -> None:
        """Copy VTK's last frame, as the parent does after it has drawn one."""
        state = window.GetState()
        state.Reset()
        state.Push()
        self.makeCurrent()
        ratio = self.devicePixelRatioF()
        wide, high = max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))
        self._blit(self.defaultFramebufferObject(), QRect(0, 0, wide, high))
        state.Pop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._last = self._pressed = event.position()
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = next((tool for tool in self._tools if tool.press(event.position())), None)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            found = [tool.hover(event.position()) for tool in self._tools]
            self.setCursor(Qt.CursorShape.PointingHandCursor if any(found) else Qt.CursorShape.ArrowCursor)
            return
        if self._held is not None:
            free = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._held.drag(event.position(), free=free)
            return
        delta = event.position() - self._last
        self._last = event.position()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.buttons() & Qt.MouseButton.LeftButton and not shifted:
            self.moved(self.turntable.orbited(delta.x(), delta.y()))
        else:
            self.moved(self.turntable.panned(delta.x(), delta.y(), self.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        held, self._held = self._held, None
        if held is not None:
            held.release()
        elif event.button() == Qt.MouseButton.LeftButton:
            way = event.position() - self._pressed
            if way.manhattanLength() <= _CLICK_PX:
                for tool in self._tools:
                    tool.click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.viewWanted.emit("fit")

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120.0
        self.moved(self.turntable.zoomed(_ZOOM_PER_STEP**steps))
        event.accept()

    def enterEvent(self, event: QEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.moved(self.turntable.zoomed(1.0 + event.value()))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            dx, dy = _KEYS[event.key()]
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            table = self.turntable
            self.moved(table.panned(dx, dy, self.height()) if shifted else table.orbited(dx, dy))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            closer = event.key() != Qt.Key.Key_Minus
            self.moved(self.turntable.zoomed(_ZOOM_PER_STEP if closer else 1 / _ZOOM_PER_STEP))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_0):
            self.viewWanted.emit("home")
        elif event.key() != Qt.Key.Key_Escape or not any(tool.escape() for tool in self._tools):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is to whom came by it."""
        self.by_keyboard = event.reason() in BY_KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = False
        super().focusOutEvent(event)
        self.update()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QEvent) -> None:
        event.accept()

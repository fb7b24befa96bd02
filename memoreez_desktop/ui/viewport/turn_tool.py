"""Three rings round the model that turn it under the hand."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.api import AXES, TurnCallback
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.hands import Stage, Tool
from memoreez_desktop.ui.viewport.overlay import paint_boxed
from memoreez_desktop.ui.words import number

_STEPS, _REACH_PX, _AIR_RATIO = 96, 9.0, 1.22
# Below this slope the ring is seen as a line, and the hand moves along it.
_EDGE_ON = 0.25
_SNAP_DEG, _SNAP_WITHIN_DEG = 15.0, 3.0


class TurnTool(Tool):
    """The rings; while one is held only the picture of the model turns.

    Parameters
    ----------
    bounds : callable
        The model's box (2, 3) in mm, or None.
    show : callable
        Shows the model turned by a (4, 4) matrix, None as it is.
    turned : callable
        Told the axis and the degrees, when a ring is let go.
    """

    def __init__(
        self,
        stage: Stage,
        bounds: Callable[[], NDArray | None],
        show: Callable[[NDArray | None], None],
        turned: TurnCallback,
        left: Callable[[], None],
        words: str,
    ) -> None:
        self._stage, self._bounds, self._show = stage, bounds, show
        self._turned, self._left, self.hint = turned, left, words
        self._near: int | None = None
        self._held: tuple[int, QPointF] | None = None
        self._deg = 0.0

    def press(self, at: QPointF) -> bool:
        ring = self._ring_at(at)
        if ring is None:
            return False
        self._held, self._deg = (ring, at), 0.0
        return True

    def drag(self, at: QPointF, *, free: bool) -> None:
        if self._held is None:
            return
        ring, start = self._held
        degrees = (self._angle(ring, at, start) + 180.0) % 360.0 - 180.0
        nearest = round(degrees / _SNAP_DEG) * _SNAP_DEG
        snapped = not free and abs(degrees - nearest) < _SNAP_WITHIN_DEG
        self._deg = nearest if snapped else float(round(degrees))
        self._show(turn_about(self._centre(), ring, self._deg))

    def release(self) -> None:
        held, self._held = self._held, None
        if held is not None and self._deg:
            # The picture stays turned until the model that was turned takes its place.
            self._turned(AXES[held[0]], self._deg)
        else:
            self._show(None)
        self._deg = 0.0

    def hover(self, at: QPointF) -> bool:
        near = self._ring_at(at)
        if near != self._near:
            self._near = near
            self._stage.touch_up()
        return near is not None

    def escape(self) -> bool:
        self._show(None)
        self._left()
        return True

    def paint(self, painter: QPainter, colours: ViewColours) -> None:
        if self._bounds() is None:
            return
        for ring in range(3):
            if self._held is None or self._held[0] == ring:
                self._paint_ring(painter, ring, colours.axes[ring], colours)
        if self._held is not None:
            words = number(f"{self._deg:+.0f}°")
            paint_boxed(painter, self._held[1] + QPointF(40.0, -24.0), words, colours)

    def _paint_ring(self, painter: QPainter, ring: int, colour: QColor, colours: ViewColours) -> None:
        points, near = self._points(ring)
        places = [self._stage.to_screen(point) for point in points]
        strong = self._near == ring or self._held is not None
        far = QColor(colour)
        far.setAlpha(70)
        for k in range(_STEPS):
            front = bool(near[k])
            painter.setPen(QPen(colour if front else far, (3.5 if strong else 2.2) if front else 1.2))
            painter.drawLine(places[k], places[(k + 1) % _STEPS])
        # Its name stands where the ring comes closest to the eye.
        tag = places[int(np.argmax(points @ self._stage.turntable.axes()[2]))]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(tag, 10, 10)
        painter.setPen(colours.mark)
        painter.setFont(font("small"))
        painter.drawText(
            QRectF(tag.x() - 10, tag.y() - 10, 20, 20), Qt.AlignmentFlag.AlignCenter, "XYZ"[ring]
        )

    def _centre(self) -> NDArray[np.float64]:
        bounds = self._bounds()
        return np.zeros(3) if bounds is None else np.asarray(bounds, dtype=np.float64).mean(axis=0)

    def _points(self, ring: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return the ring's points (n, 3) in mm, and which are on the side of the eye."""
        bounds = self._bounds()
        size = np.zeros(3) if bounds is None else np.ptp(np.asarray(bounds, dtype=np.float64), axis=0)
        radius = float(size.max()) / 2 * _AIR_RATIO
        turn = np.linspace(0, 2 * np.pi, _STEPS, endpoint=False)
        one, other = np.eye(3)[(ring + 1) % 3], np.eye(3)[(ring + 2) % 3]
        away = radius * (np.cos(turn)[:, None] * one + np.sin(turn)[:, None] * other)
        return self._centre() + away, away @ self._stage.turntable.axes()[2] >= -1e-9

    def _ring_at(self, at: QPointF) -> int | None:
        if self._bounds() is None:
            return None
        best: tuple[float, int] | None = None
        for ring in range(3):
            points, near = self._points(ring)
            for point, front in zip(points, near, strict=True):
                away = QLineF(at, self._stage.to_screen(point)).length()
                if front and away < _REACH_PX and (best is None or away < best[0]):
                    best = (away, ring)
        return None if best is None else best[1]

    def _angle(self, ring: int, at: QPointF, start: QPointF) -> float:
        """Return by how many degrees a movement of the mouse turns a ring."""
        towards = float(self._stage.turntable.axes()[2][ring])
        if abs(towards) > _EDGE_ON:
            return self._place(ring, at) - self._place(ring, start)
        points, near = self._points(ring)
        places = [self._stage.to_screen(point) for point in points]
        away = [QLineF(start, p).length() if n else math.inf for p, n in zip(places, near, strict=True)]
        k = int(np.argmin(away))
        along = places[(k + 1) % _STEPS] - places[k - 1]
        slope = max(1.0, QPointF.dotProduct(along, along))
        return 2 * 360.0 / _STEPS * QPointF.dotProduct(at - start, along) / slope

    def _place(self, ring: int, at: QPointF) -> float:
        """Return the direction, in degrees, in which the ring's plane is seen at a place."""
        eye, ahead = self._stage.ray(at)
        centre = self._centre()
        met = eye + ahead * ((centre[ring] - eye[ring]) / ahead[ring]) - centre
        return math.degrees(math.atan2(met[(ring + 2) % 3], met[(ring + 1) % 3]))


def turn_about(centre: NDArray[np.float64], axis: int, degrees: float) -> NDArray[np.float64]:
    """Return the (4, 4) matrix of a turn about an axis through a point."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    one, other = (axis + 1) % 3, (axis + 2) % 3
    matrix = np.eye(4)
    matrix[one, one] = matrix[other, other] = cos
    matrix[one, other], matrix[other, one] = -sin, sin
    matrix[:3, 3] = centre - matrix[:3, :3] @ centre
    return matrix

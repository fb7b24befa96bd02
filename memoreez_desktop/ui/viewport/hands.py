"""What a hand can do in the 3D view besides moving the camera: the frame of its tools."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.turntable import Turntable


class Stage(Protocol):
    """What a tool sees of the view it works in; places are in logical pixels."""

    turntable: Turntable

    @property
    def px_per_mm(self) -> float:
        """How many pixels a millimetre at the target takes."""
        ...

    def to_screen(self, point_mm: tuple[float, float, float] | NDArray) -> QPointF:
        """Return where a point is seen."""
        ...

    def ray(self, at: QPointF) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the eye and the direction in which it sees a place."""
        ...

    def touch_up(self) -> None:
        """Paint what lies over the picture anew, and not the picture."""
        ...


class Tool:
    """One tool: every word is answered with nothing unless a tool knows better."""

    hint = ""
    """What to do, for the banner at the top of the view."""

    def press(self, at: QPointF) -> bool:
        """Take hold of something there; True keeps the camera still until it is let go."""
        return False

    def drag(self, at: QPointF, *, free: bool) -> None:
        """Move what is held; ``free`` asks for no snapping."""

    def release(self) -> None:
        """Let go."""

    def hover(self, at: QPointF) -> bool:
        """Look at what lies under the mouse; tell whether it can be taken hold of."""
        return False

    def click(self, at: QPointF) -> None:
        """Deal with a click that took hold of nothing and moved nothing."""

    def escape(self) -> bool:
        """Leave; True when there was something to leave."""
        return False

    def paint(self, painter: QPainter, colours: ViewColours) -> None:
        """Draw over the picture."""


def paint_banner(painter: QPainter, words: str, colours: ViewColours) -> None:
    """Say at the top of the view what is waited for."""
    painter.setFont(font("label"))
    room = painter.window().width() - 48.0
    wide = min(room, painter.fontMetrics().horizontalAdvance(words) + 36.0)
    box = QRectF((painter.window().width() - wide) / 2, 16.0, wide, 36.0)
    painter.setPen(QPen(colours.accent, 1.5))
    painter.setBrush(QBrush(colours.panel))
    painter.drawRoundedRect(box, 18, 18)
    painter.setPen(colours.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

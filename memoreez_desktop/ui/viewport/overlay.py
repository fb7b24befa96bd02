"""Words painted over the 3D picture: sizes at the rulers, the coin's name, numbered pins."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.api import Pin
from memoreez_desktop.ui.viewport.bed import Rule
from memoreez_desktop.ui.viewport.colours import ViewColours

_PIN_PX = 13.0
_EDGE_PX = 8.0
_PIN_AWAY = QPointF(46.0, -40.0)
BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
Project = Callable[[tuple[float, float, float]], QPointF]


def paint_rules(painter: QPainter, rules: Iterable[Rule], project: Project, colours: ViewColours) -> None:
    """Write each ruler's size in a small box at its middle."""
    for rule in rules:
        paint_boxed(painter, project(rule.label_mm), rule.words, colours)


def paint_note(painter: QPainter, at: QPointF, words: str, colours: ViewColours) -> None:
    """Write a quiet word under a point; inside the picture as long as the point is."""
    painter.setFont(font("small"))
    painter.setPen(colours.muted)
    wide = painter.fontMetrics().horizontalAdvance(words) + 4
    box = _inside(QRectF(at.x() - wide / 2, at.y() + 6, wide, 20), at, painter)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def paint_focus(painter: QPainter, colours: ViewColours) -> None:
    """Draw the edge of a view that the keyboard has come to."""
    painter.setPen(QPen(colours.accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(painter.window()).adjusted(1, 1, -1, -1))


def paint_pins(painter: QPainter, pins: Iterable[Pin], project: Project, colours: ViewColours) -> None:
    """Draw each pin as a dot on the spot, a thin line, and a numbered disc beside it."""
    painter.setFont(font("strong"))
    for pin in pins:
        ground = colours.err if pin.role == "err" else colours.warn
        spot = project(pin.position_mm)
        disc = spot + _PIN_AWAY
        painter.setPen(QPen(ground, 1.5))
        painter.drawLine(spot, disc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(ground))
        painter.drawEllipse(spot, 3.5, 3.5)
        painter.drawEllipse(disc, _PIN_PX, _PIN_PX)
        painter.setPen(colours.mark)
        box = QRectF(disc.x() - _PIN_PX, disc.y() - _PIN_PX, 2 * _PIN_PX, 2 * _PIN_PX)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, pin.label)


def face_spot(vertices: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return a point on some faces, near their middle, and the direction they look, weighted by area."""
    corners = vertices[faces].astype(np.float64)
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    middles = corners.mean(axis=1)
    weight = np.linalg.norm(cross, axis=1)
    centre = (middles * weight[:, None]).sum(axis=0) / max(float(weight.sum()), 1e-12)
    nearest = middles[int(np.argmin(np.linalg.norm(middles - centre, axis=1)))]
    direction = cross.sum(axis=0)
    if np.linalg.norm(direction) < 0.05 * weight.sum():
        # A closed patch looks everywhere: look at the side where its nearest face is.
        direction = cross[int(np.argmax(weight))]
    return nearest, direction


def _inside(box: QRectF, at: QPointF, painter: QPainter) -> QRectF:
    """Move a box whose point is in the picture wholly into it."""
    room = QRectF(painter.window()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
    if not QRectF(painter.window()).contains(at):
        return box
    x = max(room.left(), min(box.x(), room.right() - box.width()))
    y = max(room.top(), min(box.y(), room.bottom() - box.height()))
    return QRectF(x, y, box.width(), box.height())


def paint_boxed(painter: QPainter, middle: QPointF, words: str, colours: ViewColours) -> None:
    """Write words in a small box."""
    painter.setFont(font("label"))
    wide = painter.fontMetrics().horizontalAdvance(words) + 22
    box = _inside(QRectF(middle.x() - wide / 2, middle.y() - 14, wide, 28), middle, painter)
    painter.setPen(QPen(colours.line, 1))
    painter.setBrush(QBrush(colours.panel))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(colours.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

"""The legend of a map, painted over the 3D picture: its name, its colours, and numbers under them."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.words import number, tr

_MARGIN_PX, _WIDE_PX, _HIGH_PX, _BAR_PX = 16.0, 300.0, 78.0, 10.0
_HAIR = 1e-4
_UNITS = {"mm": "mm", "deg": "°", "ratio": "%"}


def paint_legend(painter: QPainter, heat: HeatMap, colours: ViewColours) -> None:
    """Paint it into the upper left corner."""
    wide = min(_WIDE_PX, painter.window().width() - 2 * _MARGIN_PX)
    box = QRectF(_MARGIN_PX, _MARGIN_PX, wide, _HIGH_PX)
    painter.setPen(QPen(colours.line, 1))
    painter.setBrush(colours.panel)
    painter.drawRoundedRect(box, 8, 8)
    painter.setPen(colours.text)
    painter.setFont(font("label"))
    words = f"{tr(heat.label)}, {_UNITS[heat.unit]}"
    head = box.adjusted(16, 10, -16, 0)
    painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), words)
    bar = QRectF(box.x() + 16, box.y() + 36, box.width() - 32, _BAR_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_gradient(heat, bar))
    painter.drawRect(bar)
    painter.setFont(font("small"))
    painter.setPen(colours.muted)
    for text, place in _numbers(heat):
        x = bar.x() + place * bar.width()
        wide = painter.fontMetrics().horizontalAdvance(text) + 2.0
        left = max(bar.left(), min(x - wide / 2, bar.right() - wide))
        under = QRectF(left, bar.bottom() + 4, wide, 18)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), text)


def _places(heat: HeatMap) -> list[float]:
    """Return where each stop stands, 0-1: evenly, because they lie closest where it matters.

    Two stops at one number are a sharp edge: they share a place.
    """
    words = _words(heat)
    steps = [0]
    for before, word in itertools.pairwise(words):
        steps.append(steps[-1] + (word != before))
    return [step / max(1, steps[-1]) for step in steps]


def _words(heat: HeatMap) -> list[str]:
    factor = 100.0 if heat.unit == "ratio" else 1.0
    return [number(f"{value * factor:.3g}") for value, _ in heat.scale.stops]


def _gradient(heat: HeatMap, bar: QRectF) -> QLinearGradient:
    made = QLinearGradient(QPointF(bar.left(), 0), QPointF(bar.right(), 0))
    before = -1.0
    for at, (_value, rgb) in zip(_places(heat), heat.scale.stops, strict=True):
        # Qt keeps one colour a place: the second of an edge stands a hair beside the first.
        made.setColorAt(min(1.0, at + _HAIR) if at == before else at, QColor(*rgb))
        before = at
    return made


def _numbers(heat: HeatMap) -> list[tuple[str, float]]:
    """Return each number once, with its place."""
    return list(dict(zip(_words(heat), _places(heat), strict=True)).items())

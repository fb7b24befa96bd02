"""The legend of a map, painted over the 3D picture: its name, its colours, and numbers under them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.words import number, tr

_MARGIN_PX, _WIDE_PX, _HIGH_PX, _BAR_PX = 16.0, 300.0, 78.0, 10.0
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
    for place, text in _numbers(heat):
        x = bar.x() + place * bar.width()
        wide = painter.fontMetrics().horizontalAdvance(text) + 2.0
        left = max(bar.left(), min(x - wide / 2, bar.right() - wide))
        under = QRectF(left, bar.bottom() + 4, wide, 18)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), text)


def _gradient(heat: HeatMap, bar: QRectF) -> QLinearGradient:
    """Spread the stops evenly: near the limits, where it matters, they stand closer than on a ruler."""
    made = QLinearGradient(QPointF(bar.left(), 0), QPointF(bar.right(), 0))
    stops = heat.scale.stops
    for at, (_value, rgb) in enumerate(stops):
        made.setColorAt(at / max(1, len(stops) - 1), QColor(*rgb))
    return made


def _numbers(heat: HeatMap) -> list[tuple[float, str]]:
    stops, factor = heat.scale.stops, 100.0 if heat.unit == "ratio" else 1.0
    words = [number(f"{value * factor:.3g}") for value, _ in stops]
    # Two stops at one number are a sharp edge: it is named once.
    return [
        (at / max(1, len(stops) - 1), word)
        for at, word in enumerate(words)
        if at == 0 or word != words[at - 1]
    ]

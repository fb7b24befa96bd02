"""Small drawings of the pedestals: a plan, seen from above at an angle, pulled down to a body."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

Plan = list[tuple[float, float]]
# How much of its depth a plan keeps at the angle it is looked at; how high the body is, of its half width.
_TILT, _HIGH = 0.42, 0.55
_DOTS = 6


def plan_of(style: str) -> Plan:
    """Return a plan within -1..1, x to the right, y towards the eye."""
    if style == "heart":
        return [_heart(2 * math.pi * k / 60) for k in range(60)]
    if style in ("square", "plinth"):
        return _ring(4, 0.0)
    if style == "octagon":
        return _ring(8, math.pi / 8)
    ring = _ring(60, 0.0)
    return [(x, 0.62 * y) for x, y in ring] if style == "oval" else ring


def draw_pedestal(painter: QPainter, box: QRectF, style: str, color: QColor) -> None:
    """Draw one into a box, in lines; any style that there is none of is a dashed ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    if style == "none":
        wide = box.width() / _DOTS
        for k in range(_DOTS):
            x = box.x() + (k + 0.25) * wide
            painter.drawLine(QPointF(x, box.bottom() - 2), QPointF(x + wide / 2, box.bottom() - 2))
        return
    half = box.width() / 2
    if style == "plinth":
        high = 0.3 * half
        _draw_body(painter, box, plan_of(style), half, high, box.bottom() - half * _TILT - 1 - high)
        upper = 0.66 * half
        centre = box.bottom() - half * _TILT - 1 - 2 * high
        _draw_body(painter, box, plan_of(style), upper, high, centre)
        return
    plan = plan_of(style)
    deepest = max(y for _, y in plan) * half * _TILT
    high = _HIGH * half
    top = box.center().y() - high / 2 - (deepest + min(y for _, y in plan) * half * _TILT) / 2
    _draw_body(painter, box, plan, half, high, top)


def _draw_body(painter: QPainter, box: QRectF, plan: Plan, half: float, high: float, centre_y: float) -> None:
    """Draw the top, and of the body what is in front of it."""
    top = [QPointF(box.center().x() + x * half, centre_y + y * half * _TILT) for x, y in plan]
    painter.drawPolygon(QPolygonF(top))
    front = _front(top)
    low = [point + QPointF(0.0, high) for point in front]
    painter.drawPolyline(QPolygonF([front[0], *low, front[-1]]))
    if len(plan) <= 8:
        for upper, lower in zip(front[1:-1], low[1:-1], strict=True):
            painter.drawLine(upper, lower)


def _front(outline: Sequence[QPointF]) -> list[QPointF]:
    """Return the part of a closed outline between its leftmost and rightmost points that is nearer."""
    count = len(outline)
    left = min(range(count), key=lambda k: (outline[k].x(), -outline[k].y()))
    right = max(range(count), key=lambda k: (outline[k].x(), outline[k].y()))
    ways = [
        [outline[(left + step * k) % count] for k in range(1 + (step * (right - left)) % count)]
        for step in (1, -1)
    ]
    return max(ways, key=lambda way: sum(point.y() for point in way) / len(way))


def _ring(count: int, first_rad: float) -> Plan:
    turns = (first_rad + 2 * math.pi * k / count for k in range(count))
    return [(math.cos(turn), math.sin(turn)) for turn in turns]


def _heart(turn: float) -> tuple[float, float]:
    x = math.sin(turn) ** 3
    y = (13 * math.cos(turn) - 5 * math.cos(2 * turn) - 2 * math.cos(3 * turn) - math.cos(4 * turn)) / 17
    return x, -y

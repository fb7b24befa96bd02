"""Strokes of the photo canvas: what is cropped away, the box, the subject's outline, the brush."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from memoreez_desktop.core.photo_edit import Box, Stroke
from memoreez_desktop.ui.photo_editor.crop_box import handles

# A photo looks the same in both themes, and so does what is drawn on it: the bright edition of each role.
OUTLINE = QColor("#b39bff")
BOX = QColor("#f2d479")
KEEP = QColor("#3ecf8e")
REMOVE = QColor("#f4607a")
SHADE = (15, 12, 28, 150)
_VEIL = QColor(8, 9, 13, 150)
_UNDER = QColor(8, 9, 13, 170)
_CORNER_PX, _BAR_PX = 20.0, 24.0


def box_rect(picture: QRectF, box: Box) -> QRectF:
    """Return where a box in ratios is on the widget."""
    left, top, right, bottom = box
    return QRectF(
        picture.x() + left * picture.width(),
        picture.y() + top * picture.height(),
        (right - left) * picture.width(),
        (bottom - top) * picture.height(),
    )


def paint_crop(painter: QPainter, picture: QRectF, box: Box) -> None:
    """Darken what is cropped away; thirds and handles on what is kept."""
    kept = box_rect(picture, box)
    outside = QPainterPath()
    outside.addRect(picture)
    inside = QPainterPath()
    inside.addRect(kept)
    painter.fillPath(outside - inside, _VEIL)
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1.0))
    for third in (1 / 3, 2 / 3):
        x, y = kept.x() + third * kept.width(), kept.y() + third * kept.height()
        painter.drawLine(QPointF(x, kept.y()), QPointF(x, kept.bottom()))
        painter.drawLine(QPointF(kept.x(), y), QPointF(kept.right(), y))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _twice(painter, QColor("white"), 1.5, lambda: painter.drawRect(kept))
    corners = _corner_marks(kept)
    _twice(painter, QColor("white"), 4.0, lambda: painter.drawPath(corners))


def paint_box(painter: QPainter, picture: QRectF, box: Box) -> None:
    """Draw the box about the subject with its handles."""
    rect = box_rect(picture, box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_UNDER, 4.0))
    painter.drawRect(rect)
    pen = QPen(BOX, 2.0, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.drawRect(rect)
    painter.setPen(QPen(_UNDER, 1.0))
    painter.setBrush(QColor("white"))
    for x, y in handles(box).values():
        at = box_rect(picture, (x, y, x, y)).topLeft()
        painter.drawEllipse(at, 5.0, 5.0)


def paint_outline(painter: QPainter, picture: QRectF, rings: Sequence[QPolygonF]) -> None:
    """Draw the subject's edge: light on dark, to be seen on any photo."""
    way = QTransform.fromTranslate(picture.x(), picture.y()).scale(picture.width(), picture.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shapes = [way.map(ring) for ring in rings]
    _twice(painter, OUTLINE, 2.0, lambda: [painter.drawPolygon(shape) for shape in shapes])


def paint_stroke(painter: QPainter, picture: QRectF, stroke: Stroke) -> None:
    """Draw a stroke that is not in the subject yet."""
    points = [
        QPointF(picture.x() + x * picture.width(), picture.y() + y * picture.height())
        for x, y in stroke.points
    ]
    width = 2 * stroke.radius_ratio * max(picture.width(), picture.height())
    tint = QColor(KEEP if stroke.keep else REMOVE)
    tint.setAlpha(150)
    painter.setPen(
        QPen(tint, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPolyline(QPolygonF(points if len(points) > 1 else [*points, points[0] + QPointF(0.01, 0)]))


def paint_brush(painter: QPainter, at: QPointF, radius_px: float, keep: bool) -> None:
    """Draw the brush: a ring with a plus or a minus, told by more than its colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    arm = min(6.0, max(3.0, radius_px / 3))

    def draw() -> None:
        painter.drawEllipse(at, radius_px, radius_px)
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
        if keep:
            painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))

    _twice(painter, KEEP if keep else REMOVE, 2.0, draw)


def _corner_marks(rect: QRectF) -> QPainterPath:
    arm_x, arm_y = min(_CORNER_PX, rect.width() / 3), min(_CORNER_PX, rect.height() / 3)
    path = QPainterPath()
    for corner, x, y in (
        (rect.topLeft(), 1, 1),
        (rect.topRight(), -1, 1),
        (rect.bottomRight(), -1, -1),
        (rect.bottomLeft(), 1, -1),
    ):
        path.moveTo(corner + QPointF(0, y * arm_y))
        path.lineTo(corner)
        path.lineTo(corner + QPointF(x * arm_x, 0))
    bar = min(_BAR_PX, rect.width() / 4, rect.height() / 4) / 2
    middle = rect.center()
    for y in (rect.top(), rect.bottom()):
        path.moveTo(middle.x() - bar, y)
        path.lineTo(middle.x() + bar, y)
    for x in (rect.left(), rect.right()):
        path.moveTo(x, middle.y() - bar)
        path.lineTo(x, middle.y() + bar)
    return path


def _twice(painter: QPainter, color: QColor, width: float, draw: object) -> None:
    """Draw dark and wider first, then in colour: it stands out from light and from dark."""
    for tint, px in ((_UNDER, width + 2.0), (color, width)):
        painter.setPen(QPen(tint, px))
        draw()  # type: ignore[operator]

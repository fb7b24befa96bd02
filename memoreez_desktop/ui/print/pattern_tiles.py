"""The patterns of infill as small pictures, drawn as the slicer lays them."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import fitted, one_line, rounded
from memoreez_desktop.ui.widgets.tiles import Tile, TileGroup, TileSpec
from memoreez_desktop.ui.words import tr

_TILE_PX, _PICTURE_PX = 76, 40.0
# Directions of the lines of each straight pattern, in degrees, and how far apart they are.
_LINES: dict[str, tuple[tuple[float, ...], float]] = {
    "grid": ((45.0, 135.0), 9.0),
    "rectilinear": ((45.0,), 7.0),
    "triangles": ((0.0, 60.0, 120.0), 12.0),
    "cubic": ((30.0, 90.0, 150.0), 9.0),
}


def pattern_words() -> tuple[tuple[str, str], ...]:
    """Return the patterns and what they are called."""
    return (
        ("grid", tr("Grid")),
        ("rectilinear", tr("Lines")),
        ("triangles", tr("Triangles")),
        ("cubic", tr("Cubic")),
        ("gyroid", tr("Gyroid")),
        ("concentric", tr("Concentric")),
    )


class PatternTile(Tile):
    """A pattern: its picture over its name."""

    def __init__(self, icon_book: IconBook, pattern: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, TileSpec(pattern, name), _TILE_PX, parent)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return QSize(72, _TILE_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        if self.isChecked() and not self.hasFocus():
            rounded(painter, rect, self.radius, None, self._color("accent"), 2.0)
        role = "icon_off" if not self.isEnabled() else "violet" if self.isChecked() else "muted"
        wide = min(rect.width() - 24, 1.6 * _PICTURE_PX)
        box = QRectF(rect.center().x() - wide / 2, rect.y() + 9, wide, _PICTURE_PX)
        _paint_pattern(painter, box, self.spec.id, self._color(role))
        line = QRectF(rect.x() + 4, rect.y() + 52, rect.width() - 8, 20)
        small = fitted(self.spec.title, font("small"), line.width() - 2)
        one_line(painter, line, self.spec.title, words, small, Qt.AlignmentFlag.AlignHCenter)


class PatternTiles(TileGroup):
    """The six patterns, three in a row."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Pattern of the infill"), columns=3, parent=parent)
        for number, (pattern, name) in enumerate(pattern_words()):
            tile = PatternTile(icon_book, pattern, name, self)
            self.take(pattern, tile)
            self._grid.addWidget(tile, number // 3, number % 3)


def _paint_pattern(painter: QPainter, box: QRectF, pattern: str, color: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QPainterPath()
    edge.addRoundedRect(box, 4, 4)
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(edge)
    painter.setClipPath(edge)
    painter.setPen(QPen(color, 1.2))
    if pattern == "concentric":
        step = 6.0
        for k in range(1, 4):
            painter.drawRoundedRect(box.adjusted(k * step, k * step, -k * step, -k * step), 2, 2)
    elif pattern == "gyroid":
        _paint_waves(painter, box)
    else:
        angles, apart = _LINES[pattern]
        for angle in angles:
            painter.drawLines(_lines(box, angle, apart))
    painter.restore()


def _lines(box: QRectF, angle_deg: float, apart: float) -> list[QLineF]:
    """Return parallel lines across a box; those of three directions meet in its middle."""
    along = QPointF(math.cos(math.radians(angle_deg)), math.sin(math.radians(angle_deg)))
    across = QPointF(-along.y(), along.x())
    reach = math.hypot(box.width(), box.height()) / 2
    count = int(reach / apart) + 1
    return [
        QLineF(
            box.center() + across * (k * apart) - along * reach,
            box.center() + across * (k * apart) + along * reach,
        )
        for k in range(-count, count + 1)
    ]


def _paint_waves(painter: QPainter, box: QRectF) -> None:
    """Paint neighbouring waves that swing towards and away from each other, as a gyroid's layer does."""
    apart, length = 9.0, 18.0
    rows = int(box.height() / apart) + 2
    for row in range(rows):
        path, sign = QPainterPath(), 1.0 if row % 2 else -1.0
        middle = box.y() + (row - 0.5) * apart
        for x in range(int(box.width()) + 2):
            point = QPointF(box.x() + x, middle + sign * 0.38 * apart * math.sin(2 * math.pi * x / length))
            if x:
                path.lineTo(point)
            else:
                path.moveTo(point)
        painter.drawPath(path)

"""Strokes every painted widget shares."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QRadialGradient
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.theme import ThemeBook


class Painted(QWidget):
    """A widget that paints itself from the theme and does so again when the theme changes."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon_book = icon_book
        self.theme_book: ThemeBook = icon_book.theme_book
        self.theme_book.changed.connect(self.update)

    def color(self, role: str) -> QColor:
        """Return the colour of a role."""
        return self.theme_book.color(role)


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    edge_px: float = 1.0,
) -> None:
    """Paint a rounded rectangle whose edge lies wholly inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = edge_px / 2 if edge is not None else 0.0
    painter.setPen(QPen(edge, edge_px) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    box = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, max(0.0, radius - inset), max(0.0, radius - inset))


def dashed(painter: QPainter, rect: QRectF, radius: float, edge: QColor, edge_px: float = 2.0) -> None:
    """Paint a dashed rounded edge (a style sheet would draw its corners solid)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(edge, edge_px, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = edge_px / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def one_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    color: QColor,
    font: QFont | None = None,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint a line of text, vertically centred, cut with an ellipsis where it does not fit."""
    if font is not None:
        painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


def text_width(text: str, font: QFont) -> float:
    """Return how wide a line of text is, in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def fitted(text: str, font: QFont, width_px: float, smallest_px: int = 10) -> QFont:
    """Return the font, a little smaller where a word would not fit otherwise."""
    found = QFont(font)
    while found.pixelSize() > smallest_px and text_width(text, found) > width_px:
        found.setPixelSize(found.pixelSize() - 1)
    return found


def stage_ground(theme_book: ThemeBook, rect: QRectF) -> QRadialGradient:
    """Return the soft light behind a product's picture: centre 50 %/42 %, to 78 %."""
    centre = QPointF(rect.x() + rect.width() * 0.5, rect.y() + rect.height() * 0.42)
    gradient = QRadialGradient(centre, 0.78 * max(rect.width(), rect.height()))
    gradient.setColorAt(0.0, theme_book.color("stage1"))
    gradient.setColorAt(1.0, theme_book.color("stage2"))
    return gradient


def wrapped(text: str, font: QFont, width_px: float, most: int) -> list[str]:
    """Return a text in at most so many lines, the last one cut with an ellipsis."""
    metrics, words, lines = QFontMetricsF(font), text.split(), []
    while words and len(lines) < most:
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width_px:
            count += 1
        line = " ".join(words[:count] if len(lines) < most - 1 else words)
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width_px))
        words = words[count:]
    return lines


def paint_lines(
    painter: QPainter,
    rect: QRectF,
    lines: list[str],
    color: QColor,
    font: QFont,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Paint lines below each other from the top of ``rect``, and return their height."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(color)
    flags = int(align | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine)
    for number, line in enumerate(lines):
        top = rect.y() + number * metrics.lineSpacing()
        painter.drawText(QRectF(rect.x(), top, rect.width(), metrics.height()), flags, line)
    return len(lines) * metrics.lineSpacing()

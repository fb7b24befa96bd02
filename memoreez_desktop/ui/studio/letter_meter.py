"""Every letter of a line over a bar that tells how it will print."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPen, QTextLayout, QTextLine
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.letter_match import Letter
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import Painted
from memoreez_desktop.ui.words import number, tr

_CELL_PX, _HIGH_PX, _ROW_PX, _LEAST_FONT_PX = 22.0, 26, 20.0, 9
_ROLES = {"good": "good", "thin": "warn", "lost": "err", "": "control"}


class LetterMeter(Painted):
    """Letters and their bars: solid is good, dotted is thin, hollow is lost, a hair is not known yet."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.letters: list[Letter] = []
        self.setFont(font("badge"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_letters(self, letters: Sequence[Letter]) -> None:
        """Show a line; an empty one takes no room."""
        self.letters = list(letters)
        self.setAccessibleName(tr("How the letters will print"))
        self.setAccessibleDescription(self.words)
        self.setVisible(any(letter.text.strip() for letter in letters))
        self.update()

    @property
    def words(self) -> str:
        """The verdict in words, empty while nobody knows."""
        told = [letter for letter in self.letters if letter.level]
        thin = ", ".join(letter.text for letter in told if letter.level == "thin")
        lost = ", ".join(letter.text for letter in told if letter.level == "lost")
        parts = [tr("Thin: {letters}", letters=thin)] if thin else []
        parts += [tr("Too fine to print: {letters}", letters=lost)] if lost else []
        return ". ".join(parts) or (tr("All letters will print well") if told else "")

    def sizeHint(self) -> QSize:
        return QSize(200, _HIGH_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, _HIGH_PX)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layout = self._joined()
        if layout is not None:
            painter.setPen(self.color("muted"))
            layout.draw(painter, QPointF(0.0, (_ROW_PX - layout.boundingRect().height()) / 2))
        for letter, box in zip(self.letters, self._boxes(layout), strict=True):
            if letter.text.strip():
                self._paint_letter(painter, letter, box, with_text=layout is None)

    def _boxes(self, layout: QTextLayout | None) -> list[QRectF]:
        """Return where each letter stands: in cells, or where joined letters are within their words."""
        if layout is not None:
            line, at, boxes = layout.lineAt(0), 0, []
            for letter in self.letters:
                end = at + len(letter.text.encode("utf-16-le")) // 2
                ends = sorted((_x(line, at), _x(line, end)))
                boxes.append(QRectF(ends[0], 0.0, ends[1] - ends[0], _ROW_PX))
                at = end
            return boxes
        shares = [1.0 if letter.text.strip() else 0.6 for letter in self.letters]
        cell = min(_CELL_PX, self.width() / max(1.0, sum(shares)))
        backwards = _direction(self.letters) == "R"
        boxes, x = [], 0.0
        for share in shares:
            left = self.width() - x - share * cell if backwards else x
            boxes.append(QRectF(left, 0.0, share * cell, _ROW_PX))
            x += share * cell
        return boxes

    def _joined(self) -> QTextLayout | None:
        """Return the line as it is written, for scripts whose letters hang together."""
        text = "".join(letter.text for letter in self.letters)
        if not any(
            unicodedata.bidirectional(sign) == "AL" or unicodedata.combining(sign) == 9 for sign in text
        ):
            return None
        layout = QTextLayout(text, self.font())
        if _direction(self.letters) in ("AL", "R"):
            option = layout.textOption()
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            layout.setTextOption(option)
        layout.beginLayout()
        layout.createLine().setLineWidth(self.width())
        layout.endLayout()
        return layout

    def _tip(self, x: float) -> str:
        for letter, box in zip(self.letters, self._boxes(self._joined()), strict=True):
            if box.left() <= x < box.right() and letter.stroke_mm:
                stroke = number(f"{letter.stroke_mm:.2f}")
                return tr("{letter}: narrowest stroke {mm} mm", letter=letter.text, mm=stroke)
        return self.words

    def _paint_letter(self, painter: QPainter, letter: Letter, box: QRectF, *, with_text: bool) -> None:
        colour = self.color(_ROLES[letter.level])
        if with_text:
            tight = QFont(self.font())
            tight.setPixelSize(max(_LEAST_FONT_PX, min(tight.pixelSize(), int(1.25 * box.width()))))
            painter.setFont(tight)
            painter.setPen(colour if letter.level in ("thin", "lost") else self.color("muted"))
            painter.drawText(
                QRectF(box.x() - 6, 0, box.width() + 12, _ROW_PX), Qt.AlignmentFlag.AlignCenter, letter.text
            )
        wide = min(16.0, box.width() - 3)
        bar = QRectF(box.center().x() - wide / 2, _ROW_PX + 1, wide, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if letter.level == "good":
            painter.drawRoundedRect(bar, 2, 2)
        elif letter.level == "thin":
            dot = min(4.0, wide / 4)
            for k in range(3):
                painter.drawRoundedRect(QRectF(bar.x() + k * (wide - dot) / 2, bar.y(), dot, 4), 1, 1)
        elif letter.level == "lost":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 1.2))
            painter.drawRoundedRect(bar.adjusted(0.6, 0.0, -0.6, 0.0), 2, 2)
        else:
            painter.drawRect(QRectF(bar.x(), bar.y() + 1.5, bar.width(), 1))


def _x(line: QTextLine, at: int) -> float:
    """Return where a position of a line is; PySide answers with the position, too."""
    found = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)


def _direction(letters: Sequence[Letter]) -> str:
    """Return the direction of the first letter that has one: L, R or AL."""
    signs = (unicodedata.bidirectional(sign) for letter in letters for sign in letter.text)
    return next((sign for sign in signs if sign in ("L", "R", "AL")), "L")

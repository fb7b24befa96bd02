"""What the colours of the toolpaths mean, with minutes and grams."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.print.figures import LegendEntry, family_words
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import Painted, one_line, rounded, text_width

_SWATCH_PX, _GAP_PX, _MARGIN_PX = 12.0, 8.0, 24.0


class LegendBar(Painted):
    """88 px under the toolpaths."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.setFixedHeight(88)
        self._entries: tuple[LegendEntry, ...] = ()

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these, or none."""
        self._entries = tuple(entries)
        said = (f"{family_words(e.family)}: {e.time} {e.weight}" for e in self._entries)
        self.setAccessibleName(", ".join(said))
        self.setToolTip("\n".join(f"{family_words(e.family)}: {e.time}  {e.weight}" for e in self._entries))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.color("bg"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self.color("line"))
        if not self._entries:
            return
        wide = [self._width(entry) for entry in self._entries]
        room = self.width() - 2 * _MARGIN_PX
        gap = (room - sum(wide)) / max(1, len(wide) - 1)
        rows = 1 if gap >= 10 else 2
        per_row = -(-len(wide) // rows)
        for row in range(rows):
            shown = slice(row * per_row, (row + 1) * per_row)
            entries, widths = self._entries[shown], wide[shown]
            spread = room / per_row if rows == 2 else 0.0
            x, top = _MARGIN_PX, 22.0 if rows == 1 else 4.0 + row * 41
            for entry, width in zip(entries, widths, strict=True):
                self._paint_entry(painter, x, top, entry, width if rows == 1 else spread - 6)
                x += width + min(gap, 60.0) if rows == 1 else spread

    @staticmethod
    def _width(entry: LegendEntry) -> float:
        name = text_width(family_words(entry.family), font("meta"))
        figures = text_width(_figures(entry), font("small"))
        return _SWATCH_PX + _GAP_PX + max(name, figures) + 2

    def _paint_entry(self, painter: QPainter, x: float, top: float, entry: LegendEntry, width: float) -> None:
        colour = self.color(f"toolpath_{entry.family}")
        box = QRectF(x, top + 5, _SWATCH_PX, _SWATCH_PX)
        if entry.family == "travel":
            painter.setPen(QPen(colour, 1.5))
            rounded(painter, box, 3, None, colour, 1.5)
        else:
            rounded(painter, box, 3, colour)
        left, room = x + _SWATCH_PX + _GAP_PX, width - _SWATCH_PX - _GAP_PX
        one_line(
            painter, QRectF(left, top, room, 22), family_words(entry.family), self.color("text"), font("meta")
        )
        one_line(
            painter, QRectF(left, top + 21, room, 18), _figures(entry), self.color("muted"), font("small")
        )


def _figures(entry: LegendEntry) -> str:
    return " · ".join(part for part in (entry.time, entry.weight) if part)

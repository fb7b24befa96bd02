"""What was spent: month by month, service by service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import Offers, Spent
    from memoreez_desktop.storage.spending import SpentRow


class Ledger(QWidget):
    """A line for each service in each month, the newest first."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self._shown: object = None
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)

    def show_spent(self, spent: Spent, offers: Offers) -> None:
        """Write everything down."""
        if spent == self._shown:
            return
        self._shown = spent
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        labels = {offer.id: tr(offer.info.label) for offer in offers.rows if offer.kind != "words"}
        month = ""
        for row in spent.rows:
            if row.month != month:
                month = row.month
                self._add(Label(self._icon_book, month_words(month, year=True), "small"))
            self._add(self._line(row, labels.get(row.provider, row.provider)))
        if not spent.rows:
            self._add(Label(self._icon_book, tr("Nothing so far."), "small", "muted"))

    def _add(self, line: QWidget) -> None:
        self._column.addWidget(line)
        self._lines.append(line)

    def _line(self, row: SpentRow, label: str) -> QWidget:
        words = f"{label} · {tr('%n order(s)', n=row.pictures)}"
        if row.uncertain_usd > 0:
            words = tr("{words} · {usd:.2f} USD of it uncertain", words=words, usd=row.uncertain_usd)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(Label(self._icon_book, words, "small", "muted", wrap=True), 1)
        usd = Label(self._icon_book, tr("{usd:.2f} USD", usd=row.usd), "small")
        across.addWidget(usd, 0, Qt.AlignmentFlag.AlignTop)
        return line


def month_words(month: str, *, year: bool = False) -> str:
    """Return what "2026-11" is called."""
    number, _, name = month.partition("-")
    words = QLocale().standaloneMonthName(int(name))
    return f"{words} {number}" if year else words

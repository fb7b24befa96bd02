"""Where a key is kept, and where one is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.link_button import LinkButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import Offer, Offers

_ONE_LINE_PX = 480


class KeepingLine(QWidget):
    """A quiet sentence under the key, and a link: beside it, or below where there is little room."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lock = IconMark(icon_book, "mdi6.lock-outline", "muted", 16)
        self.words = Label(icon_book, "", "small", "muted", wrap=True)
        self.key_page = LinkButton(icon_book, tr("Where do I get a key?"))
        told = QHBoxLayout()
        told.setContentsMargins(4, 7, 0, 7)
        told.setSpacing(8)
        told.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.words, 1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addLayout(told, 1)
        self._line.addWidget(self.key_page, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def say(self, words: str, icon: str, role: str) -> None:
        """Say where it is kept."""
        self.words.setText(words)
        self.words.set_role(role)
        self._lock.set_icon(icon, role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        one_line = event.size().width() >= _ONE_LINE_PX
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(right if one_line else down)


def kept_words(offer: Offer, offers: Offers) -> tuple[str, str, str]:
    """Say where the key is or will be kept: words, icon, role."""
    if not offers.place:
        words = tr("Kept only until Memoreez ends, never in a file.")
        return f"{words} {tr(offers.note)}", "mdi6.lock-clock", "warn"
    place = tr(offers.place)
    if any(held.only_now for held in offer.held.values()):
        words = tr("Kept only until Memoreez ends: {place} did not take it.", place=place)
        return f"{words} {tr(offers.note)}".strip(), "mdi6.lock-clock", "warn"
    if offers.note:
        return tr(offers.note), "mdi6.lock-alert-outline", "warn"
    if offer.held:
        return tr("Kept in {place}, not in a file.", place=place), "mdi6.lock-outline", "muted"
    if offer.lent_by:
        words = tr("Uses the key of {service}; another one can be entered here.", service=tr(offer.lent_by))
        return words, "mdi6.lock-outline", "muted"
    return tr("It will be kept in {place}, not in a file.", place=place), "mdi6.lock-outline", "muted"

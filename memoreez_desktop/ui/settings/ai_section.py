"""AI services: the switch that keeps everything here, the services, and the form of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.ai_form import AiForm
from memoreez_desktop.ui.settings.ai_service_list import ServiceList
from memoreez_desktop.ui.widgets.fields import Switch
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import Label, Panel
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from memoreez_desktop.services.ai_offers import Offer, Offers
    from memoreez_desktop.storage.settings import Settings
    from memoreez_desktop.ui.settings.ai_words import RowState

_LIST_PX, _SMALL_LIST_PX = 376, 248
_ROOMY_PX = 960


class AiSection(QWidget):
    """Widgets only.

    Signals
    -------
    offline_chosen(bool)
    looked_at()
        The section came into sight.
    """

    offline_chosen = Signal(bool)
    looked_at = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offline = Switch(icon_book, tr("Work offline"))
        self.offline.clicked.connect(self.offline_chosen)
        self.offline_word = Label(icon_book, tr("Off"), "small", "muted")
        self.list = ServiceList(icon_book)
        self.form = AiForm(icon_book)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.list)
        below.addWidget(self.form, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._offline_panel(icon_book))
        column.addLayout(below, 1)

    def show_all(
        self, offers: Offers, settings: Settings, chosen: str, state_of: Callable[[Offer], RowState]
    ) -> None:
        """Show the services as they stand, and the chosen one."""
        self.list.show_offers(offers.rows, state_of, chosen)
        offer = next(offer for offer in offers.rows if offer.id == chosen)
        self.form.show_offer(offer, offers, settings)

    def show_offline(self, offline: bool) -> None:
        """Show the switch as it is."""
        self.offline.setChecked(offline)
        self.offline_word.setText(tr("On") if offline else tr("Off"))

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.list.setFixedWidth(_LIST_PX if event.size().width() >= _ROOMY_PX else _SMALL_LIST_PX)

    def _offline_panel(self, icon_book: IconBook) -> Panel:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(icon_book, tr("Work offline"), "label"))
        told = tr(
            "Nothing ever leaves this computer. The built-in studio still makes every kind of keepsake."
        )
        words.addWidget(Label(icon_book, told, "small", "muted", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconMark(icon_book, "mdi6.cloud-off-outline", "muted", 24))
        row.addLayout(words, 1)
        row.addWidget(self.offline_word, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.offline)
        panel = Panel(icon_book, padding=0)
        panel.setMinimumHeight(80)
        panel.body.setContentsMargins(24, 12, 24, 12)
        panel.body.addLayout(row)
        return panel

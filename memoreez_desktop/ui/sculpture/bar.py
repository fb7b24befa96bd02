"""Over every page while sculptures are on their way: who works, how far, how long; Cancel and the list."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from memoreez_desktop.core.units import duration_words
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.sculpture.history_dialog import HistoryDialog
from memoreez_desktop.ui.sculpture.offer_dialog import OfferDialog
from memoreez_desktop.ui.sculpture.orders import OnItsWay, SculptureOrders
from memoreez_desktop.ui.widgets.buttons import QuietButton
from memoreez_desktop.ui.widgets.progress import ProgressStrip
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.ui.sculpture.jobs import Offered
    from memoreez_desktop.ui.workshop import Workshop

_TICK_MS = 1000


class SculptureBar(QWidget):
    """Hidden while there is nothing to wait for. Asks before an order and before a loss."""

    def __init__(
        self, icon_book: IconBook, orders: SculptureOrders, workshop: Workshop, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._icon_book, self._orders, self._workshop = icon_book, orders, workshop
        self.strip = ProgressStrip(icon_book)
        self.list = QuietButton(icon_book, tr("Sculptures…"), "mdi6.format-list-bulleted", height=32)
        self.strip.cancelled.connect(self._cancel)
        self.list.clicked.connect(self.show_history)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.addWidget(self.strip)
        row.addLayout(column, 1)
        row.addWidget(self.list, 0, Qt.AlignmentFlag.AlignVCenter)
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self._show)
        orders.changed.connect(self._show)
        orders.offered.connect(self._ask)
        workshop.journey.sculpturesWanted.connect(self.show_history)
        self._show()

    def may_leave(self) -> bool:
        """Tell whether the program may end; asks where that would lose what may be charged."""
        lost = [way for way in self._orders.ways.values() if way.service is not None and way.service.is_lost]
        if not lost:
            return True
        names = ", ".join(dict.fromkeys(tr(way.service.label) for way in lost if way.service is not None))
        title = tr("%n sculpture(s) are made by {service} and may be charged.", n=len(lost), service=names)
        box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=self.window())
        box.setInformativeText(tr("Once the window is closed, nobody fetches what was ordered."))
        close = box.addButton(tr("Close anyway"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(tr("Keep waiting"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is close

    def show_history(self) -> None:
        """Show every sculpture that was ordered."""
        HistoryDialog(self._icon_book, self._orders, self._workshop, self.window()).exec()

    def _cancel(self) -> None:
        way = self._first()
        if way is not None:
            self._orders.cancel(way.order.id)

    def _first(self) -> OnItsWay | None:
        return next(iter(self._orders.ways.values()), None)

    def _show(self) -> None:
        way, preparing = self._first(), self._orders.preparing
        self.setVisible(way is not None or preparing)
        if not self.isVisible():
            self._clock.stop()
            return
        self._clock.start()
        self.strip.cancel.setVisible(way is not None)
        if way is None:
            self.strip.show_state(tr("Sculpture"), tr("Cutting out the subject"), None)
            return
        self.strip.show_state(
            self._title(way), tr(way.stage or "Getting ready"), way.fraction, time_left=_time_words(way)
        )

    def _title(self, way: OnItsWay) -> str:
        title = tr(way.order.prompt.title)
        words = (
            tr("{service}: “{title}”", service=tr(way.service.label), title=title) if way.service else title
        )
        others = len(self._orders.ways) - 1
        return tr("{first} and %n more", n=others, first=words) if others else words

    def _ask(self, offered: Offered) -> None:
        dialog = OfferDialog(self._icon_book, offered, self.window())
        dialog.settings_wanted.connect(self._to_settings)
        if dialog.exec() and offered.offer is not None:
            self._orders.order(offered, dialog.wanted_detail)

    def _to_settings(self, provider_id: str) -> None:
        if provider_id:
            self._workshop.journey.providerWanted.emit(provider_id)
        self._workshop.journey.go("settings")


def _time_words(way: OnItsWay) -> str:
    """Say how long it has taken, and how long it usually takes."""
    passed = duration_words(time.monotonic() - way.began_s)
    usual_s = way.service.usual_s if way.service is not None else None
    if usual_s is None:
        return passed
    return tr("{passed} · usually {usual}", passed=passed, usual=duration_words(usual_s))

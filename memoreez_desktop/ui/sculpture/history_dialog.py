"""Every sculpture that was ordered: its state, what it cost, and what can still be done."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.one_job import OneJob
from memoreez_desktop.ui.sculpture import jobs
from memoreez_desktop.ui.sculpture.jobs import PastOrder
from memoreez_desktop.ui.sculpture.orders import SculptureOrders
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.painting import rounded
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import Badge, Divider, ElidedLabel, Label, SectionTitle
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.storage.remote_job_rows import OrderRow
    from memoreez_desktop.ui.workshop import Workshop

_SIZE_PX = (680, 560)
_RADIUS_PX = 10.0


class OrderLine(QWidget):
    """One order: title, who and when, state, cost; and a button for each thing that can be done."""

    def __init__(self, icon_book: IconBook, past: PastOrder, running: bool) -> None:
        super().__init__()
        order = self.order = past.order
        level, words = state_words(order, running)
        self.badge = Badge(icon_book, level, words)
        self.buttons: dict[str, SecondaryButton] = {}
        title = Label(icon_book, tr(order.prompt.title), "label", wrap=True)
        facts = Label(icon_book, fact_words(past), "small", "muted", wrap=True)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(title)
        text.addWidget(facts)
        if order.message and order.state in ("failed", "unsure", "accepted"):
            why = " ".join(tr(part) for part in (order.message, order.hint) if part)
            text.addWidget(Label(icon_book, why, "small", "warn", wrap=True))
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        text.addLayout(self._row)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 12, 0, 12)
        line.setSpacing(12)
        line.addLayout(text, 1)
        line.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)

    def offer(self, name: str, button: SecondaryButton) -> None:
        """Put a button at the left of the row."""
        button.setAccessibleName(f"{button.text()}: {tr(self.order.prompt.title)}")
        self.buttons[name] = button
        self._row.insertWidget(self._row.count() - 1, button)


class HistoryDialog(QDialog):
    """The list. Escape closes it."""

    def __init__(
        self, icon_book: IconBook, orders: SculptureOrders, workshop: Workshop, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._icon_book, self._orders, self._workshop = icon_book, orders, workshop
        self._reading = OneJob(workshop.runner)
        self.lines: list[OrderLine] = []
        self.setWindowTitle(tr("Sculptures"))
        self.close_button = SecondaryButton(icon_book, tr("Close"), "mdi6.close")
        self.close_button.clicked.connect(self.accept)
        self.watch = SecondaryButton(icon_book, tr("Watch a folder…"), "mdi6.folder-eye-outline")
        self.watch.clicked.connect(self._choose_folder)
        self.watched = ElidedLabel(icon_book, "", "small", "muted")
        self.page = ScrollPage(self, margins=(24, 0, 24, 16))
        self.page.column.addStretch(1)
        whole = QVBoxLayout(self)
        # Inside the line round it.
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.addWidget(SectionTitle(icon_book, tr("Sculptures")))
        whole.addLayout(head)
        whole.addWidget(self.page, 1)
        whole.addWidget(Divider(icon_book))
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.watch)
        foot.addWidget(self.watched, 1)
        foot.addWidget(self.close_button)
        whole.addLayout(foot)
        self.resize(*_SIZE_PX)
        self._show_folder()
        orders.changed.connect(self._read)
        orders.ended.connect(lambda _order: self._read())
        self._read()

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 320)

    def done(self, result: int) -> None:
        """Hear nothing any more."""
        self._reading.stop()
        self._orders.changed.disconnect(self._read)
        super().done(result)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, QRectF(self.rect()), _RADIUS_PX, None, self._icon_book.theme_book.color("control"))
        painter.end()

    def _read(self) -> None:
        if not self._reading.running:
            complain = self._workshop.journey.complain
            self._reading.start(jobs.history_job(self._workshop), self._show, complain, pool="disk")

    def _show(self, rows: tuple[PastOrder, ...]) -> None:
        column = self.page.column
        while column.count() > 1:
            widget = column.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = []
        for past in rows:
            line = OrderLine(self._icon_book, past, past.order.id in self._orders.ways)
            self._furnish(line, past.raw)
            self.lines.append(line)
            column.insertWidget(column.count() - 1, line)
            column.insertWidget(column.count() - 1, Divider(self._icon_book))
        if not rows:
            words = tr("No sculpture was ordered yet. Choose a concept, then “AI sculpture” in the Studio.")
            column.insertWidget(0, Label(self._icon_book, words, "body", "muted", wrap=True))

    def _furnish(self, line: OrderLine, raw: Path | None) -> None:
        order, orders = line.order, self._orders
        if order.id in orders.ways:
            self._button(line, "stop", tr("Cancel"), "mdi6.close", lambda: orders.cancel(order.id))
            return
        if order.state == "done":
            self._button(line, "use", tr("Use again"), "mdi6.cube-outline", lambda: self._use(order))
        if raw is not None:
            self._button(
                line, "raw", tr("Show the raw file"), "mdi6.folder-open-outline", lambda: _reveal(raw)
            )
        if order.state in ("accepted", "unsure"):
            self._button(line, "fetch", tr("Look again"), "mdi6.magnify", lambda: orders.bring(order))
        elif order.state == "ready":
            self._button(line, "send", tr("Order now"), "mdi6.creation", lambda: orders.bring(order))
        if order.state in ("failed", "unsure", "done"):
            self._button(line, "again", tr("Order again…"), "mdi6.refresh", lambda: self._again(order))

    def _button(self, line: OrderLine, name: str, words: str, icon: str, act: object) -> None:
        button = SecondaryButton(self._icon_book, words, icon, height=32)
        button.clicked.connect(act)
        line.offer(name, button)

    def _choose_folder(self) -> None:
        """Choose where other programs put models; choosing none ends the watch."""
        keeper = self._workshop.keeper
        begin = keeper.settings.watched_folder or keeper.settings.last_folder
        words = tr("A folder in which new models are looked for; Cancel for none")
        keeper.change(watched_folder=QFileDialog.getExistingDirectory(self, words, begin))
        self._show_folder()

    def _show_folder(self) -> None:
        folder = self._workshop.keeper.settings.watched_folder
        self.watched.setText(tr("New models in {folder} are offered", folder=folder) if folder else "")

    def _use(self, order: OrderRow) -> None:
        self.accept()
        self._orders.open(order)

    def _again(self, order: OrderRow) -> None:
        title = tr("Order this sculpture again?")
        box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=self)
        box.setInformativeText(tr("Each order is charged by itself, if the service charges anything."))
        order_it = box.addButton(tr("Order again"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(tr("Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.exec()
        if box.clickedButton() is order_it:
            self._orders.again(order)


def state_words(order: OrderRow, running: bool) -> tuple[str, str]:
    """Say how an order stands: the badge's level and its word."""
    if running:
        return "neutral", tr("On its way")
    return {
        "ready": ("neutral", tr("Not sent")),
        "submitting": ("neutral", tr("Being sent")),
        "accepted": ("warning", tr("Not fetched yet")),
        "done": ("good", tr("Came")),
        "failed": ("error", tr("Failed")),
        "unsure": ("warning", tr("Unsure")),
    }[order.state]


def fact_words(past: PastOrder) -> str:
    """Say who made it, when, for how much and under which terms."""
    order = past.order
    when = datetime.fromtimestamp(order.created_s)
    date = QLocale().toString(when, QLocale.FormatType.ShortFormat)
    parts = [tr(past.label), order.model, date]
    if order.cost_usd is not None:
        parts.append(tr("free") if order.cost_usd == 0 else tr("{usd:.2f} USD", usd=order.cost_usd))
    parts.append(order.licence)
    return " · ".join(part for part in parts if part)


def _reveal(raw: Path) -> None:
    """Show where the file lies."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(raw.parent)))

"""Where the G-code goes: the cards that are plugged in, and a file. The one that fits is accented."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.units import bytes_words
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.buttons import PaintedButton, PrimaryButton, QuietButton, SecondaryButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.painting import one_line
from memoreez_desktop.ui.widgets.progress import ProgressBar
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import number, tr

if TYPE_CHECKING:
    from memoreez_desktop.printing.drives import Drive

_MOST_DRIVES = 3


class CardButton(PrimaryButton):
    """What it does over where to, 64 px high; only one of several is ``accented``, the others are lower."""

    accented = True

    def __init__(
        self, icon_book: IconBook, icon: str, title: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, title, icon, height=64, parent=parent)
        self.second_line = text
        self.setAccessibleName(f"{title}: {text}")

    def sizeHint(self) -> QSize:
        return QSize(200, 64 if self.accented else 52)

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        return super()._look() if self.accented else PaintedButton._look(self)

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        tint = words if self.isEnabled() else self._color("icon_off")
        self.icon_book.paint(painter, QRectF(22, rect.center().y() - 13, 26, 26), self.icon_name, tint)
        width = rect.width() - 64 - 12
        kind, top = ("primary", 11) if self.accented else ("label", 5)
        one_line(painter, QRectF(64, top, width, 22), self.text(), words, font(kind))
        one_line(painter, QRectF(64, top + 23, width, 18), self.second_line, words, font("small"))


class ExportSection(QWidget):
    """Save to a card, save as a file; progress and Cancel while it is being written.

    Signals
    -------
    driveWanted(Drive)
    fileWanted()
    cancelled()
    """

    driveWanted = Signal(object)
    fileWanted = Signal()
    cancelled = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self._drives: tuple[Drive, ...] = ()
        self._ready = False
        self._idle = True
        self.cards: list[CardButton] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        self.no_card = Label(icon_book, "", "small", "muted", wrap=True)
        self.save_accented = PrimaryButton(
            icon_book, tr("Save file…"), "mdi6.content-save-outline", height=48
        )
        self.save_plain = SecondaryButton(icon_book, tr("Save file…"), "mdi6.content-save-outline")
        for button in (self.save_accented, self.save_plain):
            button.clicked.connect(self.fileWanted)
        self._busy = QWidget()
        self.bar = ProgressBar(icon_book, tr("Saving"), 4)
        self.doing = Label(icon_book, "", "small", "muted")
        self.cancel = QuietButton(icon_book, tr("Cancel"), "mdi6.close", height=32)
        self.cancel.clicked.connect(self.cancelled)
        line = QHBoxLayout()
        line.addWidget(self.doing, 1)
        line.addWidget(self.cancel)
        busy = QVBoxLayout(self._busy)
        busy.setContentsMargins(0, 4, 0, 0)
        busy.setSpacing(2)
        busy.addWidget(self.bar)
        busy.addLayout(line)
        self._busy.hide()
        self._mark = IconMark(icon_book, "mdi6.information-outline", "muted", 18)
        self._word = Label(icon_book, "", "small", "muted", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._mark)
        foot.addWidget(self._word, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(10)
        column.addLayout(self._cards)
        for widget in (self.save_accented, self.save_plain, self.no_card, self._busy):
            column.addWidget(widget)
        column.addLayout(foot)
        self.say(tr("What is saved is read back and compared."))
        self.show_drives(())

    def show_drives(self, drives: Sequence[Drive]) -> None:
        """Offer these cards and sticks; the first that can be written is the accented way."""
        self._drives = tuple(drives)
        while self._cards.count():
            old = self._cards.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.cards = [self._card(drive) for drive in self._drives[:_MOST_DRIVES]]
        first = next((k for k, drive in enumerate(self._drives[:_MOST_DRIVES]) if drive.writable), 0)
        for place, card in enumerate(self.cards):
            card.accented = place == first
            self._cards.addWidget(card)
        usable = any(drive.writable for drive in self._drives)
        self.save_accented.setVisible(not usable)
        self.save_plain.setVisible(usable)
        self.no_card.setText(
            "" if self.cards else tr("Plug in an SD card or a USB stick and it appears here.")
        )
        self.no_card.setVisible(not self.cards)
        self._show_note()
        self._enable()

    def set_ready(self, ready: bool) -> None:
        """Say whether there is a file to be saved."""
        self._ready = ready
        self._enable()

    def show_saving(self, fraction: float | None, words: str) -> None:
        """Show how far the saving is."""
        self.bar.set_fraction(fraction)
        if words:
            self.doing.setText(words)
        self._busy.show()
        self._enable()

    def show_rest(self) -> None:
        """Nothing is being saved."""
        self._busy.hide()
        self._enable()

    def say(self, words: str, level: str = "info") -> None:
        """Say what happened, or what will."""
        icon, role = {
            "good": ("mdi6.check-circle-outline", "good"),
            "error": ("mdi6.alert-circle-outline", "err"),
        }.get(level, ("mdi6.information-outline", "muted"))
        self._mark.set_icon(icon, role)
        self._word.setText(words)
        self._word.set_role(role if level == "error" else "muted")
        self._idle = level == "info"
        self._show_note()

    def _show_note(self) -> None:
        """One quiet sentence at a time: without a card, how to get one is the more useful."""
        shown = not self._idle or bool(self.cards)
        self._mark.setVisible(shown)
        self._word.setVisible(shown)

    def _card(self, drive: Drive) -> CardButton:
        free = tr("{label}, {free} free", label=drive.label, free=number(bytes_words(drive.free_bytes)))
        words = free if drive.writable else tr("{label} is write-protected", label=drive.label)
        icon = (
            "mdi6.sd"
            if "sd" in drive.label.lower() or "mmc" in str(drive.path)
            else "mdi6.usb-flash-drive-outline"
        )
        card = CardButton(self._icon_book, icon, tr("Save to {label}", label=drive.label), words)
        card.setText(tr("Save to SD card") if icon == "mdi6.sd" else tr("Save to USB stick"))
        card.clicked.connect(lambda: self.driveWanted.emit(drive))
        return card

    def _enable(self) -> None:
        free = self._ready and self._busy.isHidden()
        for card, drive in zip(self.cards, self._drives, strict=False):
            card.setEnabled(free and drive.writable)
        for button in (self.save_accented, self.save_plain):
            button.setEnabled(free)

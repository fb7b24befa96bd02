"""What services may cost in a month, what they did cost, and when they ask first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.ai_ledger import Ledger, month_words
from memoreez_desktop.ui.widgets.check_box import CheckBox
from memoreez_desktop.ui.widgets.decimal_field import DecimalField
from memoreez_desktop.ui.widgets.fields import Field, NumberField
from memoreez_desktop.ui.widgets.link_button import LinkButton
from memoreez_desktop.ui.widgets.progress import ProgressBar
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import Spent

_HIGHEST_USD = 1000.0
_MOST_PICTURES = 8
_BESIDE_PX = 480


class MonthlyCap(QWidget):
    """The limit, how much of it is used, and the ledger behind a click.

    Signals
    -------
    chosen(float)
        USD.
    """

    chosen = Signal(float)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spin = DecimalField(icon_book, tr("Monthly cap"), 0.0, _HIGHEST_USD, unit="USD")
        self.spin.setFixedWidth(144)
        self.used = Label(icon_book, "", "label")
        self.left = Label(icon_book, "", "body", "muted")
        self.bar = ProgressBar(icon_book, tr("Used of the monthly cap"))
        self.hint = Label(icon_book, "", "small", "muted", wrap=True)
        self.more = LinkButton(icon_book, tr("What was spent…"), "mdi6.chevron-down")
        self.more.setCheckable(True)
        self.ledger = Ledger(icon_book)
        self.ledger.hide()
        self.spin.valueChanged.connect(self.chosen)
        self.more.toggled.connect(self._open)
        self._lay_out(icon_book)

    def show_cap(self, cap_usd: float, spent: Spent | None, hint: str) -> None:
        """Show the limit, and what is left of it."""
        self.spin.blockSignals(True)
        self.spin.setValue(cap_usd)
        self.spin.blockSignals(False)
        self.hint.setText(hint)
        used = spent.now_usd if spent is not None else 0.0
        month = month_words(spent.month) if spent is not None else ""
        self.used.setText(tr("{usd:.2f} USD used in {month}", usd=used, month=month) if month else "")
        self.left.setText(tr("{usd:.2f} USD left", usd=max(0.0, cap_usd - used)))
        self.bar.set_fraction(min(1.0, used / cap_usd) if cap_usd > 0 else float(used > 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = event.size().width() >= _BESIDE_PX
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(right if beside else down)
        self._row.setSpacing(16 if beside else 8)
        # Beside the number, not beside its label.
        self._usage.setContentsMargins(0, 28 if beside else 0, 0, 0)

    def _open(self, opened: bool) -> None:
        self.ledger.setVisible(opened)
        self.more.set_icon("mdi6.chevron-up" if opened else "mdi6.chevron-down")

    def _lay_out(self, icon_book: IconBook) -> None:
        words = QHBoxLayout()
        words.addWidget(self.used)
        words.addStretch(1)
        words.addWidget(self.left)
        self._usage = QVBoxLayout()
        self._usage.setSpacing(6)
        self._usage.addLayout(words)
        self._usage.addWidget(self.bar)
        self._usage.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._row.addWidget(Field(icon_book, tr("Monthly cap"), self.spin), 0, left)
        self._row.addLayout(self._usage, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.hint, 1)
        below.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        column.addWidget(self.ledger)


class OrderWishes(QWidget):
    """How many pictures are ordered, whether they ask first, and whether a photo goes along.

    Signals
    -------
    ask_chosen(bool), photo_chosen(bool), count_chosen(int)
    """

    ask_chosen = Signal(bool)
    photo_chosen = Signal(bool)
    count_chosen = Signal(int)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = NumberField(icon_book, tr("Pictures for each story"), 1, _MOST_PICTURES)
        self.count.setKeyboardTracking(False)
        self.count.setFixedWidth(96)
        self.ask = CheckBox(icon_book, tr("Ask me before every paid request"))
        self.photo = CheckBox(icon_book, tr("Use my first photo where the service can"))
        self.leaves = Label(icon_book, "", "small", "muted", wrap=True)
        self.leaves.setContentsMargins(32, 0, 0, 0)
        self.count.valueChanged.connect(self.count_chosen)
        self.ask.clicked.connect(self.ask_chosen)
        self.photo.clicked.connect(self.photo_chosen)
        row = QHBoxLayout()
        row.setSpacing(12)
        label = Label(icon_book, tr("Pictures for each story"), "body", wrap=True)
        label.setBuddy(self.count)
        row.addWidget(self.count)
        row.addWidget(label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.ask)
        together = QVBoxLayout()
        together.setSpacing(2)
        together.addWidget(self.photo)
        together.addWidget(self.leaves)
        column.addLayout(together)

    def show_wishes(self, count: int, *, ask: bool | None, photo: bool | None, leaves: str) -> None:
        """Show what is wished; None: there is nothing to wish."""
        self.count.blockSignals(True)
        self.count.setValue(count)
        self.count.blockSignals(False)
        for box, wish in ((self.ask, ask), (self.photo, photo)):
            box.setVisible(wish is not None)
            box.setChecked(bool(wish))
        self.leaves.setVisible(photo is not None)
        self.leaves.setText(leaves)
        self.photo.setAccessibleDescription(leaves)

"""What the studio understood of the story: what they love as chips, the rest to be taken over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import QuietButton
from memoreez_desktop.ui.widgets.chip import Chip
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr


class FoundSection(QWidget):
    """Chips under the story; hidden while nothing was found.

    Signals
    -------
    symbol_wanted(Chip), removed(str), edit_wanted(str)
        Of a subject, by its word.
    fact_taken(str)
        The key of a fact that is to stand in its field.
    """

    symbol_wanted = Signal(object)
    removed = Signal(str)
    edit_wanted = Signal(str)
    fact_taken = Signal(str)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.setAccessibleName(tr("Found in your story"))
        self.chips: list[Chip] = []
        self.facts: dict[str, QuietButton] = {}
        self._flow = FlowLayout(gap=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(icon_book, tr("Found in your story"), "small", "muted"))
        column.addLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_found(self, subjects: Sequence[tuple[str, str]], facts: Mapping[str, tuple[str, str]]) -> None:
        """Show (word, symbol) pairs, and facts by key: (words, icon)."""
        self._clear()
        for word, icon in subjects:
            chip = Chip(self._icon_book, word, icon if self._icon_book.has(icon) else "", pickable=True)
            chip.symbol_wanted.connect(lambda chip=chip: self.symbol_wanted.emit(chip))
            chip.removed.connect(lambda word=word: self.removed.emit(word))
            chip.edit_wanted.connect(lambda word=word: self.edit_wanted.emit(word))
            self.chips.append(chip)
            self._flow.addWidget(chip)
        for key, (words, icon) in facts.items():
            button = QuietButton(self._icon_book, words, icon, role="violet", height=32)
            button.setAccessibleName(tr("Use “{words}”", words=words))
            button.setToolTip(tr("Put it into its field"))
            button.clicked.connect(lambda _checked=False, key=key: self.fact_taken.emit(key))
            self.facts[key] = button
            self._flow.addWidget(button)
        self.setVisible(bool(subjects or facts))
        self.updateGeometry()

    def set_icons(self, icons: Mapping[str, str]) -> None:
        """Put other symbols on the chips."""
        for chip in self.chips:
            icon = icons.get(chip.text(), "")
            if icon and self._icon_book.has(icon):
                chip.set_icon(icon)

    def _clear(self) -> None:
        while self._flow.count():
            widget = self._flow.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.chips, self.facts = [], {}

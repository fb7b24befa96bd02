"""The three big numbers: time, weight, cost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.gcode import GcodeStats
from memoreez_desktop.core.profiles import MaterialProfile
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.print.figures import cost_words, length_words, ready_words, time_words, weight_words
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.progress import ProgressBar
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

_NOTHING = "–"
_SLIM_PX, _SLIM_NUMBER_PX = 350, 22


class FiguresSection(QWidget):
    """Big time, grams and cost; a slim bar while they are being worked out."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers = [Label(icon_book, _NOTHING, "number") for _ in range(3)]
        self.words = [Label(icon_book, "", "small", "muted") for _ in range(3)]
        names = (tr("Printing time"), tr("Plastic"), tr("Cost of the plastic"))
        row = QHBoxLayout()
        row.setSpacing(16)
        for place, (number, word) in enumerate(zip(self.numbers, self.words, strict=True)):
            number.setAccessibleDescription(names[place])
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(number)
            column.addWidget(word)
            row.addLayout(column)
            if place < 2:
                row.addStretch(1)
        self.notes = Label(icon_book, "", "small", "muted", wrap=True)
        self.bar = ProgressBar(icon_book, tr("Slicing"), 4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 12)
        outer.setSpacing(6)
        outer.addLayout(row)
        outer.addWidget(self.notes)
        outer.addWidget(self.bar)
        self.show_nothing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        large = font("number")
        if self.width() < _SLIM_PX:
            large.setPixelSize(_SLIM_NUMBER_PX)
        for number in self.numbers:
            number.setFont(large)

    def show_nothing(self) -> None:
        """There are no figures."""
        for number, word, text in zip(
            self.numbers, self.words, (tr("time"), tr("weight"), tr("plastic")), strict=True
        ):
            number.setText(_NOTHING)
            number.set_role("faint")
            word.setText(text)
        self.say_notes(())
        self.bar.hide()

    def say_notes(self, notes: Sequence[str]) -> None:
        """Say what the slicer did by itself."""
        self.notes.setText(" ".join(notes))
        self.notes.setVisible(bool(notes))

    def show_progress(self, fraction: float | None) -> None:
        """They are being worked out; the old ones stay, quietly."""
        for number in self.numbers:
            number.set_role("faint")
        self.bar.set_fraction(fraction)
        self.bar.show()

    def show_stats(self, stats: GcodeStats, material: MaterialProfile) -> None:
        """Show what the file amounts to."""
        figures = (
            (time_words(stats.time_s), ready_words(stats.time_s)),
            (weight_words(stats.filament_g), length_words(stats.filament_mm)),
            (cost_words(stats.filament_g, material.price_per_kg), tr("plastic")),
        )
        for number, word, (value, text) in zip(self.numbers, self.words, figures, strict=True):
            number.setText(value)
            number.set_role("text")
            word.setText(text)
        self.bar.hide()

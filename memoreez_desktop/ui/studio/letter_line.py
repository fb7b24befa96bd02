"""A line of words over the meter of its letters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.letter_match import Letter, retyped
from memoreez_desktop.ui.studio.letter_meter import LetterMeter
from memoreez_desktop.ui.widgets.fields import TextField

_LONGEST = 40


class LetterLine(QWidget):
    """A line of text over the meter of its letters.

    Signals
    -------
    typed()
    """

    typed = Signal()

    def __init__(self, icon_book: IconBook, name: str) -> None:
        super().__init__()
        self.line = TextField(icon_book, name, name)
        self.line.setMaxLength(_LONGEST)
        self.meter = LetterMeter(icon_book)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.meter)
        self.line.textEdited.connect(self._edited)

    def show_letters(self, text: str, letters: list[Letter]) -> None:
        """Show a line and its verdicts; spaces round it, which the recipe does not keep, may be typed on."""
        if self.line.text().strip() != text:
            self.line.setText(text)
        self.meter.show_letters(letters)
        self.line.setAccessibleDescription(self.meter.words)

    def _edited(self, text: str) -> None:
        self.meter.show_letters(retyped(text, self.meter.letters))
        self.typed.emit()

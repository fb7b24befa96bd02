"""The words on the keepsake, line by line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.fields import TextField
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

# As many as sculpting.wording takes.
_LINES, _LONGEST = 2, 30


class TextSection(Section):
    """Two lines of text.

    Signals
    -------
    changed(tuple)
        The lines that are written, without empty ones.
    """

    changed = Signal(tuple)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Text"), parent=parent)
        names = (tr("First line"), tr("Second line"))
        self.lines = [TextField(icon_book, name, name) for name in names[:_LINES]]
        for line in self.lines:
            line.setMaxLength(_LONGEST)
            line.textEdited.connect(lambda _text: self.changed.emit(self.words))
            self.body.addWidget(line)
        self._hint = Label(icon_book, "", "small", "warn", wrap=True)
        self.body.addWidget(self._hint)
        self._hint.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What stands in the lines."""
        return tuple(line.text().strip() for line in self.lines if line.text().strip())

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show what is written; a line in which somebody types is left alone."""
        for number, line in enumerate(self.lines):
            text = lines[number] if number < len(lines) else ""
            if not line.hasFocus() and line.text() != text:
                line.setText(text)

    def complain(self, words: str) -> None:
        """Say why these words cannot be written, or that they can (empty)."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

"""General: the language, and where everything is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from memoreez_desktop.ui.widgets.fields import Field, TextField
from memoreez_desktop.ui.widgets.surfaces import Label, Panel, SectionTitle
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import tr


class GeneralSection(QWidget):
    """Widgets only.

    Signals
    -------
    language_chosen(str)
    folder_wanted(), open_folder_wanted(), usual_folder_wanted()
        The buttons of the data folder.
    """

    language_chosen = Signal(str)
    folder_wanted = Signal()
    open_folder_wanted = Signal()
    usual_folder_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = (("system", tr("Like the system")), ("en", "English"), ("de", "Deutsch"))
        self.language = Segmented(icon_book, tr("Language"), choices)
        self.language.changed.connect(self.language_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        words = Panel(icon_book, spacing=16)
        words.body.addWidget(SectionTitle(icon_book, tr("Language")))
        words.body.addWidget(self.language)
        words.body.addWidget(Label(icon_book, tr("The window changes at once."), "small", "muted"))
        column.addWidget(words)
        column.addWidget(self._folder_panel(icon_book))
        column.addStretch(1)

    def show_folder(self, folder: str, word: str = "", *, is_usual: bool = True) -> None:
        """Show where everything is kept, and a word about a change."""
        self.folder.setText(folder)
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(folder)
        self._field.set_hint(word, "warn" if word else "muted")
        self._usual.setVisible(not is_usual)

    def _folder_panel(self, icon_book: IconBook) -> Panel:
        self.folder = TextField(icon_book, tr("Data folder"))
        self.folder.setReadOnly(True)
        self._field = Field(icon_book, tr("Data folder"), self.folder)
        show = SecondaryButton(icon_book, tr("Open folder"), "mdi6.folder-open-outline")
        change = SecondaryButton(icon_book, tr("Change…"), "mdi6.folder-edit-outline")
        self._usual = QuietButton(icon_book, tr("Use the usual folder"), "mdi6.undo-variant")
        show.clicked.connect(self.open_folder_wanted)
        change.clicked.connect(self.folder_wanted)
        self._usual.clicked.connect(self.usual_folder_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (show, change, self._usual):
            row.addWidget(button)
        row.addStretch(1)
        panel = Panel(icon_book, spacing=16)
        panel.body.addWidget(SectionTitle(icon_book, tr("Where your keepsakes are kept")))
        words = tr("Stories, photos, pictures, models and print files, all on this computer.")
        panel.body.addWidget(Label(icon_book, words, "body", "muted", wrap=True))
        panel.body.addWidget(self._field)
        panel.body.addLayout(row)
        return panel

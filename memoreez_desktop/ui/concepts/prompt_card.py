"""One prompt that can be edited: its title, its character, and the words that go to the service."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.core.remote import ConceptPrompt
from memoreez_desktop.ui.concepts.ai_card import CHARACTER_ICONS, character_choices
from memoreez_desktop.ui.concepts.prompt_text import PromptText
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import QuietButton
from memoreez_desktop.ui.widgets.fields import ChoiceField, Field, TextField
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.painting import text_width
from memoreez_desktop.ui.widgets.surfaces import Label, Panel
from memoreez_desktop.ui.words import tr

LONGEST_TITLE, LONGEST_PROMPT = 60, 2000
"""As many characters as every service takes whole (the shortest limit known is 2,048)."""
_ICON_AND_ARROW_PX = 84


class PromptCard(Panel):
    """Widgets around a :class:`ConceptPrompt`.

    Signals
    -------
    edited()
        Something was written; :attr:`complete` may be different.
    """

    edited = Signal()

    def __init__(
        self, icon_book: IconBook, prompt: ConceptPrompt, number: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, padding=16, spacing=12, parent=parent)
        self.setAccessibleName(tr("Concept {number}", number=number))
        self.title = TextField(icon_book, tr("Title of concept {number}", number=number))
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.setText(prompt.title)
        self.character = ChoiceField(icon_book, tr("Character of concept {number}", number=number))
        self.character.set_choices(character_choices(), prompt.character)
        self.text = PromptText(icon_book, tr("Prompt of concept {number}", number=number), prompt.prompt)
        self._count = Label(icon_book, "", "small", "muted")
        self._mark = IconMark(icon_book, "mdi6.alert-outline", "warn", 16)
        self._advice = Label(icon_book, "", "small", "warn", wrap=True)
        self.soften = QuietButton(
            icon_book, tr("Write “{word}”", word="…"), "mdi6.auto-fix", role="violet", height=32
        )
        self._lay_out(icon_book)
        self.title.textEdited.connect(self._changed)
        self.character.currentIndexChanged.connect(self._changed)
        self.text.textChanged.connect(self._changed)
        self.soften.clicked.connect(self._soften)
        self._tell()

    @property
    def complete(self) -> bool:
        """True when there is a title and a prompt that no service cuts off."""
        return bool(self.title.text().strip()) and 0 < len(self.text.words) <= LONGEST_PROMPT

    def prompt(self) -> ConceptPrompt:
        """Return what stands in the fields."""
        return ConceptPrompt(self.title.text().strip(), self.character.value, self.text.words)

    def _lay_out(self, icon_book: IconBook) -> None:
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(Field(icon_book, tr("Title"), self.title), 1)
        # Room for the widest of the four, in every language, beside its icon and the arrow.
        widest = max(text_width(label, self.character.font()) for _value, label in character_choices())
        self.character.setFixedWidth(int(widest) + _ICON_AND_ARROW_PX)
        first.addWidget(Field(icon_book, tr("Character"), self.character))
        self.body.addLayout(first)
        self.body.addWidget(self.text)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self._advice, 1)
        below.addWidget(self.soften)
        below.addStretch(0)
        below.addWidget(self._count)
        self.body.addLayout(below)

    def _soften(self) -> None:
        found = self.text.risky()
        if found:
            self.text.soften(found[0])

    def _changed(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self.character.set_icon(CHARACTER_ICONS.get(self.character.value, ""))
        words = self.text.words
        too_long = len(words) > LONGEST_PROMPT
        counted = tr("%n word(s)", n=len(words.split()))
        letters = tr("{count} of {most} characters", count=len(words), most=LONGEST_PROMPT)
        self._count.setText(f"{counted} · {letters}")
        self._count.set_role("warn" if too_long else "muted")
        found = self.text.risky()
        for widget in (self._mark, self._advice, self.soften):
            widget.setVisible(bool(found))
        if found:
            word = found[0]
            self._advice.setText(tr("Services may refuse “{word}”.", word=word.word))
            self.soften.setText(tr("Write “{word}”", word=word.instead))
            self.soften.updateGeometry()

"""The words about the person: the story, name, age, passions, quirk, occasion, and what must be written."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.core.story import Story
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.story.found_section import FoundSection
from memoreez_desktop.ui.story.occasions import YEARS_COUNTED, occasion_choices
from memoreez_desktop.ui.story.story_text import LONGEST, StoryText
from memoreez_desktop.ui.widgets.chips import ChipEditor
from memoreez_desktop.ui.widgets.fields import Field, NumberField, TextField
from memoreez_desktop.ui.widgets.pills import PillGroup
from memoreez_desktop.ui.widgets.surfaces import Panel, SectionTitle
from memoreez_desktop.ui.words import tr

LETTERS = 40
_OLDEST = 150
_GAP_PX = 17


class StoryForm(Panel):
    """A panel of fields around a :class:`Story`.

    Signals
    -------
    edited()
        The person changed something; :meth:`story` tells what stands there now.
    """

    edited = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, padding=24, spacing=0, parent=parent)
        self._chosen: dict[str, tuple[str, str]] = {}
        self.told = StoryText(icon_book, tr("In your own words"))
        self.found = FoundSection(icon_book)
        self.name = TextField(icon_book, tr("Name"), tr("Grandpa Karl"))
        self.age = NumberField(icon_book, tr("Turning"), 0, _OLDEST, empty_text="–")
        self.age.setFixedWidth(120)
        self.loves = ChipEditor(icon_book, tr("Loves"), tr("Add another…"), pickable=True)
        self.quirk = TextField(icon_book, tr("A quirk only you would know"), tr("Hates Mondays"))
        self.occasion = PillGroup(icon_book, tr("Occasion"), occasion_choices())
        self.written = TextField(icon_book, tr("What must be written on it"))
        self.written.setMaxLength(LETTERS)
        self._age_field = Field(icon_book, tr("Turning"), self.age)
        self._written_field = Field(
            icon_book,
            tr("What must be written on it"),
            self.written,
            aside=" ",
            hint=tr("Leave it empty and each concept finds its own words. A slash / begins a second line."),
        )
        self._lay_out(icon_book)
        self.told.textChanged.connect(self._edited)
        self.name.textEdited.connect(self._edited)
        self.age.valueChanged.connect(self._edited)
        self.loves.changed.connect(self._edited)
        self.quirk.textEdited.connect(self._edited)
        self.occasion.changed.connect(self._edited)
        self.written.textEdited.connect(self._edited)
        self._count()

    def story(self) -> Story:
        """Return what stands in the fields."""
        lines = tuple(line.strip() for line in self.written.text().split("/") if line.strip())
        text = self.told.toPlainText()[:LONGEST].strip()
        said = {word.casefold() for word in self.loves.values}
        return Story(
            name=self.name.text().strip(),
            age=self.age.value() or None,
            passions=self.loves.values,
            quirk=self.quirk.text().strip(),
            occasion=self.occasion.value,
            text_lines=lines,
            free_text=text,
            # What was chosen for a word that is gone would only make equal stories different.
            icons=tuple(pair for key, pair in self._chosen.items() if key in said or text),
        )

    def set_story(self, story: Story) -> None:
        """Show a story without telling anybody; a field that says the same already is not touched."""
        if story == self.story():
            return
        self._chosen = {pair[0].casefold(): pair for pair in story.icons}
        if story.free_text.strip() != self.told.toPlainText().strip():
            self.told.blockSignals(True)
            self.told.setPlainText(story.free_text)
            self.told.blockSignals(False)
        self.name.setText(story.name)
        self.age.blockSignals(True)
        self.age.setValue(story.age or 0)
        self.age.blockSignals(False)
        self.loves.set_values(story.passions)
        self.quirk.setText(story.quirk)
        self.occasion.set_value(story.occasion)
        self.written.setText(" / ".join(story.text_lines))
        self._count()

    def choose_symbol(self, word: str, icon: str) -> None:
        """Show a word as this symbol; an empty one: the word is not to become a picture."""
        self._chosen[word.casefold()] = (word, icon)
        self._edited()

    def set_passion_icons(self, icons: Mapping[str, str]) -> None:
        """Put symbols on the chips: those the person chose before those that were found."""
        words = (*self.loves.values, *(chip.text() for chip in self.found.chips))
        chosen = {key: icon for key, (_word, icon) in self._chosen.items()}
        shown = {word: chosen.get(word.casefold()) or icons.get(word, "") for word in words}
        self.loves.set_icons(shown)
        self.found.set_icons(shown)

    def _lay_out(self, icon_book: IconBook) -> None:
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(Field(icon_book, tr("Name"), self.name), 1)
        first.addWidget(self._age_field)
        self.body.addWidget(SectionTitle(icon_book, tr("Who is it for?")))
        self.body.addSpacing(16)
        words = tr("In your own words")
        self.body.addWidget(Field(icon_book, words, self.told, aside=tr("optional"), aside_right=False))
        self.body.addWidget(self.found)
        self.body.addSpacing(_GAP_PX)
        self.body.addLayout(first)
        loves = Field(icon_book, tr("Loves"), self.loves, aside=tr("as many as you like"), aside_right=False)
        rest = (
            loves,
            Field(icon_book, tr("A quirk only you would know"), self.quirk),
            Field(icon_book, tr("Occasion"), self.occasion),
            self._written_field,
        )
        for field in rest:
            self.body.addSpacing(_GAP_PX)
            self.body.addWidget(field)
        self.body.addStretch(1)

    def _edited(self) -> None:
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        letters = sum(not sign.isspace() and sign != "/" for sign in self.written.text())
        self._written_field.aside.setText(tr("{count} of {most} letters", count=letters, most=LETTERS))
        years = self.occasion.value in YEARS_COUNTED
        word = tr("Years") if years else tr("Turning")
        self._age_field.label.setText(word)
        self.age.setAccessibleName(word)

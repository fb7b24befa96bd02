"""Reads along: finds symbols for what is typed, and what the story tells; lets both be changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Story
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.newest import Newest
from memoreez_desktop.ui.story.form import StoryForm
from memoreez_desktop.ui.story.occasions import occasion_choices
from memoreez_desktop.ui.symbol_finder import SymbolFinder
from memoreez_desktop.ui.widgets.chip import NO_SYMBOL, Chip
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

if TYPE_CHECKING:
    from memoreez_desktop.services.read_story import StoryReading

_REST_MS = 350


class StoryReader(QObject):
    """Between the story's form and the studio's understanding of it."""

    def __init__(self, form: StoryForm, icon_book: IconBook, workshop: Workshop) -> None:
        super().__init__(form)
        self._form, self._workshop, self._journey = form, workshop, workshop.journey
        self._icons: dict[str, str] = {}
        self._read_of: Story | None = None
        self._reading: StoryReading | None = None
        self._left = False
        self._readings = Newest(workshop.runner)
        self.finder = SymbolFinder(icon_book, workshop, form)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.read)
        form.loves.symbol_wanted.connect(self._pick)
        form.found.symbol_wanted.connect(self._pick)
        form.found.removed.connect(self._remove)
        form.found.edit_wanted.connect(self._edit)
        form.found.fact_taken.connect(self._take_fact)

    def leave(self) -> None:
        """Touch no widget any more."""
        self._left = True
        self._rest.stop()

    def follow(self, story: Story) -> None:
        """Look at a story: symbols at once, the text when its writer rests."""
        self._find_symbols([word for word in story.passions if word not in self._icons])
        self._form.set_passion_icons(self._icons)
        asked = _what_is_read(story)
        if asked == self._read_of:
            self._show_found()
        elif story.free_text or self._reading is not None:
            self._rest.start()

    def read(self) -> None:
        """Read the story now."""
        self._rest.stop()
        story = self._journey.brief.story
        self._read_of = _what_is_read(story)

        def job(job: JobContext) -> StoryReading:
            # The tables of words are large: on a worker, and only once a story is told.
            from memoreez_desktop.services.read_story import read_story  # noqa: PLC0415

            return read_story(story, job)

        def arrived(reading: StoryReading) -> None:
            if not self._left:
                self._reading = reading
                self._icons.update({subject.word: subject.icon_id for subject in reading.subjects})
                self._show_found()

        self._readings.ask(job, arrived, self._journey.complain)

    def _find_symbols(self, words: list[str]) -> None:
        if not words:
            return
        self._icons.update(dict.fromkeys(words, ""))

        def job(job: JobContext) -> dict[str, str]:
            # As above.
            from memoreez_desktop.services.read_story import symbols_of  # noqa: PLC0415

            return symbols_of(words, job)

        def found(icons: dict[str, str]) -> None:
            if not self._left:
                self._icons.update(icons)
                self._form.set_passion_icons(self._icons)

        self._workshop.runner.submit(job, pool="disk", done=found, failed=self._journey.complain)

    def _show_found(self) -> None:
        reading = self._reading
        if reading is None:
            return
        story = self._journey.brief.story
        subjects = [
            (subject.word, story.chosen_icon(subject.word) or subject.icon_id)
            for subject in reading.subjects
            if story.chosen_icon(subject.word) != ""
        ]
        self._form.found.show_found(subjects, _facts(reading))

    def _pick(self, chip: Chip) -> None:
        word = chip.text()
        present = chip.icon_name if chip.icon_name != NO_SYMBOL else ""

        def taken(icon: str) -> None:
            self._form.choose_symbol(word, icon)
            self._form.set_passion_icons(self._icons)

        self.finder.pick(word, present, chip.symbol_rect(), taken)

    def _remove(self, word: str) -> None:
        self._form.choose_symbol(word, "")

    def _edit(self, word: str) -> None:
        """Take a found word to what they love, where it can be written otherwise."""
        self._form.choose_symbol(word, "")
        self._form.loves.line.setText(word)
        self._form.loves.line.selectAll()
        self._form.loves.line.setFocus()

    def _take_fact(self, key: str) -> None:
        if self._reading is not None:
            story = replace(self._form.story(), **{key: getattr(self._reading, key)})
            self._journey.set_brief(replace(self._journey.brief, story=story))


def _what_is_read(story: Story) -> Story:
    """Return the story without what reading does not look at."""
    return replace(story, icons=(), text_lines=())


def _facts(reading: StoryReading) -> dict[str, tuple[str, str]]:
    occasions = {value: (label, icon) for value, label, icon in occasion_choices()}
    facts: dict[str, tuple[str, str]] = {}
    if reading.name:
        facts["name"] = (reading.name, "mdi6.account-outline")
    if reading.age is not None:
        facts["age"] = (tr("%n year(s)", n=reading.age), "mdi6.numeric")
    if reading.occasion in occasions:
        facts["occasion"] = occasions[reading.occasion]
    if reading.quirk:
        facts["quirk"] = (reading.quirk, "mdi6.emoticon-wink-outline")
    return facts

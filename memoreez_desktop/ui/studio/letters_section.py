"""The words on a keepsake: up to three lines, how each letter will print, and everything about them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Lettering
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.fold import Fold
from memoreez_desktop.ui.studio.letter_line import LetterLine
from memoreez_desktop.ui.studio.letter_match import judged
from memoreez_desktop.ui.studio.letter_style import LetterStyle
from memoreez_desktop.ui.studio.pointing import Pointing
from memoreez_desktop.ui.studio.recipe_edits import letterings, new_lettering, with_lettering
from memoreez_desktop.ui.studio.recipe_section import RecipeSection, solved_numbers
from memoreez_desktop.ui.studio.said_line import SaidLine
from memoreez_desktop.ui.studio.sections import Scene, SectionTools
from memoreez_desktop.ui.studio.step_words import place_name, short, short_place
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.link_button import LinkButton
from memoreez_desktop.ui.widgets.pills import PillGroup
from memoreez_desktop.ui.words import tr

_LINES = 3


class LettersSection(RecipeSection):
    """One text at a time; where there are several, pills choose among them."""

    def __init__(self, icon_book: IconBook, pointing: Pointing, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Text"), parent)
        self._pointing = pointing
        self._ordinal = 0
        self._fresh: Lettering | None = None
        self._pills: PillGroup | None = None
        self._offered: tuple[str, ...] = ()
        self._choice = QVBoxLayout()
        self.body.addLayout(self._choice)
        names = (tr("First line"), tr("Second line"), tr("Third line"))
        self.rows = [LetterLine(icon_book, name) for name in names[:_LINES]]
        for row in self.rows:
            row.typed.connect(self._typed)
            self.body.addWidget(row)
        self.said = SaidLine(icon_book)
        self.body.addWidget(self.said)
        self.style = LetterStyle(icon_book)
        self.style.wanted.connect(self._restyle)
        self.style.point_wanted.connect(pointing.ask)
        self.style.spot.placed.connect(pointing.look)
        self.fold = Fold(icon_book, tr("Place and style"), self.style)
        self.body.addWidget(self.fold)
        self.body.addWidget(self.style)
        self._furnish_foot()
        self.refresh()

    def _furnish_foot(self) -> None:
        book = self._icon_book
        self.third = LinkButton(book, tr("Third line"), "mdi6.plus")
        self.third.clicked.connect(self._begin_third)
        self.another = LinkButton(book, tr("Another text"), "mdi6.plus")
        self.another.clicked.connect(self._begin_another)
        self.remove = IconButton(book, "mdi6.trash-can-outline", tr("Remove this text"), size_px=32)
        self.remove.clicked.connect(self._remove)
        links = FlowLayout(gap=8)
        links.addWidget(self.third)
        links.addWidget(self.another)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(links, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        for number, line in enumerate(self.rows[:-1]):
            line.line.returnPressed.connect(lambda number=number: self._go_on(number + 1))

    @property
    def step(self) -> Lettering:
        """The text that is shown; one without words where there is none yet."""
        there = letterings(self.recipe)
        if self._ordinal < len(there):
            return there[self._ordinal][1]
        if self._fresh is None:
            self._fresh = new_lettering(self.recipe)
        return self._fresh

    @property
    def number(self) -> int:
        """Its index in the recipe, -1 while it has no words."""
        there = letterings(self.recipe)
        return there[self._ordinal][0] if self._ordinal < len(there) else -1

    def show_scene(self, scene: Scene) -> None:
        """Show the texts of what is worked on; beside a product's own words only where there are more."""
        self._pointing.show_scene(scene)
        if self.scene is None or scene.edition.plan.id != self.scene.edition.plan.id:
            self._ordinal, self._fresh = 0, None
        own = scene.info is None or not scene.info.wants_words
        self.title.setText(tr("Text") if own else tr("More text"))
        super().show_scene(scene)
        self.setVisible(own or scene.steps.first(Lettering) is not None)

    def reveal(self, number: int) -> QWidget | None:
        """Show the text at an index of the recipe."""
        there = [index for index, _step in letterings(self.recipe)]
        if number not in there:
            return None
        self._ordinal = there.index(number)
        self.refresh()
        self._pointing.look(self.step.spot)
        return self.rows[0].line

    def refresh(self) -> None:
        """Bring lines, meters and style up to date."""
        there = letterings(self.recipe)
        if self._ordinal > len(there) or (self._ordinal == len(there) and self._fresh is None):
            self._ordinal = max(0, len(there) - 1)
        step, number = self.step, self.number
        note = self.note_of(number) if number >= 0 else None
        texts = [*step.lines, "", "", ""][:_LINES]
        marks = judged(texts, note.letters if note is not None else ())
        for row, text, letters in zip(self.rows, texts, marks, strict=True):
            row.show_letters(text, letters)
        self._show_third()
        numbers = solved_numbers(note)
        self.style.show_step(step, numbers)
        self.said.say(note)
        self.fold.setVisible(number >= 0)
        self.style.setVisible(number >= 0 and self.fold.isChecked())
        self._tell_aside(step, numbers, str(note.values.get("mode", step.mode)) if note else step.mode)
        self.another.setVisible(bool(there) and self._ordinal < len(there))
        self.remove.setVisible(number >= 0)
        self._offer(tuple(text.spot.on for _index, text in there))

    def show_faces(self, faces: tuple[tuple[str, str], ...]) -> None:
        """Offer typefaces as ``(id, label)``."""
        self.style.show_faces(list(faces))
        self.refresh()

    def _tell_aside(self, step: Lettering, solved: dict[str, float], mode: str) -> None:
        words = tr("raised") if mode == "raised" else tr("engraved")
        depth = step.depth_mm if step.depth_mm is not None else solved.get("depth_mm")
        said = tr("{how}, {mm} mm", how=words, mm=short(depth)) if depth else words
        self.aside.setText(said if self.number >= 0 else "")
        self.fold.set_aside(place_name(step.spot.on))

    def _offer(self, places: tuple[str, ...]) -> None:
        """Offer the texts as pills where there are several."""
        fresh = self._ordinal == len(places) and bool(places)
        wanted = (*places, *(("",) if fresh else ()))
        if wanted != self._offered:
            self._offered = wanted
            if self._pills is not None:
                self._choice.removeWidget(self._pills)
                self._pills.hide()
                self._pills.deleteLater()
                self._pills = None
            if len(wanted) > 1:
                choices = [(str(k), short_place(on) if on else tr("New"), "") for k, on in enumerate(wanted)]
                self._pills = PillGroup(self._icon_book, tr("Texts"), choices, may_be_none=False)
                self._pills.changed.connect(self._turn_to)
                self._choice.addWidget(self._pills)
        if self._pills is not None:
            self._pills.set_value(str(self._ordinal))

    def _show_third(self) -> None:
        second, third = self.rows[1].line, self.rows[2].line
        shown = bool(third.text()) or third.hasFocus()
        self.rows[2].setVisible(shown)
        self.third.setVisible(not shown and bool(second.text()))

    def _begin_third(self) -> None:
        self.rows[2].show()
        self.rows[2].line.setFocus()
        self._show_third()

    def _go_on(self, number: int) -> None:
        """Enter leads to the next line."""
        self.rows[number].show()
        self.rows[number].line.setFocus()

    def _turn_to(self, ordinal: str) -> None:
        self._ordinal, self._fresh = int(ordinal), None
        self.refresh()
        self._pointing.look(self.step.spot)

    def _begin_another(self) -> None:
        self._ordinal, self._fresh = len(letterings(self.recipe)), new_lettering(self.recipe)
        self.refresh()
        self._pointing.look(self.step.spot)
        self.rows[0].line.setFocus()

    def _remove(self) -> None:
        if self.number >= 0:
            without = self.recipe.without(self.number)
            self._ordinal, self._fresh = max(0, self._ordinal - 1), None
            self.want(without, tr("Text removed"))
            self.refresh()

    def _typed(self) -> None:
        texts = [row.line.text() for row in self.rows]
        while texts and not texts[-1].strip():
            texts.pop()
        self._show_third()
        step = replace(self.step, lines=tuple(text.strip() for text in texts))
        self._pointing.look_again(step.spot)
        if not step.lines:
            # An emptied text keeps its look for the next words.
            self._fresh = replace(self.step, lines=())
        self._put(step, tr("Text: {words}", words=" · ".join(filter(None, step.lines)) or "–"))

    def _restyle(self, values: dict[str, Any], words: str) -> None:
        step = replace(self.step, **values)
        if self.number < 0:
            self._fresh = step
            self.refresh()
            return
        self._put(step, words)
        self.refresh()

    def _put(self, step: Lettering, words: str) -> None:
        self.want(with_lettering(self.recipe, self._ordinal, step), words)
        for widget in (self.another, self.remove, self.fold):
            widget.setVisible(self.number >= 0)


def build(tools: SectionTools) -> LettersSection:
    """Make the section with what it points with; typefaces are read when its style is first looked at."""
    section = LettersSection(tools.icon_book, tools.pointing)

    def fetch(_opened: bool) -> None:
        section.fold.toggled.disconnect(fetch)
        tools.workshop.runner.submit(typefaces, pool="compute", done=section.show_faces)

    section.fold.toggled.connect(fetch)
    return section


def typefaces(_job: JobContext) -> tuple[tuple[str, str], ...]:
    """Return every typeface with its name in the person's language."""
    # It reads fonts: on a worker, and only when somebody wants to choose.
    from memoreez_desktop.geometry.fonts import font_catalog  # noqa: PLC0415

    return tuple((face.id, tr(face.label)) for face in font_catalog())

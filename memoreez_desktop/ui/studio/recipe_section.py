"""A part of the right column that edits the recipe of a keepsake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.viewport.workbench import Section

if TYPE_CHECKING:
    from memoreez_desktop.core.keepsake_steps import Step
    from memoreez_desktop.core.step_notes import StepNote
    from memoreez_desktop.ui.studio.sections import Scene

_GRAVEST = ("lost", "thin", "good")


class RecipeSection(Section):
    """What every such part shares: a recipe, what came of it, and the way to tell of another one.

    Signals
    -------
    changed(KeepsakeRecipe, str)
        The person wants this recipe; the words name the change in the history.
    """

    changed = Signal(object, object)

    def __init__(self, icon_book: IconBook, title: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, title, parent=parent)
        self._icon_book = icon_book
        self.recipe = KeepsakeRecipe()
        self.scene: Scene | None = None

    @property
    def widget(self) -> QWidget:
        """What is seen."""
        return self

    def show_scene(self, scene: Scene) -> None:
        """Show what is wanted and what came of it, without telling anybody."""
        self.scene, self.recipe = scene, scene.steps
        self.setEnabled(scene.enabled)
        self.refresh()

    def refresh(self) -> None:
        """Bring the controls up to :attr:`recipe` and what is known of it."""

    def reveal(self, number: int) -> QWidget | None:
        """Open what edits the step at an index; return the control to begin with, or None."""
        return None

    def want(self, recipe: KeepsakeRecipe, words: str) -> None:
        """Tell of a change, unless it is none."""
        if recipe != self.recipe:
            self.recipe = recipe
            self.changed.emit(recipe, words)

    def note_of(self, number: int) -> StepNote | None:
        """Return what the step at an index said of itself, the gravest first.

        While a change is being made this is what was said before it, of the same step.
        """
        if self.scene is None or not 0 <= number < len(self.recipe.steps):
            return None
        there = _place(self.scene.noted.steps, self.recipe.steps, number)
        mine = [note for note in self.scene.notes if note.number == there]
        return min(mine, key=lambda note: _GRAVEST.index(note.level), default=None)


def _place(noted: tuple[Step, ...], steps: tuple[Step, ...], number: int) -> int:
    """Return where a step of the present recipe stood in the one that was noted, or -1."""
    step = steps[number]
    if step in noted:
        return noted.index(step)
    ordinal = sum(other.kind == step.kind for other in steps[:number])
    same = [k for k, other in enumerate(noted) if other.kind == step.kind]
    return same[ordinal] if ordinal < len(same) else -1


def solved_numbers(note: StepNote | None) -> dict[str, float]:
    """Return the numbers a step worked out, by the names of its fields."""
    values = note.values.items() if note is not None else ()
    return {name: float(value) for name, value in values if not isinstance(value, str)}

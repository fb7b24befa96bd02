"""The sections that change steps: built from their table, put into the column, shown what is worked on."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from memoreez_desktop.core.keepsake_steps import Size
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.raw_job import RawShelf
from memoreez_desktop.ui.studio.recipe_section import RecipeSection
from memoreez_desktop.ui.studio.sections import Build, Scene, SectionTools, StepSection
from memoreez_desktop.ui.studio.steps_section import StepsSection
from memoreez_desktop.ui.workshop import Workshop


class StepSections(QObject):
    """All of them as one.

    Signals
    -------
    changed(KeepsakeRecipe, str)
        A person changed the recipe in one of them; what that is called.
    """

    changed = Signal(object, object)

    def __init__(
        self,
        table: Sequence[Build],
        panel: StudioPanel,
        workshop: Workshop,
        raws: RawShelf,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        tools = SectionTools(panel.icon_book, panel.view, workshop, raws)
        self.sections: list[StepSection] = [build(tools) for build in table]
        for section in self.sections:
            panel.add_step_section(section.widget)
            section.changed.connect(self.changed)
            if isinstance(section, StepsSection):
                section.selected.connect(functools.partial(self._reveal, section))

    def show_scene(self, scene: Scene) -> None:
        """Show every section what is worked on."""
        for section in self.sections:
            section.show_scene(scene)

    def _reveal(self, steps: StepsSection, number: int) -> None:
        """Bring what edits the step at an index into sight."""
        found = [section.reveal(number) for section in self.sections if isinstance(section, RecipeSection)]
        if isinstance(steps.recipe.steps[number], Size):
            found.append(self._panel.size_section.field)
        control = next((control for control in found if control is not None), None)
        if control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason)
            # Once what was opened has got its room.
            QTimer.singleShot(0, self, lambda: self._panel.bench.bring_into_sight(control))

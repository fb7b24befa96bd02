"""The sections that change steps: built from their table, put into the column, shown what is worked on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.sections import Build, Scene, SectionTools, StepSection
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
        self, table: Sequence[Build], panel: StudioPanel, workshop: Workshop, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        tools = SectionTools(panel.icon_book, panel.view, workshop)
        self.sections: list[StepSection] = [build(tools) for build in table]
        for section in self.sections:
            panel.add_step_section(section.widget)
            section.changed.connect(self.changed)

    def show_scene(self, scene: Scene) -> None:
        """Show every section what is worked on."""
        for section in self.sections:
            section.show_scene(scene)

"""Decides what happens on the Welcome page."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Brief, PhotoRef
from memoreez_desktop.services.samples import sample_photo, sample_story
from memoreez_desktop.ui.welcome.panel import WelcomePanel
from memoreez_desktop.ui.workshop import Workshop


class WelcomePresenter(QObject):
    """A sample goes straight to its concepts; one's own begins on the Story page."""

    def __init__(self, panel: WelcomePanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop, self._journey = workshop, workshop.journey
        panel.photo_wanted.connect(self._try_photo)
        panel.story_wanted.connect(self._try_story)
        panel.own_wanted.connect(lambda: self._journey.go("story"))

    def _try_photo(self) -> None:
        door = self._workshop.door

        def job(job: JobContext) -> PhotoRef:
            return door.library().add_photo(sample_photo())

        def kept(ref: PhotoRef) -> None:
            self._make(Brief(photos=(ref,)))

        self._workshop.runner.submit(job, pool="disk", done=kept, failed=self._journey.complain)

    def _try_story(self) -> None:
        language = self._workshop.keeper.settings.language
        if language == "system":
            language = QLocale.system().name()[:2]
        self._make(Brief(sample_story(language)))

    def _make(self, brief: Brief) -> None:
        self._journey.set_brief(brief)
        self._journey.go("concepts")
        self._journey.createWanted.emit(brief)

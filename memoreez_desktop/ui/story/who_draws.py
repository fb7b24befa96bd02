"""Keeps the sentence under the story true: asked again whenever settings, photos or the ledger may differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.ui.newest import Newest
from memoreez_desktop.ui.story.footer import StoryFooter
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_setup import Setup


class WhoDraws(QObject):
    """Between the footer and the settings of services.

    While the studio draws alone nothing is asked: the keyring and the services are looked at only when
    somebody comes near the choice.
    """

    def __init__(self, footer: StoryFooter, workshop: Workshop) -> None:
        super().__init__(footer)
        self._footer, self._workshop, self._journey = footer, workshop, workshop.journey
        self._asked = Newest(workshop.runner, "network")
        self._remedy = self._told_of = ""
        self._left = False
        self._photos = bool(self._journey.brief.photos)
        footer.drawn_by.list_wanted.connect(self._ask)
        footer.drawn_by.chosen.connect(lambda service: workshop.keeper.change(generator_id=service))
        footer.drawn_by.set_up_wanted.connect(lambda: self._go(""))
        footer.remedy_wanted.connect(lambda: self._go(self._remedy))
        workshop.keeper.changed.connect(self.refresh)
        self._journey.briefChanged.connect(self._follow)

    def leave(self) -> None:
        """Touch no widget any more."""
        self._left = True
        self._asked.forget()

    def refresh(self, _settings: object = None) -> None:
        """Say what is true now, as soon as it is known."""
        if self._left:
            return
        chosen = self._workshop.keeper.settings.generator_id
        self._footer.drawn_by.forget()
        self._footer.drawn_by.show_present(chosen)
        if chosen:
            if chosen != self._told_of:
                self._footer.show_setup("info", tr("One moment: looking up what it costs…"))
            self._ask()
            return
        self._asked.forget()
        self._told_of = ""
        self._footer.show_setup("good", tr("Nothing leaves this computer. It costs nothing."))

    def _follow(self, _brief: object) -> None:
        photos = bool(self._journey.brief.photos)
        if photos != self._photos:
            self._photos = photos
            self.refresh()

    def _ask(self) -> None:
        workshop, photos = self._workshop, self._photos
        settings = workshop.keeper.settings

        def job(job: JobContext) -> Setup:
            # httpx, the keyring and every service are imported here: on a worker, and only when needed.
            from memoreez_desktop.services.ai_setup import look_at_setup  # noqa: PLC0415

            return look_at_setup(workshop.services.desk(), workshop.door.library(), settings, photos)

        self._asked.ask(job, lambda setup: self._arrived(setup, settings.generator_id), self._failed)

    def _arrived(self, setup: Setup, chosen: str) -> None:
        if self._left:
            return
        self._remedy, self._told_of = setup.remedy, chosen
        drawers = [(drawer.id, tr(drawer.label)) for drawer in setup.drawers]
        self._footer.drawn_by.show_drawers(drawers, chosen)
        self._footer.show_setup(setup.level, setup.words, setup.detail, remedy=bool(setup.remedy))

    def _failed(self, error: MemoreezError) -> None:
        if not self._left:
            self._footer.drawn_by.forget()
            self._footer.show_setup("warning", error.message, error.hint)

    def _go(self, service: str) -> None:
        # The page first: it is built now if it was never visited, and hears the wish.
        self._journey.go("settings")
        self._journey.providerWanted.emit(service)

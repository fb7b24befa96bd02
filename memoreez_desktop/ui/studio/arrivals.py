"""Where a keepsake comes from: a concept that was chosen, a file, or the library; always with its history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.edition import Edition
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.one_job import OneJob
from memoreez_desktop.ui.studio import library_job
from memoreez_desktop.ui.studio.bringing import Bringing
from memoreez_desktop.ui.studio.edition_log import EditionLog, Written
from memoreez_desktop.ui.studio.library_job import Adopted
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.storage.editions import EditionHistory
    from memoreez_desktop.ui.workshop import Workshop


class Arrivals(QObject):
    """Fetches what is known of a keepsake and opens its history in the log.

    Signals
    -------
    started(str)
        Something else begins, called this; what was there before is no longer worked on.
    opened(Edition, Written)
        The log stands at this edition, which is to be made.
    adopted(Adopted)
        The log stands at a keepsake that was made before.
    failed(MemoreezError or None)
        Nothing comes of it; None when the person changed their mind.
    """

    started = Signal(str)
    opened = Signal(object, object)
    adopted = Signal(object)
    failed = Signal(object)

    def __init__(self, panel: StudioPanel, workshop: Workshop, log: EditionLog, parent: QObject) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._journey = panel, workshop, workshop.journey
        self._log = log
        self._fetching = OneJob(workshop.runner)
        self._bringing = Bringing(panel, workshop, self._begin, self.failed.emit, self)
        for button in (panel.bring, panel.open):
            button.clicked.connect(self._bringing.ask_for_file)

    @property
    def busy(self) -> bool:
        """True while something is fetched."""
        return self._fetching.running

    def choose(self, plan: ConceptPlan) -> None:
        """Fetch a concept, where it was left."""
        self._start(tr(plan.title))
        project, workshop = self._journey.project_id, self._workshop
        picture = library_job.concept_picture_job(plan, workshop, project)
        workshop.runner.submit(picture, pool="disk", done=self._show_picture)
        history = library_job.history_job(plan, workshop, project)
        self._fetching.start(history, lambda found: self._chosen(plan, found), self.failed.emit, pool="disk")

    def begin(self, edition: Edition) -> None:
        """Begin with an edition that was made elsewhere."""
        self._begin(edition)

    def open_file(self, path: Path) -> None:
        """Read a model file."""
        self._start(path.name)
        self._bringing.open_file(path)

    def adopt(self, keepsake: Keepsake) -> None:
        """Learn what was done to a keepsake that is there already."""
        job = library_job.adopt_job(keepsake, self._workshop, self._journey.project_id)
        self._fetching.start(job, self._adopted, self.failed.emit)

    def stop(self) -> None:
        """Fetch nothing any more."""
        self._bringing.stop()
        self._fetching.stop()

    def _start(self, title: str) -> None:
        self.started.emit(title)
        self._panel.making.begin(title)
        self._panel.show_making()
        self._journey.go("studio")

    def _begin(self, edition: Edition) -> None:
        self._start(tr(edition.plan.title))
        self.opened.emit(edition, self._log.begin(edition, self._journey.project_id))

    def _chosen(self, plan: ConceptPlan, history: EditionHistory | None) -> None:
        if history is None:
            edition = Edition(plan)
            self.opened.emit(edition, self._log.begin(edition, self._journey.project_id))
            return
        self._log.take_up(history, self._journey.project_id)
        edition, began = history.present.edition, history.entries[0].edition.plan
        written: Written | None = None
        if plan.recipe.digest != began.recipe.digest:
            # The card itself was changed since: its new self stands on what was done to the old one.
            edition = Edition(plan, edition.steps)
            written = self._log.add(edition, tr("Made anew from its card"))
        self.opened.emit(edition, written or Written.already())

    def _adopted(self, adopted: Adopted) -> None:
        if adopted.history is not None:
            self._log.take_up(adopted.history, self._journey.project_id)
        else:
            self._log.begin(adopted.made.edition, self._journey.project_id)
        self.adopted.emit(adopted)

    def _show_picture(self, png: bytes | None) -> None:
        if png:
            self._panel.making.show_picture(png)

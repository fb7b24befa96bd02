"""The Studio's decisions: which edition is worked on, what is shown meanwhile, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.one_job import OneJob
from memoreez_desktop.ui.studio import library_job
from memoreez_desktop.ui.studio.bringing import Bringing
from memoreez_desktop.ui.studio.building import Building
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer
from memoreez_desktop.ui.studio.edition_log import EditionLog, Written
from memoreez_desktop.ui.studio.library_job import Adopted
from memoreez_desktop.ui.studio.made import Made, Sketch
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.stage import Stage
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.storage.editions import EditionHistory
    from memoreez_desktop.ui.workshop import Workshop


class StudioPresenter(QObject):
    """Listens to the journey and to the panel; builds in the child process.

    Parameters
    ----------
    panel : StudioPanel
    workshop : Workshop
    """

    def __init__(self, panel: StudioPanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._journey = panel, workshop, workshop.journey
        self._log = EditionLog(workshop)
        self._building = Building(workshop, self)
        self._fetching, self._drawing = OneJob(workshop.runner), OneJob(workshop.runner)
        self._bringing = Bringing(panel, workshop, self._begin, self._nothing_brought, self)
        self._stage = Stage(panel, workshop, self._log, self._building.raws, self._change, self)
        self._made: Made | None = None
        self._mine: Keepsake | None = None
        self._listen()
        self._fetch_printer()
        if self._journey.keepsake is not None:
            self._adopt(self._journey.keepsake)

    @property
    def busy(self) -> bool:
        """True while a change is on its way to the screen or to the library."""
        return self._building.busy or self._fetching.running

    def _listen(self) -> None:
        panel, journey, building = self._panel, self._journey, self._building
        journey.conceptChosen.connect(self.choose)
        journey.keepsakeChanged.connect(self._adopt)
        self._workshop.keeper.changed.connect(lambda _settings: self._fetch_printer())
        panel.making.cancelled.connect(self.cancel)
        panel.fileDropped.connect(self._open_file)
        panel.empty.button.clicked.connect(lambda: journey.go("concepts"))
        panel.bench.header.backWanted.connect(lambda: journey.go("concepts"))
        panel.go_on.clicked.connect(lambda: journey.go("print"))
        for button in (panel.bring, panel.open):
            button.clicked.connect(self._bringing.ask_for_file)
        panel.undo.clicked.connect(lambda: self._travel(self._log.undo()))
        panel.redo.clicked.connect(lambda: self._travel(self._log.redo()))
        building.sketched.connect(self._sketched)
        building.made.connect(self._arrived)
        building.failed.connect(self._failed)
        building.progressed.connect(self._progress)

    def choose(self, plan: ConceptPlan) -> None:
        """Make a concept's real model, or go on where it was left."""
        self._start(tr(plan.title))
        project, workshop = self._journey.project_id, self._workshop
        picture = library_job.concept_picture_job(plan, workshop, project)
        workshop.runner.submit(picture, pool="disk", done=self._show_picture)
        history = library_job.history_job(plan, workshop, project)
        self._fetching.start(history, lambda found: self._chosen(plan, found), self._failed, pool="disk")

    def _chosen(self, plan: ConceptPlan, history: EditionHistory | None) -> None:
        if history is None:
            self._build(Edition(plan), self._log.begin(Edition(plan), self._journey.project_id))
            return
        self._log.take_up(history, self._journey.project_id)
        edition, began = history.present.edition, history.entries[0].edition.plan
        written: Written | None = None
        if plan.recipe.digest != began.recipe.digest:
            # The card itself was changed since: its new self stands on what was done to the old one.
            edition = Edition(plan, edition.steps)
            written = self._log.add(edition, tr("Made anew from its card"))
        self._build(edition, written or Written.already())

    def _open_file(self, path: Path) -> None:
        self._stop()
        self._forget()
        self._bringing.open_file(path)

    def _nothing_brought(self, error: MemoreezError | None) -> None:
        if error is not None:
            self._journey.complain(error)
        self._give_up()

    def cancel(self) -> None:
        """Stop making; what was there before is shown again."""
        self._stop()
        self._give_up()

    def _begin(self, edition: Edition) -> None:
        """Make the first edition of something new."""
        self._start(tr(edition.plan.title))
        self._build(edition, self._log.begin(edition, self._journey.project_id))

    def _start(self, title: str) -> None:
        self._stop()
        self._forget()
        self._panel.making.begin(title)
        self._panel.show_making()
        self._journey.go("studio")

    def _build(self, edition: Edition, written: Written) -> None:
        self._building.build(edition, written, self._log.project_id)

    def _change(self, change: Callable[[Edition], Edition], label: str) -> None:
        """Apply a change, keep the way back, and show what it comes to."""
        edition = self._log.edition
        if edition is None or self._made is None:
            return
        written = self._log.add(change(edition), label)
        if written is not None:
            self._go_to(written)

    def _travel(self, written: Written) -> None:
        self._stage.show_controls()
        self._go_to(written)

    def _go_to(self, written: Written) -> None:
        edition = self._log.edition
        assert edition is not None  # for the type checker: something was written
        self._drawing.stop()
        self._stage.expect()
        self._building.change(edition, written, self._log.project_id)

    def _progress(self, fraction: float | None, words: str) -> None:
        if self._panel.state == "making":
            self._panel.making.show_progress(fraction, words)
        elif words:
            self._panel.say_state(tr(words), "mdi6.progress-clock")

    def _sketched(self, sketch: Sketch) -> None:
        if self._made is not None:
            self._stage.show_sketch(sketch)

    def _arrived(self, made: Made) -> None:
        before, self._made, self._mine = self._made, made, made.keepsake
        self._stage.show_made(made, fresh=before is None)
        self._journey.set_keepsake(made.keepsake)
        if made.edition.is_own or before is not None:
            job = library_job.picture_job(made, self._workshop, self._log.project_id)
            self._drawing.start(job, lambda _png: None)

    def _failed(self, error: MemoreezError) -> None:
        if self._made is None:
            self._journey.complain(error)
            self._give_up()
        else:
            self._stage.complain(error)

    def _give_up(self) -> None:
        """Show again what is still there."""
        keepsake = self._journey.keepsake
        self._mine = None
        if keepsake is not None:
            self._adopt(keepsake)
        else:
            self._panel.show_empty()
            self._journey.go("concepts")

    def _adopt(self, keepsake: Keepsake | None) -> None:
        """Show a keepsake that came from elsewhere: the library, or from before a cancel."""
        if keepsake is self._mine and keepsake is not None:
            return
        self._stop()
        self._mine = keepsake
        if keepsake is None:
            self._forget()
            self._panel.show_empty()
            return
        job = library_job.adopt_job(keepsake, self._workshop, self._journey.project_id)
        self._fetching.start(job, self._adopted, self._failed)

    def _adopted(self, adopted: Adopted) -> None:
        made, history = adopted.made, adopted.history
        self._made = made
        if history is not None:
            self._log.take_up(history, self._journey.project_id)
        else:
            self._log.begin(made.edition, self._journey.project_id)
        self._building.go_on_from(made if adopted.is_present else None)
        self._stage.show_made(made, fresh=True)
        if not adopted.is_present:
            # It was changed, and the program ended before that was finished.
            self._go_to(Written.already())

    def _stop(self) -> None:
        self._bringing.stop()
        self._building.stop()
        self._fetching.stop()
        self._drawing.stop()

    def _forget(self) -> None:
        self._made = None
        self._building.go_on_from(None)
        self._stage.forget()

    def _show_picture(self, png: bytes | None) -> None:
        if png:
            self._panel.making.show_picture(png)

    def _fetch_printer(self) -> None:
        self._workshop.runner.submit(
            lambda _job: chosen_printer(self._workshop), pool="disk", done=self._show_printer
        )

    def _show_printer(self, printer: PrinterProfile) -> None:
        different = self._stage.printer is not None and printer != self._stage.printer
        self._stage.show_printer(printer)
        edition = self._log.edition
        if different and self._made is not None and edition is not None:
            self._building.forget_printer()
            self._build(edition, Written.already())

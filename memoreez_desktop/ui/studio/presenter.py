"""The Studio's decisions: which edition is worked on, what is shown meanwhile, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.journey import Keepsake, RawArrived
from memoreez_desktop.ui.one_job import OneJob
from memoreez_desktop.ui.studio import library_job
from memoreez_desktop.ui.studio.arrivals import Arrivals
from memoreez_desktop.ui.studio.building import Building
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer
from memoreez_desktop.ui.studio.edition_log import EditionLog, Written
from memoreez_desktop.ui.studio.library_job import Adopted
from memoreez_desktop.ui.studio.made import Made
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.stage import Stage
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
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
        self._drawing = OneJob(workshop.runner)
        self._arrivals = Arrivals(panel, workshop, self._log, self)
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
        return self._building.busy or self._arrivals.busy

    def cancel(self) -> None:
        """Stop making; what was there before is shown again."""
        self._stop()
        self._give_up()

    def _listen(self) -> None:
        panel, journey, building, arrivals = self._panel, self._journey, self._building, self._arrivals
        journey.conceptChosen.connect(arrivals.choose)
        journey.editionChosen.connect(arrivals.begin)
        journey.modelBrought.connect(arrivals.open_file)
        journey.rawArrived.connect(self._take_raw)
        journey.keepsakeChanged.connect(self._adopt)
        self._workshop.keeper.changed.connect(lambda _settings: self._fetch_printer())
        panel.making.cancelled.connect(self.cancel)
        panel.fileDropped.connect(arrivals.open_file)
        panel.empty.button.clicked.connect(lambda: journey.go("concepts"))
        panel.bench.header.backWanted.connect(lambda: journey.go("concepts"))
        panel.sculpt.clicked.connect(self._want_sculpture)
        panel.go_on.clicked.connect(lambda: journey.go("print"))
        panel.undo.clicked.connect(lambda: self._travel(self._log.undo()))
        panel.redo.clicked.connect(lambda: self._travel(self._log.redo()))
        arrivals.started.connect(lambda _title: self._forget())
        arrivals.opened.connect(self._build)
        arrivals.adopted.connect(self._adopted)
        arrivals.failed.connect(self._nothing_came)
        building.sketched.connect(self._stage.show_sketch)
        building.made.connect(self._arrived)
        building.noted.connect(self._noted)
        building.failed.connect(self._failed)
        building.progressed.connect(self._progress)

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

    def _want_sculpture(self) -> None:
        """Have a service make a sculpture of the concept's picture; one of a service: show them all."""
        edition = self._log.edition
        if edition is not None and not edition.is_own:
            self._journey.sculptureWanted.emit(edition.plan)
        else:
            self._journey.sculpturesWanted.emit()

    def _take_raw(self, arrived: RawArrived) -> None:
        """Put a sculpture that came into its placeholder's place, when that is worked on here."""
        edition = self._log.edition
        if edition is None or edition.plan.id != arrived.plan_id:
            return
        arrived.taken, arrived.later = self._made is not None, self._made is None
        if arrived.taken:
            self._change(arrived.change, arrived.label)

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

    def _arrived(self, made: Made) -> None:
        before, self._made, self._mine = self._made, made, made.keepsake
        self._stage.show_made(made, fresh=before is None)
        self._journey.set_keepsake(made.keepsake)
        if made.edition.is_own or before is not None:
            job = library_job.picture_job(made, self._workshop, self._log.project_id)
            self._drawing.start(job, lambda _png: None)

    def _failed(self, error: MemoreezError) -> None:
        if self._made is not None:
            self._stage.complain(error)
        elif self._log.undo_words is not None:
            # It was left at something that cannot be made: the way back leads to what can.
            self._journey.complain(error)
            written = self._log.undo()
            assert self._log.edition is not None  # for the type checker: there was a way back
            self._build(self._log.edition, written)
        else:
            self._nothing_came(error)

    def _nothing_came(self, error: MemoreezError | None) -> None:
        if error is not None:
            self._journey.complain(error)
        self._give_up()

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
        else:
            self._arrivals.adopt(keepsake)

    def _adopted(self, adopted: Adopted) -> None:
        made = self._made = adopted.made
        self._building.go_on_from(made if adopted.is_present else None)
        self._stage.show_made(made, fresh=True)
        if not adopted.is_present:
            # It was changed, and the program ended before that was finished.
            self._go_to(Written.already())
        elif made.edition.steps.steps:
            self._building.look_into(made)

    def _noted(self, made: Made) -> None:
        self._made = made
        self._stage.show_notes(made)

    def _stop(self) -> None:
        self._arrivals.stop()
        self._building.stop()
        self._drawing.stop()

    def _forget(self) -> None:
        self._stop()
        self._made = None
        self._building.go_on_from(None)
        self._stage.forget()

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

"""Building at two speeds: a sketch at once while a person changes things, all of it when they rest."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.ui.one_job import OneJob
from memoreez_desktop.ui.studio import sculpt_job
from memoreez_desktop.ui.studio.edition_log import Written
from memoreez_desktop.ui.studio.made import Made, Sketch
from memoreez_desktop.ui.studio.raw_job import RawShelf

if TYPE_CHECKING:
    from memoreez_desktop.ui.workshop import Workshop

# What is changed in one go is one sketch; letters that come while it is made wait for it: no pause is needed.
_SOON_MS = 0
# Another raw sculpture takes seconds: a slider must have come to its rest.
_RAW_MS = 300
_REST_MS = 400
# A sketch that takes longer than this is not waited for when it is out of date.
_PATIENCE_S = 0.7
_SKETCHED_TRIANGLES = 6_000_000
_MADE = 6

_Key = tuple[Edition, str]


class Building(QObject):
    """Builds the newest edition it was asked for.

    Signals
    -------
    sketched(Sketch)
        An edition to look at; the newest or, while somebody types, one on the way to it.
    made(Made)
        The newest edition, checked and kept.
    noted(Made)
        The model that was gone on from, by now with what its steps have worked out.
    failed(MemoreezError)
        The newest edition cannot be made.
    progressed(float or None, str)

    Attributes
    ----------
    raws : RawShelf
        The raw sculptures of what was built last.
    """

    sketched = Signal(object)
    made = Signal(object)
    noted = Signal(object)
    failed = Signal(object)
    progressed = Signal(object, str)

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop, self.raws = workshop, RawShelf()
        self._wanted: tuple[Edition, Written] | None = None
        self._project = ""
        self._last: Made | None = None
        self._sketches: OrderedDict[_Key, Sketch] = OrderedDict()
        self._kept: OrderedDict[_Key, Made] = OrderedDict()
        self._sketching, self._making = OneJob(workshop.runner), OneJob(workshop.runner)
        self._looking = OneJob(workshop.runner)
        self._begun: tuple[Edition, float] | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._sketch)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)

    @property
    def busy(self) -> bool:
        """True while something is awaited."""
        waiting = self._soon.isActive() or self._rest.isActive()
        return waiting or self._sketching.running or self._making.running

    def build(self, edition: Edition, written: Written, project_id: str) -> None:
        """Make an edition with all that belongs to it, now."""
        self.stop()
        self._wanted, self._project = (edition, written), project_id
        self._make()

    def change(self, edition: Edition, written: Written, project_id: str) -> None:
        """Show an edition as soon as it can be, and make it when nothing else is wanted for a moment."""
        self._making.stop()
        self._wanted, self._project = (edition, written), project_id
        self._rest.start()
        known = self._sketches.get(self._key(edition))
        if known is not None:
            self._show_known(known, written)
        elif not self._sketching.running:
            self._soon.start(self._pause_ms(edition))
        elif self._is_tedious():
            self._sketching.stop()
            self._soon.start(self._pause_ms(edition))

    def look_into(self, made: Made) -> None:
        """Find out, for a model that came from the library, what its steps have worked out."""
        job = sculpt_job.notes_job(made.edition, self._workshop, self.raws)
        self._looking.start(job, self._looked_into)

    def _looked_into(self, sketch: Sketch | None) -> None:
        made = self._last
        if sketch is not None and made is not None and made.edition == sketch.edition:
            self._last = replace(made, notes=sketch.notes, figure_mm=sketch.figure_mm)
            self._remember(self._last)
            self._sketches[self._key(made.edition)] = self._last.sketch
            self.noted.emit(self._last)

    def go_on_from(self, made: Made | None) -> None:
        """Take a model that was made before as the one that is changed, or none."""
        self._last = made
        if made is not None:
            self._remember(made)

    def stop(self) -> None:
        """Want nothing any more."""
        self._wanted = None
        self._soon.stop()
        self._rest.stop()
        self._sketching.stop()
        self._making.stop()
        self._looking.stop()

    def forget_printer(self) -> None:
        """Another printer draws letters and walls in another way."""
        self._sketches.clear()
        self._kept.clear()

    def _show_known(self, sketch: Sketch, written: Written) -> None:
        def look_up(job: object) -> Sketch:
            written.wait(job)  # type: ignore[arg-type]
            return sketch

        self._soon.stop()
        self._begun = (sketch.edition, time.monotonic())
        # Behind the write, on its own thread.
        self._sketching.start(look_up, self._sketch_arrived, self._sketch_failed, pool="disk")

    def _pause_ms(self, edition: Edition) -> int:
        return _SOON_MS if self.raws.knows(edition, self._workshop) else _RAW_MS

    def _is_tedious(self) -> bool:
        """Tell whether the sketch that is being made is out of date and not worth waiting for."""
        if self._begun is None:
            return False
        edition, since = self._begun
        return time.monotonic() - since > _PATIENCE_S or not self.raws.knows(edition, self._workshop)

    def _key(self, edition: Edition) -> _Key:
        return edition, self._workshop.keeper.settings.printer_id

    def _sketch(self) -> None:
        if self._wanted is None:
            return
        edition, written = self._wanted
        self._begun = (edition, time.monotonic())
        job = sculpt_job.sketch_job(edition, written, self._workshop, self.raws)
        self._sketching.start(job, self._sketch_arrived, self._sketch_failed, self.progressed.emit)

    def _sketch_arrived(self, sketch: Sketch) -> None:
        self._sketches[self._key(sketch.edition)] = sketch
        self._sketches.move_to_end(self._key(sketch.edition))
        while sum(s.mesh.triangles for s in self._sketches.values()) > _SKETCHED_TRIANGLES:
            if len(self._sketches) == 1:
                break
            self._sketches.popitem(last=False)
        self.sketched.emit(sketch)
        self._next(sketch.edition)

    def _sketch_failed(self, error: MemoreezError) -> None:
        edition = self._begun[0] if self._begun is not None else None
        if self._wanted is not None and self._wanted[0] == edition:
            self._wanted = None
            self._rest.stop()
            self.failed.emit(error)
            return
        self._next(edition)

    def _next(self, done: Edition | None) -> None:
        """Go on after a sketch: to the one that is wanted by now, or to the whole."""
        if self._wanted is None:
            return
        if self._wanted[0] != done:
            if not self._soon.isActive():
                self._sketch()
        elif not self._rest.isActive():
            self._make()

    def _rested(self) -> None:
        if not self._sketching.running and not self._soon.isActive():
            self._make()

    def _make(self) -> None:
        if self._wanted is None:
            return
        edition, written = self._wanted
        known = self._kept.get(self._key(edition))
        if known is not None:
            job = sculpt_job.keep_job(known, written, self._workshop, self._project)
            self._making.start(job, self._arrived, self._failed, pool="disk")
            return
        job = sculpt_job.make_job(edition, written, self._workshop, self._project, self.raws, self._last)
        self._making.start(job, self._arrived, self._failed, self.progressed.emit)

    def _arrived(self, made: Made) -> None:
        self._wanted, self._last = None, made
        self._remember(made)
        self.made.emit(made)

    def _failed(self, error: MemoreezError) -> None:
        self._wanted = None
        self.failed.emit(error)

    def _remember(self, made: Made) -> None:
        key = self._key(made.edition)
        self._kept[key] = made
        self._kept.move_to_end(key)
        # What was sketched of it has its surface ready to be drawn.
        self._sketches.setdefault(key, made.sketch)
        while len(self._kept) > _MADE:
            self._kept.popitem(last=False)

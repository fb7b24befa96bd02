"""The way back of the present keepsake, on the disk before anything of it is shown."""

from __future__ import annotations

import time
from concurrent.futures import Future
from typing import TYPE_CHECKING

from memoreez_desktop.core.edition import Edition, Entry
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.ui.history import History
from memoreez_desktop.ui.studio.edition_change import Places, places_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from memoreez_desktop.storage.editions import EditionHistory, Editions
    from memoreez_desktop.ui.workshop import Workshop

OWN_PROJECT = "own-models"
# What is changed again and again within this time is one change: a word that is typed, a slider on its way.
_ONE_CHANGE_S = 1.2
_POLL_S = 0.2


class Written:
    """A change on its way to the disk; jobs wait for it before they hand over what is to be shown."""

    def __init__(self) -> None:
        self._over: Future[None] = Future()

    @classmethod
    def already(cls) -> Written:
        """Return a change that is on the disk by now."""
        written = cls()
        written.write(lambda: None)
        return written

    def wait(self, job: JobContext) -> None:
        """Return when it is on the disk.

        Raises
        ------
        StorageError
            It could not be written.
        Cancelled
        """
        while True:
            job.check_cancelled()
            try:
                self._over.result(_POLL_S)
            except TimeoutError:
                continue
            return

    def write(self, change: Callable[[], None]) -> None:
        """Write it; called on the one thread that keeps writes in their order."""
        try:
            change()
        except MemoreezError as error:
            self._over.set_exception(error)
        else:
            self._over.set_result(None)


class EditionLog:
    """Editions in their order, where we are, and the library's own copy of both."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._history: History[Entry] = History()
        self._last: tuple[Places, float] = (frozenset(), 0.0)
        self.project_id = ""

    @property
    def edition(self) -> Edition | None:
        """The present one."""
        entry = self._history.draft
        return entry.edition if entry is not None else None

    @property
    def undo_words(self) -> str | None:
        """What an undo takes back; None when there is nothing."""
        present = self._history.draft
        return present.label if self._history.can_undo and present is not None else None

    @property
    def redo_words(self) -> str | None:
        """What a redo brings; None when there is nothing."""
        entry = self._history.after
        return entry.label if entry is not None else None

    def begin(self, edition: Edition, project_id: str) -> Written:
        """Start a history."""
        self._last = (frozenset(), 0.0)
        self.project_id = OWN_PROJECT if edition.is_own else project_id
        entry = Entry(edition)
        self._history.begin(entry)
        return self._keep(entry)

    def take_up(self, history: EditionHistory, project_id: str) -> None:
        """Go on with a history that the library has."""
        self._last = (frozenset(), 0.0)
        self.project_id = OWN_PROJECT if history.present.edition.is_own else project_id
        self._history.begin(*history.entries, here=history.here)

    def add(self, edition: Edition, label: str) -> Written | None:
        """Go on to another edition; None when it is no other one."""
        present = self._history.draft
        if present is None or edition == present.edition:
            return None
        places, now = places_of(present.edition, edition), time.monotonic()
        told, when = self._last
        # "Text: G" and "Text: GR" are one; going back to a snapshot is none with what came before.
        alike = places == told and _subject(label) == _subject(present.label)
        instead = alike and now - when < _ONE_CHANGE_S and self._history.can_undo
        self._last = (places, now)
        entry = Entry(edition, label, present.number + (0 if instead else 1))
        self._history.add(entry, instead=instead)
        return self._keep(entry)

    def undo(self) -> Written:
        """Go one edition back."""
        return self._go(self._history.undo())

    def redo(self) -> Written:
        """Go one edition on."""
        return self._go(self._history.redo())

    def _keep(self, entry: Entry) -> Written:
        project, card = self.project_id, entry.edition.plan.id
        return self._write(lambda shelf: shelf.add(project, card, entry))

    def _go(self, entry: Entry) -> Written:
        self._last = (frozenset(), 0.0)
        project, card = self.project_id, entry.edition.plan.id
        return self._write(lambda shelf: shelf.go(project, card, entry.number))

    def _write(self, change: Callable[[Editions], None]) -> Written:
        written, door = Written(), self._workshop.door
        self._workshop.runner.submit(
            lambda _job: written.write(lambda: change(door.library().editions)), pool="disk"
        )
        return written


def _subject(label: str) -> str:
    return label.partition(":")[0]

"""The Test button: one question to a service at a time, its answer remembered until something changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.tasks.runner import TaskHandle
from memoreez_desktop.ui.settings.ai_words import Tried, host_of, refused, worked
from memoreez_desktop.ui.workshop import Workshop

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import Offer


class ServiceTests(QObject):
    """What was found this session.

    Parameters
    ----------
    workshop : Workshop
    before : callable
        Done first, on the worker: a key that was typed a moment ago is kept.

    Signals
    -------
    changed()
    """

    changed = Signal()

    def __init__(self, workshop: Workshop, before: Callable[[JobContext], None], parent: QObject) -> None:
        super().__init__(parent)
        self._workshop, self._before = workshop, before
        self._tried: dict[str, Tried] = {}
        self._asked: dict[str, tuple[str, object]] = {}
        self._handles: dict[str, TaskHandle] = {}

    def leave(self) -> None:
        """Ask no more."""
        for offer_id in tuple(self._asked):
            self.stop(offer_id)

    def of(self, offer_id: str) -> Tried | None:
        """Return how the test of a service went, if there was one."""
        return self._tried.get(offer_id)

    def host_asked(self, offer_id: str) -> str:
        """Return whose answer is awaited, empty when none is."""
        return self._asked.get(offer_id, ("", None))[0]

    def forget(self, offer_id: str) -> None:
        """Something was entered anew: what was found before says nothing any more."""
        self._tried.pop(offer_id, None)
        self.stop(offer_id)

    def stop(self, offer_id: str) -> None:
        """Wait no longer."""
        self._asked.pop(offer_id, None)
        handle = self._handles.pop(offer_id, None)
        if handle is not None:
            handle.cancel()
        self.changed.emit()

    def start(self, offer: Offer) -> None:
        """Ask a service whether it can be used."""
        settings, services, before = self._workshop.keeper.settings, self._workshop.services, self._before
        this_time = object()
        self._tried.pop(offer.id, None)
        self._asked[offer.id] = host_of(offer), this_time

        def job(job: JobContext) -> tuple[str, float]:
            # Every service and httpx: on a worker.
            from memoreez_desktop.services.ai_offers import try_offer  # noqa: PLC0415

            before(job)
            return try_offer(settings, services.desk(), offer, job)

        def found(tried: Tried) -> None:
            if self._asked.get(offer.id, ("", None))[1] is this_time:
                self._asked.pop(offer.id)
                self._handles.pop(offer.id, None)
                self._tried[offer.id] = tried
                self.changed.emit()

        def failed(error: MemoreezError) -> None:
            found(refused(error))

        self.changed.emit()
        handle = self._workshop.runner.submit(
            job, pool="network", done=lambda result: found(worked(offer, *result)), failed=failed
        )
        if offer.id in self._asked:
            self._handles[offer.id] = handle

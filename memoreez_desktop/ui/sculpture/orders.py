"""Sculptures on their way: one place for all of them, whatever page is seen and whichever window."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote_mesh import MeshDetail
from memoreez_desktop.ui.journey import Message, RawArrived
from memoreez_desktop.ui.sculpture import jobs
from memoreez_desktop.ui.sculpture.jobs import Begun, Offered, ServiceFacts
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.core.edition import Edition
    from memoreez_desktop.services.sculpture_journey import Landed
    from memoreez_desktop.storage.remote_job_rows import OrderRow
    from memoreez_desktop.tasks.runner import TaskHandle
    from memoreez_desktop.ui.workshop import Workshop

_AGAIN_MS, _TRIES = 300, 40
_WARM_S = 600.0


@dataclass(frozen=True, eq=False)
class OnItsWay:
    """An order that is being worked at; ``fraction`` is None where the service tells none."""

    order: OrderRow
    fraction: float | None = None
    stage: str = ""
    began_s: float = field(default_factory=time.monotonic)
    service: ServiceFacts | None = None


class SculptureOrders(QObject):
    """Sends orders, waits for them, and puts what comes in its place.

    Signals
    -------
    changed()
        Something of :attr:`ways` is different.
    offered(Offered)
        A sculpture may be ordered: ask the person.
    ended(OrderRow)
        An order is over, well or badly.
    """

    changed = Signal()
    offered = Signal(object)
    ended = Signal(object)

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop, self._journey = workshop, workshop.journey
        self.ways: dict[str, OnItsWay] = {}
        self.preparing = False
        self._handles: dict[str, TaskHandle] = {}
        self._warmed_s = -_WARM_S
        self._journey.sculptureWanted.connect(self._offer)
        self._journey.createWanted.connect(lambda _brief: self._warm())

    def order(self, offered: Offered, detail: MeshDetail) -> None:
        """Order what was offered, and show its placeholder."""
        self._submit(jobs.begin_job(offered, detail, self._workshop), self._begun, pool="disk")

    def again(self, order: OrderRow) -> None:
        """Order once more what failed or what nobody knows the end of."""
        again = jobs.again_job(order, self._workshop)
        self._submit(again, self.bring, pool="disk")

    def bring(self, order: OrderRow) -> None:
        """Send an order, or ask for one that was accepted."""
        if order.id in self.ways:
            return
        self.ways[order.id] = OnItsWay(order)
        self.changed.emit()

        def change(**news: Any) -> None:
            way = self.ways.get(order.id)
            if way is not None:
                self.ways[order.id] = replace(way, **news)
                self.changed.emit()

        handle = self._workshop.runner.submit(
            jobs.bring_job(order, self._workshop),
            pool="network",
            progress=lambda fraction, stage: change(fraction=fraction, stage=stage),
            partial=lambda item: change(service=item) if isinstance(item, ServiceFacts) else None,
            done=self._came,
            failed=lambda error: self._failed(order, error),
            cancelled=lambda: self._stopped(order),
        )
        if order.id in self.ways:
            self._handles[order.id] = handle

    def cancel(self, order_id: str) -> None:
        """Stop an order; what became of it at the service is told."""
        handle = self._handles.get(order_id)
        if handle is not None:
            handle.cancel()

    def take_up(self) -> None:
        """After the start: go on with what a killed program left behind."""

        def job(_job: JobContext) -> tuple[OrderRow, ...]:
            # The database and every service: on a worker, after the window.
            from memoreez_desktop.services.mesh_orders import take_up_meshes  # noqa: PLC0415

            return take_up_meshes(self._workshop.door.library())

        self._submit(job, self._taken_up, pool="network")

    def land(self, order: OrderRow) -> None:
        """Put the mesh of an order that is done in its placeholder's place."""
        landing = jobs.landing_job(order, self._workshop)
        self._submit(landing, lambda came: self._arrive(order, came, _TRIES), pool="compute")

    def open(self, order: OrderRow) -> None:
        """Begin a keepsake with the raw mesh of an order that is done; what was made of it before stays."""
        job = jobs.open_again_job(order, self._workshop)

        def show(edition: Edition) -> None:
            self._journey.go("studio")
            self._journey.editionChosen.emit(edition)

        self._submit(job, show, pool="compute")

    def _offer(self, plan: ConceptPlan) -> None:
        if self.preparing:
            return
        self.preparing = True
        self.changed.emit()
        job = jobs.offer_job(plan, self._workshop, self._journey.project_id)

        def over(answer: Callable[[], None]) -> None:
            self.preparing = False
            self.changed.emit()
            answer()

        self._workshop.runner.submit(
            job,
            pool="compute",
            done=lambda offered: over(lambda: self.offered.emit(offered)),
            failed=lambda error: over(lambda: self._journey.complain(error)),
            cancelled=lambda: over(lambda: None),
        )

    def _begun(self, begun: Begun) -> None:
        self._journey.go("studio")
        self._journey.editionChosen.emit(begun.edition)
        self.bring(begun.order)

    def _taken_up(self, orders: tuple[OrderRow, ...]) -> None:
        unsure = sum(order.state == "unsure" for order in orders)
        for order in orders:
            if order.state == "accepted":
                self.bring(order)
            elif order.state == "done":
                self.land(order)
        if unsure:
            words = tr("Of %n sculpture(s) nobody knows the end: it may have been charged.", n=unsure)
            self._journey.messageRaised.emit(
                Message("info", words, tr("Nothing was ordered again. The list of sculptures has them."))
            )

    def _came(self, order: OrderRow) -> None:
        self._forget(order)
        self.ended.emit(order)
        self.land(order)

    def _arrive(self, order: OrderRow, came: Landed, tries: int) -> None:
        """Hand a sculpture to the Studio, or write it down for when it is opened."""
        from memoreez_desktop.services.sculpture_journey import with_sculpture  # noqa: PLC0415 - it is loaded by now

        label = tr("The sculpture came")
        arrived = RawArrived(order.concept_id, lambda edition: with_sculpture(edition, came), label)
        self._journey.rawArrived.emit(arrived)
        if arrived.taken:
            self._tell(order)
            return
        if arrived.later and tries:
            # Its placeholder is just being made.
            QTimer.singleShot(_AGAIN_MS, lambda: self._arrive(order, came, tries - 1))
            return
        self._write_down(order, came, label)

    def _write_down(self, order: OrderRow, came: Landed, label: str) -> None:
        def job(_job: JobContext) -> bool:
            from memoreez_desktop.services.sculpture_journey import keep_sculpture  # noqa: PLC0415 - as above

            return keep_sculpture(self._workshop.door.library(), order, came, label)

        self._submit(job, lambda _kept: self._tell(order), pool="disk")

    def _tell(self, order: OrderRow) -> None:
        words = tr("The sculpture “{title}” came", title=tr(order.prompt.title))
        self._journey.messageRaised.emit(Message("good", words))

    def _failed(self, order: OrderRow, error: MemoreezError) -> None:
        self._forget(order)
        self._journey.complain(error)
        self.ended.emit(order)

    def _stopped(self, order: OrderRow) -> None:
        self._forget(order)
        self.ended.emit(order)

        def told(now: OrderRow) -> None:
            self._journey.messageRaised.emit(Message("info", *_ending_words(now)))

        self._submit(lambda _job: self._workshop.door.library().orders.order(order.id), told, pool="disk")

    def _forget(self, order: OrderRow) -> None:
        self.ways.pop(order.id, None)
        self._handles.pop(order.id, None)
        self.changed.emit()

    def _warm(self) -> None:
        """Wake the service while the person still chooses."""
        settings = self._workshop.keeper.settings
        if not settings.sculptor_id or settings.offline or time.monotonic() - self._warmed_s < _WARM_S:
            return
        self._warmed_s = time.monotonic()
        self._workshop.runner.submit(
            jobs.warm_job(self._workshop), pool="network", failed=lambda _error: None
        )

    def _submit(self, job: Callable[[JobContext], object], done: Callable[..., None], *, pool: str) -> None:
        self._workshop.runner.submit(job, pool=pool, done=done, failed=self._journey.complain)  # type: ignore[arg-type]


def _ending_words(order: OrderRow) -> tuple[str, str]:
    """Say what became of an order at the service when it was cancelled here."""
    if order.ending == "stopped":
        return tr("The sculpture was stopped at the service."), tr("Nothing is charged.")
    if order.ending == "goes-on":
        words = tr("The service goes on with it; it cannot be stopped there.")
        return words, tr("It may be charged. What comes can be fetched from the list of sculptures.")
    if order.ending == "may-cost":
        return tr("The sculpture was stopped, but it had begun."), tr("It may still be charged.")
    return tr("The sculpture was stopped before it was sent."), tr("Nothing is charged.")

"""After the start: what a killed program had ordered is fetched and made into keepsakes, out of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.ui.concepts.ai_card import AiFacts
from memoreez_desktop.ui.concepts.ai_jobs import bring_job, shape_job
from memoreez_desktop.ui.concepts.jobs import Drawn
from memoreez_desktop.ui.concepts.pictures import CardPicture
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

if TYPE_CHECKING:
    from memoreez_desktop.storage.remote_job_rows import OrderRow


class OrderResumer(QObject):
    """Takes up orders once; cards that are on the grid hear of it by ``Journey.cardKept``.

    Nothing is ordered. At the end one message tells what came and what nobody knows the end of.
    """

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._open = 0
        self._came = 0
        self._unsure = 0

    def begin(self) -> None:
        """Look for such orders; the library is opened if it is not open yet."""

        def job(job: JobContext) -> tuple[OrderRow, ...]:
            # The database: on a worker, after the window.
            from memoreez_desktop.services.ai_concepts import take_up_orders  # noqa: PLC0415

            return take_up_orders(self._workshop.door.library())

        self._workshop.runner.submit(
            job, pool="network", done=self._taken_up, failed=self._workshop.journey.complain
        )

    def _taken_up(self, orders: tuple[OrderRow, ...]) -> None:
        self._unsure = sum(order.state == "unsure" for order in orders)
        waiting = [order for order in orders if order.state in ("accepted", "done")]
        self._open = len(waiting)
        for order in orders:
            self._workshop.journey.cardKept.emit(order.project_id, order.concept_id)
        for order in waiting:
            self._bring(order)
        if not waiting:
            self._tell()

    def _bring(self, order: OrderRow) -> None:
        job = bring_job(self._workshop, order.project_id, order.concept_id, _unseen)
        self._workshop.runner.submit(
            job, pool="network", done=self._shape, failed=self._ended, cancelled=self._ended
        )

    def _shape(self, facts: AiFacts) -> None:
        self._workshop.runner.submit(
            shape_job(self._workshop, facts, _unseen),
            pool="compute",
            done=self._made,
            failed=self._ended,
            cancelled=self._ended,
        )

    def _made(self, _drawn: Drawn) -> None:
        self._came += 1
        self._ended()

    def _ended(self, _error: MemoreezError | None = None) -> None:
        # What failed is told by its card.
        self._open -= 1
        if self._open == 0:
            self._tell()

    def _tell(self) -> None:
        came = tr("%n picture(s) came that had been ordered before.", n=self._came) if self._came else ""
        unsure = tr("Of %n nobody knows: it may have been charged.", n=self._unsure) if self._unsure else ""
        what = tr("Their cards tell what can be done. Nothing was ordered again.") if unsure else ""
        if came or unsure:
            text = " ".join(part for part in (unsure if came else "", what) if part)
            self._workshop.journey.messageRaised.emit(Message("info", came or unsure, text))


def _unseen(png: bytes) -> CardPicture | None:
    """Decode nothing: nobody looks."""
    return None

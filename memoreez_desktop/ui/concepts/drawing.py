"""Where cards come from: planned, drawn by the geometry processes, or loaded from the library."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.core.concept import Concept, ConceptPlan
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.story import Brief
from memoreez_desktop.tasks.runner import TaskHandle
from memoreez_desktop.ui.concepts.batch import Batch
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.concepts.jobs import WrittenPlans, draw_job, load_job, plan_job, withdraw_job
from memoreez_desktop.ui.concepts.model import ConceptModel
from memoreez_desktop.ui.concepts.pictures import CardPicture, PictureShelf, decode_picture
from memoreez_desktop.ui.concepts.rows import card_of_row
from memoreez_desktop.ui.workshop import Workshop

FIRST_COUNT = 8
MORE_COUNT = 4


class DrawingRoom(QObject):
    """Fills the model with the cards of one project.

    What the workers of an earlier project still deliver is kept in the library, but not shown.

    Attributes
    ----------
    project : str
        The project on the grid; empty while it is being begun.

    Signals
    -------
    moved()
        Something about the progress is different.
    settled()
        A card is drawn, failed or stopped, or the grid holds other cards.
    person_changed(str)
        The name in the story of the project.
    used_up(str)
        There are no further ideas of this product; for an empty text of any.
    """

    moved = Signal()
    settled = Signal()
    person_changed = Signal(str)
    used_up = Signal(str)

    def __init__(self, model: ConceptModel, shelf: PictureShelf, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._shelf, self._workshop = model, shelf, workshop
        self._journey = workshop.journey
        self._batch = Batch()
        self._brief = Brief()
        self._known: dict[str, None] = {}
        self._handles: dict[str, TaskHandle] = {}
        # Grows with every project shown: whatever was begun in an earlier turn is not for this grid.
        self._turn = 0
        self.project = ""

    def create(self, brief: Brief) -> None:
        """Draw concepts for a brief, in a project of their own."""
        self._leave_project()
        self._brief = brief
        self._model.set_cards(())
        self.person_changed.emit(brief.story.name)
        self._plan(FIRST_COUNT, new_project=True)

    def show_project(self, project_id: str) -> None:
        """Show the cards of a project as they were left."""
        if project_id == self.project:
            return
        self._leave_project()
        self.project = project_id
        turn = self._turn

        def loaded(result: tuple[Brief, list[tuple[object, CardPicture | None]]]) -> None:
            if turn == self._turn:
                self._show_rows(*result)

        job = load_job(self._workshop, project_id, decode_picture)
        self._workshop.runner.submit(job, pool="disk", done=loaded, failed=self._journey.complain)

    def more(self, count: int = MORE_COUNT, product_id: str = "", at: int | None = None) -> None:
        """Draw some more: of every kind at the end, or of one kind at a row."""
        self._plan(count, product_id, at=at)

    def retry(self, key: str) -> None:
        """Draw one card alone, again or at last."""
        card = self._model.card(key)
        if card is not None and card.plan is not None and card.can_retry:
            self._model.change(key, state="waiting", message="", hint="", fraction=None, stage="")
            self._batch.begin((key,))
            self._draw(card.plan)

    def cancel(self) -> None:
        """Stop; what has arrived stays, what has not can be drawn later."""
        for handle in list(self._handles.values()):
            handle.cancel()

    def take_away(self, key: str) -> int:
        """Take a card off the grid, stop drawing it, and return its row."""
        handle = self._handles.pop(key, None)
        row = self._model.remove(key)
        self._batch.drop(key)
        if handle is not None:
            handle.cancel()
        self.moved.emit()
        return row

    def progress_words(self, *, briefly: bool) -> tuple[str, str, float | None, str, str] | None:
        """Return (count, doing, fraction, failed, time left); None when nothing is being drawn."""
        cards = self._batch.of(self._model.cards)
        if not any(card.state in ("waiting", "drawing") for card in cards):
            self._batch.end()
            return None
        return self._batch.words(cards, briefly=briefly)

    def leave(self) -> None:
        """Hear of nothing any more."""
        self._turn += 1

    def _leave_project(self) -> None:
        """Stop what has not begun; what is being drawn is finished and kept, unseen."""
        for card in self._model.cards:
            handle = self._handles.pop(card.key, None)
            if handle is not None and card.state == "waiting":
                handle.cancel()
        self._turn += 1
        self.project = ""
        self._known = {}
        self._handles = {}
        self._batch.end()
        self.moved.emit()

    def _show_rows(self, brief: Brief, rows: Sequence[tuple[object, CardPicture | None]]) -> None:
        self._brief = brief
        self.person_changed.emit(brief.story.name)
        self._known = {row.plan.id: None for row, _picture in rows}
        for row, picture in rows:
            if picture is not None:
                self._shelf.put(row.plan.id, picture)
        self._model.set_cards([card_of_row(row) for row, _picture in rows if not row.removed])
        self.settled.emit()

    def _plan(
        self, count: int, product_id: str = "", *, new_project: bool = False, at: int | None = None
    ) -> None:
        """Put placeholders up at once, then have them planned and drawn."""
        turn = self._turn
        keys = [f"?{time.monotonic_ns()}-{number}" for number in range(count)]
        self._model.insert(self._model.rowCount() if at is None else at, [Card(key) for key in keys])
        self._batch.begin(keys)
        project = self.project or (self._journey.project_id if new_project else "")

        def planned(result: tuple[str, tuple[ConceptPlan, ...]]) -> None:
            if turn != self._turn:
                return
            self._handles.pop(keys[0], None)
            self.project, plans = result
            self._journey.project_id = self.project
            self._fill(keys, plans)
            if len(plans) < count:
                self.moved.emit()
                self.used_up.emit(product_id)

        def failed(error: MemoreezError) -> None:
            if turn == self._turn:
                gone()
                self._journey.complain(error)

        def gone() -> None:
            if turn == self._turn:
                for key in keys:
                    self._drop(key)
                self.moved.emit()

        def stopped() -> None:
            # The plans may have been written a moment before: what never stood here must not turn up later.
            self._workshop.runner.submit(withdraw_job(self._workshop, kept), pool="disk")
            gone()

        kept = WrittenPlans()
        job = plan_job(
            self._workshop,
            project,
            self._brief,
            count,
            product_id,
            tuple(self._known),
            new_project=new_project,
            kept=kept,
        )
        handle = self._workshop.runner.submit(
            job, pool="compute", done=planned, failed=failed, cancelled=stopped
        )
        if self._model.card(keys[0]) is not None:
            self._handles[keys[0]] = handle
        self.moved.emit()

    def _fill(self, keys: list[str], plans: Sequence[ConceptPlan]) -> None:
        for key, plan in zip(keys, plans, strict=False):
            self._known[plan.id] = None
            self._model.change(key, key=plan.id, plan=plan)
            self._batch.drop(key)
        for key in keys[len(plans) :]:
            self._drop(key)
        self._batch.begin(plan.id for plan in plans)
        for plan in plans:
            self._draw(plan)

    def _draw(self, plan: ConceptPlan) -> None:
        turn, key = self._turn, plan.id

        def mine() -> bool:
            return turn == self._turn and self._model.card(key) is not None

        def progress(fraction: float | None, stage: str) -> None:
            if mine():
                self._model.change(key, state="drawing", fraction=fraction, stage=stage)
                self.moved.emit()

        def done(result: tuple[Concept, CardPicture]) -> None:
            if mine():
                self._arrived(*result)

        def failed(error: MemoreezError) -> None:
            if mine():
                self._model.change(key, state="failed", message=error.message, hint=error.hint)
                self._settle(key)

        def cancelled() -> None:
            if mine():
                self._model.change(key, state="stopped", fraction=None, stage="")
                self._settle(key)

        job = draw_job(self._workshop, self.project, plan, decode_picture)
        self._handles[key] = self._workshop.runner.submit(
            job, pool="compute", progress=progress, done=done, failed=failed, cancelled=cancelled
        )
        if (card := self._model.card(key)) is not None and card.state not in ("waiting", "drawing"):
            self._handles.pop(key, None)
        self.moved.emit()

    def _arrived(self, concept: Concept, picture: CardPicture) -> None:
        key = concept.plan.id
        self._shelf.put(key, picture)
        self._model.change(
            key,
            state="ready",
            plan=concept.plan,
            picture_png=concept.picture_png,
            stats=concept.stats,
            shown_at=time.monotonic(),
        )
        self._settle(key)

    def _settle(self, key: str) -> None:
        self._handles.pop(key, None)
        self.moved.emit()
        self.settled.emit()

    def _drop(self, key: str) -> None:
        self._model.remove(key)
        self._batch.drop(key)
        self._handles.pop(key, None)

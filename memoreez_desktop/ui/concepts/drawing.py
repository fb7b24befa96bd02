"""Where the cards of the studio come from: planned and drawn by the geometry processes, or loaded."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.story import Brief
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.concepts.jobs import (
    Drawn,
    WrittenPlans,
    draw_job,
    load_job,
    plan_job,
    withdraw_job,
)
from memoreez_desktop.ui.concepts.sheet import Sheet
from memoreez_desktop.ui.workshop import Workshop

FIRST_COUNT = 8
MORE_COUNT = 4


class DrawingRoom(QObject):
    """Fills the sheet with the cards of one project.

    What the workers of an earlier project still deliver is kept in the library, but not shown.

    Signals
    -------
    begun(bool)
        The new project is in the library (or it could not be begun).
    person_changed(str)
        The name in the story of the project.
    used_up(str)
        There are no further ideas of this product; for an empty text of any.
    """

    begun = Signal(bool)
    person_changed = Signal(str)
    used_up = Signal(str)

    def __init__(self, sheet: Sheet, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet, self._workshop = sheet, workshop
        self._journey = workshop.journey

    def create(self) -> None:
        """Draw the first concepts for the sheet's brief, in a project of their own."""
        self._plan(FIRST_COUNT, new_project=True)

    def show_project(self, project_id: str) -> None:
        """Show the cards of a project as they were left."""
        sheet = self._sheet
        if project_id == sheet.project:
            return
        sheet.leave_project()
        sheet.project = project_id
        turn = sheet.turn

        def loaded(result: tuple[Brief, tuple[Card, ...], tuple[str, ...]]) -> None:
            if turn == sheet.turn:
                self.person_changed.emit(result[0].story.name)
                sheet.show(*result)

        job = load_job(self._workshop, project_id)
        self._workshop.runner.submit(job, pool="disk", done=loaded, failed=self._journey.complain)

    def more(self, count: int = MORE_COUNT, product_id: str = "", at: int | None = None) -> None:
        """Draw some more: of every kind at the end, or of one kind at a row."""
        self._plan(count, product_id, at=at)

    def retry(self, key: str) -> None:
        """Draw one card alone, again or at last."""
        card = self._sheet.model.card(key)
        if card is not None and card.plan is not None and card.can_retry:
            self._sheet.model.change(key, state="waiting", message="", hint="", fraction=None, stage="")
            self._sheet.batch.begin((key,))
            self._draw(card.plan)

    def _plan(
        self, count: int, product_id: str = "", *, new_project: bool = False, at: int | None = None
    ) -> None:
        """Put placeholders up at once, then have them planned and drawn."""
        sheet, turn = self._sheet, self._sheet.turn
        keys = sheet.placeholders(count, sheet.model.rowCount() if at is None else at)
        project = sheet.project or (self._journey.project_id if new_project else "")

        def planned(result: tuple[str, tuple[ConceptPlan, ...]]) -> None:
            if turn != sheet.turn:
                return
            sheet.forget(keys[0])
            sheet.project, plans = result
            self._journey.project_id = sheet.project
            if new_project:
                self.begun.emit(True)
            self._fill(keys, plans)
            if len(plans) < count:
                sheet.moved.emit()
                self.used_up.emit(product_id)

        def failed(error: MemoreezError) -> None:
            if turn == sheet.turn:
                gone()
                self._journey.complain(error)

        def gone() -> None:
            if turn == sheet.turn:
                sheet.drop(keys)
                if new_project:
                    self.begun.emit(False)

        def stopped() -> None:
            # The plans may have been written a moment before: what never stood here must not turn up later.
            self._workshop.runner.submit(withdraw_job(self._workshop, kept), pool="disk")
            gone()

        kept = WrittenPlans()
        job = plan_job(
            self._workshop,
            project,
            sheet.brief,
            count,
            product_id,
            tuple(sheet.known),
            new_project=new_project,
            kept=kept,
        )
        handle = self._workshop.runner.submit(
            job, pool="compute", done=planned, failed=failed, cancelled=stopped
        )
        sheet.watch(keys[0], handle)

    def _fill(self, keys: list[str], plans: Sequence[ConceptPlan]) -> None:
        sheet = self._sheet
        for key, plan in zip(keys, plans, strict=False):
            sheet.name(key, Card(plan.id, plan))
        sheet.drop(keys[len(plans) :])
        sheet.batch.begin(plan.id for plan in plans)
        for plan in plans:
            self._draw(plan)

    def _draw(self, plan: ConceptPlan) -> None:
        sheet, turn, key = self._sheet, self._sheet.turn, plan.id

        def progress(fraction: float | None, stage: str) -> None:
            if sheet.shows(turn, key):
                sheet.model.change(key, state="drawing", fraction=fraction, stage=stage)
                sheet.moved.emit()

        def done(drawn: Drawn) -> None:
            if sheet.shows(turn, key):
                sheet.arrived(drawn, time.monotonic())

        def failed(error: MemoreezError) -> None:
            if sheet.shows(turn, key):
                sheet.model.change(key, state="failed", message=error.message, hint=error.hint)
                sheet.settle(key)

        def cancelled() -> None:
            if sheet.shows(turn, key):
                sheet.model.change(key, state="stopped", fraction=None, stage="")
                sheet.settle(key)

        job = draw_job(self._workshop, sheet.project, plan, sheet.decode)
        sheet.watch(
            key,
            self._workshop.runner.submit(
                job, pool="compute", progress=progress, done=done, failed=failed, cancelled=cancelled
            ),
        )

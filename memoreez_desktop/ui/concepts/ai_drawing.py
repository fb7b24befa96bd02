"""Cards that services draw: their pictures are brought, shown at once, and made into keepsakes."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.remote import ConceptPrompt, ServiceError
from memoreez_desktop.ui.concepts.ai_card import AiFacts
from memoreez_desktop.ui.concepts.ai_jobs import bring_job, card_job, order_again_job, shape_job
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.concepts.jobs import Drawn
from memoreez_desktop.ui.concepts.pictures import CardPicture
from memoreez_desktop.ui.concepts.sheet import Sheet
from memoreez_desktop.ui.concepts.unrepeatable import Unrepeatable
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop


class AiDrawing(QObject):
    """Fills cards that are planned, each for itself: none waits for another.

    A picture is brought by a worker of the network; its keepsake is made by one that waits for a geometry
    process. What a worker does for a card that is not on the grid any more is kept all the same.
    """

    def __init__(self, sheet: Sheet, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet, self._workshop = sheet, workshop
        # (project, card) that a worker of this grid is at.
        self._busy: set[tuple[str, str]] = set()
        self._unrepeatable: dict[tuple[str, str], str] = {}
        workshop.journey.cardKept.connect(self._kept)

    @property
    def unrepeatable(self) -> tuple[str, ...]:
        """Who draws, for each picture that would be lost and may be charged if the program ended now."""
        return tuple(self._unrepeatable.values())

    def begin(self, keys: Iterable[str]) -> None:
        """Have cards drawn, now."""
        sheet = self._sheet
        begun = [key for key in keys if (sheet.project, key) not in self._busy and sheet.model.card(key)]
        values = {"message": "", "hint": "", "fraction": None, "stage": "", "retry_at": 0.0}
        for key in begun:
            sheet.model.change(key, state="waiting", **values)
        sheet.batch.begin(begun)
        for key in begun:
            self._bring(key)

    def again(self, prompts: dict[str, ConceptPrompt | None], *, draw: bool) -> None:
        """Write new orders for cards, with another prompt where there is one; have them drawn if wanted."""
        sheet, turn, stops = self._sheet, self._sheet.turn, self._sheet.stops

        def written(cards: tuple[Card, ...]) -> None:
            if turn != sheet.turn:
                return
            for card in cards:
                sheet.model.put(card)
            sheet.settled.emit()
            if draw and stops == sheet.stops:
                self.begin(card.key for card in cards)

        self._workshop.runner.submit(
            order_again_job(self._workshop, sheet.project, prompts),
            pool="disk",
            done=written,
            failed=self._workshop.journey.complain,
        )

    def refresh(self, key: str, *, ended: bool = False) -> None:
        """Show a card as the library has it; ``ended``: unless a worker that was stopped is still ending."""
        sheet, project, turn = self._sheet, self._sheet.project, self._sheet.turn

        def read(card: Card | None) -> None:
            if card is None or (project, key) in self._busy or (ended and card.state == "drawing"):
                return
            if sheet.shows(turn, key):
                before = sheet.model.card(key)
                retry_at = before.retry_at if before and card.state == "failed" else 0.0
                sheet.model.put(replace(card, retry_at=retry_at))
                sheet.settle(key)

        job = card_job(self._workshop, project, key)
        self._workshop.runner.submit(job, pool="disk", done=read, failed=self._workshop.journey.complain)

    def _kept(self, project: str, key: str) -> None:
        """Show what a worker has written down, perhaps one that nobody here has heard of."""
        card = self._sheet.model.card(key) if project == self._sheet.project else None
        if card is not None and (project, key) not in self._busy:
            self.refresh(key)

    def _bring(self, key: str) -> None:
        sheet, turn, project = self._sheet, self._sheet.turn, self._sheet.project
        self._busy.add((project, key))

        def progress(fraction: float | None, stage: str) -> None:
            if sheet.shows(turn, key):
                sheet.model.change(key, state="drawing", fraction=fraction, stage=stage)
                sheet.moved.emit()

        def partial(item: CardPicture | Unrepeatable) -> None:
            if isinstance(item, Unrepeatable):
                self._unrepeatable[project, key] = item.label
            elif sheet.shows(turn, key):
                sheet.shelf.put(key, item)

        def done(facts: AiFacts) -> None:
            self._unrepeatable.pop((project, key), None)
            # Also when the grid shows something else by now: the picture was paid for.
            self._shape(turn, facts)

        handle = self._workshop.runner.submit(
            bring_job(self._workshop, project, key, sheet.decode),
            pool="network",
            progress=progress,
            partial=partial,
            done=done,
            failed=lambda error: self._failed(turn, project, key, error),
            cancelled=lambda: self._stopped(turn, project, key),
        )
        if (project, key) in self._busy:
            sheet.watch(key, handle)

    def _shape(self, turn: int, facts: AiFacts) -> None:
        sheet, project, key = self._sheet, facts.order.project_id, facts.order.concept_id
        making = tr("Making a keepsake of it")
        if sheet.shows(turn, key):
            sheet.model.change(key, state="drawing", fraction=None, stage=making, ai=facts)
            sheet.moved.emit()

        def progress(fraction: float | None, _stage: str) -> None:
            if sheet.shows(turn, key):
                sheet.model.change(key, state="drawing", fraction=fraction, stage=making)
                sheet.moved.emit()

        def done(drawn: Drawn) -> None:
            self._busy.discard((project, key))
            if sheet.shows(turn, key):
                sheet.arrived(drawn)

        handle = self._workshop.runner.submit(
            shape_job(self._workshop, facts, sheet.decode),
            pool="compute",
            progress=progress,
            done=done,
            failed=lambda error: self._failed(turn, project, key, error),
            cancelled=lambda: self._stopped(turn, project, key),
        )
        if sheet.shows(turn, key) and (project, key) in self._busy:
            sheet.watch(key, handle)

    def _failed(self, turn: int, project: str, key: str, error: MemoreezError) -> None:
        self._busy.discard((project, key))
        self._unrepeatable.pop((project, key), None)
        if not self._sheet.shows(turn, key):
            return
        wait_s = error.wait_s if isinstance(error, ServiceError) else None
        retry_at = time.monotonic() + wait_s if wait_s else 0.0
        self._sheet.model.change(
            key, state="failed", message=error.message, hint=error.hint, retry_at=retry_at
        )
        self._sheet.settle(key)
        # Only the library knows where the order stands now.
        self.refresh(key)

    def _stopped(self, turn: int, project: str, key: str) -> None:
        self._busy.discard((project, key))
        self._unrepeatable.pop((project, key), None)
        if self._sheet.shows(turn, key):
            self._sheet.model.change(key, state="stopped", fraction=None, stage="")
            self._sheet.settle(key)
            self.refresh(key, ended=True)

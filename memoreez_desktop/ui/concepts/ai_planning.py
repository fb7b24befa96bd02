"""Cards that a service is going to draw: prompts are written, cards planned, and the price is told first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.remote import ConceptPrompt
from memoreez_desktop.ui.concepts.ai_drawing import AiDrawing
from memoreez_desktop.ui.concepts.ai_jobs import Offer, Written, offer_job, plan_ai_job, write_job
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.concepts.sheet import Sheet
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

_OTHER_SEED = 101


@dataclass(frozen=True)
class _Ready:
    """Prompts that wait for their project to be begun."""

    keys: list[str]
    prompts: tuple[ConceptPrompt, ...]


class AiPlanning(QObject):
    """Nothing is ordered that is paid before the person has read what it costs, unless he wants it so.

    Signals
    -------
    offered(str, str)
        What is going to be drawn in words, and what leaves this computer for it; two empty texts: no more.
    """

    offered = Signal(str, str)

    def __init__(self, sheet: Sheet, drawing: AiDrawing, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet, self._drawing, self._workshop = sheet, drawing, workshop
        self._journey = workshop.journey
        self._ready: _Ready | None = None
        self._writing: list[str] = []
        self._offered: list[str] = []

    @property
    def wanted(self) -> bool:
        """Whether a service draws beside the studio."""
        settings = self._workshop.keeper.settings
        return bool(settings.generator_id) and not settings.offline

    @property
    def count(self) -> int:
        """How many pictures a story gets."""
        return self._workshop.keeper.settings.ai_count

    def plan(self, count: int, *, first: bool = False) -> None:
        """Put placeholders up at once, before all cards or behind them, and have their prompts written."""
        sheet, turn = self._sheet, self._sheet.turn
        row = 0 if first else sheet.model.rowCount()
        keys = sheet.placeholders(count, row, tr("Writing the prompt"))
        self._writing += keys

        def written(result: Written) -> None:
            if turn != sheet.turn:
                return
            sheet.forget(keys[0])
            self._say(result)
            if not result.prompts:
                gone()
                return
            self._ready = _Ready(keys, result.prompts)
            if sheet.project:
                self._plan_ready(first=first)

        def failed(error: MemoreezError) -> None:
            if turn == sheet.turn:
                gone()
                self._journey.complain(error)

        def gone() -> None:
            if turn == sheet.turn:
                self._drop(keys)

        job = write_job(self._workshop, sheet.brief, count, self.known_prompts())
        handle = self._workshop.runner.submit(
            job, pool="network", done=written, failed=failed, cancelled=gone
        )
        sheet.watch(keys[0], handle)

    def project_begun(self, well: bool) -> None:
        """Go on when the project of the cards is in the library; or give up, when it will never be."""
        if well and self._ready is not None:
            self._plan_ready(first=True)
        elif not well:
            self._ready = None
            self._drop(list(self._writing))

    def leave_project(self) -> None:
        """Nothing of what was planned stands on the grid any more."""
        self._ready = None
        self._writing = []
        self.put_off()

    def more_like(self, key: str) -> None:
        """Plan one more card with the same prompt and another seed, behind the card."""
        card = self._sheet.model.card(key)
        if card is not None and card.ai is not None:
            self.plan_prompts((card.ai.order.prompt,), card.ai.order.provider, self._sheet.model.row(key) + 1)

    def plan_prompts(self, prompts: tuple[ConceptPrompt, ...], provider: str, row: int) -> None:
        """Plan cards for prompts that are written already."""
        sheet = self._sheet
        keys = sheet.placeholders(len(prompts), row, tr("Writing the prompt"))
        seed = sheet.brief.seed + _OTHER_SEED + len(sheet.known)
        job = plan_ai_job(
            self._workshop, sheet.project, replace(sheet.brief, seed=seed), prompts, provider=provider
        )
        self._submit_plan(job, keys)

    def want(self, keys: Sequence[str]) -> None:
        """Have planned cards drawn: at once where it is free or not to be asked, else after the offer."""
        sheet, turn, stops = self._sheet, self._sheet.turn, self._sheet.stops
        cards = [card for key in keys if (card := sheet.model.card(key)) is not None and card.ai is not None]
        orders = tuple(card.ai.order for card in cards)
        if not orders:
            return

        def told(offer: Offer) -> None:
            if turn != sheet.turn or stops != sheet.stops:
                return
            if offer.paid and self._workshop.keeper.settings.ask_before_paid:
                self._offered = [card.key for card in cards]
                words = "; ".join(tr(part.words) for part in offer.words)
                self.offered.emit(words, " ".join(dict.fromkeys(tr(part.detail) for part in offer.words)))
            else:
                self._drawing.begin(card.key for card in cards)

        job = offer_job(self._workshop, orders)
        self._workshop.runner.submit(job, pool="disk", done=told, failed=self._journey.complain)

    def draw_offered(self) -> None:
        """Have what is offered drawn."""
        self._drawing.begin(self._offered)
        self.put_off()

    def put_off(self) -> None:
        """Draw nothing of what is offered now; it can be drawn later."""
        self._offered = []
        self.offered.emit("", "")

    def offered_cards(self) -> tuple[Card, ...]:
        """Return the cards that are offered."""
        cards = (self._sheet.model.card(key) for key in self._offered)
        return tuple(card for card in cards if card is not None)

    def still_offered(self) -> None:
        """Offer what is left after a card was taken away."""
        left = [card.key for card in self.offered_cards() if card.state == "planned"]
        if left and left != self._offered:
            self.want(left)
        elif self._offered and not left:
            self.put_off()

    def known_prompts(self) -> tuple[str, ...]:
        """Return what was thought of already."""
        return tuple(card.ai.order.prompt.prompt for card in self._sheet.model.cards if card.ai)

    def _plan_ready(self, *, first: bool) -> None:
        ready, self._ready = self._ready, None
        if ready is not None:
            sheet = self._sheet
            job = plan_ai_job(self._workshop, sheet.project, sheet.brief, ready.prompts, first=first)
            self._submit_plan(job, ready.keys)

    def _submit_plan(self, job: object, keys: list[str]) -> None:
        sheet, turn, stops = self._sheet, self._sheet.turn, self._sheet.stops

        def planned(cards: tuple[Card, ...]) -> None:
            if turn != sheet.turn:
                return
            for key, card in zip(keys, cards, strict=False):
                sheet.name(key, card)
            self._drop(keys)
            sheet.settled.emit()
            if stops != sheet.stops:
                # Cancelled meanwhile: they stand as planned, and each says how it can be drawn.
                return
            # Together with what is offered already: one panel, one answer.
            self.want([*self._offered, *(card.key for card in cards)])

        def failed(error: MemoreezError) -> None:
            if turn == sheet.turn:
                self._drop(keys)
                self._journey.complain(error)

        self._workshop.runner.submit(job, pool="disk", done=planned, failed=failed)

    def _drop(self, keys: list[str]) -> None:
        self._writing = [key for key in self._writing if key not in keys]
        self._sheet.drop(keys)

    def _say(self, written: Written) -> None:
        if written.missing:
            title = tr("{service} cannot draw yet", service=tr(written.service))
            text = f"{tr(written.missing)} {tr('The studio draws its own ideas meanwhile.')}"
        elif written.trouble is not None:
            title = tr("The built-in templates wrote the prompts")
            text = tr(written.trouble.message)
        else:
            return
        self._journey.messageRaised.emit(Message("info", title, text))

"""The cards of one project on the grid, and the jobs that fill them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.core.story import Brief
from memoreez_desktop.tasks.runner import TaskHandle
from memoreez_desktop.ui.concepts.batch import Batch
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.concepts.jobs import Drawn
from memoreez_desktop.ui.concepts.model import ConceptModel
from memoreez_desktop.ui.concepts.pictures import CardPicture, PictureShelf, decode_picture

_DECODED_AT_ONCE = max(2, (os.cpu_count() or 2) - 1)
"""However many pictures come at once, the window keeps its share of the processor."""


class Sheet(QObject):
    """What everyone who fills cards shares.

    Attributes
    ----------
    project : str
        The project on the grid; empty while it is being begun.
    brief : Brief
        Of this project.
    stops : int
        Grows with every Cancel: what was about to begin then does not.
    turn : int
        Grows with every project shown: whatever was begun in an earlier turn is not for this grid.
    known : dict
        The id of every concept of the project, removed ones too.

    Signals
    -------
    moved()
        Something about the progress is different.
    settled()
        A card is drawn, failed or stopped, or the grid holds other cards.
    """

    moved = Signal()
    settled = Signal()

    def __init__(self, model: ConceptModel, shelf: PictureShelf, parent: QObject) -> None:
        super().__init__(parent)
        self.model, self.shelf = model, shelf
        self.batch = Batch()
        self.brief = Brief()
        self.known: dict[str, None] = {}
        self.project = ""
        self.turn = self.stops = 0
        self._handles: dict[str, TaskHandle] = {}
        self._decoding = threading.BoundedSemaphore(_DECODED_AT_ONCE)

    def begin(self, brief: Brief) -> None:
        """Be empty, for a brief."""
        self.brief = brief
        self.model.set_cards(())

    def show(self, brief: Brief, cards: Sequence[Card], removed: Sequence[str]) -> None:
        """Show what is kept of a project."""
        self.brief = brief
        self.known = dict.fromkeys((*(card.key for card in cards), *removed))
        self.model.set_cards(cards)
        self.settled.emit()

    def placeholders(self, count: int, at: int, stage: str = "") -> list[str]:
        """Put empty cards up and return their keys."""
        keys = [f"?{time.monotonic_ns()}-{number}" for number in range(count)]
        self.model.insert(at, [Card(key, stage=stage) for key in keys])
        self.batch.begin(keys)
        return keys

    def name(self, placeholder: str, card: Card) -> None:
        """Put a planned card in the place of a placeholder."""
        self.known[card.key] = None
        self.batch.drop(placeholder)
        self.model.change(placeholder, **vars(card))

    def shows(self, turn: int, key: str) -> bool:
        """Tell whether a card that was begun in a turn is still on the grid."""
        return turn == self.turn and self.model.card(key) is not None

    def watch(self, key: str, handle: TaskHandle) -> None:
        """Remember who fills a card, unless it is filled already."""
        card = self.model.card(key)
        if card is not None and card.state in ("waiting", "drawing"):
            self._handles[key] = handle
        self.moved.emit()

    def forget(self, key: str) -> None:
        """Nobody fills this card any more."""
        self._handles.pop(key, None)

    def decode(self, png: bytes) -> CardPicture:
        """Decode a picture as large as cards are now; on a worker."""
        with self._decoding:
            return decode_picture(png, self.shelf.side_px)

    def arrived(self, drawn: Drawn, shown_at: float = 0.0) -> None:
        """Show a drawn card."""
        concept, key = drawn.concept, drawn.concept.plan.id
        self.shelf.put(key, drawn.picture)
        self.model.change(
            key,
            state="ready",
            plan=concept.plan,
            picture=drawn.path,
            stats=concept.stats,
            shown_at=shown_at,
        )
        self.settle(key)

    def settle(self, key: str) -> None:
        """Nothing more happens to a card by itself."""
        self._handles.pop(key, None)
        self.moved.emit()
        self.settled.emit()

    def drop(self, keys: Iterable[str]) -> None:
        """Take placeholders away."""
        for key in keys:
            self.model.remove(key)
            self.batch.drop(key)
            self._handles.pop(key, None)
        self.moved.emit()

    def take_away(self, key: str) -> int:
        """Take a card off the grid, stop drawing it, and return its row."""
        handle = self._handles.pop(key, None)
        row = self.model.remove(key)
        self.batch.drop(key)
        if handle is not None:
            handle.cancel()
        self.moved.emit()
        return row

    def cancel(self) -> None:
        """Stop; what has arrived stays, what has not can be drawn later."""
        self.stops += 1
        for handle in list(self._handles.values()):
            handle.cancel()

    def leave_project(self) -> None:
        """Stop what has not begun; what is being drawn is finished and kept, unseen."""
        for card in self.model.cards:
            handle = self._handles.pop(card.key, None)
            if handle is not None and card.state == "waiting":
                handle.cancel()
        self.turn += 1
        self.project = ""
        self.known = {}
        self._handles = {}
        self.batch.end()
        self.moved.emit()

    def leave(self) -> None:
        """Hear of nothing any more."""
        self.turn += 1

    def progress_words(self, *, briefly: bool) -> tuple[str, str, float | None, str, str] | None:
        """Return (count, doing, fraction, failed, time left); None when nothing is being drawn."""
        cards = self.batch.of(self.model.card)
        if not any(card.state in ("waiting", "drawing") for card in cards):
            self.batch.end()
            return None
        return self.batch.words(cards, briefly=briefly)

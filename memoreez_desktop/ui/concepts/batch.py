"""How far the cards that were wanted together are: counts and the time left."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from memoreez_desktop.core.units import duration_words
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.words import tr


class Batch:
    """The cards being drawn now, from the first wish until none is left."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._begun = 0.0

    def begin(self, keys: Iterable[str]) -> None:
        """Count some more cards in; the clock starts with the first."""
        if not self._keys:
            self._begun = time.monotonic()
        self._keys |= set(keys)

    def end(self) -> None:
        """Forget them."""
        self._keys.clear()

    def drop(self, key: str) -> None:
        """Count one out."""
        self._keys.discard(key)

    def of(self, card_of: Callable[[str], Card | None]) -> list[Card]:
        """Return the batch's own cards, each asked for by its key."""
        return [card for card in map(card_of, self._keys) if card is not None]

    def words(self, cards: list[Card], *, briefly: bool) -> tuple[str, str, float | None, str, str]:
        """Return (count, doing, fraction, failed, time left) for the strip."""
        ready = sum(card.state == "ready" for card in cards)
        drawn = sum(card.state == "drawing" for card in cards)
        waiting = sum(card.state == "waiting" for card in cards)
        failed = sum(card.state == "failed" for card in cards)
        doing = [tr("{count} being drawn", count=drawn)] if drawn else []
        if waiting and not (briefly and drawn):
            doing.append(tr("{count} waiting", count=waiting))
        settled = ready + failed
        partly = sum(card.fraction or 0.0 for card in cards if card.state == "drawing")
        fraction = (settled + partly) / len(cards) if cards else None
        return (
            tr("{ready} of {all}", ready=ready, all=len(cards)),
            ", ".join(doing),
            fraction if settled or partly else None,
            tr("{count} failed", count=failed) if failed else "",
            self._left(settled, partly, len(cards)),
        )

    def _left(self, settled: int, partly: float, count: int) -> str:
        if not settled or settled >= count:
            return ""
        pace_s = (time.monotonic() - self._begun) / (settled + partly)
        return tr("about {time} left", time=duration_words(max(1.0, pace_s * (count - settled - partly))))

"""What a card knows of its order at a service, and the way on from every end an order may come to."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.storage.remote_job_rows import OrderRow
    from memoreez_desktop.ui.concepts.card import Card

REPHRASED = ("content_filter", "bad_input")
SET_RIGHT = ("auth", "no_credit", "cap_reached", "model_gone")
_SMALLEST_SHOWN_USD = 0.005
CHARACTER_ICONS = {
    "whimsical": "mdi6.emoticon-happy-outline",
    "heroic": "mdi6.trophy-outline",
    "hybrid": "mdi6.shape-plus-outline",
    "icon": "mdi6.circle-outline",
}


def character_choices() -> list[tuple[str, str]]:
    """Return the four characters with their words."""
    return [
        ("whimsical", tr("Whimsical: a small joke")),
        ("heroic", tr("Heroic: a monument")),
        ("hybrid", tr("Hybrid: two in one")),
        ("icon", tr("Emblem: one calm form")),
    ]


@dataclass(frozen=True)
class AiFacts:
    """Who draws a card, and its newest order as it was last read.

    Attributes
    ----------
    label : str
        The service, for people.
    """

    label: str
    order: OrderRow = field(repr=False)


class WayOn(NamedTuple):
    """The button of a card without a picture: what it asks for (empty: nothing yet) and how it looks."""

    wish: str
    words: str
    icon: str


def way_on(card: Card) -> WayOn:
    """Return what can be done best for a card that failed, was stopped or is planned."""
    if card.state != "failed":
        return WayOn("retry", tr("Draw now"), "mdi6.play-outline")
    if card.ai is not None:
        order = card.ai.order
        if order.state == "unsure":
            return WayOn("again", tr("Order again…"), "mdi6.refresh")
        if order.state == "accepted":
            return WayOn("retry", tr("Look again"), "mdi6.magnify")
        if order.state != "done" and order.reason in REPHRASED:
            return WayOn("prompt", tr("Rephrase…"), "mdi6.pencil-outline")
        if order.state != "done" and order.reason in SET_RIGHT:
            return WayOn("settings", tr("Settings…"), "mdi6.cog-outline")
    left_s = seconds_left(card)
    if left_s:
        return WayOn("", tr("Retry in {seconds} s", seconds=left_s), "mdi6.timer-sand")
    return WayOn("retry", tr("Retry"), "mdi6.refresh")


def further_ways(card: Card) -> tuple[WayOn, ...]:
    """Return what else can be done for a card of a service, for its menu."""
    if card.ai is None:
        return ()
    order, first, ways = card.ai.order, way_on(card).wish, []
    if card.state == "failed" and order.state in ("failed", "ready") and first != "retry":
        ways.append(WayOn("retry", tr("Retry"), "mdi6.refresh"))
    if card.state == "failed" and order.state == "accepted":
        ways.append(WayOn("again", tr("Order again…"), "mdi6.refresh"))
    ways.append(WayOn("prompt", tr("Show prompt…"), "mdi6.text-box-outline"))
    if order.picture:
        ways.append(WayOn("export", tr("Save picture as PNG…"), "mdi6.content-save-outline"))
    return tuple(ways)


def seconds_left(card: Card) -> int:
    """Return how long the service wants to be left alone, in whole seconds."""
    return max(0, math.ceil(card.retry_at - time.monotonic())) if card.retry_at else 0


def origin_lines(facts: AiFacts) -> list[str]:
    """Tell who drew a picture, from what, under which terms and for how much."""
    order = facts.order
    if order.state != "done":
        return [order.prompt.prompt]
    lines = [tr("Drawn by {service}", service=tr(facts.label))]
    if order.model:
        lines.append(tr("Model: {model}", model=order.model))
    if order.seed is not None:
        lines.append(tr("Seed: {seed}", seed=order.seed))
    if order.licence:
        lines.append(tr("Licence: {licence}", licence=order.licence))
    lines.append(tr("Cost: {cost}", cost=_cost_words(order.cost_usd)))
    return lines


def _cost_words(usd: float | None) -> str:
    if usd is None:
        return tr("not told by the service")
    if usd == 0:
        return tr("free")
    if usd < _SMALLEST_SHOWN_USD:
        return tr("less than 0.01 USD")
    return tr("{usd:.2f} USD", usd=usd)

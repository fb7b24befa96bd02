"""Before the button: what a mesh by a service costs and takes, what leaves for it, and under which terms."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.remote import Price
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.services.mesh_orders import UNKNOWN_PRICE_USD, MeshService

_SMALLEST_SHOWN_USD = 0.005
_IN_MINUTES_FROM_S = 90.0


@dataclass(frozen=True)
class MeshOffer:
    """An offer in words.

    Attributes
    ----------
    words : str
        By whom, what it costs, how long it usually takes.
    leaves : str
        What leaves this computer.
    notice : str
        What must be known of licence and terms, or empty.
    usd : float or None
        What is expected; None when nobody publishes it, 0.0 is free.
    aside_usd : float
        What is set aside under the monthly limit before it is ordered.
    usual_s : float or None
    """

    words: str
    leaves: str
    notice: str
    usd: float | None
    aside_usd: float
    usual_s: float | None

    @property
    def may_cost(self) -> bool:
        """Whether anything may have to be paid for it."""
        return self.usd != 0.0


def mesh_offer(service: MeshService) -> MeshOffer:
    """Put an offer into words; nothing is asked over the network."""
    info, price = service.generator.info, service.generator.price(service.values)
    words = say("One sculpture · {service}", service=info.label)
    words = say("{first} · {second}", first=words, second=mesh_cost_words(price))
    if price.usual_s is not None:
        words = say("{first} · {second}", first=words, second=_usual_words(price.usual_s))
    leaves = info.leaves
    if not info.local:
        leaves = say("Leaves this computer: the picture as you see it here, and no word of your story.")
    if price.usd and price.as_of:
        dated = say("Price of {date}.", date=price.as_of)
        leaves = say("{first} {second}", first=leaves, second=dated)
    aside = UNKNOWN_PRICE_USD if price.usd is None else price.usd
    return MeshOffer(words, leaves, info.notice, price.usd, aside, price.usual_s)


def mesh_cost_words(price: Price) -> Phrase:
    """Say what one mesh costs."""
    if price.usd is None:
        return say("the price is not known beforehand; {usd:.2f} USD is set aside", usd=UNKNOWN_PRICE_USD)
    if price.usd == 0:
        return say("free")
    if price.usd < _SMALLEST_SHOWN_USD:
        return say("less than 0.01 USD")
    return say("about {usd:.2f} USD", usd=price.usd)


def _usual_words(usual_s: float) -> Phrase:
    if usual_s < _IN_MINUTES_FROM_S:
        return say("usually {seconds} s", seconds=round(usual_s))
    return say("usually {minutes} min", minutes=round(usual_s / 60))

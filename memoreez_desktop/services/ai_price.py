"""Before the button: what pictures by a service cost and take, and what leaves this computer for them."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.remote import Price
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.services.ai_orders import PictureService
from memoreez_desktop.storage.spending import UNKNOWN_PRICE_USD

_SIZE_PX = 1024
_SMALLEST_SHOWN_USD = 0.005
_IN_MINUTES_FROM_S = 90.0


@dataclass(frozen=True)
class OfferWords:
    """An offer in words.

    Attributes
    ----------
    words : str
        How many pictures by whom, what they cost together, how long each usually takes.
    detail : str
        What leaves this computer, and of which day the price is.
    usd : float or None
        What is expected in all; None when nobody publishes it, 0.0 is free.
    aside_usd : float
        What is set aside in all under the monthly limit before the first one is ordered.
    """

    words: str
    detail: str
    usd: float | None
    aside_usd: float


def offer_words(
    service: PictureService, count: int, with_photo: bool, *, size_px: int = _SIZE_PX
) -> OfferWords:
    """Put an offer into words; nothing is asked over the network.

    Parameters
    ----------
    count : int
        How many pictures.
    with_photo : bool
        The person's photo is to go along; left out where the service cannot use one.
    """
    price = service.generator.price(service.values, size_px)
    each_usd = UNKNOWN_PRICE_USD if price.usd is None else price.usd
    label = service.generator.info.label
    pictures = (
        say("One picture · {service}", service=label)
        if count == 1
        else say("{count} pictures · {service}", count=count, service=label)
    )
    words = say("{first} · {second}", first=pictures, second=cost_words(price, count))
    if price.usual_s is not None:
        words = say("{first} · {second}", first=words, second=usual_words(price.usual_s))
    detail = leaves_words(service, with_photo)
    if price.usd and price.as_of:
        dated = say("Price of {date}.", date=price.as_of)
        detail = say("{first} {second}", first=detail, second=dated)
    return OfferWords(words, detail, None if price.usd is None else price.usd * count, each_usd * count)


def cost_words(price: Price, count: int) -> Phrase:
    """Say what ``count`` pictures cost together."""
    if price.usd is None:
        return say(
            "the price is not known beforehand; {usd:.2f} USD each is set aside", usd=UNKNOWN_PRICE_USD
        )
    if price.usd == 0:
        return say("free")
    usd = price.usd * count
    if usd < _SMALLEST_SHOWN_USD:
        return say("less than 0.01 USD in all") if count > 1 else say("less than 0.01 USD")
    return say("about {usd:.2f} USD in all", usd=usd) if count > 1 else say("about {usd:.2f} USD", usd=usd)


def usual_words(usual_s: float) -> Phrase:
    """Say how long one picture usually takes."""
    if usual_s < _IN_MINUTES_FROM_S:
        return say("usually {seconds} s each", seconds=round(usual_s))
    return say("usually {minutes} min each", minutes=round(usual_s / 60))


def leaves_words(service: PictureService, with_photo: bool) -> str:
    """Say in one sentence what leaves this computer for a picture."""
    info = service.generator.info
    photo = with_photo and service.can("photo")
    if info.local:
        return info.leaves
    if service.generator.price(service.values, _SIZE_PX).usd == 0:
        # A server of one's own behind an interface that is otherwise a paid service's.
        if photo:
            return say("Prompt and photo go to your own server only.")
        return say("The prompt goes to your own server only.")
    if photo:
        # Some models of a service take one and others do not.
        return say("Leaves this computer: the prompt, and your photo where the model takes one.")
    return say("Leaves this computer: the prompt.")

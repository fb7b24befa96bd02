"""What the present settings mean for a story: who draws, what leaves this computer, what it will cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.core.provider import ProviderInfo
from memoreez_desktop.core.remote import ProviderValues
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.ai_orders import PictureService
from memoreez_desktop.services.ai_price import offer_words
from memoreez_desktop.services.provider_settings import provider_values
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.settings import Settings

_ROUNDING_USD = 1e-9
_NOTHING = say("Nothing leaves this computer. It costs nothing.")


@dataclass(frozen=True)
class Drawer:
    """A service that may be chosen to draw."""

    id: str
    label: str


@dataclass(frozen=True)
class Setup:
    """What is going to happen when concepts are wanted now.

    Attributes
    ----------
    level : str
        ``good``: nothing leaves and nothing is paid; ``info``: something does; ``warning``: the chosen
        service will not draw, or not everything.
    words, detail : str
        Sentences; the detail may be empty.
    remedy : str
        The service whose settings would help, or empty.
    drawers : tuple of Drawer
        The services that are ready; the chosen one is always among them.
    """

    level: Literal["good", "info", "warning"]
    words: str
    detail: str = ""
    remedy: str = ""
    drawers: tuple[Drawer, ...] = ()


def look_at_setup(desk: AiDesk, library: Library, settings: Settings, has_photo: bool) -> Setup:
    """Tell what is going to happen; keys and the ledger are looked at, the network is not.

    Parameters
    ----------
    has_photo : bool
        The story has a photo that could go along.
    """
    drawers = _ready(desk, settings)
    chosen = settings.generator_id
    if chosen not in generator_catalog():
        return Setup("good", _NOTHING, drawers=drawers)
    if settings.offline:
        words = say("The program is switched offline: only the studio draws.")
        return Setup("good", words, _NOTHING, chosen, drawers)
    service = desk.picture_service(settings)
    state = service.generator.availability(service.values)
    if not state.available:
        words = _not_ready(service.generator.info, service.values, state.why_not)
        return Setup("warning", words, _NOTHING, chosen, drawers)
    return _with_service(desk, library, settings, service, has_photo, drawers)


def _with_service(
    desk: AiDesk,
    library: Library,
    settings: Settings,
    service: PictureService,
    has_photo: bool,
    drawers: tuple[Drawer, ...],
) -> Setup:
    chosen = service.generator.id
    offer = offer_words(service, settings.ai_count, settings.send_photo and has_photo)
    each_usd = offer.aside_usd / settings.ai_count
    story = _story_leaves(desk, settings)
    asked = say("You are asked before anything is ordered.")
    detail = _joined(offer.detail, story, asked if each_usd > 0 and settings.ask_before_paid else "")
    if each_usd > 0:
        left_usd = max(0.0, settings.monthly_cap_usd - library.spending.spent_usd())
        fitting = int((left_usd + _ROUNDING_USD) / each_usd)
        if fitting < settings.ai_count:
            words = _capped(settings, left_usd, fitting)
            return Setup("warning", words, detail if fitting else story or _NOTHING, chosen, drawers)
    return Setup("info", offer.words, detail, "", drawers)


def _capped(settings: Settings, left_usd: float, fitting: int) -> Phrase:
    if fitting:
        return say(
            "Your monthly limit of {cap:.2f} USD leaves {left:.2f} USD: only {fitting} of {count} AI pictures"
            " will be drawn.",
            cap=settings.monthly_cap_usd,
            left=left_usd,
            fitting=fitting,
            count=settings.ai_count,
        )
    return say(
        "Your monthly limit of {cap:.2f} USD leaves {left:.2f} USD: the AI pictures will not be drawn.",
        cap=settings.monthly_cap_usd,
        left=left_usd,
    )


def _story_leaves(desk: AiDesk, settings: Settings) -> str:
    """Say what leaves for the prompts to be written; empty where nothing does."""
    if settings.writer_id not in writer_catalog():
        return ""
    info = writer_catalog().get(settings.writer_id).info
    if info.local and not info.fields:
        return ""
    own = desk.writing_service(settings).values.plain.get("own_server", False)
    if info.local or own:
        return say("Your story goes to your own {service} only.", service=info.label)
    return say(
        "Your story goes to {service} for the prompts; what that costs is not counted here.",
        service=info.label,
    )


def _joined(*sentences: str) -> str:
    first, *others = [sentence for sentence in sentences if sentence]
    for sentence in others:
        first = say("{first} {second}", first=first, second=sentence)
    return first


def _not_ready(info: ProviderInfo, values: ProviderValues, why_not: str) -> Phrase:
    if any(known.kind == "secret" for known in info.fields) and not values.secret():
        return say("{service} has no key yet: only the studio draws.", service=info.label)
    return say("{service}: {why} Only the studio draws.", service=info.label, why=why_not)


def _ready(desk: AiDesk, settings: Settings) -> tuple[Drawer, ...]:
    """Return the chosen service, and those that are ready and were ever set up."""
    found = []
    for generator in generator_catalog():
        info = generator.info
        values = provider_values(info, settings, desk.keys)
        set_up = bool(values.secrets) or info.id in settings.providers
        if info.id == settings.generator_id or (set_up and generator.availability(values).available):
            found.append(Drawer(info.id, info.label))
    return tuple(found)

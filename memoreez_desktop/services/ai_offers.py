"""What people can choose from: the studio, every generator, writer and sculptor, as they stand now."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from memoreez_desktop.concepts.generators.api import ImageGenerator
from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.concepts.writers.api import PromptWriter
from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, ParamValue, ProviderInfo
from memoreez_desktop.core.remote import Capability, Price
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.sculpting.generators.api import MeshGenerator
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.ai_price import cost_words, usual_words
from memoreez_desktop.services.mesh_offers import mesh_cost_words
from memoreez_desktop.services.provider_settings import ProviderKeys, provider_values
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.settings import Settings
from memoreez_desktop.storage.spending import SpentRow, this_month

Kind = Literal["studio", "pictures", "words", "meshes"]
STUDIO_ID = ""
"""As ``Settings.generator_id`` has it."""
ORDERED_PX = 1024
_LONG_KEY, _TAIL = 20, 4
"""Only of a long key are its last characters shown: they tell two keys apart and give nothing away."""
_STUDIO = ProviderInfo(
    STUDIO_ID,
    say("Built-in studio"),
    say("Makes every kind of keepsake on this computer, at once and without any service."),
)


@dataclass(frozen=True)
class HeldKey:
    """What may be told of a key that was entered.

    Attributes
    ----------
    tail : str
        Its last four characters, empty for a short one.
    only_now : bool
        It is forgotten when the program ends, because no keyring took it.
    """

    tail: str = ""
    only_now: bool = False


@dataclass(frozen=True)
class Offer:
    """A service, or what is built in.

    Attributes
    ----------
    built_in : bool
        It needs no network at all.
    own : bool
        It runs on a computer of the person's own.
    plain : mapping
        What was entered, without defaults and without keys.
    held : mapping of field id -> HeldKey
        The keys that were entered; what they are is not in here.
    lent_by : str
        The label of the service whose key is used, as this one has none of its own.
    price : Price or None
        Of one picture or mesh; None for what makes none.
    price_words : str
        What one picture or mesh costs and how long it takes; empty for what makes none.
    notice : str
        What a person must know of its licence or its terms before ordering, or empty.
    """

    info: ProviderInfo
    kind: Kind
    built_in: bool = False
    own: bool = False
    leaves: str = ""
    key_page: str = ""
    capabilities: frozenset[Capability] = frozenset()
    availability: Availability = AVAILABLE
    price: Price | None = None
    plain: Mapping[str, ParamValue] = field(default_factory=dict)
    held: Mapping[str, HeldKey] = field(default_factory=dict)
    lent_by: str = ""
    price_words: str = ""
    notice: str = ""

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        return self.info.id

    def chosen(self, settings: Settings) -> bool:
        """Tell whether it is the one in use."""
        in_use = {"words": settings.writer_id, "meshes": settings.sculptor_id}
        return self.id == in_use.get(self.kind, settings.generator_id)


@dataclass(frozen=True)
class Offers:
    """Everything there is, and where keys are kept.

    Attributes
    ----------
    place : str
        What the keyring is called, empty where there is none.
    note : str
        What a person should know of the keyring; empty when all is well.
    """

    rows: tuple[Offer, ...]
    place: str
    note: str


@dataclass(frozen=True)
class Spent:
    """What was paid.

    Attributes
    ----------
    month : str
        The present one, "2026-11".
    rows : tuple of SpentRow
        The newest month first.
    """

    month: str
    rows: tuple[SpentRow, ...]

    @property
    def now_usd(self) -> float:
        """What counts against the limit of the present month."""
        return sum((row.usd for row in self.rows if row.month == self.month), 0.0)


def ai_offers(settings: Settings, keys: ProviderKeys) -> Offers:
    """Return what there is: the studio, who draws, who writes, who makes meshes. Asks only the keyring."""
    studio = Offer(_STUDIO, "studio", built_in=True, leaves=say("Nothing leaves this computer."))
    drawing = (_drawing(generator, settings, keys) for generator in generator_catalog())
    writing = (_writing(writer, settings, keys) for writer in writer_catalog())
    sculpting = (_sculpting(sculptor, settings, keys) for sculptor in mesh_generator_catalog())
    missing = keys.note()
    return Offers(
        (studio, *drawing, *writing, *sculpting), "" if missing else keys.place(), missing or keys.trouble()
    )


def what_was_spent(library: Library) -> Spent:
    """Read the ledger."""
    return Spent(this_month(), library.spending.rows())


def try_offer(settings: Settings, desk: AiDesk, offer: Offer, job: JobContext) -> tuple[str, float]:
    """Ask a service whether it can be used, at no cost.

    Returns
    -------
    words : str
        What was found.
    took_s : float

    Raises
    ------
    ServiceError
        It cannot; in words.
    Cancelled
    """
    began = time.monotonic()
    if offer.kind == "words":
        writing = desk.writing_service(settings, offer.id)
        words = writing.writer.test(writing.values, writing.wire, job)
    elif offer.kind == "meshes":
        sculpting = desk.mesh_service(settings, offer.id)
        words = sculpting.generator.test(sculpting.values, sculpting.wire, job)
    else:
        drawing = desk.picture_service(settings, offer.id)
        words = drawing.generator.test(drawing.values, drawing.wire, job)
    return words, time.monotonic() - began


def _drawing(generator: ImageGenerator, settings: Settings, keys: ProviderKeys) -> Offer:
    info, values = generator.info, provider_values(generator.info, settings, keys)
    price = generator.price(values, ORDERED_PX)
    plain = settings.providers.get(info.id, {})
    return Offer(
        info,
        "pictures",
        own=info.local or _is_own(plain),
        leaves=info.leaves,
        key_page=info.key_page,
        capabilities=info.capabilities,
        availability=generator.availability(values),
        price=price,
        plain=plain,
        held=_held(info, keys),
        price_words=_priced(price, say("One picture: {cost}", cost=cost_words(price, 1))),
        notice=info.notice,
    )


def _sculpting(sculptor: MeshGenerator, settings: Settings, keys: ProviderKeys) -> Offer:
    info, values = sculptor.info, provider_values(sculptor.info, settings, keys)
    price, held = sculptor.price(values), _held(info, keys)
    lent = bool(values.secrets) and not held
    return Offer(
        info,
        "meshes",
        own=info.local,
        leaves=info.leaves,
        key_page=info.key_page,
        capabilities=info.capabilities,
        availability=sculptor.availability(values),
        price=price,
        plain=settings.providers.get(info.id, {}),
        held=held,
        lent_by=generator_catalog().get(info.key_of).info.label if lent else "",
        price_words=_priced(price, say("One mesh: {cost}", cost=mesh_cost_words(price))),
        notice=info.notice,
    )


def _writing(writer: PromptWriter, settings: Settings, keys: ProviderKeys) -> Offer:
    info, values = writer.info, provider_values(writer.info, settings, keys)
    plain, held = settings.providers.get(info.id, {}), _held(info, keys)
    lent = bool(values.secrets) and not held
    return Offer(
        info,
        "words",
        built_in=info.local and not info.fields,
        own=info.local or _is_own(plain),
        leaves=info.leaves,
        key_page=info.key_page,
        availability=writer.availability(values),
        plain=plain,
        held=held,
        lent_by=generator_catalog().get(info.key_of).info.label if lent else "",
    )


def _priced(price: Price, words: Phrase) -> Phrase:
    """Say how long one takes, too, and of which day the price is."""
    if price.usual_s is not None:
        words = say("{first} · {second}", first=words, second=usual_words(price.usual_s))
    if price.usd and price.as_of:
        words = say("{first} · {second}", first=words, second=say("as of {date}", date=price.as_of))
    return words


def _is_own(plain: Mapping[str, ParamValue]) -> bool:
    """Tell whether the person said so of a service that may be either."""
    return plain.get("own_server") is True


def _held(info: ProviderInfo, keys: ProviderKeys) -> dict[str, HeldKey]:
    entered = {known.id: keys.get(info.id, known.id) for known in info.fields if known.kind == "secret"}
    return {
        field_id: HeldKey(key[-_TAIL:] if len(key) >= _LONG_KEY else "", keys.only_now(info.id, field_id))
        for field_id, key in entered.items()
        if key
    }

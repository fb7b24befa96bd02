"""What the AI section says of a service: its kind, its state, its price, how its test went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import Offer
    from memoreez_desktop.storage.settings import Settings

_TO_BE_MENDED = ("auth", "no_credit", "model_gone", "bad_input")


@dataclass(frozen=True)
class Tried:
    """How a test went, in words; ``level`` is ``good``, ``warning`` or ``error``."""

    level: str
    title: str
    text: str

    @property
    def worked(self) -> bool:
        """Whether the service can be used."""
        return self.level == "good"


@dataclass(frozen=True)
class RowState:
    """The badge of a service."""

    level: str
    words: str
    icon: str = ""


def state_of(offer: Offer, settings: Settings, tried: Tried | None) -> RowState:
    """Say how a service stands."""
    if offer.kind == "studio":
        return RowState("good", tr("Always on"))
    if settings.offline and not offer.built_in:
        return RowState("neutral", tr("Offline"), "mdi6.cloud-off-outline")
    if tried is not None and not tried.worked:
        if offer.own:
            return RowState("neutral", tr("Not found"), "mdi6.lan-disconnect")
        return RowState("warning", tr("Test failed"))
    if not offer.availability.available:
        return RowState("neutral", tr("Add key"), "mdi6.key-variant")
    if offer.chosen(settings):
        return RowState("good", tr("In use"))
    if offer.own and not offer.built_in and tried is None:
        return RowState("neutral", tr("Not checked"), "mdi6.help-circle-outline")
    return RowState("good", tr("Ready"))


def kind_words(offer: Offer) -> str:
    """Say what a service does, or where it is."""
    if offer.kind == "studio":
        return tr("On this computer, free")
    if offer.own and not offer.built_in:
        free = offer.price is None or offer.price.usd == 0
        return tr("Your own computer, free") if free else tr("Your own computer")
    kinds = {"pictures": tr("Pictures"), "words": tr("Ideas and wording"), "meshes": tr("Sculptures")}
    return kinds[offer.kind]


def kind_icon(offer: Offer) -> str:
    """Return the icon of a kind."""
    if offer.own and not offer.built_in:
        return "mdi6.desktop-tower"
    icons: Mapping[str, str] = {
        "studio": "mdi6.lightbulb-outline",
        "pictures": "mdi6.image-outline",
        "words": "mdi6.text-box-outline",
        "meshes": "mdi6.cube-outline",
    }
    return icons[offer.kind]


def worked(offer: Offer, found: str, took_s: float) -> Tried:
    """Say that a test went well."""
    title = tr("The key works") if offer.held else tr("It answers")
    answered = tr("Answered in {seconds:.1f} s. Nothing was charged for this test.", seconds=took_s)
    return Tried("good", title, f"{tr(found)} {answered}".strip())


def refused(error: MemoreezError) -> Tried:
    """Say why a test went wrong, and what to do."""
    level = "error" if getattr(error, "reason", "") in _TO_BE_MENDED else "warning"
    return Tried(level, tr(error.message), tr(error.hint))


def host_of(offer: Offer) -> str:
    """Return who is asked."""
    default = next((str(known.default) for known in offer.info.fields if known.id == "base_url"), "")
    try:
        return urlsplit(str(offer.plain.get("base_url") or default)).hostname or offer.info.label
    except ValueError:
        return offer.info.label

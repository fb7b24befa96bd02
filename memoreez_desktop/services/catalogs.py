"""Everything that can be chosen, each with an honest word on whether it can be used right now."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.provider import ProviderInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.printing.api import PrinterLink
from memoreez_desktop.printing.catalog import link_catalog
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services.catalog_entries import PROFILE_NOUNS, CatalogEntry, profile_entries
from memoreez_desktop.slicing.api import SlicerEngine
from memoreez_desktop.slicing.catalog import engine_catalog


def provider_catalog() -> Catalog[ProviderInfo]:
    """Return who can draw concepts. The studio needs no network and no key."""
    studio = ProviderInfo(
        "studio",
        say("Memoreez studio"),
        say("Designs keepsakes on this computer: no network, no key, no cost."),
    )
    return Catalog("provider", (studio,))


def product_infos() -> tuple[ProductInfo, ...]:
    """Return what every product says of itself, in the catalog's order."""
    return tuple(product.info for product in product_catalog())


def entries(noun: str) -> tuple[CatalogEntry, ...]:
    """Return a catalog by its plural: ``products printers materials qualities engines links``.

    The providers depend on what a person entered: see
    :func:`memoreez_desktop.services.provider_entries.provider_entries`.

    Raises
    ------
    UsageError
        There is no such catalog.
    """
    if noun in PROFILE_NOUNS:
        return profile_entries(noun)
    makers: dict[str, Callable[[], Iterable[CatalogEntry]]] = {
        "products": lambda: map(_of_info, product_infos()),
        "engines": lambda: map(_of_member, engine_catalog()),
        "links": lambda: map(_of_member, link_catalog()),
    }
    if noun not in makers:
        raise UsageError(
            say("There is no catalog called “{noun}”.", noun=noun),
            say("Known: {names}.", names=", ".join((*makers, *PROFILE_NOUNS))),
        )
    return tuple(makers[noun]())


def _of_info(info: ProviderInfo) -> CatalogEntry:
    return CatalogEntry(info.id, info.label, description=info.description)


def _of_member(member: SlicerEngine | PrinterLink) -> CatalogEntry:
    state = member.availability()
    info = member.info
    return CatalogEntry(info.id, info.label, state.available, state.why_not, info.description)

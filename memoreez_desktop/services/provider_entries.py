"""Who draws, who writes and who makes meshes, each as usable as what a person entered makes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from memoreez_desktop.concepts.generators.api import ImageGenerator
from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.concepts.writers.api import PromptWriter
from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.provider import Availability, ProviderInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.sculpting.generators.api import MeshGenerator
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.catalog_entries import CatalogEntry
from memoreez_desktop.services.catalogs import provider_catalog
from memoreez_desktop.services.provider_settings import provider_values
from memoreez_desktop.storage.settings import Settings

_Member: TypeAlias = ImageGenerator | PromptWriter | MeshGenerator


def provider_entries(settings: Settings, desk: AiDesk) -> tuple[CatalogEntry, ...]:
    """Return who draws and who writes, each as usable as what was entered makes it; no network is used."""
    offline = Availability(False, say("The program is switched offline."))
    listed = [
        CatalogEntry(info.id, info.label, description=info.description, kind="studio")
        for info in provider_catalog()
    ]
    families: tuple[tuple[str, Iterable[_Member]], ...] = (
        ("pictures", generator_catalog()),
        ("words", writer_catalog()),
        ("meshes", mesh_generator_catalog()),
    )
    for kind, members in families:
        for member in members:
            info = member.info
            state = member.availability(provider_values(info, settings, desk.keys))
            state = offline if settings.offline and info.id != "template" else state
            entry = CatalogEntry(info.id, info.label, state.available, state.why_not, info.description, kind)
            listed.append(entry)
    return tuple(listed)


def key_owner(provider_id: str) -> ProviderInfo:
    """Return a provider that has a key.

    Raises
    ------
    UsageError
        There is none of that id, or it needs no key.
    """
    members: tuple[_Member, ...] = (*generator_catalog(), *writer_catalog(), *mesh_generator_catalog())
    infos = [member.info for member in members if any(known.id == "key" for known in member.info.fields)]
    found = next((info for info in infos if info.id == provider_id), None)
    if found is None:
        raise UsageError(
            say("No provider with a key is called “{id}”.", id=provider_id[:40]),
            say("Known: {names}.", names=", ".join(info.id for info in infos)),
        )
    return found

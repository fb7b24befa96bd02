"""A line of a catalog, and the catalogs that are only data: they are listed without importing a stage."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.services.profiles import materials, printers, qualities

PROFILE_NOUNS = ("printers", "materials", "qualities")


@dataclass(frozen=True)
class CatalogEntry:
    """One line of a catalog, for lists and for JSON.

    ``kind`` tells the members of a mixed list apart: ``studio``, ``pictures`` and ``words`` of the providers.
    """

    id: str
    label: str
    available: bool = True
    why_not: str = ""
    description: str = ""
    kind: str = ""


def profile_entries(noun: str) -> tuple[CatalogEntry, ...]:
    """Return one of the three catalogs of profiles by its plural."""
    if noun == "printers":
        return tuple(CatalogEntry(p.id, p.label, description=p.note) for p in printers())
    if noun == "materials":
        return tuple(CatalogEntry(m.id, m.label) for m in materials())
    return tuple(CatalogEntry(q.id, q.label, description=q.description) for q in qualities())

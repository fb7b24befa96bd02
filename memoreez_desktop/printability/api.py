"""What every printability check is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.printability.subject import Subject


@dataclass(frozen=True)
class CheckInfo:
    """How a check describes itself.

    Attributes
    ----------
    id : str
        Lower case, words joined by hyphens.
    label : str
        What it looks at, for people.
    quick : bool
        True when it is cheap enough for concept cards.
    """

    id: str
    label: str
    quick: bool = True


class Check(Protocol):
    """A printability check: one file, one line in the catalog.

    ``run`` is pure and deterministic, raises nothing of its own, and names the faces concerned by their
    number in the mesh that was handed in (``subject.original_faces``).
    """

    @property
    def info(self) -> CheckInfo:
        """Id, label, cost."""
        ...

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        ...

    def run(self, subject: Subject) -> Iterable[Finding]:
        """Look, and say what was found."""
        ...

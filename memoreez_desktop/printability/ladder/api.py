"""What every rung of the repair ladder is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.printability.ladder.look import Look


@dataclass(frozen=True)
class Wishes:
    """What a person wants of a repair beyond a closed surface.

    Attributes
    ----------
    flat_base : bool
        A flat cut or a plinth where it would not stand.
    leave : frozenset of str
        Ids of steps that are not to be done, because they were undone; a step without which nothing can be
        printed is done all the same.
    sheet_mm : float
        Thickness given to a sheet that has none: four lines of a 0.4 mm nozzle.
    remesh_cells : int
        Cells along the longest side when a surface is made anew.
    """

    flat_base: bool = True
    leave: frozenset[str] = frozenset()
    sheet_mm: float = 1.6
    remesh_cells: int = 320


@dataclass(frozen=True, eq=False)
class Change:
    """One thing that a rung did.

    Attributes
    ----------
    id : str
        Stable machine name, for example ``closed-holes``.
    message : str
        For people.
    count : int
        How many faces, holes or bodies it was done to.
    mesh : MeshModel or None
        The mesh after it; None when this was done in one go with the change before it.
    """

    id: str
    message: str
    count: int
    mesh: MeshModel | None = None


@dataclass(frozen=True)
class RungInfo:
    """How a rung describes itself.

    Attributes
    ----------
    id : str
        Lower case, words joined by hyphens.
    label : str
        What it is doing, for people.
    least_iou : float
        How much of what is inside must stay what it was, 0-1: its result is held against what it was given,
        and is not taken when they differ more. 0 where the shape is meant to change.
    limit_s : float
        Time after which it is ended, where it runs in a process of its own.
    """

    id: str
    label: str
    least_iou: float = 0.0
    limit_s: float = 60.0


class Rung(Protocol):
    """One way to mend one kind of fault: one file, one line in the catalog."""

    @property
    def info(self) -> RungInfo:
        """Id, label, promise."""
        ...

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        ...

    def needed(self, look: Look, wishes: Wishes) -> bool:
        """Tell whether a mesh has the fault."""
        ...

    def heavy(self, look: Look) -> bool:
        """Tell whether the work is such that it must be possible to end it from outside."""
        ...

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        """Mend it; an empty list when it cannot.

        Raises
        ------
        MeshError
            There is no sense in going on.
        Cancelled
        """
        ...

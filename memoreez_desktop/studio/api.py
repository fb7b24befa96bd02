"""What every step of a keepsake's recipe is handed, and what it hands on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.step_notes import LetterVerdict, Level, StepNote
from memoreez_desktop.geometry.solids import Solid

__all__ = ["Applier", "LetterVerdict", "Level", "StepNote", "StepTools", "Wall", "Workpiece"]


@dataclass(frozen=True, eq=False)
class Wall:
    """The wall of a pedestal: a plan raised straight up, with a band that words may stand on.

    Attributes
    ----------
    plan : (n, 2) float64, mm
        The wall seen from above, counter-clockwise, closed by itself, no two points further apart than the
        curve needs. It begins where the front (-y) is.
    low_mm, high_mm : float
        The band on the wall that is free for words.
    flat_mm : float or None
        For plans with sides: how long the straight front is that words may fill before they go round a
        corner; None for round ones.
    """

    plan: NDArray[np.float64]
    low_mm: float
    high_mm: float
    flat_mm: float | None = None


@dataclass(frozen=True, eq=False)
class Workpiece:
    """A keepsake in the making.

    Attributes
    ----------
    solid : Solid
        Centred on x = y = 0 and standing on z = 0.
    figure_mm : (2, 3) float64
        The figure's box inside it, without its pedestal.
    wall : Wall or None
        Of its pedestal.
    notes : tuple of StepNote
    memo : dict
        What was found out about this solid already, under a name of the finder's; never part of an outcome.
    """

    solid: Solid
    figure_mm: NDArray[np.float64]
    wall: Wall | None = None
    notes: tuple[StepNote, ...] = ()
    memo: dict[str, Any] = field(default_factory=dict, repr=False)

    def became(self, solid: Solid, **changes: Any) -> Workpiece:
        """Return the piece with another solid and whatever else is different."""
        return replace(self, solid=solid, memo={}, **changes)

    def noted(self, note: StepNote) -> Workpiece:
        """Return the piece with one note more."""
        return replace(self, notes=(*self.notes, note))


@dataclass(frozen=True)
class StepTools:
    """What a step may know of the printer and of its neighbours.

    Attributes
    ----------
    nozzle_mm : float
    wanted_lines : tuple of str
        What the recipe writes on the pedestal further on, so that one is made large enough.
    wanted_band_mm : float
        How high the wall has to be for what else comes on it.
    """

    nozzle_mm: float = 0.4
    wanted_lines: tuple[str, ...] = ()
    wanted_band_mm: float = 0.0


PARTS = "pedestal and figure"
"""Under this name a pedestal's step leaves its two parts in the memo of its piece: two solids in place."""

Applier: TypeAlias = Callable[[Any, Workpiece, StepTools, JobContext], Workpiece]
"""``apply(step, piece, tools, job)``: pure, deterministic, raises InputError or MeshError in words."""

Fingerprint: TypeAlias = Callable[[Any, Workpiece, StepTools], str]
"""What the outcome of a step depends on besides the piece: wishes that come to the same are done once."""

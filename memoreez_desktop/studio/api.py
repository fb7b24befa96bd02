"""What every step of a keepsake's recipe is handed, and what it hands on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.geometry.solids import Solid

Level = Literal["good", "thin", "lost"]


@dataclass(frozen=True)
class LetterVerdict:
    """How one letter will print.

    Attributes
    ----------
    letter : str
        One cluster, as a reader counts letters; a space is told too, always ``good``.
    level : str
        ``good``; ``thin`` may come out weak; ``lost`` will not be there.
    stroke_mm, counter_mm : float
        Its narrowest stroke and its narrowest opening that matter; 0.0 where it has none.
    """

    letter: str
    level: Level
    stroke_mm: float = 0.0
    counter_mm: float = 0.0


@dataclass(frozen=True)
class StepNote:
    """What a step worked out by itself, for the window and the command line.

    Attributes
    ----------
    number : int
        Index of the step in the recipe; set by whoever walks the recipe.
    sentence : str
        What a person should know ("Set in two lines, so that every letter prints"), or empty.
    letters : tuple of lines of LetterVerdict
        For lettering: the lines as they were set.
    values : mapping of str to float or str
        Solved values by the names of the step's fields, ``width_mm`` of a pedestal for example.
    level : str
        ``good``, or ``thin``/``lost`` where the sentence is a warning.
    """

    number: int = -1
    sentence: str = ""
    letters: tuple[tuple[LetterVerdict, ...], ...] = ()
    values: Mapping[str, float | str] = field(default_factory=dict)
    level: Level = "good"


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
    """

    solid: Solid
    figure_mm: NDArray[np.float64]
    wall: Wall | None = None
    notes: tuple[StepNote, ...] = ()

    def became(self, solid: Solid, **changes: Any) -> Workpiece:
        """Return the piece with another solid and whatever else is different."""
        return replace(self, solid=solid, **changes)

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
    """

    nozzle_mm: float = 0.4
    wanted_lines: tuple[str, ...] = ()


Applier: TypeAlias = Callable[[Any, Workpiece, StepTools, JobContext], Workpiece]
"""``apply(step, piece, tools, job)``: pure, deterministic, raises InputError or MeshError in words."""

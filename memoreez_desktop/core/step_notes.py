"""What the steps of a keepsake's recipe worked out by themselves, in words and in values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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

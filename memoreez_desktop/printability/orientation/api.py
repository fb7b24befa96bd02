"""What a search for orientations hands back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memoreez_desktop.core.keepsake_steps import Turn

Aim = Literal["upright", "least-support", "flat-face", "detail"]
AIMS: tuple[Aim, ...] = ("upright", "least-support", "flat-face", "detail")
"""In the order in which they are offered: as it stands comes first, always."""


@dataclass(frozen=True)
class Orientation:
    """One way to lay a model on the bed.

    Attributes
    ----------
    aims : tuple of str
        What it is the best for; several where one lying serves them all.
    turn : Turn
        From the model as it was handed in.
    support_cm3 : float
        Air that has to be filled with supports below what leans out by more than 45°.
    contact_mm2 : float
        What lies on the bed, measured in the middle of the first layer.
    tip_deg : float
        How far it can lean before it falls; negative where it only stands while supports hold it.
    height_mm : float
    clean_ratio : float
        Share of its detail, 0-1, that no support touches and that does not lie on the bed.
    """

    aims: tuple[Aim, ...]
    turn: Turn
    support_cm3: float
    contact_mm2: float
    tip_deg: float
    height_mm: float
    clean_ratio: float

"""Where something lies on a keepsake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SpotOn = Literal["pedestal", "back", "front", "top", "free"]


@dataclass(frozen=True)
class Spot:
    """Where something lies on a keepsake; it stays there when the keepsake changes its size.

    Attributes
    ----------
    on : str
        ``pedestal``: on its wall. ``back``, ``front``, ``top``: on that side of the figure. ``free``: where
        a person pointed.
    angle_deg : float
        Round the pedestal's wall, seen from above: 0 is the front (-y), 90 the right side (+x).
    shift_ratio : (u, v)
        Away from the middle of that wall or side, to the right and upwards, in halves of its width and
        height: (0, 0) is the middle, (1, 1) the upper right corner.
    at_ratio : (x, y, z)
        For ``free``: the point in the figure's box, each 0-1.
    facing : (x, y, z)
        For ``free``: where the surface looks there, in the axes of the keepsake.
    turn_deg : float
        Turned on the surface, counter-clockwise as one looks at it.
    """

    on: SpotOn = "pedestal"
    angle_deg: float = 0.0
    shift_ratio: tuple[float, float] = (0.0, 0.0)
    at_ratio: tuple[float, float, float] = (0.5, 0.0, 0.5)
    facing: tuple[float, float, float] = (0.0, -1.0, 0.0)
    turn_deg: float = 0.0

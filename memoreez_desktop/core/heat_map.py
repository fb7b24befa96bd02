"""A number for every face of a mesh, and the colours in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

Rgb = tuple[int, int, int]

# Vermilion, orange, sky and blue keep apart for every kind of colour vision (Okabe and Ito, 2008); the
# middle is lighter than all four, so that trouble stands out from it on a shaded surface too.
TROUBLE: Rgb = (196, 70, 0)
CAREFUL: Rgb = (240, 160, 40)
MIDDLE: Rgb = (244, 240, 228)
GOOD: Rgb = (150, 196, 226)
PERFECT: Rgb = (64, 132, 190)
UNKNOWN: Rgb = (150, 150, 150)
"""For a face whose value is not a number."""
_EDGE = 1.001


@dataclass(frozen=True)
class ColourScale:
    """Colours at values; between two stops they are mixed, beyond the ends they stay.

    Attributes
    ----------
    name : str
        Stable, for settings and tests.
    stops : tuple of (value, (r, g, b))
        Values ascending, colours sRGB 0-255. The values are also the numbers of the legend.
    """

    name: str
    stops: tuple[tuple[float, Rgb], ...]

    def colours(self, values: NDArray[np.floating]) -> NDArray[np.uint8]:
        """Return the colour of each value.

        Parameters
        ----------
        values : (m,) float

        Returns
        -------
        (m, 3) uint8
        """
        at = np.array([value for value, _ in self.stops])
        colour = np.array([rgb for _, rgb in self.stops], dtype=np.float64)
        known = np.isfinite(values)
        safe = np.where(known, values, at[0]).astype(np.float64)
        mixed = np.column_stack([np.interp(safe, at, colour[:, k]) for k in range(3)])
        mixed[~known] = UNKNOWN
        return np.round(mixed).astype(np.uint8)


@dataclass(frozen=True)
class HeatMap:
    """A measure of every face.

    Attributes
    ----------
    id : str
        ``thickness``, ``overhang`` or ``lost-detail``.
    label : str
        For people.
    unit : str
        ``mm``, ``deg`` or ``ratio``.
    values : (m,) float32
        Of each face of the mesh that was handed in; NaN where nothing could be measured.
    scale : ColourScale
    """

    id: str
    label: str
    unit: str
    values: NDArray[np.float32] = field(compare=False, repr=False)
    scale: ColourScale

    @property
    def colours(self) -> NDArray[np.uint8]:
        """(m, 3) uint8: the colour of each face."""
        return self.scale.colours(self.values)

    @property
    def more_is_worse(self) -> bool:
        """Whether high values are the trouble (slopes), or low ones (walls)."""
        return self.scale.stops[-1][1] == TROUBLE

    @property
    def usual_limit(self) -> float:
        """Where it begins to be worth a look: the value of the scale's second-worst colour."""
        return next((value for value, rgb in self.scale.stops if rgb == CAREFUL), self.scale.stops[0][0])

    def limited(self, limit: float) -> HeatMap:
        """Return the map with a sharp edge: trouble beyond a limit, calm colours on this side of it."""
        if self.more_is_worse:
            calm = ((0.0, PERFECT), (0.6 * limit, GOOD), (limit, MIDDLE))
            stops = (*calm, (limit * _EDGE, TROUBLE), (2 * limit, TROUBLE))
        else:
            calm = ((limit, MIDDLE), (2 * limit, GOOD), (4 * limit, PERFECT))
            stops = ((0.0, TROUBLE), (limit / _EDGE, TROUBLE), *calm)
        return replace(self, scale=ColourScale(f"{self.scale.name}-limit", stops))

    def beyond(self, limit: float) -> NDArray[np.bool_]:
        """(m,) bool: the faces on the wrong side of a limit; what could not be measured is not."""
        with np.errstate(invalid="ignore"):
            return self.values > limit if self.more_is_worse else self.values < limit

"""A number for every face of a mesh, and the colours in which it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field

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

"""How much room words want on a pedestal, roughly: typing a letter must not make a new pedestal each time."""

from __future__ import annotations

import math

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.geometry.lettering import text_line

MOST_LINES = 3
_SHORTEST_CAPS = 6.0
_GROWTH = 1.22
_SPACING_EM = 0.04


def words_room(lines: tuple[str, ...]) -> tuple[int, float]:
    """Return how many lines there are, and how long the longest is.

    Returns
    -------
    count : int
        0-3.
    length_caps : float
        In heights of its capitals, rounded up to one of few values, each 22 % above the one before.
    """
    written = [line for line in lines if line.strip()]
    if not written:
        return 0, 0.0
    longest = max(_length_caps(line) for line in written)
    step = max(0, math.ceil(math.log(longest / _SHORTEST_CAPS) / math.log(_GROWTH) - 1e-9))
    return min(len(written), MOST_LINES), round(_SHORTEST_CAPS * _GROWTH**step, 6)


def _length_caps(line: str) -> float:
    try:
        return max(text_line(line, 1.0, "sans", _SPACING_EM).width_mm, 0.1)
    except InputError:
        # The lettering will say which letter no font has; here only its room is wanted.
        return 0.9 * len(line)

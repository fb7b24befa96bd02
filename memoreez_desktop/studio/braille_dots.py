"""Braille in mm: how it is set in lines, where each dot lies, and what a dot looks like.

Source of the sizes: 2010 ADA Standards for Accessible Design, 703.3.1: dot base 1.5-1.6 mm, height
0.6-0.9 mm, domed; dots of a cell 2.3-2.5 mm apart, cells 6.1-7.6 mm, lines 10.0-10.2 mm.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.solids import Solid, revolve
from memoreez_desktop.studio.braille_cells import Cell, braille_cells

F64 = NDArray[np.float64]
Line = tuple[tuple[Cell, ...], ...]
"""Words of a line."""

DOT_MM = 1.6
HEIGHT_MM = 0.8
APART_MM = 2.4
CELL_MM = 6.4
LINE_MM = 10.1
ONE_LINE_MM = 2 * APART_MM + DOT_MM
MOST_LINES = 4
_ROOT_MM = 0.6
_SEGMENTS, _RINGS = 20, 5


def set_lines(text: str, widths_mm: Sequence[float], height_mm: float) -> tuple[Line, ...]:
    """Break words into lines that fit.

    Parameters
    ----------
    text : str
        Line breaks in it are kept.
    widths_mm : sequence of float
        How long a line may be, the best first; the others are only taken where it must be.
    height_mm : float

    Raises
    ------
    InputError
        A character has no Braille, or it does not fit in any of the widths.
    """
    paragraphs = [braille_cells(line) for line in text.splitlines() if line.strip()]
    most = min(MOST_LINES, int((height_mm - ONE_LINE_MM + 1e-6) / LINE_MM + 1) if height_mm > 0 else 0)
    if most < 1:
        raise InputError(
            say(
                "Braille needs {least} mm of height, and there are {height}.",
                least=f"{ONE_LINE_MM:.1f}",
                height=f"{max(height_mm, 0.0):.1f}",
            ),
            say("Make the pedestal higher, or put it on another place."),
        )
    for width in widths_mm:
        room = int((width - DOT_MM - APART_MM + 1e-6) / CELL_MM + 1)
        lines = [line for words in paragraphs for line in _broken(words, room)]
        if len(lines) <= most and all(cells_of(line) <= room for line in lines):
            return tuple(lines)
    spare = max(int((max(widths_mm) - DOT_MM - APART_MM) / CELL_MM + 1), 0) * most
    wanted = sum(cells_of(words) for words in paragraphs)
    raise InputError(
        say(
            "In Braille this is {wanted} signs long, and there is room for {room}.", wanted=wanted, room=spare
        ),
        say("Shorten it, make the pedestal higher, or put it on another place."),
    )


def cells_of(line: Line) -> int:
    """Return how many cells a line takes, one between words."""
    return sum(len(word) for word in line) + max(len(line) - 1, 0)


def _broken(words: Line, room: int) -> list[Line]:
    lines: list[list[tuple[Cell, ...]]] = [[]]
    for word in words:
        if lines[-1] and cells_of((*lines[-1], word)) > room:
            lines.append([])
        lines[-1].append(word)
    return [tuple(line) for line in lines]


def block_size_mm(lines: Sequence[Line]) -> tuple[float, float]:
    """Width and height of what the dots cover."""
    longest = max(cells_of(line) for line in lines)
    return (longest - 1) * CELL_MM + APART_MM + DOT_MM, (len(lines) - 1) * LINE_MM + ONE_LINE_MM


def places_mm(lines: Sequence[Line]) -> F64:
    """Where the dots lie, (n, 2) float64, about the middle of the block; lines begin at the left."""
    width, height = block_size_mm(lines)
    left, top = -width / 2 + DOT_MM / 2, height / 2 - DOT_MM / 2
    found = []
    for row, line in enumerate(lines):
        column = 0
        for word in line:
            for cell in word:
                for dot in sorted(cell):
                    right, below = divmod(dot - 1, 3)
                    x = left + column * CELL_MM + right * APART_MM
                    found.append((x, top - row * LINE_MM - below * APART_MM))
                column += 1
            column += 1
    return np.array(found, dtype=np.float64).reshape(-1, 2)


def dome() -> Solid:
    """Make one dot about the origin, standing on z = 0 with a root below: a cap of a ball."""
    half = DOT_MM / 2
    radius = (half**2 + HEIGHT_MM**2) / (2 * HEIGHT_MM)
    whole = math.asin(half / radius)
    turn = [whole * (1 - k / _RINGS) for k in range(_RINGS)]
    cap = [(radius * math.sin(a), HEIGHT_MM - radius * (1 - math.cos(a))) for a in turn]
    return revolve([(0.0, -_ROOT_MM), (half, -_ROOT_MM), *cap, (0.0, HEIGHT_MM)], _SEGMENTS)

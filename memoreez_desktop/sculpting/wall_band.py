"""A band round a wall: words in front, pictures on the way round, a curve from foot to lip."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape, size
from memoreez_desktop.sculpting.cup_wall import Outline, WallRelief
from memoreez_desktop.sculpting.emblem import emblem_shape, sturdy, widest_half_mm
from memoreez_desktop.sculpting.letter_block import Place, letter_block

CURVE_FIELD = FieldSpec(
    "curve",
    say("Wall"),
    "choice",
    "straight",
    choices=(("straight", say("Straight")), ("waisted", say("Waisted")), ("barrel", say("Barrel"))),
)
CURVE_MM = 2.4
LIP_MM = 1.2
SMALLEST_CAP_MM = 3.6
"""On a wall each layer adds a step: letters need more height than on a flat face."""
LETTERS_MM = 1.0
_STROKE_MM = 1.2
_LIP_TALL_MM = 2.4
_TEXT_SHARES = (0.34, 0.48)
"""How much of the way round the words may take: what is seen from the front, or what long words need."""
_PICTURE_MM = 1.8
_GAP_MM = 4.0


def wall_curve(kind: str, rows_mm: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far a wall leans out at each height, from 0 to ``CURVE_MM``."""
    bow = np.sin(np.pi * rows_mm / rows_mm[-1])
    if kind == "waisted":
        return np.asarray(CURVE_MM * (1.0 - bow))
    return np.asarray(CURVE_MM * bow if kind == "barrel" else 0.0 * bow)


def reach_mm(kind: str) -> float:
    """How far lips, curve and pictures stand out of the narrowest wall."""
    return {"straight": _PICTURE_MM, "waisted": CURVE_MM + LIP_MM, "barrel": CURVE_MM + _PICTURE_MM}[kind]


def lips(rows_mm: NDArray[np.float64]) -> NDArray[np.float64]:
    """Raise a lip at both ends; none of it leans more than 45 degrees."""
    ends = np.minimum(rows_mm, rows_mm[-1] - rows_mm)
    lip = LIP_MM * np.clip((_LIP_TALL_MM + LIP_MM - ends) / LIP_MM, 0.0, 1.0)
    # Broken edges: the lower one meets the bed without an elephant's foot.
    return np.asarray(np.minimum(lip, LIP_MM - 0.6 + ends))


def write_round(
    relief: WallRelief,
    outline: Outline,
    lines: tuple[str, ...],
    icons: tuple[str, ...],
    face: str,
    cap_mm: float,
) -> None:
    """Put the words on the front and as many pictures on the rest of the way as fit in even steps.

    Raises
    ------
    InputError
        The words do not fit, or a picture is unknown.
    """
    low, high = _LIP_TALL_MM + LIP_MM, float(relief.rows_mm[-1]) - _LIP_TALL_MM - LIP_MM
    middle, tall = (low + high) / 2, high - low - 2.0
    taken = 0.0
    if lines:
        words = _words(lines, face, outline.length_mm, tall, cap_mm)
        relief.raise_flat(words, 0.0, middle, LETTERS_MM)
        taken = size(words)[0] + 2 * _GAP_MM
    side = min(tall * 0.92, 26.0)
    shapes = [sturdy(emblem_shape(icon, side, 0.8), _STROKE_MM) for icon in icons]
    free = outline.length_mm - taken
    count = max(1, int(free / (side + _GAP_MM)))
    step = free / count
    for place in range(count):
        _raise(relief, shapes[place % len(shapes)], taken / 2 + step * (place + 0.5), middle)


def _words(lines: tuple[str, ...], face: str, round_mm: float, tall: float, cap_mm: float) -> Shape:
    for share in _TEXT_SHARES[:-1]:
        try:
            place = Place(round_mm * share, tall, cap_mm, 1.0, 0.6 * cap_mm)
            return letter_block(lines, face, place).shape
        except InputError:
            # Too long for what is seen at once, or a character no font has: the last way round tells.
            continue
    place = Place(round_mm * _TEXT_SHARES[-1], tall, cap_mm, 1.0, SMALLEST_CAP_MM)
    return letter_block(lines, face, place).shape


def _raise(relief: WallRelief, shape: Shape, along_mm: float, up_mm: float) -> None:
    depth = min(_PICTURE_MM - 0.7, 0.6 * widest_half_mm(shape) + 0.2)
    relief.cushion(shape, along_mm, up_mm, depth, 0.7)

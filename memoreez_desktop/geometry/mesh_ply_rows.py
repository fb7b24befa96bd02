"""The inner loops of the PLY reader. A position comes back: -1 where there is no number, -2 past the end."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.mesh_text import Text, number, skip_blanks, skip_word

_LARGEST_POLYGON = 10_000
_LARGEST_INDEX = 2**31 - 1

Ints = NDArray[np.int32]


@kernel
def word_table(
    text: Text, at: int, columns: int, axes: NDArray[np.int64], points: NDArray[np.float32]
) -> int:
    """Read rows of ``columns`` words; those of the three ``axes`` become points."""
    for row in range(len(points)):
        for column in range(columns):
            at = skip_blanks(text, at)
            if at >= len(text):
                return -2
            if column == axes[0] or column == axes[1] or column == axes[2]:
                value, at = number(text, at)
                if at < 0:
                    return -1
                for axis in range(3):
                    if axes[axis] == column:
                        points[row, axis] = value
            else:
                at = skip_word(text, at)
    return at


@kernel
def word_lists(
    text: Text, at: int, lists: NDArray[np.bool_], which: int, rows: int, corners: Ints, sizes: Ints
) -> tuple[int, int]:
    """Walk rows of values and lists; the ``which``-th list is kept where there is room. Also its length."""
    total = 0
    for row in range(rows):
        for column in range(len(lists)):
            count, value = 1, 0.0
            if lists[column]:
                at = skip_blanks(text, at)
                if at >= len(text):
                    return -2, 0
                value, at = number(text, at)
                if at < 0 or not 0 <= value <= _LARGEST_POLYGON or value != np.floor(value):
                    return -1, 0
                count = int(value)
            if column == which and len(sizes):
                sizes[row] = count
            for _ in range(count):
                at = skip_blanks(text, at)
                if at >= len(text):
                    return -2, 0
                if column != which:
                    at = skip_word(text, at)
                    continue
                if len(corners):
                    value, at = number(text, at)
                    if at < 0 or value != np.floor(value):
                        return -1, 0
                    corners[total] = int(value) if 0 <= value <= _LARGEST_INDEX else -1
                else:
                    at = skip_word(text, at)
                total += 1
    return at, total


@kernel
def _packed(data: Text, at: int, width: int, signed: bool, big: bool) -> int:
    """Read a whole number of 1, 2, 4 or 8 bytes."""
    value = np.int64(0)
    for k in range(width):
        byte = data[at + k] if big else data[at + width - 1 - k]
        value = (value << 8) | np.int64(byte)
    if signed and width < 8 and value >= np.int64(1) << (8 * width - 1):
        value -= np.int64(1) << (8 * width)
    return int(value)


@kernel
def packed_lists(
    data: Text,
    at: int,
    layout: NDArray[np.int64],
    which: int,
    big: bool,
    rows: int,
    corners: Ints,
    sizes: Ints,
) -> tuple[int, int]:
    """Walk packed rows; the ``which``-th list is kept where there is room. Also its length.

    ``layout``, (columns, 4): bytes of the count (0: a single value), signed, bytes of a value, signed.
    """
    total = 0
    for row in range(rows):
        for column in range(len(layout)):
            count = 1
            if layout[column, 0]:
                if at + layout[column, 0] > len(data):
                    return -2, 0
                count = _packed(data, at, int(layout[column, 0]), layout[column, 1] == 1, big)
                at += int(layout[column, 0])
                if not 0 <= count <= _LARGEST_POLYGON:
                    return -1, 0
            width = int(layout[column, 2])
            if at + width * count > len(data):
                return -2, 0
            if column == which:
                if len(sizes):
                    sizes[row] = count
                if len(corners):
                    for k in range(count):
                        index = _packed(data, at + width * k, width, layout[column, 3] == 1, big)
                        corners[total + k] = index if 0 <= index <= _LARGEST_INDEX else -1
                total += count
            at += width * count
    return at, total

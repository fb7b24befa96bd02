"""QR codes as shapes."""

from __future__ import annotations

import numpy as np
import segno
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import Shape, from_contours, offset

QUIET = 4
"""Modules of empty border; source: ISO/IEC 18004, 9.1."""
_LEAST_NOZZLES = 2.25
"""A module of 0.9 mm at 0.4: two lines side by side."""
_APART_MM = 0.04
"""Modules that only meet at a corner stay apart: a solid cannot touch itself along a line."""


def least_module_mm(nozzle_mm: float) -> float:
    """Return the narrowest module that a nozzle draws."""
    return _LEAST_NOZZLES * nozzle_mm


def qr_matrix(text: str) -> NDArray[np.bool_]:
    """Return the modules of a code, (n, n) bool, dark ones True, without the quiet zone.

    Raises
    ------
    InputError
        The text is too long for any code.
    """
    try:
        code = segno.make(text, error="m", micro=False, boost_error=False)
    except segno.DataOverflowError as overflow:
        raise InputError(
            say("The text is too long for a QR code."), say("Shorten it, or use a link to it.")
        ) from overflow
    return np.array([list(row) for row in code.matrix], dtype=bool)


def least_side_mm(text: str, nozzle_mm: float) -> float:
    """Return the side of the smallest code that a nozzle draws, with its quiet zone.

    Raises
    ------
    InputError
        The text is too long for any code.
    """
    return (len(qr_matrix(text)) + 2 * QUIET) * least_module_mm(nozzle_mm)


def qr_shape(matrix: NDArray[np.bool_], module_mm: float) -> Shape:
    """Draw the dark modules, centred."""
    count = len(matrix)
    squares = []
    for row in range(count):
        # Runs of dark modules along a row are one rectangle.
        edges = np.flatnonzero(np.diff(np.r_[0, matrix[row].astype(np.int8), 0]))
        for begin, end in zip(edges[::2], edges[1::2], strict=True):
            top = count - row
            squares.append([(begin, top - 1), (end, top - 1), (end, top), (begin, top)])
    drawn = from_contours(np.array(square, dtype=np.float64) - count / 2 for square in squares)
    return offset(drawn.scale((module_mm, module_mm)), -_APART_MM, segments=4)

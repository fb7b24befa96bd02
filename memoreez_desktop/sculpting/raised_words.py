"""Letters raised on a sheet, and the way from a sheet with letters to one welded mesh."""

from __future__ import annotations

from collections.abc import Sequence

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.lettering import text_fitted, text_line
from memoreez_desktop.geometry.shapes import Shape, empty, thicken
from memoreez_desktop.geometry.solids import Solid, extrude, to_solid, union, weld

_SUNK_MM = 0.4
_STROKE_MM = 0.8
_SPACING_EM = 0.03
# From the broadest to the narrowest.
_FACES = ("slab", "sans", "roboto")
_SMALLEST_CAP_MM = 2.8
_NARROWEST = 0.78
"""Letters squeezed further lose their openings."""


def line_on_band(text: str, middle_y_mm: float, cap_mm: float, width_mm: float) -> Shape:
    """Set a line centred on a height; where it would be too wide, narrower and at last smaller.

    Raises
    ------
    InputError
        It is too long even in the smallest letters, or no font has a character.
    """
    shape = _set(text, cap_mm, width_mm)
    _, y0, _, y1 = shape.bounds()
    return thicken(shape.translate((0.0, middle_y_mm - (y0 + y1) / 2)), _STROKE_MM)


def block_on_band(lines: Sequence[str], cap_mm: float, step_mm: float, width_mm: float) -> Shape:
    """Set lines below each other about y = 0, all in the same face, the broadest that fits.

    Raises
    ------
    InputError
        One is too long even in the smallest letters, or no font has a character.
    """
    for face in _FACES:
        set_lines = [text_line(line, cap_mm, face, _SPACING_EM) for line in lines]
        if all(line.width_mm <= width_mm for line in set_lines):
            shapes = [line.shape for line in set_lines]
            break
    else:
        shapes = [_set(line, cap_mm, width_mm) for line in lines]
    block = empty()
    for row, shape in enumerate(shapes):
        block += shape.translate((0.0, step_mm * ((len(shapes) - 1) / 2 - row) - cap_mm / 2))
    return thicken(block, _STROKE_MM)


def _set(text: str, cap_mm: float, width_mm: float) -> Shape:
    for face in _FACES:
        line = text_line(text, cap_mm, face, _SPACING_EM)
        if line.width_mm <= width_mm:
            return line.shape
    small = max(_SMALLEST_CAP_MM, 0.8 * cap_mm)
    for face in _FACES:
        line = text_line(text, small, face, _SPACING_EM)
        if line.width_mm <= width_mm:
            return line.shape
    squeezed = min(1.0, max(_NARROWEST, width_mm / max(line.width_mm, 1e-6)))
    last = text_fitted(text, small, width_mm / squeezed, _FACES[-1], _SMALLEST_CAP_MM, _SPACING_EM)
    return last.shape.scale((squeezed, 1.0))


def raise_words(shape: Shape, ground_mm: float, raised_mm: float) -> Solid:
    """Make letters of a shape that overlap the ground they stand on."""
    return extrude(shape, raised_mm + _SUNK_MM, ground_mm - _SUNK_MM)


def line_width_mm(text: str, cap_mm: float) -> float:
    """How much room a line would like."""
    return text_line(text, cap_mm, _FACES[-1], _SPACING_EM).width_mm


def joined(sheet: MeshModel, parts: Sequence[Solid]) -> MeshModel:
    """Join a sheet and what stands on it into one closed mesh; a bare sheet is passed on as it is.

    Raises
    ------
    MeshError
        They do not make one sound body.
    """
    if not parts:
        return sheet
    return weld(union([to_solid(sheet), *parts]))

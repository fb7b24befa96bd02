"""Letters raised on a sheet, and the way from a sheet with letters to one welded mesh."""

from __future__ import annotations

from collections.abc import Sequence

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.lettering import text_fitted
from memoreez_desktop.geometry.shapes import Shape, thicken
from memoreez_desktop.geometry.solids import Solid, extrude, to_solid, union, weld

_SUNK_MM = 0.4
_STROKE_MM = 0.8


def line_on_band(text: str, middle_y_mm: float, cap_mm: float, width_mm: float, face: str = "slab") -> Shape:
    """Set a line centred on a height, smaller where it would be too wide.

    Raises
    ------
    InputError
        It is too long even in the smallest letters, or no font has a character.
    """
    text_shape = text_fitted(text, cap_mm, width_mm, face, spacing_em=0.03)
    _, y0, _, y1 = text_shape.shape.bounds()
    shape = text_shape.shape.translate((0.0, middle_y_mm - (y0 + y1) / 2))
    return thicken(shape, _STROKE_MM)


def raise_words(shape: Shape, ground_mm: float, raised_mm: float) -> Solid:
    """Make letters of a shape that overlap the ground they stand on."""
    return extrude(shape, raised_mm + _SUNK_MM, ground_mm - _SUNK_MM)


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

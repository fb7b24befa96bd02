"""A little plate with a word, laid over the lower edge of a keepsake."""

from __future__ import annotations

from memoreez_desktop.geometry.shapes import capsule, offset, size
from memoreez_desktop.geometry.solids import Solid, extrude
from memoreez_desktop.sculpting.raised_words import line_on_band

_MARGIN_MM = 3.6
_RIM_MM = 1.0
_RAISED_MM = 1.0
_TALL_TO_CAP = 2.0


def banner(line: str, cap_mm: float, longest_mm: float, middle_y_mm: float, ground_mm: float) -> list[Solid]:
    """Make a plate, its border and its letters; all stand on z = 0.

    Parameters
    ----------
    line : str
    cap_mm : float
        Wished height of the capitals.
    longest_mm : float
        The plate may be this wide.
    middle_y_mm : float
        Where its middle lies.
    ground_mm : float
        Its thickness; letters and border stand 1 mm higher.

    Raises
    ------
    InputError
        The line is too long, or no font has a character.
    """
    tall = _TALL_TO_CAP * cap_mm
    text = line_on_band(line, 0.0, cap_mm, longest_mm - 2 * _MARGIN_MM)
    plate = capsule(min(longest_mm, size(text)[0] + 2 * _MARGIN_MM), tall)
    border = plate - offset(plate, -_RIM_MM)
    solids = [
        extrude(plate, ground_mm),
        extrude(border + text, _RAISED_MM + 0.4, ground_mm - 0.4),
    ]
    return [solid.translate((0.0, middle_y_mm, 0.0)) for solid in solids]

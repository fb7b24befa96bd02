"""Lines of text set as large as a place allows, whatever their script."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.fonts import font_face
from memoreez_desktop.geometry.itemising import is_dense
from memoreez_desktop.geometry.lettering import text_line
from memoreez_desktop.geometry.shapes import Shape, bounds, empty, offset, thicken
from memoreez_desktop.sculpting.faces_field import dressed

_DRAWN_CAP_MM = 10.0
_NARROW = "roboto"
_LEADING = 0.5
"""Between the lines, of a capital's height."""
_SPACING_EM = 0.02
_LEAST_STROKE_MM, _BOLD_RATIO = 0.7, 0.17
_DENSE_CAP_MM = 5.6
"""Eight bars of 0.45 mm with gaps of 0.4 mm in a Chinese character, which is 1.2 capitals high."""
_GAP_MM = 0.4
"""Gaps narrower than this print shut; they are closed on purpose, so that no hair stays between letters."""


@dataclass(frozen=True)
class Place:
    """Room for lettering, and what may stand in it.

    Attributes
    ----------
    width_mm, height_mm : float
        Of the box.
    largest_cap_mm : float
    stroke_mm : float
        Strokes thinner than this are widened.
    smallest_cap_mm : float
        Faces may ask for more.
    roomy_cap_mm : float
        Where the wished face stays below this, a narrower one may be larger.
    breaks : bool
        One line of several words may become two.
    """

    width_mm: float
    height_mm: float
    largest_cap_mm: float
    stroke_mm: float = 0.9
    smallest_cap_mm: float = 3.0
    roomy_cap_mm: float = 5.0
    breaks: bool = True


@dataclass(frozen=True, eq=False)
class LetterBlock:
    """Lines of text, centred about the origin by what is seen of them."""

    shape: Shape
    cap_mm: float


def letter_block(lines: tuple[str, ...], face_id: str, place: Place) -> LetterBlock:
    """Set lines of equal height; in a narrower face where the wished one would be too small.

    Raises
    ------
    InputError
        They would be too small to print, or no font has a character.
    """
    best = _largest(lines, face_id, place)
    least = max(place.smallest_cap_mm, least_cap_mm(lines, face_id))
    if best[0] < max(least, place.roomy_cap_mm) and face_id != _NARROW:
        narrow = _largest(lines, _NARROW, place)
        if best[0] < least or (narrow[0] > 1.05 * best[0] and not font_face(face_id).joined):
            best, least = narrow, max(place.smallest_cap_mm, least_cap_mm(lines, _NARROW))
    cap, setting, face = best
    if cap < least:
        raise InputError(
            say("“{text}” is too long for this place.", text=" ".join(lines)),
            say("Shorten it or make the keepsake larger."),
        )
    return LetterBlock(_sturdy(_stacked(setting, face, cap), place.stroke_mm, cap), cap)


def least_cap_mm(lines: tuple[str, ...], face_id: str) -> float:
    """Return how low capitals beside these lines may be."""
    return max(font_face(face_id).least_cap_mm, *(_DENSE_CAP_MM if is_dense(line) else 0.0 for line in lines))


def _largest(lines: tuple[str, ...], face_id: str, place: Place) -> tuple[float, tuple[str, ...], str]:
    """Try the lines as they are and broken in two; return the larger capitals with their setting."""
    written = tuple(dressed(line, face_id) for line in lines)
    settings = [written]
    if place.breaks and len(written) == 1:
        settings += _broken(written[0])
    found = []
    for setting in settings:
        block = _stacked(setting, face_id, _DRAWN_CAP_MM)
        x0, y0, x1, y1 = bounds(block)
        factor = min(place.width_mm / (x1 - x0), place.height_mm / (y1 - y0))
        found.append((min(_DRAWN_CAP_MM * factor, place.largest_cap_mm), setting, face_id))
    return max(found, key=lambda candidate: candidate[0])


def _broken(line: str) -> list[tuple[str, ...]]:
    """Break a line near its middle, at a space or behind a hyphen."""
    words = line.replace("-", "- ").split()
    if len(words) < 2:
        return []
    middle = min(range(1, len(words)), key=lambda k: abs(len(" ".join(words[:k])) * 2 - len(line)))
    return [tuple(" ".join(part).replace("- ", "-") for part in (words[:middle], words[middle:]))]


def _stacked(setting: tuple[str, ...], face_id: str, cap_mm: float) -> Shape:
    """Set one line above the other, as far apart as their tails and marks need; centre what is seen."""
    block = empty()
    floor = 0.0
    for line in setting:
        shape = text_line(line, cap_mm, face_id, _SPACING_EM).shape
        x0, y0, x1, y1 = bounds(shape)
        top = max(y1, cap_mm)
        lowered = floor - top
        block += shape.translate((-(x0 + x1) / 2, lowered))
        floor = lowered + min(y0, 0.0) - _LEADING * cap_mm
    x0, y0, x1, y1 = bounds(block)
    return block.translate((-(x0 + x1) / 2, -(y0 + y1) / 2))


def _sturdy(shape: Shape, stroke_mm: float, cap_mm: float) -> Shape:
    # Strokes wider than this would close the openings of an E.
    bold = thicken(shape, min(stroke_mm, max(_LEAST_STROKE_MM, _BOLD_RATIO * cap_mm)))
    return offset(offset(bold, _GAP_MM / 2), -_GAP_MM / 2)

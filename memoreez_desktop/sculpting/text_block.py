"""One or two lines of letters, as large as a place allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.lettering import text_line
from memoreez_desktop.geometry.shapes import Shape, bounds, centred, empty, thicken

SMALLEST_CAP_MM = 3.2
"""Capitals on a flat face; lower ones lose their openings with a 0.4 mm nozzle."""
STROKE_MM = 0.8
_FACES = ("slab", "sans", "roboto")
_LEADING = 1.55
_SPACING_EM = 0.03
_ROOMY_RATIO = 0.72
_SMALLEST_SLAB_MM = 6.0
"""The hair lines of a face with serifs would have to be thickened beyond recognition below this."""


@dataclass(frozen=True)
class TextBlock:
    """Letters centred on the origin, strokes as wide as asked for."""

    shape: Shape
    cap_height_mm: float


def text_block(
    lines: tuple[str, ...],
    width_mm: float,
    height_mm: float,
    cap_mm: float,
    smallest_mm: float = SMALLEST_CAP_MM,
    stroke_mm: float = STROKE_MM,
    faces: tuple[str, ...] = _FACES,
) -> TextBlock:
    """Set lines into a box; a long single line is broken in two where that makes the letters larger.

    Broad faces come first; narrower ones only where the letters would become much smaller.

    Parameters
    ----------
    cap_mm : float
        Height of capitals that is looked for; they never become higher.

    Raises
    ------
    InputError
        The letters would be lower than ``smallest_mm``, or no font has a character.
    """
    best: tuple[float, Shape] | None = None
    for face in faces:
        for setting in _settings(lines):
            cap = min(cap_mm, _largest_cap_mm(setting, width_mm, height_mm, face))
            if face == "slab" and cap < _SMALLEST_SLAB_MM:
                continue
            if best is None or cap > best[0] * 1.02:
                best = cap, _stacked(setting, cap, face)
        if best is not None and best[0] >= _ROOMY_RATIO * cap_mm:
            break
    if best is None or best[0] < smallest_mm:
        raise InputError(
            say("“{text}” is too long for this place.", text=" ".join(lines)),
            say("Shorten it or choose a larger size."),
        )
    return TextBlock(thicken(centred(best[1]), stroke_mm), best[0])


def _settings(lines: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    yield lines
    words = lines[0].split() if len(lines) == 1 else []
    if len(words) > 1:
        middle = min(
            range(1, len(words)), key=lambda k: max(len(" ".join(words[:k])), len(" ".join(words[k:])))
        )
        yield " ".join(words[:middle]), " ".join(words[middle:])


def _largest_cap_mm(lines: tuple[str, ...], width_mm: float, height_mm: float, face: str) -> float:
    widest = max(text_line(line, 10.0, face, _SPACING_EM).width_mm for line in lines)
    tall = max(1.0, _LEADING * (len(lines) - 1) + 1.0 + _overshoot(lines, face))
    return min(10.0 * width_mm / max(widest, 1e-6), height_mm / tall)


def _overshoot(lines: tuple[str, ...], face: str) -> float:
    """How far accents of the first line and tails of the last reach beyond capitals, in cap heights."""
    top = text_line(lines[0], 1.0, face).shape
    low = text_line(lines[-1], 1.0, face).shape
    above = bounds(top)[3] - 1.0 if not top.is_empty() else 0.0
    below = -bounds(low)[1] if not low.is_empty() else 0.0
    return max(0.0, above) + max(0.0, below)


def _stacked(lines: tuple[str, ...], cap_mm: float, face: str) -> Shape:
    block = empty()
    for row, line in enumerate(lines):
        block += text_line(line, cap_mm, face, _SPACING_EM).shape.translate((0.0, -row * _LEADING * cap_mm))
    return block

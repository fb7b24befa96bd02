"""Lines set under each other as one shape: straight or on arcs, aligned, at a weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from memoreez_desktop.core.keepsake_steps import Align
from memoreez_desktop.geometry.font_files import load_font
from memoreez_desktop.geometry.fonts import font_face
from memoreez_desktop.geometry.lettering import Draw, TextShape, text_line, text_on_arc
from memoreez_desktop.geometry.shapes import Shape, centred, empty
from memoreez_desktop.studio.letter_verdicts import MeasuredLine, Weight
from memoreez_desktop.studio.letter_weight import weighted

_TOLERANCE_MM = 0.008
_APART_CAP = 0.16
"""What stays between the ink of two lines at least, in capital heights."""


@dataclass(frozen=True)
class Manner:
    """How lines are set, whatever their size.

    Attributes
    ----------
    face : str
    align : str
    spacing_em, line_gap_ratio, arc_mm : float
        See :class:`~memoreez_desktop.core.keepsake_steps.Lettering`.
    """

    face: str
    align: Align
    spacing_em: float
    line_gap_ratio: float
    arc_mm: float = 0.0


def steps_cap(lines: Sequence[MeasuredLine], line_gap_ratio: float) -> list[float]:
    """Return how far each line but the first lies below the one before it, in capital heights."""
    return [
        max(1.0 + line_gap_ratio, upper_low + lower_high + _APART_CAP)
        for upper_low, lower_high in ((-upper.low, lower.high) for upper, lower in pairwise(lines))
    ]


def ink_cap(lines: Sequence[MeasuredLine], line_gap_ratio: float) -> tuple[float, float]:
    """Return the ink's lowest and highest point about the first baseline, in capital heights."""
    fallen = sum(steps_cap(lines, line_gap_ratio))
    return lines[-1].low - fallen, lines[0].high


def set_block(
    texts: Sequence[str],
    lines: Sequence[MeasuredLine],
    cap_mm: float,
    manner: Manner,
    weight: Weight,
) -> Shape:
    """Draw lines as one shape, centred on x = 0; y = 0 is the middle of the capitals of all lines.

    Raises
    ------
    InputError
        A line goes more than once round its arc, or characters are missing.
    """
    steps = [step * cap_mm for step in steps_cap(lines, manner.line_gap_ratio)]
    em_mm = cap_mm / load_font(font_face(manner.face).file).cap_height_em
    spacing = manner.spacing_em + 2 * weight.heavier_mm / em_mm
    drawn, fallen = empty(), 0.0
    widest = max(line.width for line in lines) * cap_mm
    draw = weighted(weight)
    for number, text in enumerate(texts):
        fallen += steps[number - 1] if number else 0.0
        if manner.arc_mm:
            drawn += _on_arc(text, cap_mm, manner, spacing, fallen, draw)
            continue
        line = text_line(text, cap_mm, manner.face, spacing, draw)
        drawn += line.shape.translate((_aside_mm(line, widest, manner.align), -fallen))
    shape = drawn.simplify(_TOLERANCE_MM)
    # What stands on an arc has no middle line: its box is centred.
    return (
        centred(shape)
        if manner.arc_mm and not shape.is_empty()
        else shape.translate((0.0, (fallen - cap_mm) / 2))
    )


def _aside_mm(line: TextShape, widest_mm: float, align: Align) -> float:
    side = {"left": -1.0, "centre": 0.0, "right": 1.0}[align]
    return side * (widest_mm - line.width_mm) / 2


def _on_arc(
    text: str, cap_mm: float, manner: Manner, spacing_em: float, fallen_mm: float, draw: Draw
) -> Shape:
    """Set a line over the top of a circle, or along the bottom of one, its middle at x = 0, y = -fallen."""
    over = manner.arc_mm > 0
    first = abs(manner.arc_mm)
    radius = max(first - fallen_mm if over else first + fallen_mm, 2 * cap_mm)
    line = text_on_arc(text, radius, cap_mm, manner.face, over, spacing_em, draw)
    return line.shape.translate((0.0, (-radius if over else radius) - fallen_mm))

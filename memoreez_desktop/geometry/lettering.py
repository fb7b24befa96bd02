"""Words as shapes: a line, a line on an arc, raised letters round a cylinder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.font_files import load_font
from memoreez_desktop.geometry.fonts import font_face
from memoreez_desktop.geometry.itemising import clusters
from memoreez_desktop.geometry.shapes import Shape, bounds, empty, from_contours
from memoreez_desktop.geometry.shaping import PlacedGlyph, shape_line
from memoreez_desktop.geometry.solids import Solid, extrude, sound

_SINK_MM = 0.4
_CHORD_MM = 0.8

Draw: TypeAlias = Callable[[PlacedGlyph, float], Sequence[NDArray[np.float64]]]
"""``draw(glyph, mm_per_em)``: the contours of a glyph about its origin, (n, 2) in em each."""


def _as_designed(glyph: PlacedGlyph, mm_per_em: float) -> Sequence[NDArray[np.float64]]:
    return glyph.contours


@dataclass(frozen=True, eq=False)
class TextShape:
    """A line of text.

    Attributes
    ----------
    shape : Shape
        Centred on x = 0, baseline at y = 0. Empty for blank text.
    width_mm : float
        Advance width, without the spacing after the last letter.
    missing : tuple of str
        Characters the wished face lacks or was not drawn for; they were set in another face.
    """

    shape: Shape
    width_mm: float
    missing: tuple[str, ...]


def text_line(
    text: str,
    cap_height_mm: float,
    face: str = "sans",
    spacing_em: float = 0.0,
    draw: Draw = _as_designed,
) -> TextShape:
    """Set one line; capitals are ``cap_height_mm`` high.

    Parameters
    ----------
    draw : callable
        Draws each glyph; as its font has it unless told otherwise.

    Raises
    ------
    InputError
        No face has some of the characters; they are named.
    """
    line = shape_line(text, face, spacing_em)
    scale = cap_height_mm / _cap_height_em(face)
    rings: list[NDArray[np.float64]] = []
    for glyph in line.glyphs:
        shift = (glyph.x - line.width_em / 2, glyph.y)
        rings.extend((ring + shift) * scale for ring in draw(glyph, scale))
    return TextShape(from_contours(rings) if rings else empty(), line.width_em * scale, line.borrowed)


def text_fitted(
    text: str,
    cap_height_mm: float,
    max_width_mm: float,
    face: str = "sans",
    min_cap_mm: float = 3.0,
    spacing_em: float = 0.0,
) -> TextShape:
    """Set one line, smaller where it would be wider than ``max_width_mm``.

    Raises
    ------
    InputError
        It would have to be smaller than ``min_cap_mm``, or characters are missing.
    """
    line = text_line(text, cap_height_mm, face, spacing_em)
    if line.width_mm <= max_width_mm:
        return line
    cap_mm = cap_height_mm * max_width_mm / line.width_mm
    if cap_mm < min_cap_mm:
        raise InputError(
            say("“{text}” is too long for this place.", text=text),
            say("Shorten it by about {count} letters.", count=_surplus(text, cap_mm, min_cap_mm)),
        )
    return text_line(text, cap_mm, face, spacing_em)


def _surplus(text: str, cap_mm: float, min_cap_mm: float) -> int:
    """About how many letters are too many; at least 2, because the sentence speaks of several."""
    return max(2, int(np.ceil(len(clusters(text)) * (1 - cap_mm / min_cap_mm))))


def text_on_arc(
    text: str,
    radius_mm: float,
    cap_height_mm: float,
    face: str = "sans",
    top: bool = True,
    spacing_em: float = 0.05,
    draw: Draw = _as_designed,
) -> TextShape:
    """Set a line round the origin, to be read upright: over the top, or along the bottom.

    Parameters
    ----------
    radius_mm : float
        Of the baseline. The letters stand outwards at the top and inwards at the bottom.
    draw : callable
        Draws each glyph; as its font has it unless told otherwise.

    Returns
    -------
    TextShape
        ``width_mm`` is measured along the baseline: divided by the radius it is the angle covered.

    Raises
    ------
    InputError
        The line goes more than once round, or characters are missing.
    """
    line = shape_line(text, face, spacing_em)
    scale = cap_height_mm / _cap_height_em(face)
    width_mm = line.width_em * scale
    if width_mm > 1.9 * np.pi * radius_mm:
        raise InputError(
            say("“{text}” is too long for this place.", text=text), say("Shorten it or use a larger size.")
        )
    baseline = radius_mm if top else -radius_mm
    rings: list[NDArray[np.float64]] = []
    for glyph in line.glyphs:
        contours = draw(glyph, scale)
        rings.extend(_on_arc(ring, glyph, line.width_em / 2, scale, baseline) for ring in contours)
    return TextShape(from_contours(rings) if rings else empty(), width_mm, line.borrowed)


def _on_arc(
    ring: NDArray[np.float64], glyph: PlacedGlyph, centre_em: float, scale: float, baseline_mm: float
) -> NDArray[np.float64]:
    """Turn a letter about the origin; letters that hang together bend, so that they still meet."""
    flat = ring + np.array([glyph.x, glyph.y])
    if glyph.bends:
        flat = _cut_edges(flat * scale, _CHORD_MM) / scale
        middle = flat[:, 0]
    else:
        middle = np.full(len(flat), glyph.middle)
    turn = -(middle - centre_em) * scale / baseline_mm
    cos, sin = np.cos(turn), np.sin(turn)
    x, y = (flat[:, 0] - middle) * scale, flat[:, 1] * scale + baseline_mm
    return np.column_stack([x * cos - y * sin, x * sin + y * cos])


def _cut_edges(ring: NDArray[np.float64], longest_mm: float) -> NDArray[np.float64]:
    """Put points on the edges of a closed contour until none is longer than ``longest_mm``."""
    ahead = np.roll(ring, -1, axis=0) - ring
    pieces = np.maximum(1, np.ceil(np.hypot(ahead[:, 0], ahead[:, 1]) / longest_mm)).astype(np.int64)
    first = np.repeat(np.cumsum(pieces) - pieces, pieces)
    part = (np.arange(int(pieces.sum())) - first) / np.repeat(pieces, pieces)
    return np.asarray(np.repeat(ring, pieces, axis=0) + np.repeat(ahead, pieces, axis=0) * part[:, None])


def wrap_on_cylinder(
    text_shape: TextShape | Shape,
    radius_mm: float,
    depth_mm: float,
    z_mm: float,
    *,
    sunk_mm: float = _SINK_MM,
) -> Solid:
    """Raise letters on the wall of a cylinder about z, facing -y, baseline at ``z_mm``.

    They reach ``depth_mm`` out of the wall and ``sunk_mm`` into it, so that a union overlaps.

    Raises
    ------
    MeshError
        There is nothing to raise.
    InputError
        The letters would go more than once round.
    """
    shape = text_shape.shape if isinstance(text_shape, TextShape) else text_shape
    x0, _, x1, _ = bounds(shape)
    if x1 - x0 > 1.9 * np.pi * radius_mm:
        raise InputError(say("The text is too long to go round."), say("Shorten it or use a larger size."))
    flat = extrude(shape, depth_mm + sunk_mm, -sunk_mm).refine_to_length(_CHORD_MM)

    def bend(points: NDArray[np.float64]) -> NDArray[np.float64]:
        angle = points[:, 0] / radius_mm - np.pi / 2
        radius = radius_mm + points[:, 2]
        return np.column_stack([radius * np.cos(angle), radius * np.sin(angle), points[:, 1] + z_mm])

    return sound(flat.warp_batch(bend))


def _cap_height_em(face: str) -> float:
    return load_font(font_face(face).file).cap_height_em

"""Words as shapes: a line, a line on an arc, raised letters round a cylinder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import uharfbuzz
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.fonts import FontFace, font_catalog, font_face, load_font
from memoreez_desktop.geometry.glyphs import Contour, glyph_contours
from memoreez_desktop.geometry.shapes import Shape, bounds, empty, from_contours
from memoreez_desktop.geometry.solids import Solid, extrude, sound

_SINK_MM = 0.4
_CHORD_MM = 0.8


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
        Characters the wished face lacks; they were set in another face.
    """

    shape: Shape
    width_mm: float
    missing: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Glyph:
    contours: tuple[Contour, ...]
    x: float
    y: float
    advance: float


def text_line(text: str, cap_height_mm: float, face: str = "sans", spacing_em: float = 0.0) -> TextShape:
    """Set one line; capitals are ``cap_height_mm`` high.

    Raises
    ------
    InputError
        No face has some of the characters; they are named.
    """
    glyphs, width_em, missing = _set(text, face, spacing_em)
    scale = cap_height_mm / _cap_height_em(face)
    rings: list[NDArray[np.float64]] = []
    for glyph in glyphs:
        shift = (glyph.x - width_em / 2, glyph.y)
        rings.extend((ring + shift) * scale for ring in glyph.contours)
    return TextShape(from_contours(rings) if rings else empty(), width_em * scale, missing)


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
    return max(1, int(np.ceil(len(text) * (1 - cap_mm / min_cap_mm))))


def text_on_arc(
    text: str,
    radius_mm: float,
    cap_height_mm: float,
    face: str = "sans",
    top: bool = True,
    spacing_em: float = 0.05,
) -> TextShape:
    """Set a line round the origin, to be read upright: over the top, or along the bottom.

    Parameters
    ----------
    radius_mm : float
        Of the baseline. The letters stand outwards at the top and inwards at the bottom.

    Returns
    -------
    TextShape
        ``width_mm`` is measured along the baseline: divided by the radius it is the angle covered.

    Raises
    ------
    InputError
        The line goes more than once round, or characters are missing.
    """
    glyphs, width_em, missing = _set(text, face, spacing_em)
    scale = cap_height_mm / _cap_height_em(face)
    width_mm = width_em * scale
    if width_mm > 1.9 * np.pi * radius_mm:
        raise InputError(
            say("“{text}” is too long for this place.", text=text), say("Shorten it or use a larger size.")
        )
    rings: list[NDArray[np.float64]] = []
    for glyph in glyphs:
        middle = glyph.x + glyph.advance / 2
        turn = (middle - width_em / 2) * scale / radius_mm * (-1.0 if top else 1.0)
        cos, sin = np.cos(turn), np.sin(turn)
        for ring in glyph.contours:
            flat = (ring + np.array([glyph.x - middle, glyph.y])) * scale
            x, y = flat[:, 0], flat[:, 1] + (radius_mm if top else -radius_mm)
            rings.append(np.column_stack([x * cos - y * sin, x * sin + y * cos]))
    return TextShape(from_contours(rings) if rings else empty(), width_mm, missing)


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
    return load_font(font_face(face).path).cap_height_em


def _set(text: str, face: str, spacing_em: float) -> tuple[list[_Glyph], float, tuple[str, ...]]:
    """Shape a line in em: glyphs with their places, whole width, characters the face lacks."""
    clean = _printable(text)
    wished = font_face(face)
    runs, missing = _runs(clean, wished)
    glyphs: list[_Glyph] = []
    pen = 0.0
    for run_face, words in runs:
        for glyph in _shape_run(run_face, words, spacing_em):
            glyphs.append(_Glyph(glyph.contours, glyph.x + pen, glyph.y, glyph.advance))
        if glyphs:
            pen = max(pen, max(g.x + g.advance + spacing_em for g in glyphs))
    return glyphs, max(0.0, pen - spacing_em) if glyphs else 0.0, missing


def _printable(text: str) -> str:
    """Compose accents, turn any white space into spaces, and drop what has no picture of its own."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(
        c for c in composed if unicodedata.category(c) not in ("Cc", "Cf", "Cs") and not _selects(c)
    )


def _selects(character: str) -> bool:
    return 0xFE00 <= ord(character) <= 0xFE0F


def _runs(text: str, wished: FontFace) -> tuple[list[tuple[FontFace, str]], tuple[str, ...]]:
    """Cut a line where the wished face lacks a character that another one has."""
    order = [wished, *(other for other in font_catalog() if other.id != wished.id)]
    runs: list[tuple[FontFace, str]] = []
    borrowed: list[str] = []
    nowhere: list[str] = []
    for cluster in _clusters(text):
        chosen = next((f for f in order if all(load_font(f.path).has(c) for c in cluster)), None)
        if chosen is None:
            nowhere.extend(c for c in cluster if not any(load_font(f.path).has(c) for f in order))
            if not nowhere or nowhere[-1] not in cluster:
                nowhere.append(cluster)
            continue
        if chosen is not wished:
            borrowed.append(cluster)
        if runs and runs[-1][0] is chosen:
            runs[-1] = (chosen, runs[-1][1] + cluster)
        else:
            runs.append((chosen, cluster))
    if nowhere:
        names = ", ".join(dict.fromkeys(nowhere))
        raise InputError(
            say("No font here can draw: {names}.", names=names),
            say("Leave these characters out of the text."),
        )
    return runs, tuple(dict.fromkeys(borrowed))


def _clusters(text: str) -> Iterator[str]:
    """Walk letters together with the marks that combine with them."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not unicodedata.category(text[place]).startswith("M"):
            yield text[start:place]
            start = place


def _shape_run(face: FontFace, words: str, spacing_em: float) -> list[_Glyph]:
    loaded = load_font(face.path)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    uharfbuzz.shape(loaded.font, buffer, {"kern": True, "liga": bool(spacing_em == 0)})
    unit = 1.0 / loaded.units_per_em
    x, y = 0.0, 0.0
    glyphs: list[_Glyph] = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        contours = glyph_contours(face.path, info.codepoint)
        advance = place.x_advance * unit
        if advance and glyphs:
            x += spacing_em
        glyphs.append(_Glyph(contours, x + place.x_offset * unit, y + place.y_offset * unit, advance))
        x += advance
        y += place.y_advance * unit
    return glyphs

"""From a text to glyphs in their places: fonts chosen, directions resolved, runs shaped by HarfBuzz."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
import uharfbuzz

from memoreez_desktop.geometry.bidi import embedding_levels, visual_order
from memoreez_desktop.geometry.emoji_icons import emoji_contours, emoji_icon
from memoreez_desktop.geometry.fallback import font_for, undrawable
from memoreez_desktop.geometry.font_files import FontFile, load_font
from memoreez_desktop.geometry.fonts import FontFace, font_face
from memoreez_desktop.geometry.glyphs import Contour, glyph_contours
from memoreez_desktop.geometry.itemising import cluster_scripts, clusters, printable
from memoreez_desktop.geometry.packaged_fonts import emoji_font

# Their letters hang together: spacing would tear them, and on an arc they bend instead of turning.
_JOINED_SCRIPTS = frozenset({"Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng", "Guru"})
# Noto Emoji fills a box from -0.171 to 0.854 em; in a line it reaches a tenth of a capital above and below.
_EMOJI_BOTTOM_EM, _EMOJI_TALL_EM = -0.171, 1.025
_EMOJI_TO_CAP = 1.2
_ICON_TO_CAP, _ICON_GAP_TO_CAP = 1.25, 0.16
_MOST_CHARACTERS = 400
"""Longer texts than any keepsake holds are cut before they are shaped."""


@dataclass(frozen=True, eq=False)
class PlacedGlyph:
    """A glyph of a line, lengths in em of the wished face.

    Attributes
    ----------
    contours : tuple of (n, 2) float64
        About the glyph's own origin.
    x, y : float
        Where that origin is.
    middle : float
        Middle of the letter it belongs to, marks and letter together: what turns about one point on an arc.
    bends : bool
        It hangs together with its neighbours.
    start : int
        Where its letter begins in ``printable(text)``.
    source : FontFile or str
        The font it was drawn from; of a symbol its name.
    number : int
        In that font.
    scale : float
        Em of that font (or sides of the symbol) in em of the wished face.
    """

    contours: tuple[Contour, ...]
    x: float
    y: float
    middle: float
    bends: bool
    start: int
    source: FontFile | str
    number: int
    scale: float


@dataclass(frozen=True, eq=False)
class ShapedLine:
    """Glyphs from left to right, the whole width in em, and the characters set in another face."""

    glyphs: tuple[PlacedGlyph, ...]
    width_em: float
    borrowed: tuple[str, ...]


@dataclass(frozen=True)
class _Run:
    text: str
    file: FontFile
    script: str
    level: int
    start: int
    icon: str = ""
    """Of an emoji that is drawn as a symbol."""


def shape_line(text: str, face_id: str, spacing_em: float = 0.0) -> ShapedLine:
    """Shape one line of any scripts.

    Raises
    ------
    InputError
        No font has some of the characters; they are named.
    """
    face = font_face(face_id)
    runs, borrowed = _runs(printable(text[:_MOST_CHARACTERS]), face)
    glyphs: list[PlacedGlyph] = []
    pen = 0.0
    spaced = False
    for place in visual_order([run.level for run in runs]):
        run = runs[place]
        if run.icon:
            glyph, pen = _icon_glyph(run, load_font(face.file).cap_height_em, pen)
            glyphs.append(glyph)
            spaced = False
            continue
        bends = run.script in _JOINED_SCRIPTS or (face.joined and run.file == face.file)
        gap = 0.0 if bends else spacing_em
        placed, pen = _shape_run(run, face, pen, gap, bends)
        glyphs.extend(placed)
        spaced = bool(placed) and not bends
    return ShapedLine(tuple(glyphs), max(0.0, pen - spacing_em if spaced else pen), borrowed)


def _runs(text: str, face: FontFace) -> tuple[list[_Run], tuple[str, ...]]:
    """Cut a line where font, script or direction change."""
    parts = clusters(text)
    scripts = cluster_scripts(parts)
    around = frozenset(scripts)
    levels = embedding_levels(text)
    pieces: list[_Run] = []
    nowhere: list[str] = []
    start = 0
    for part, script in zip(parts, scripts, strict=True):
        icon = emoji_icon(part)
        file = face.file if icon else font_for(part, script, around, face)
        if file is None:
            nowhere.append(part)
        else:
            pieces.append(_Run(part, file, script, levels[start], start, icon))
        start += len(part)
    if nowhere:
        raise undrawable(nowhere)
    borrowed = tuple(dict.fromkeys(piece.text for piece in pieces if piece.icon or piece.file != face.file))
    runs: list[_Run] = []
    for piece in pieces:
        alike = runs and replace(runs[-1], text=piece.text, start=piece.start) == piece
        if alike and not piece.icon:
            runs[-1] = replace(runs[-1], text=runs[-1].text + piece.text)
        else:
            runs.append(piece)
    return runs, borrowed


def _icon_glyph(run: _Run, cap_em: float, pen: float) -> tuple[PlacedGlyph, float]:
    """Place a symbol on the middle of the capitals, a little higher than they are."""
    side = _ICON_TO_CAP * cap_em
    contours = tuple(ring * side for ring in emoji_contours(run.icon))
    advance = float(np.ptp(np.vstack(contours)[:, 0])) + _ICON_GAP_TO_CAP * cap_em
    middle = pen + advance / 2
    glyph = PlacedGlyph(contours, middle, cap_em / 2, middle, False, run.start, run.icon, 0, side)
    return glyph, pen + advance


def _shape_run(
    run: _Run, face: FontFace, pen: float, gap: float, bends: bool
) -> tuple[list[PlacedGlyph], float]:
    """Shape a run from the pen on; return its glyphs and where the pen is then."""
    loaded = load_font(run.file)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    if run.script not in ("Zyyy", "Zinh", "Zzzz"):
        buffer.script = run.script
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    uharfbuzz.shape(loaded.font, buffer, {"kern": True, "liga": bends or gap == 0})
    scale, lift = _size(run.file, face)
    unit = scale / loaded.units_per_em
    glyphs: list[PlacedGlyph] = []
    shaped = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    for cluster, letter in groupby(shaped, key=lambda pair: pair[0].cluster):
        pairs = list(letter)
        advance = sum(place.x_advance for _, place in pairs) * unit
        middle = pen + advance / 2
        for info, place in pairs:
            contours = tuple(ring * scale for ring in glyph_contours(run.file, info.codepoint))
            x, y = pen + place.x_offset * unit, lift + place.y_offset * unit
            start = run.start + cluster
            number = info.codepoint
            glyphs.append(PlacedGlyph(contours, x, y, middle, bends, start, run.file, number, scale))
            pen += place.x_advance * unit
        pen += gap if advance else 0.0
    return glyphs, pen


def _size(file: FontFile, face: FontFace) -> tuple[float, float]:
    """Scale a borrowed font so that its capitals are as high as the wished face's; emoji a little higher."""
    cap_em = load_font(face.file).cap_height_em
    if file == face.file:
        return 1.0, 0.0
    if file == emoji_font():
        scale = _EMOJI_TO_CAP * cap_em / _EMOJI_TALL_EM
        return scale, -(_EMOJI_TO_CAP - 1) / 2 * cap_em - _EMOJI_BOTTOM_EM * scale
    return cap_em / load_font(file).cap_height_em, 0.0

"""How letters will print: their strokes and openings against the nozzle, and the weight they need."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.keepsake_steps import LetteringMode
from memoreez_desktop.core.step_notes import LetterVerdict, Level
from memoreez_desktop.geometry.font_files import load_font
from memoreez_desktop.geometry.fonts import font_face
from memoreez_desktop.geometry.itemising import clusters, printable
from memoreez_desktop.geometry.shaping import PlacedGlyph, shape_line
from memoreez_desktop.geometry.stroke_widths import glyph_widths

F64 = NDArray[np.float64]

_USUAL_NOZZLE_MM = 0.4
_HEAVIEST_MM = 0.24
"""A stroke may grow by this much on both of its sides: more makes another letter of it."""
_HEAVIEST_CAP = 0.05
_MARK_EM = 0.3
"""Lower ones are marks set over or under a letter: nobody misses the openings in them."""
_SLACK_MM = 0.02
"""What no nozzle can tell apart."""
_SYMBOL_EASE = 1.4
"""A symbol is known for what it is with narrower openings than a letter."""
_WEIGHTS_TRIED = 5
_LEVELS: tuple[Level, ...] = ("good", "thin", "lost")


@dataclass(frozen=True)
class Limits:
    """Widths in mm below which something is lost, and from which it is good."""

    lost_stroke_mm: float
    good_stroke_mm: float
    lost_gap_mm: float
    good_gap_mm: float
    heaviest_mm: float

    def at(self, cap_mm: float) -> Limits:
        """Return the limits for letters of a size: small ones cannot grow as much."""
        return replace(self, heaviest_mm=min(self.heaviest_mm, _HEAVIEST_CAP * cap_mm))


def limits(mode: LetteringMode, nozzle_mm: float) -> Limits:
    """Return the limits for a nozzle.

    Notes
    -----
    For 0.4 mm: raised strokes 0.45 and 0.8, engraved ones 0.45 and 0.6, openings 0.4 and 0.6, and what stands
    between engraved strokes as thin as a raised one may be. From the guides of print services; wider nozzles
    draw wider in proportion.
    """
    factor = nozzle_mm / _USUAL_NOZZLE_MM
    widths = (0.45, 0.8, 0.4, 0.6) if mode == "raised" else (0.45, 0.6, 0.45, 0.7)
    return Limits(*(width * factor for width in (*widths, _HEAVIEST_MM)))


@dataclass(frozen=True, eq=False)
class MeasuredLine:
    """A line, measured once for all sizes; lengths in capital heights.

    Attributes
    ----------
    letters : tuple of str
        As a reader counts them, spaces too.
    strokes, gaps : (n,) float64
        0.0 where a letter has none.
    width, low, high : float
        Ink below the baseline (negative or 0) and above it (at least 1).
    spaces : int
        Places between letters that may be spaced out.
    """

    letters: tuple[str, ...]
    strokes: F64
    gaps: F64
    width: float
    low: float
    high: float
    spaces: int


@functools.lru_cache(maxsize=512)
def measure_line(text: str, face: str, spacing_em: float = 0.0) -> MeasuredLine:
    """Measure a line.

    Raises
    ------
    InputError
        No font has some of the characters; they are named.
    """
    line = shape_line(text, face, spacing_em)
    cap_em = load_font(font_face(face).file).cap_height_em
    letters = clusters(printable(text))
    starts = np.cumsum([0, *(len(letter) for letter in letters)])
    strokes, gaps = np.zeros(len(letters)), np.zeros(len(letters))
    tallest = np.array([[0.0, 1.0]])
    for glyph in line.glyphs:
        if not glyph.contours:
            continue
        place = int(np.searchsorted(starts, glyph.start, side="right")) - 1
        widths = glyph_widths(glyph.source, glyph.number)
        _note_least(strokes, place, widths.stroke_em * glyph.scale / cap_em)
        if np.ptp(_ink(glyph)) >= _MARK_EM:
            ease = _SYMBOL_EASE if isinstance(glyph.source, str) else 1.0
            _note_least(gaps, place, ease * widths.gap_em * glyph.scale / cap_em)
        tallest = np.vstack([tallest, _ink(glyph) / cap_em])
    _lend_to_joined(letters, strokes, gaps)
    free = sum(not glyph.bends for glyph in line.glyphs)
    return MeasuredLine(
        tuple(letters),
        strokes,
        gaps,
        line.width_em / cap_em,
        float(tallest[:, 0].min()),
        float(tallest[:, 1].max()),
        max(0, free - 1),
    )


def _note_least(widths: F64, place: int, width: float) -> None:
    if width > 0 and (widths[place] == 0 or width < widths[place]):
        widths[place] = width


def _ink(glyph: PlacedGlyph) -> F64:
    heights = np.concatenate([ring[:, 1] for ring in glyph.contours]) + glyph.y
    return np.array([[heights.min(), heights.max()]])


def _lend_to_joined(letters: Sequence[str], strokes: F64, gaps: F64) -> None:
    """Give a letter that was drawn together with the one before it the widths of both."""
    for i in range(1, len(letters)):
        if strokes[i] == 0 and not letters[i].isspace():
            strokes[i], gaps[i] = strokes[i - 1], gaps[i - 1]


@dataclass(frozen=True)
class Weight:
    """How heavy letters are drawn, and how that comes out.

    Attributes
    ----------
    heavier_mm : float
        By which every stroke grows to both sides.
    thinnest_mm : float
        What is still thinner is thickened to this; 0.0 leaves it.
    lost, thin : int
        How many letters will not be there, and how many may come out weak.
    """

    heavier_mm: float = 0.0
    thinnest_mm: float = 0.0
    lost: int = 0
    thin: int = 0

    @property
    def level(self) -> Level:
        """The worst of all letters."""
        return "lost" if self.lost else "thin" if self.thin else "good"


def weigh(lines: Sequence[MeasuredLine], cap_mm: float, limit: Limits, heavier: bool) -> Weight:
    """Find the weight at which most letters of a size print; without ``heavier`` the face's own.

    What half of the letters need is given to all of them, so that they look alike; what is thinner still,
    the stroke of a tilde or a hairline, is thickened by itself. Where openings would close, less is given.
    """
    strokes = np.concatenate([line.strokes for line in lines]) * cap_mm
    gaps = np.concatenate([line.gaps for line in lines]) * cap_mm
    strokes, gaps = strokes[strokes > 0], gaps[strokes > 0]
    if not len(strokes):
        return Weight()
    limit = limit.at(cap_mm)
    growths = np.zeros((1, 2))
    if heavier:
        # Growing is monotone, so the middle letter's need is the middle of all needs.
        enough = limit.good_stroke_mm - 0.75 * _SLACK_MM
        thinnest = np.linspace(enough, limit.lost_stroke_mm, _WEIGHTS_TRIED)
        grown = np.clip((thinnest - np.median(strokes)) / 2, 0.0, limit.heaviest_mm)
        more = (thinnest - strokes.min()) / 2 > grown + _SLACK_MM / 8
        growths = np.vstack([growths, np.column_stack([grown, np.where(more, thinnest, 0.0)])])
    drawn, left = _outcome(strokes, gaps, growths[:, :1], growths[:, 1:], limit)
    worst = _ranks(drawn, limit.lost_stroke_mm, limit.good_stroke_mm)
    open_ranks = _ranks(left, limit.lost_gap_mm, limit.good_gap_mm)
    worst = np.maximum(worst, np.where(gaps > 0, open_ranks, 0))
    lost, thin = (worst == 2).sum(axis=1), (worst == 1).sum(axis=1)
    best = int(np.lexsort((np.arange(len(lost)), thin, lost))[0])
    return Weight(float(growths[best, 0]), float(growths[best, 1]), int(lost[best]), int(thin[best]))


def _outcome(
    strokes: F64, gaps: F64, heavier_mm: F64 | float, thinnest_mm: F64 | float, limit: Limits
) -> tuple[F64, F64]:
    """Return strokes and openings after growing, mm."""
    own = np.clip((thinnest_mm - strokes) / 2, heavier_mm, np.maximum(heavier_mm, limit.heaviest_mm))
    return strokes + 2 * own, gaps - 2 * own


def _ranks(widths: F64, lost_mm: float, good_mm: float) -> NDArray[np.int64]:
    """0 for good, 1 for thin, 2 for lost."""
    return (widths < lost_mm - _SLACK_MM).astype(np.int64) + (widths < good_mm - _SLACK_MM)


def verdicts(line: MeasuredLine, cap_mm: float, limit: Limits, weight: Weight) -> tuple[LetterVerdict, ...]:
    """Tell how every letter of a line comes out at a size and a weight."""
    drawn, left = _outcome(
        line.strokes * cap_mm, line.gaps * cap_mm, weight.heavier_mm, weight.thinnest_mm, limit.at(cap_mm)
    )
    rank = _ranks(drawn, limit.lost_stroke_mm, limit.good_stroke_mm)
    gap_rank = _ranks(left, limit.lost_gap_mm, limit.good_gap_mm)
    found = []
    for i, letter in enumerate(line.letters):
        if line.strokes[i] == 0:
            found.append(LetterVerdict(letter, "good"))
            continue
        open_ = line.gaps[i] > 0
        level = _LEVELS[max(int(rank[i]), int(gap_rank[i]) if open_ else 0)]
        # An opening that closed is still one: 0 would say that there was none.
        gap_mm = max(round(float(left[i]), 3), 0.001) if open_ else 0.0
        found.append(LetterVerdict(letter, level, round(float(drawn[i]), 3), gap_mm))
    return tuple(found)


def letter_verdicts(
    lines: Sequence[str],
    cap_mm: float,
    face: str = "sans",
    mode: LetteringMode = "raised",
    nozzle_mm: float = _USUAL_NOZZLE_MM,
    *,
    heavier: bool = False,
) -> tuple[tuple[LetterVerdict, ...], ...]:
    """Tell how every letter of some lines prints.

    Parameters
    ----------
    cap_mm : float
        Height of a capital.
    heavier : bool
        Strokes may be drawn heavier than the face has them, as the lettering step does.

    Returns
    -------
    tuple of lines of LetterVerdict
        In the order in which they are read.

    Raises
    ------
    InputError
        No font has some of the characters; they are named.
    """
    measured = [measure_line(line, face) for line in lines]
    limit = limits(mode, nozzle_mm)
    weight = weigh(measured, cap_mm, limit, heavier) if measured else Weight()
    return tuple(verdicts(line, cap_mm, limit, weight) for line in measured)

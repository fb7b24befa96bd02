"""A bent ribbon with fishtails that carries words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.lettering import text_line, text_on_arc
from memoreez_desktop.geometry.shapes import Shape, bounds, empty, from_contours, thicken

_LEADING = 1.5
_SMALLEST_CAP_MM = 3.2
_STROKE_MM = 0.8
_HEM_MM = 2.1
"""What the words keep clear of at either edge of the band."""
_SPACING_EM = 0.04
_FACES = ("slab", "sans", "roboto")


@dataclass(frozen=True)
class Ribbon:
    """The parts of a ribbon, drawn about the centre of its arc.

    Attributes
    ----------
    band : Shape
        What carries the words.
    tails : Shape
        Both ends, lying lower and behind.
    folds : Shape
        Where band and tails hang together, the lowest of all.
    letters : Shape
    """

    band: Shape
    tails: Shape
    folds: Shape
    letters: Shape


def ribbon(
    lines: tuple[str, ...], radius_mm: float, band_mm: float, length_mm: float, cap_mm: float
) -> Ribbon:
    """Draw a ribbon over the top of a circle about the origin.

    Parameters
    ----------
    radius_mm : float
        Of the middle of the band.
    band_mm, length_mm : float
        Height of the band, and its length without the tails.
    cap_mm : float
        Height of capitals that is looked for.

    Raises
    ------
    InputError
        The words would be too small to print, or no font has a character.
    """
    half = length_mm / 2 / radius_mm
    drop = band_mm * 0.3
    tail, fold = band_mm * 0.95 / radius_mm, band_mm * 0.42 / radius_mm
    low, high = radius_mm - band_mm / 2, radius_mm + band_mm / 2
    band = _sector(low, high, -half, half)
    tails, folds = empty(), empty()
    for side in (-1.0, 1.0):
        inner, outer = side * (half - fold), side * (half + tail)
        tails += _tail(low - drop, high - drop, inner, outer, band_mm * 0.42 / radius_mm)
        folds += _fold(low, low - drop, side * half, inner)
    return Ribbon(band, tails, folds, _letters(lines, radius_mm, band_mm, length_mm - 0.6 * band_mm, cap_mm))


def _at(radius: float, turn: float) -> list[float]:
    return [radius * math.sin(turn), radius * math.cos(turn)]


def _sector(low: float, high: float, start: float, end: float) -> Shape:
    turns = np.linspace(start, end, 60)
    ring = [_at(high, turn) for turn in turns] + [_at(low, turn) for turn in turns[::-1]]
    return from_contours([ring])


def _tail(low: float, high: float, inner: float, outer: float, notch: float) -> Shape:
    """Draw a sector with a notch in its outer end."""
    deep = outer - math.copysign(notch, outer)
    turns = np.linspace(inner, outer, 24)
    ring = [_at(high, turn) for turn in turns] + [_at((low + high) / 2, deep)]
    ring += [_at(low, turn) for turn in turns[::-1]]
    return from_contours([ring])


def _fold(low: float, lower: float, edge: float, inner: float) -> Shape:
    return from_contours([[_at(low, edge), _at(low, inner), _at(lower, inner)]])


def _letters(lines: tuple[str, ...], radius: float, band: float, room: float, cap_mm: float) -> Shape:
    """Set the words in the largest letters that fit, broad faces first."""
    lines = lines[:2]
    for face in _FACES:
        cap = min(cap_mm, _largest_cap_mm(lines, room, band - 2 * _HEM_MM, face))
        if cap >= (_SMALLEST_CAP_MM if face == _FACES[-1] else 0.76 * cap_mm):
            return _set(lines, radius, cap, face)
    raise InputError(
        say("“{text}” is too long for this ribbon.", text=" ".join(lines)),
        say("Shorten it or choose a larger size."),
    )


def _largest_cap_mm(lines: tuple[str, ...], room: float, height: float, face: str) -> float:
    widest = max(text_line(line, 10.0, face, _SPACING_EM).width_mm for line in lines)
    above, below = _reach(lines, face)
    tall = above - below + _LEADING * (len(lines) - 1)
    return min(10.0 * room / max(widest, 1e-6), height / tall)


def _reach(lines: tuple[str, ...], face: str) -> tuple[float, float]:
    """How far the first line reaches up and the last one down from their base lines, in cap heights."""
    first, last = (text_line(line, 1.0, face).shape for line in (lines[0], lines[-1]))
    above = bounds(first)[3] if not first.is_empty() else 1.0
    below = bounds(last)[1] if not last.is_empty() else 0.0
    return max(1.0, above), min(0.0, below)


def _set(lines: tuple[str, ...], radius: float, cap: float, face: str) -> Shape:
    above, below = _reach(lines, face)
    first = radius - cap * (above + below - _LEADING * (len(lines) - 1)) / 2
    letters = empty()
    for row, line in enumerate(lines):
        arc = text_on_arc(line, first - row * _LEADING * cap, cap, face, True, _SPACING_EM)
        letters += thicken(arc.shape, _STROKE_MM)
    return letters

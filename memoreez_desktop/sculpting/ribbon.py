"""A bent ribbon with fishtails that carries words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.lettering import text_on_arc
from memoreez_desktop.geometry.shapes import Shape, empty, from_contours, thicken

_LEADING = 1.5
_SMALLEST_CAP_MM = 3.2
_STROKE_MM = 0.8
_SMALLEST_SLAB_MM = 6.0


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
    rows = 1.0 + _LEADING * (len(lines) - 1)
    start = min(cap_mm, (band - 4.6) / rows)
    for face in ("slab", "sans", "roboto"):
        floor = max(0.72 * start, _SMALLEST_SLAB_MM) if face == "slab" else 0.8 * start
        cap = _fitting_cap_mm(lines, room, start, face)
        if cap >= (floor if face != "roboto" else _SMALLEST_CAP_MM):
            return _set(lines, radius, cap, face)
    raise InputError(
        say("“{text}” is too long for this ribbon.", text=" ".join(lines)),
        say("Shorten it or choose a larger size."),
    )


def _fitting_cap_mm(lines: tuple[str, ...], room: float, cap: float, face: str) -> float:
    widest = max(text_on_arc(line, 1000.0, 10.0, face, True, 0.04).width_mm for line in lines)
    return min(cap, 10.0 * room / max(widest, 1e-6))


def _set(lines: tuple[str, ...], radius: float, cap: float, face: str) -> Shape:
    letters = empty()
    top = cap * (1.0 + _LEADING * (len(lines) - 1)) / 2
    for row, line in enumerate(lines):
        baseline = radius + top - cap - row * _LEADING * cap
        letters += thicken(text_on_arc(line, baseline, cap, face, True, 0.04).shape, _STROKE_MM)
    return letters

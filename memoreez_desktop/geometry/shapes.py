"""Exact flat shapes in mm: outlines, offsets, strokes that a nozzle can draw.

Every shape is a ``manifold3d.CrossSection`` made with the non-zero fill rule: the library's default rule
drops clockwise contours without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from manifold3d import CrossSection, FillRule, JoinType, OpType
from numpy.typing import ArrayLike, NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.words import say

Shape: TypeAlias = CrossSection
Bounds: TypeAlias = tuple[float, float, float, float]

_ARC_SEGMENTS = 48
_CURVE_SEGMENTS = 160
_FLATNESS = 60.0
_CRUMB_MM2 = 0.01


def from_contours(contours: Iterable[ArrayLike]) -> Shape:
    """Fill closed contours, each (n, 2) float in mm, by the non-zero rule; short ones are left out."""
    rings = [np.asarray(ring, dtype=np.float64).reshape(-1, 2) for ring in contours]
    return CrossSection([ring for ring in rings if len(ring) >= 3], FillRule.NonZero)


def empty() -> Shape:
    """Return a shape with nothing in it, the start of a sum."""
    return CrossSection()


def circle(radius_mm: float, segments: int = _CURVE_SEGMENTS) -> Shape:
    """Disc about the origin."""
    return CrossSection.circle(radius_mm, segments)


def rectangle(width_mm: float, height_mm: float) -> Shape:
    """Rectangle about the origin."""
    return CrossSection.square((width_mm, height_mm), True)


def rounded_rectangle(width_mm: float, height_mm: float, radius_mm: float) -> Shape:
    """Rectangle about the origin with round corners; the radius is kept below half the shorter side."""
    radius = min(radius_mm, width_mm / 2 - 0.01, height_mm / 2 - 0.01)
    if radius <= 0:
        return rectangle(width_mm, height_mm)
    return offset(rectangle(width_mm - 2 * radius, height_mm - 2 * radius), radius, segments=64)


def capsule(length_mm: float, width_mm: float) -> Shape:
    """Stadium along x about the origin, ``length_mm`` from tip to tip."""
    return rounded_rectangle(max(length_mm, width_mm), width_mm, width_mm / 2)


def ring(outer_radius_mm: float, inner_radius_mm: float) -> Shape:
    """Flat ring about the origin."""
    return circle(outer_radius_mm) - circle(inner_radius_mm)


def star(radius_mm: float, points: int = 5, waist_ratio: float = 0.45) -> Shape:
    """Star about the origin with one point up."""
    angle = np.pi / 2 + np.arange(2 * points) * np.pi / points
    radius = np.where(np.arange(2 * points) % 2 == 0, radius_mm, radius_mm * waist_ratio)
    return from_contours([np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])])


def heart(width_mm: float) -> Shape:
    """Heart, centred by its box, with a softly rounded tip and cleft."""
    turn = np.linspace(0.0, 2 * np.pi, 320, endpoint=False)
    x = 16 * np.sin(turn) ** 3
    y = 13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn)
    curve = from_contours([np.column_stack([x, y])])
    soft = offset(offset(offset(curve, 1.2), -2.0), 0.8)
    return fit(soft, width_mm, 1e9).simplify(0.01)


def arch(width_mm: float, height_mm: float, corner_mm: float = 4.0) -> Shape:
    """Window with a half-round head about the origin, its lower corners rounded a little."""
    half = width_mm / 2
    head = circle(half, 2 * _CURVE_SEGMENTS).translate((0.0, height_mm / 2 - half))
    body = rectangle(width_mm, height_mm - half).translate((0.0, -half / 2))
    return offset(offset(head + body, -corner_mm), corner_mm, segments=64)


def offset(shape: Shape, distance_mm: float, *, segments: int = _ARC_SEGMENTS) -> Shape:
    """Grow (positive) or shrink (negative) with round joins."""
    if shape.is_empty() or distance_mm == 0:
        return shape
    return shape.offset(distance_mm, JoinType.Round, 2.0, segments)


def drop_thin(shape: Shape, stroke_mm: float) -> Shape:
    """Take away what is thinner than a stroke and keep the corners of the rest."""
    opened = offset(offset(shape, -stroke_mm / 2), stroke_mm / 2)
    return offset(opened, 0.15) ^ shape


def thicken(shape: Shape, stroke_mm: float) -> Shape:
    """Make strokes thinner than ``stroke_mm`` about that wide; leave everything else as it is.

    The thin parts are what an opening loses, minus a quarter stroke about the rest, or else every
    convex corner would count as thin and letters would grow knobs. Pointed tips stay pointed.
    """
    opened = offset(offset(shape, -stroke_mm / 2), stroke_mm / 2)
    thin = [
        part
        for part in (shape - offset(opened, 0.24 * stroke_mm)).decompose()
        if not _is_tip(part, opened, stroke_mm)
    ]
    if not thin:
        return shape
    grown = offset(CrossSection.batch_boolean(thin, OpType.Add), 0.30 * stroke_mm)
    return (shape + grown).simplify(0.02)


def _is_tip(part: Shape, opened: Shape, stroke_mm: float) -> bool:
    """Tell a short end, which meets the rest once, from a neck or a stroke."""
    if part.area() > 0.6 * stroke_mm**2:
        return False
    return len((offset(part, 0.35 * stroke_mm) ^ opened).decompose()) == 1


def blunt(shape: Shape, chord_mm: float) -> Shape:
    """Cut tips off where a level line through them is shorter than ``chord_mm``.

    For what will stand upright: a tip that points down would begin as a sliver of one layer. Necks stay, and
    whatever else would fall apart or open.
    """
    radius = chord_mm / 2
    # An opening by a very flat ellipse: a disc, the shape being drawn out in height.
    tall = shape.scale((1.0, _FLATNESS))
    opened = offset(offset(tall, -radius), radius).scale((1.0, 1.0 / _FLATNESS))
    whole = (len(shape.decompose()), shape.num_contour())
    for part in (shape - opened).decompose():
        if not _CRUMB_MM2 < part.area() < chord_mm**2:
            continue
        # Grown a little, so that no dust stays along the cut.
        rest = shape - offset(part, 0.005)
        if (len(rest.decompose()), rest.num_contour()) == whole:
            shape = rest
    return shape


def parts(shape: Shape) -> list[Shape]:
    """Separate components, largest first."""
    return sorted(shape.decompose(), key=lambda part: -part.area())


def bridge_parts(shape: Shape, largest_mm: float = 8.0) -> Shape:
    """Join loose parts into one piece by the smallest closing that does it.

    Gaps wider than a closing of ``largest_mm`` can span get straight bars instead, so the result is
    always one component.
    """
    if len(shape.decompose()) <= 1:
        return shape
    radius = 0.4
    while radius <= largest_mm:
        if len(_closed(shape, radius).decompose()) == 1:
            # A little more than the smallest closing, so that the neck is no thread.
            sturdy = shape + _closed(shape, radius + 0.5)
            return sturdy.simplify(0.01)
        radius *= 1.3
    return _bridged_by_bars(shape, width_mm=2.4)


def _closed(shape: Shape, radius_mm: float) -> Shape:
    return offset(offset(shape, radius_mm), -radius_mm)


def _bridged_by_bars(shape: Shape, width_mm: float) -> Shape:
    """Lay a bar from each part to the nearest one already joined."""
    loose = parts(shape)
    points = [np.vstack(part.simplify(0.1).to_polygons()) for part in loose]
    joined, waiting = [0], list(range(1, len(loose)))
    bars = [shape]
    while waiting:
        there = np.vstack([points[i] for i in joined])
        found = []
        for i in waiting:
            apart = np.linalg.norm(points[i][:, None] - there[None], axis=2)
            here, where = np.unravel_index(int(apart.argmin()), apart.shape)
            found.append((float(apart.min()), i, points[i][here], there[where]))
        _, nearest, start, end = min(found, key=lambda candidate: candidate[0])
        bars.append(stroke([start, end], width_mm))
        joined.append(nearest)
        waiting.remove(nearest)
    return _closed(CrossSection.batch_boolean(bars, OpType.Add), 0.4) + shape


def stroke(points_mm: Sequence[ArrayLike] | NDArray[np.float64], width_mm: float) -> Shape:
    """Draw a polyline with a round pen."""
    line = np.asarray(points_mm, dtype=np.float64).reshape(-1, 2)
    dabs = [CrossSection.circle(width_mm / 2, 32).translate(tuple(p)) for p in line]
    segments = [CrossSection.batch_hull([a, b]) for a, b in pairwise(dabs)]
    return CrossSection.batch_boolean(segments or dabs, OpType.Add)


def bounds(shape: Shape) -> Bounds:
    """(x0, y0, x1, y1) in mm.

    Raises
    ------
    MeshError
        The shape is empty.
    """
    if shape.is_empty():
        raise MeshError(
            say("A part of the design has no outline."),
            say("Choose another symbol, another text or a larger size."),
        )
    x0, y0, x1, y1 = shape.bounds()
    return float(x0), float(y0), float(x1), float(y1)


def size(shape: Shape) -> tuple[float, float]:
    """Width and height in mm."""
    x0, y0, x1, y1 = bounds(shape)
    return x1 - x0, y1 - y0


def centred(shape: Shape) -> Shape:
    """Move the middle of the box to the origin."""
    x0, y0, x1, y1 = bounds(shape)
    return shape.translate((-(x0 + x1) / 2, -(y0 + y1) / 2))


def fit(shape: Shape, width_mm: float, height_mm: float) -> Shape:
    """Scale, keeping proportions, until the box just fits, and centre it."""
    width, height = size(shape)
    factor = min(width_mm / max(width, 1e-9), height_mm / max(height, 1e-9))
    return centred(shape).scale((factor, factor))

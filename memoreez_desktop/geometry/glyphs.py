"""Outlines of glyphs as polygons."""

from __future__ import annotations

import functools
import math
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.font_files import FontFile, load_font

Contour: TypeAlias = NDArray[np.float64]
Point: TypeAlias = tuple[float, float]


class FlatteningPen:
    """A segment pen: collects contours, curves as chords within a tolerance, in font units."""

    def __init__(self, tolerance: float) -> None:
        self.contours: list[list[Point]] = []
        self._tolerance = tolerance

    def moveTo(self, pt: Point) -> None:  # noqa: N802 - the pen protocol's name
        """Begin a contour."""
        self.contours.append([pt])

    def lineTo(self, pt: Point) -> None:  # noqa: N802
        """Add a point."""
        self.contours[-1].append(pt)

    def curveTo(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        """Add a cubic curve."""
        start = self.contours[-1][-1]
        bend = max(_bend(start, pt1, pt2), _bend(pt1, pt2, pt3))
        steps = max(1, math.ceil(math.sqrt(0.75 * bend / self._tolerance)))
        for t in (k / steps for k in range(1, steps + 1)):
            s = 1 - t
            a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            x = a * start[0] + b * pt1[0] + c * pt2[0] + d * pt3[0]
            y = a * start[1] + b * pt1[1] + c * pt2[1] + d * pt3[1]
            self.contours[-1].append((x, y))

    def qCurveTo(self, pt1: Point, pt2: Point) -> None:  # noqa: N802
        """Add a quadratic curve."""
        start = self.contours[-1][-1]
        steps = max(1, math.ceil(math.sqrt(0.25 * _bend(start, pt1, pt2) / self._tolerance)))
        for t in (k / steps for k in range(1, steps + 1)):
            s = 1 - t
            a, b, c = s * s, 2 * s * t, t * t
            x = a * start[0] + b * pt1[0] + c * pt2[0]
            y = a * start[1] + b * pt1[1] + c * pt2[1]
            self.contours[-1].append((x, y))

    def closePath(self) -> None:  # noqa: N802
        """End a contour; filling closes it."""

    def endPath(self) -> None:  # noqa: N802
        """End an open contour; filling closes it."""


def _bend(a: Point, b: Point, c: Point) -> float:
    return math.hypot(a[0] - 2 * b[0] + c[0], a[1] - 2 * b[1] + c[1])


@functools.lru_cache(maxsize=4096)
def glyph_contours(file: FontFile, glyph: int, tolerance_em: float = 0.0012) -> tuple[Contour, ...]:
    """Draw a glyph.

    Parameters
    ----------
    file : FontFile
    glyph : int
        Its number in the font.
    tolerance_em : float
        How far a chord may stray from its curve.

    Returns
    -------
    tuple of (n, 2) float64, em
        Read-only; empty for a space.
    """
    face = load_font(file)
    pen = FlatteningPen(tolerance_em * face.units_per_em)
    face.font.draw_glyph_with_pen(glyph, pen)
    rings = []
    for points in pen.contours:
        ring = np.array(points, dtype=np.float64) / face.units_per_em
        if len(ring) > 1 and np.array_equal(ring[0], ring[-1]):
            ring = ring[:-1]
        if len(ring) >= 3:
            ring.flags.writeable = False
            rings.append(ring)
    return tuple(rings)

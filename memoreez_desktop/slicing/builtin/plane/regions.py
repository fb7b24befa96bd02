"""Areas in the plane: the Clipper2 regions every stage works on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TypeAlias

import manifold3d
import numpy as np

from memoreez_desktop.slicing.compiled import Floats, Ints

Region: TypeAlias = manifold3d.CrossSection
EMPTY = manifold3d.CrossSection()
_MITRE = manifold3d.JoinType.Miter
# Two is the least Clipper accepts, and the least points: blunter corners than a mitre of 2 are squared.
_MITRE_LIMIT = 2.0


@dataclass(frozen=True, eq=False)
class Rings:
    """The rings of one area, not yet a region: outlines counter-clockwise, holes clockwise.

    Attributes
    ----------
    points : (n, 2) float64
    offsets : (k + 1,) int64
        Where each ring begins.
    """

    points: Floats
    offsets: Ints

    @classmethod
    def of(cls, rings: list[Floats]) -> Rings:
        """Join rings."""
        if not rings:
            return cls(np.empty((0, 2)), np.zeros(1, np.int64))
        offsets = np.array([0, *accumulate(len(ring) for ring in rings)], np.int64)
        return cls(np.concatenate(rings), offsets)

    def is_empty(self) -> bool:
        """Tell whether there is no ring."""
        return len(self.offsets) < 2

    def to_polygons(self) -> list[Floats]:
        """Return the points of each ring."""
        ends = self.offsets.tolist()
        return [self.points[a:b] for a, b in pairwise(ends)]

    def region(self) -> Region:
        """Make a region, which costs about as much as moving it by Clipper."""
        return region_of(self.to_polygons())

    def area(self) -> float:
        """Return what the rings enclose, in mm²."""
        return float(ring_areas(self.points, self.offsets).sum())


# What holds outlines and can be asked for its rings.
Area: TypeAlias = Region | Rings


def region_of(rings: list[Floats]) -> Region:
    """Make a region of directed rings; overlapping bodies unite, self-crossings are resolved."""
    return Region(rings, manifold3d.FillRule.Positive) if rings else EMPTY


def grow(region: Region, distance_mm: float) -> Region:
    """Move the outline outwards (inwards when negative)."""
    return region.offset(distance_mm, _MITRE, _MITRE_LIMIT) if distance_mm else region


def opened(region: Region, radius_mm: float) -> Region:
    """Drop what is thinner than twice the radius."""
    return grow(grow(region, -radius_mm), radius_mm)


def flat_rings(region: Area) -> tuple[Floats, Ints]:
    """Return all ring points (n, 2) and the ring offsets (k + 1); holes run clockwise."""
    if isinstance(region, Rings):
        return region.points, region.offsets
    rings = Rings.of(region.to_polygons())
    return rings.points, rings.offsets


def ring_areas(points: Floats, offsets: Ints) -> Floats:
    """Return the area of each ring (k,), holes negative."""
    if len(offsets) < 2:
        return np.empty(0)
    after = points[_following(offsets)]
    twice = points[:, 0] * after[:, 1] - after[:, 0] * points[:, 1]
    return np.asarray(np.add.reduceat(twice, offsets[:-1]) / 2)


def ring_lengths(points: Floats, offsets: Ints) -> Floats:
    """Return the length of each ring (k,)."""
    if len(offsets) < 2:
        return np.empty(0)
    steps = points[_following(offsets)] - points
    return np.asarray(np.add.reduceat(np.hypot(steps[:, 0], steps[:, 1]), offsets[:-1]))


def _following(offsets: Ints) -> Ints:
    """Return for each point which one follows it in its ring."""
    following = np.arange(1, int(offsets[-1]) + 1)
    following[offsets[1:] - 1] = offsets[:-1]
    return following

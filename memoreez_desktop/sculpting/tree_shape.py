"""A tree that bears pictures: trunk, boughs, a crown of leaves, and where its pictures hang."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from manifold3d import OpType
from numpy.typing import NDArray

from memoreez_desktop.geometry.shapes import Shape, circle, from_contours, offset

_BEND_POINTS = 30
_GROUND_MM = 44.0
_PLACES = {
    1: ((0.0, 34.0, 19.0),),
    2: ((-17.5, 30.0, 15.0), (17.5, 34.0, 15.0)),
    3: ((-22.0, 22.0, 13.4), (22.0, 22.0, 13.4), (0.0, 46.0, 14.0)),
    4: ((-28.0, 14.0, 12.4), (28.0, 14.0, 12.4), (-14.5, 40.0, 13.2), (14.5, 40.0, 13.2)),
}
"""Middle and radius of the discs, in the tree's own mm."""
_TWIGS = ((-46.0, 36.0), (46.0, 36.0), (-40.0, -7.0), (40.0, -7.0), (-5.0, 64.0), (5.0, 64.0))


@dataclass(frozen=True)
class Tree:
    """A tree about 105 mm wide, its ground at y = -44.

    Attributes
    ----------
    wood : Shape
        Trunk, roots and boughs.
    leaves : Shape
        Round the crown; they touch boughs, discs or each other.
    discs : tuple of (x, y, radius) mm
        For the pictures.
    """

    wood: Shape
    leaves: Shape
    discs: tuple[tuple[float, float, float], ...]


def tree(count: int) -> Tree:
    """Grow a tree for one to four pictures."""
    discs = _PLACES[count]
    limbs = [_limb([(0.0, -_GROUND_MM - 2.0), (-1.6, -26.0), (0.6, -8.0), (0.0, 10.0)], 15.0, 7.0)]
    limbs += [
        _limb([(side * 4.0, -34.0), (side * 8.0, -41.0), (side * 19.0, -_GROUND_MM - 1.0)], 9.0, 3.4)
        for side in (-1.0, 1.0)
    ]
    for number, (x, y, _) in enumerate(discs):
        start = -10.0 - 6.0 * (number % 2)
        bough = [(0.0, start - 10.0), (0.0, start + 14.0), (0.95 * x, 0.2 * y), (x, y)]
        limbs.append(_limb(bough, 6.5, 3.2))
    # Twigs fill the crown where no picture hangs.
    for x, y in _TWIGS:
        limbs.append(_limb([(0.0, -16.0), (0.1 * x, 4.0), (0.8 * x, 0.3 * y), (x, y)], 5.0, 2.4))
    wood = Shape.batch_boolean(limbs, OpType.Add)
    return Tree(offset(offset(wood, 1.0), -1.0).simplify(0.02), _foliage(wood, discs), discs)


def _limb(points: list[tuple[float, float]], foot_mm: float, tip_mm: float) -> Shape:
    """Draw a bent limb that becomes thinner towards its end."""
    line = _curve(np.array(points))
    course = np.gradient(line, axis=0)
    course /= np.linalg.norm(course, axis=1, keepdims=True)
    across = np.column_stack([-course[:, 1], course[:, 0]])
    half = np.linspace(foot_mm, tip_mm, len(line))[:, None] / 2
    ring = np.vstack([line - across * half, (line + across * half)[::-1]])
    return from_contours([ring]) + circle(tip_mm / 2, 24).translate(tuple(line[-1]))


def _curve(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Round off a line of points: a Bézier curve over all of them."""
    t = np.linspace(0.0, 1.0, _BEND_POINTS)[:, None]
    layers = [np.repeat(point[None], _BEND_POINTS, axis=0) for point in points]
    while len(layers) > 1:
        layers = [a * (1 - t) + b * t for a, b in pairwise(layers)]
    return np.asarray(layers[0])


def _foliage(wood: Shape, discs: tuple[tuple[float, float, float], ...]) -> Shape:
    """Set leaves all over the crown, each pointing away from its middle, none over a picture."""
    rng = np.random.default_rng(4)
    leaves = []
    for ring, count in ((54.0, 34), (46.0, 28), (37.0, 22), (28.0, 16), (19.0, 10)):
        for k in range(count):
            turn = 2 * np.pi * (k + 0.5 * (ring % 2)) / count + rng.uniform(-0.05, 0.05)
            x, y = ring * np.cos(turn), 22.0 + 0.82 * ring * np.sin(turn)
            if y < -14.0 or any(np.hypot(x - a, y - b) < r + 3.0 for a, b, r in discs):
                continue
            leaf = _leaf(11.0).rotate(float(np.degrees(turn) + rng.uniform(-24.0, 24.0)))
            leaves.append(leaf.translate((float(x), float(y))))
    # Gaps too narrow for a nozzle are closed.
    return offset(offset(Shape.batch_boolean(leaves, OpType.Add), 0.35), -0.35).simplify(0.02)


def _leaf(length: float) -> Shape:
    """Draw a pointed leaf about the origin along x."""
    t = np.linspace(0.0, 1.0, 11)
    half = 0.27 * length * np.sin(np.pi * t**0.85)
    x = length * (t - 0.5)
    return from_contours([np.vstack([np.column_stack([x, -half]), np.column_stack([x, half])[::-1]])])

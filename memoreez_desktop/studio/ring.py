"""A ring to hang things by, with soft edges and a foot that grows out of what it stands on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manifold3d import Manifold

from memoreez_desktop.geometry.shapes import Shape, circle, from_contours, offset
from memoreez_desktop.geometry.solids import Solid, revolve, sound

_ROUND_STEPS = 5
_SEGMENTS = 72
_EDGE_MM = 1.0
_HOLE_EDGE_MM = 0.6
_FOOT_RATIO = 0.65
_ROOT = np.sqrt(0.5)


@dataclass(frozen=True)
class Ring:
    """A ring in its own coordinates: x in its plane, y through the hole, z away from the surface.

    Attributes
    ----------
    hole_mm, wall_mm, thick_mm : float
    middle_mm : float
        Height of the middle of the hole above the surface.
    foot_mm : float
        How far below the surface the foot ends.
    bracket : bool
        It stands out from an upright side and x points up: carried from below, so that it prints without
        support.
    """

    hole_mm: float
    wall_mm: float
    thick_mm: float
    middle_mm: float
    foot_mm: float
    bracket: bool = False

    @property
    def outer_mm(self) -> float:
        """Radius of the ring."""
        return self.hole_mm / 2 + self.wall_mm

    @property
    def foot_half_mm(self) -> float:
        """Half the width of the foot where it stands."""
        return _FOOT_RATIO * self.outer_mm

    def solid(self) -> Solid:
        """Build it."""
        edge = min(_EDGE_MM, self.thick_mm * 0.3)
        outline = self._outline()
        levels = []
        for angle in np.linspace(0.0, np.pi / 2, _ROUND_STEPS):
            inner = offset(outline, -edge * (1 - np.cos(angle)), segments=_SEGMENTS)
            half = self.thick_mm / 2 - edge + edge * np.sin(angle)
            rim = np.concatenate(inner.to_polygons())
            for y in (-half, half):
                levels.append(np.column_stack([rim[:, 0], np.full(len(rim), y), rim[:, 1]]))
        body = sound(Manifold.hull_points(np.concatenate(levels)))
        return sound(body - self._opening())

    def _outline(self) -> Shape:
        radius, below = self.outer_mm, -self.foot_mm
        disc = circle(radius, _SEGMENTS).translate((0.0, self.middle_mm))
        half = self.foot_half_mm
        low = -half
        if self.bracket:
            # From where the ring leans over by 45° straight to the surface.
            low = -radius * _ROOT - (self.middle_mm + radius * _ROOT)
        foot = np.array([(low, below), (half, below), (half, below + 0.1), (low, 0.0)])
        hull = Shape.hull_points(np.concatenate([*disc.to_polygons(), foot]))
        return from_contours(hull.to_polygons())

    def _opening(self) -> Solid:
        """Return the hole, widening softly towards both sides."""
        edge, half = min(_HOLE_EDGE_MM, self.thick_mm * 0.2), self.thick_mm / 2
        angle = np.linspace(0.0, np.pi / 2, _ROUND_STEPS)
        radius = self.hole_mm / 2 + edge * (1 - np.cos(angle))
        height = half - edge + edge * np.sin(angle)
        upper = [(radius[-1], half + 1.0), *zip(radius[::-1], height[::-1], strict=True)]
        lower = [(r, -h) for r, h in reversed(upper)]
        profile = np.array([(0.0, half + 1.0), *upper, *lower, (0.0, -half - 1.0)])
        # Turned about z, then laid down so that it runs along y.
        drill = revolve(profile[::-1], _SEGMENTS).rotate((90.0, 0.0, 0.0))
        return sound(drill.translate((0.0, 0.0, self.middle_mm)))

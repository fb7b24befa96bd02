"""Room on a bed: where the next footprint may lie, exactly, and which of these places is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from manifold3d import CrossSection, FillRule
from numpy.typing import NDArray

from memoreez_desktop.studio.footprint import Footprint, kept_apart

# A model that is exactly as wide as the bed still has one place; without it, its room would be empty.
_SLACK_MM = 0.005
# Middle first looks best; rows and columns from a corner hold more.
_ORDERS = ("middle", "rows", "columns")


@dataclass(frozen=True)
class Place:
    """Where a model stands: its origin, about the middle of the bed, and whether it was turned by 90°."""

    x_mm: float
    y_mm: float
    turned: bool = False


def place(
    footprints: Sequence[Footprint], bed_x_mm: float, bed_y_mm: float, gap_mm: float
) -> tuple[Place, ...]:
    """Return the places of the footprints, in their order; fewer than there are when not all fit.

    Large ones come first, each at the best free place of either direction. When not all fit, how many places
    there are is what counts: small ones of the end may have found room where a large one did not.
    """
    best: tuple[Place, ...] = ()
    for order in _ORDERS:
        places = _Bed(footprints, bed_x_mm, bed_y_mm, gap_mm, order).fill()
        if len(places) == len(footprints):
            return places
        best = max(best, places, key=len)
    return best


class _Bed:
    """A bed that is being filled.

    The free room of a kind of footprint (same outline, same direction) is kept and cut at each new place.
    """

    def __init__(
        self, footprints: Sequence[Footprint], bed_x_mm: float, bed_y_mm: float, gap_mm: float, order: str
    ) -> None:
        self._gap_mm, self._order = gap_mm, order
        self._half = np.array([bed_x_mm, bed_y_mm]) / 2 + _SLACK_MM
        self._kinds: list[tuple[Footprint, Footprint]] = []
        known: dict[bytes, int] = {}
        self._kind_of = []
        for footprint in footprints:
            key = np.round(footprint.reach_mm, 6).tobytes()
            if key not in known:
                known[key] = len(self._kinds)
                self._kinds.append((footprint, footprint.turned()))
            self._kind_of.append(known[key])
        self._free = {(kind, turned): self._empty_bed(kind, turned) for kind, turned in self._ways()}
        self._apart: dict[tuple[int, bool, int, bool], NDArray[np.float64]] = {}

    def fill(self) -> tuple[Place, ...]:
        """Place as many as there is room for."""
        sizes = [self._size(kind) for kind in self._kind_of]
        found: dict[int, Place] = {}
        for index in sorted(range(len(sizes)), key=lambda k: (-sizes[k], k)):
            here = self._best(self._kind_of[index])
            if here is None:
                continue
            found[index] = here
            self._take(self._kind_of[index], here)
        return tuple(found[index] for index in sorted(found))

    def _ways(self) -> Iterator[tuple[int, bool]]:
        for kind, (upright, across) in enumerate(self._kinds):
            yield kind, False
            if not np.allclose(upright.reach_mm, across.reach_mm, atol=1e-6):
                yield kind, True

    def _size(self, kind: int) -> float:
        left, front, right, back = self._kinds[kind][0].box_mm()
        return max(right - left, back - front)

    def _empty_bed(self, kind: int, turned: bool) -> CrossSection:
        left, front, right, back = self._kinds[kind][turned].box_mm()
        low, high = -self._half - (left, front), self._half - (right, back)
        if (low >= high).any():
            return CrossSection()
        return CrossSection([[low, (high[0], low[1]), high, (low[0], high[1])]], FillRule.NonZero)

    def _best(self, kind: int) -> Place | None:
        """Return the place with the lowest score over both directions."""
        best: tuple[tuple[float, ...], Place] | None = None
        for turned in (False, True):
            free = self._free.get((kind, turned))
            if free is None or free.is_empty():
                continue
            spots = _spots(free)
            scores = self._scores(spots, self._kinds[kind][turned])
            first = int(np.lexsort(np.round(scores, 4)[::-1])[0])
            score = tuple(np.round(scores[:, first], 4).tolist())
            if best is None or score < best[0]:
                best = score, Place(float(spots[first, 0]), float(spots[first, 1]), turned)
        return best[1] if best is not None else None

    def _scores(self, spots: NDArray[np.float64], footprint: Footprint) -> NDArray[np.float64]:
        """Return rows of scores, the first row counting most; the lowest column wins."""
        left, front, right, back = footprint.box_mm()
        x, y = spots[:, 0], spots[:, 1]
        if self._order == "rows":
            return np.stack([y + back, x + right])
        if self._order == "columns":
            return np.stack([x + right, y + back])
        middle = np.hypot(x + (left + right) / 2, y + (front + back) / 2)
        return np.stack([middle, y, x])

    def _take(self, kind: int, place: Place) -> None:
        """Cut the room a new place takes out of the free room of every kind."""
        for (other, turned), free in self._free.items():
            key = kind, place.turned, other, turned
            if key not in self._apart:
                standing, coming = self._kinds[kind][place.turned], self._kinds[other][turned]
                self._apart[key] = kept_apart(standing, coming, self._gap_mm + _SLACK_MM)
            taken = CrossSection([self._apart[key] + (place.x_mm, place.y_mm)], FillRule.NonZero)
            self._free[other, turned] = free - taken


def _spots(free: CrossSection) -> NDArray[np.float64]:
    """Return what may be the best place: the corners of the free room, and on each edge what is nearest."""
    starts, ends = [], []
    for ring in free.to_polygons():
        points = np.asarray(ring, dtype=np.float64)
        starts.append(points)
        ends.append(np.roll(points, -1, axis=0))
    start, end = np.concatenate(starts), np.concatenate(ends)
    along = end - start
    length2 = np.maximum((along * along).sum(axis=1), 1e-12)
    share = np.clip(-(start * along).sum(axis=1) / length2, 0.0, 1.0)
    spots = [start, start + share[:, None] * along]
    if not (free ^ CrossSection.square((_SLACK_MM, _SLACK_MM), True)).is_empty():
        spots.append(np.zeros((1, 2)))
    return np.concatenate(spots)

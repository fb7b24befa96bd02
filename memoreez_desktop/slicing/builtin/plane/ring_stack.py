"""The rings of all layers in flat arrays, so that one call of a compiled loop works on the whole job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

import numpy as np

from memoreez_desktop.slicing.builtin.plane.island_kernels import island_order, picked_rings
from memoreez_desktop.slicing.builtin.plane.regions import (
    EMPTY,
    Area,
    Region,
    Rings,
    flat_rings,
    ring_areas,
    ring_lengths,
)
from memoreez_desktop.slicing.compiled import Floats, Ints


@dataclass(frozen=True, eq=False)
class RingStack:
    """The rings of every layer.

    Attributes
    ----------
    points : (n, 2) float64
    rings : (r + 1,) int64
        Where each ring begins.
    layers : (l + 1,) int64
        The first ring of each layer.
    """

    points: Floats
    rings: Ints
    layers: Ints
    _regions: dict[int, Region] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        """Count the layers."""
        return len(self.layers) - 1

    @classmethod
    def empty(cls, count: int) -> RingStack:
        """Return layers without a ring."""
        return cls(np.empty((0, 2)), np.zeros(1, np.int64), np.zeros(count + 1, np.int64))

    @classmethod
    def of(cls, layers_areas: list[Area]) -> RingStack:
        """Join the rings of every layer."""
        areas = [flat_rings(area) for area in layers_areas]
        counts = [len(offsets) - 1 for _, offsets in areas]
        starts = [0, *accumulate(len(points) for points, _ in areas)]
        rings = np.concatenate([np.zeros(1, np.int64), *(offsets[1:] for _, offsets in areas)])
        rings[1:] += np.repeat(np.array(starts[:-1], np.int64), counts)
        points = np.concatenate([np.empty((0, 2)), *(points for points, _ in areas)])
        return cls(points, rings, np.array([0, *accumulate(counts)], np.int64))

    @classmethod
    def stacked(cls, stacks: list[RingStack]) -> RingStack:
        """Put the layers of several stacks on top of each other."""
        points = np.cumsum([0, *(len(stack.points) for stack in stacks)])
        rings = np.cumsum([0, *(len(stack.rings) - 1 for stack in stacks)])
        starts = [stack.rings[:-1] + start for stack, start in zip(stacks, points, strict=False)]
        firsts = [stack.layers[:-1] + first for stack, first in zip(stacks, rings, strict=False)]
        return cls(
            np.concatenate([stack.points for stack in stacks]),
            np.concatenate([*starts, points[-1:]]),
            np.concatenate([*firsts, rings[-1:]]),
        )

    @classmethod
    def nested(cls, stacks: list[RingStack]) -> tuple[RingStack, Ints]:
        """Put layers of the same height into one, those of the first stack first.

        Returns
        -------
        The stack, and of which of the stacks each ring is.
        """
        count = len(stacks[0])
        mixed = cls.stacked(stacks).chosen(
            np.arange(count * len(stacks)).reshape(len(stacks), count).T.ravel()
        )
        which = np.repeat(np.tile(np.arange(len(stacks)), count), np.diff(mixed.layers))
        return cls(mixed.points, mixed.rings, np.ascontiguousarray(mixed.layers[:: len(stacks)])), which

    def rings_of(self, layer: int) -> Rings:
        """Return the rings of one layer, without copying its points."""
        first, past = self.layers[layer], self.layers[layer + 1]
        start = self.rings[first]
        return Rings(self.points[start : self.rings[past]], self.rings[first : past + 1] - start)

    def region_of(self, layer: int) -> Region:
        """Return one layer as a region; none below the first and above the last."""
        if not 0 <= layer < len(self) or self.is_empty(layer):
            return EMPTY
        if layer not in self._regions:
            self._regions[layer] = self.rings_of(layer).region()
        return self._regions[layer]

    def regions(self) -> list[Region]:
        """Return every layer as a region."""
        return [self.region_of(i) for i in range(len(self))]

    @cached_property
    def ring_mm2(self) -> Floats:
        """Area of each ring (r,), holes negative."""
        return ring_areas(self.points, self.rings)

    @cached_property
    def area_mm2(self) -> Floats:
        """Area of each layer (l,)."""
        sums = np.concatenate([np.zeros(1), np.cumsum(self.ring_mm2)])
        return np.asarray(np.diff(sums[self.layers]))

    @cached_property
    def outline_mm(self) -> Floats:
        """Length of the rings of each layer together (l,)."""
        sums = np.concatenate([np.zeros(1), np.cumsum(ring_lengths(self.points, self.rings))])
        return np.asarray(np.diff(sums[self.layers]))

    def filled(self) -> Ints:
        """Return the layers that have a ring."""
        return np.flatnonzero(np.diff(self.layers))

    def spans(self) -> list[tuple[int, int]]:
        """Return the first ring and the one past the last of each layer that has a ring."""
        filled = self.filled()
        return list(zip(self.layers[filled].tolist(), self.layers[filled + 1].tolist(), strict=True))

    def lowest(self, count: int) -> RingStack:
        """Return the lowest layers."""
        layers = self.layers[: count + 1]
        rings = self.rings[: layers[-1] + 1]
        return RingStack(self.points[: rings[-1]], rings, layers)

    def is_empty(self, layer: int) -> bool:
        """Tell whether a layer has no ring."""
        return bool(self.layers[layer] == self.layers[layer + 1])

    def islands(self) -> tuple[RingStack, Ints]:
        """Split the layers into islands: an outline and the holes in it.

        Returns
        -------
        A stack whose layers are the islands, and the first island of each layer (l + 1,).
        """
        order, islands, first = island_order(self.points, self.rings, self.layers, self.ring_mm2)
        return RingStack(*picked_rings(self.points, self.rings, order), islands), first

    def joined(self, first: Ints) -> RingStack:
        """Return the layers again whose islands these are; ``first`` is the first island of each."""
        return RingStack(self.points, self.rings, np.ascontiguousarray(self.layers[first]))

    def chosen(self, layers: Ints) -> RingStack:
        """Return a stack of some of the layers."""
        counts = self.layers[layers + 1] - self.layers[layers]
        ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
        order = np.arange(ends[-1]) + np.repeat(self.layers[layers] - ends[:-1], counts)
        return RingStack(*picked_rings(self.points, self.rings, order), ends)

    def replaced(self, others: Mapping[int, Area]) -> RingStack:
        """Return a copy in which some layers are others."""
        if not others:
            return self
        which = np.fromiter(others, np.int64, len(others))
        source = np.arange(len(self))
        source[which] = len(self) + np.arange(len(which))
        whole = RingStack.stacked([self, RingStack.of(list(others.values()))]).chosen(source)
        whole._regions.update({i: area for i, area in others.items() if not isinstance(area, Rings)})
        return whole

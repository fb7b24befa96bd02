"""The rings of all layers in flat arrays, so that one call of a compiled loop works on the whole job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.builtin.regions import EMPTY, Region, Rings, flat_rings
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

    def __len__(self) -> int:
        """Count the layers."""
        return len(self.layers) - 1

    @classmethod
    def of(cls, areas: list[Rings]) -> RingStack:
        """Join the rings of every layer."""
        layers = np.zeros(len(areas) + 1, np.int64)
        np.cumsum([len(area.offsets) - 1 for area in areas], out=layers[1:])
        counts = [np.diff(area.offsets) for area in areas]
        rings = np.zeros(int(layers[-1]) + 1, np.int64)
        if counts:
            np.cumsum(np.concatenate(counts), out=rings[1:])
        points = np.concatenate([area.points for area in areas]) if areas else np.empty((0, 2))
        return cls(np.ascontiguousarray(points), rings, layers)

    @classmethod
    def of_regions(cls, regions: list[Region]) -> RingStack:
        """Join the rings of every layer."""
        return cls.of([Rings(*flat_rings(region)) for region in regions])

    def rings_of(self, layer: int) -> Rings:
        """Return the rings of one layer, without copying its points."""
        first, past = self.layers[layer], self.layers[layer + 1]
        start = self.rings[first]
        return Rings(self.points[start : self.rings[past]], self.rings[first : past + 1] - start)

    def region_of(self, layer: int) -> Region:
        """Return one layer as a region."""
        return EMPTY if self.is_empty(layer) else self.rings_of(layer).region()

    def is_empty(self, layer: int) -> bool:
        """Tell whether a layer has no ring."""
        return bool(self.layers[layer] == self.layers[layer + 1])

    def replaced(self, regions: Mapping[int, Region]) -> RingStack:
        """Return a copy in which some layers are others."""
        if not regions:
            return self
        areas = []
        for i in range(len(self)):
            areas.append(Rings(*flat_rings(regions[i])) if i in regions else self.rings_of(i))
        return RingStack.of(areas)

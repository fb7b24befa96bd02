"""Where the layers of a print lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memoreez_desktop.slicing.compiled import Floats


@dataclass(frozen=True, eq=False)
class LayerStack:
    """Layers from the bed up.

    Attributes
    ----------
    top_mm : (n,) float64
        Height of the nozzle while the layer is printed.
    height_mm : (n,) float64
        Thickness of each layer.
    plane_mm : (n,) float64
        Where the solid is cut: the middle of the layer.
    """

    top_mm: Floats
    height_mm: Floats
    plane_mm: Floats

    def __len__(self) -> int:
        """Count the layers."""
        return len(self.top_mm)

    def lowest(self, count: int) -> LayerStack:
        """Return the lowest layers."""
        return LayerStack(self.top_mm[:count], self.height_mm[:count], self.plane_mm[:count])


def layer_stack(total_mm: float, first_mm: float, height_mm: float) -> LayerStack:
    """Divide a height into a first layer and equal ones above; the last one ends nearest to the top."""
    upper = max(0, round((total_mm - first_mm) / height_mm))
    heights = np.full(upper + 1, height_mm, dtype=np.float64)
    heights[0] = first_mm
    # Multiples, not running sums: rounding must not walk away over a thousand layers.
    tops = first_mm + height_mm * np.arange(upper + 1, dtype=np.float64)
    return LayerStack(tops, heights, tops - heights / 2)

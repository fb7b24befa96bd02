"""How a closed mesh is spread over its layers, without cutting it: areas of every layer in milliseconds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel

F64 = NDArray[np.float64]
_ON_A_BOUNDARY = 1e-4


@dataclass(frozen=True, eq=False)
class HeightProfile:
    """What each layer of a standing mesh holds, from the bed upwards.

    Attributes
    ----------
    layer_mm : float
        Height of a layer.
    area_mm2 : (n,) float64
        Cross-section.
    outline_mm : (n,) float64
        Length of all outlines of the cross-section.
    up_mm2, down_mm2 : (n,) float64
        Horizontal projection of what faces up and down within the layer.
    """

    layer_mm: float
    area_mm2: F64
    outline_mm: F64
    up_mm2: F64
    down_mm2: F64

    @property
    def layers(self) -> int:
        """How many layers there are."""
        return len(self.area_mm2)


def height_profile(mesh: MeshModel, layer_mm: float) -> HeightProfile:
    """Spread the faces of a closed mesh over its layers.

    Parameters
    ----------
    mesh : MeshModel
        Closed, standing on z = 0.
    layer_mm : float

    Notes
    -----
    The cross-section at a height is what faces up above it less what faces down above it. Areas are exact for
    whole layers, the cross-section is the mean of a layer's lower and upper boundary.
    """
    corners = [mesh.vertices[mesh.faces[:, k]].astype(np.float64) for k in range(3)]
    doubled = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    heights = np.stack([corner[:, 2] for corner in corners])
    # What lies on the boundary of two layers closes the lower one.
    levels = np.sort(np.maximum(heights / layer_mm - _ON_A_BOUNDARY, 0.0), axis=0)
    count = max(1, int(np.ceil(levels.max(initial=0.0))))
    face, layer, share = _shares(levels, count)
    values = (
        np.hypot(doubled[:, 0], doubled[:, 1]),
        doubled[:, 2].clip(min=0.0),
        -doubled[:, 2].clip(max=0.0),
    )
    upright, up, down = (
        np.asarray(np.bincount(layer, each[face] / 2 * share, count), np.float64) for each in values
    )
    net = up - down
    above = np.cumsum(net[::-1])[::-1]
    area = (above - net / 2).clip(min=0.0)
    return HeightProfile(layer_mm, area, upright / layer_mm, up, down)


def _shares(levels: F64, count: int) -> tuple[NDArray[np.int64], NDArray[np.int64], F64]:
    """Give every (face, layer) that meet, and which share of the face's area lies there.

    ``levels`` are the sorted heights of each face's corners in layers, (3, m).
    """
    first = np.minimum(levels[0].astype(np.int64), count - 1)
    last = np.minimum(levels[2].astype(np.int64), count - 1)
    spans = last - first + 1
    face = np.repeat(np.arange(levels.shape[1]), spans)
    within = np.arange(len(face)) - np.repeat(np.cumsum(spans) - spans, spans)
    layer = first[face] + within
    reached = _below(levels[:, face], layer + 1.0)
    # Face by face the layers follow one another: each has what the one before had not reached.
    before = np.where(within > 0, np.roll(reached, 1), 0.0)
    return face, layer, np.asarray(np.where(layer == last[face], 1.0, reached) - before)


def _below(levels: F64, height: F64) -> F64:
    """Share of a triangle's area below a height, by its corners' sorted heights."""
    low, middle, high = levels
    whole = np.maximum(high - low, 1e-12)
    rising = (height - low).clip(min=0.0) ** 2 / (whole * np.maximum(middle - low, 1e-12))
    left = (high - height).clip(min=0.0) ** 2 / (whole * np.maximum(high - middle, 1e-12))
    return np.asarray(np.where(height < middle, rising, 1.0 - left))

"""Shade that is known already: a model that changes in one place keeps it in all the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Odd numbers near 2^64 over the golden ratio and its kin, as in SplitMix64 (Steele, Lea, Flood, 2014).
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_OPEN_SKY = 1.0


@dataclass(frozen=True, eq=False)
class KnownLight:
    """How much sky points see, found by where they are.

    Attributes
    ----------
    keys : (n,) uint64
        Of the points, ascending.
    light : (n,) float32
        0-1, in the same order.
    """

    keys: NDArray[np.uint64]
    light: NDArray[np.float32]

    @staticmethod
    def of(points: NDArray[np.float32], light: NDArray[np.float32]) -> KnownLight:
        """Remember the light at points (n, 3)."""
        keys = _keys(points)
        order = np.argsort(keys, kind="stable")
        return KnownLight(keys[order], light[order])

    def at(self, points: NDArray[np.float32]) -> NDArray[np.float32] | None:
        """Return the light at points (k, 3), open sky where nothing is known; None if none is known."""
        if not len(self.keys):
            return None
        keys = _keys(points)
        place = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        known = self.keys[place] == keys
        if not known.any():
            return None
        return np.where(known, self.light[place], np.float32(_OPEN_SKY))


def _keys(points: NDArray[np.float32]) -> NDArray[np.uint64]:
    # Adding zero makes one of the two zeros; the bits of a point are its name.
    bits = (np.ascontiguousarray(points, dtype=np.float32) + np.float32(0.0)).view(np.uint32)
    name = np.zeros(len(bits), np.uint64)
    for column, factor in zip(bits.astype(np.uint64).T, _MIX, strict=True):
        name = (name ^ column) * factor
        name ^= name >> np.uint64(29)
    return name

"""Shade that is known already: a model that changes in one place keeps it in all the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Odd numbers near 2^64 over the golden ratio and its kin, as in SplitMix64 (Steele, Lea, Flood, 2014).
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_OPEN_SKY = 1.0
# Coarse enough that the sides of a sharp edge are told apart, and nothing else is.
_NORMAL_STEPS = 2.0


@dataclass(frozen=True, eq=False)
class KnownLight:
    """How much sky points see, found by where they are and where they look.

    Attributes
    ----------
    places, sides : (keys (n,) uint64 ascending, light (n,) float32)
        By the place alone; by place and side.
    """

    places: tuple[NDArray[np.uint64], NDArray[np.float32]]
    sides: tuple[NDArray[np.uint64], NDArray[np.float32]]

    @staticmethod
    def of(
        points: NDArray[np.float32], normals: NDArray[np.float32], light: NDArray[np.float32]
    ) -> KnownLight:
        """Remember the light at points (n, 3) that look along normals (n, 3)."""
        places, sides = _keys(points, normals)
        return KnownLight(_sorted(places, light), _sorted(sides, light))

    def at(self, points: NDArray[np.float32], normals: NDArray[np.float32]) -> NDArray[np.float32] | None:
        """Return the light at points (k, 3), open sky where nothing is known; None if none is known."""
        places, sides = _keys(points, normals)
        light = _found(self.sides, sides)
        rest = np.flatnonzero(np.isnan(light))
        light[rest] = _found(self.places, places[rest])
        unknown = np.isnan(light)
        if unknown.all():
            return None
        light[unknown] = _OPEN_SKY
        return light


def _sorted(
    keys: NDArray[np.uint64], light: NDArray[np.float32]
) -> tuple[NDArray[np.uint64], NDArray[np.float32]]:
    order = np.argsort(keys, kind="stable")
    return keys[order], light[order]


def _found(
    known: tuple[NDArray[np.uint64], NDArray[np.float32]], keys: NDArray[np.uint64]
) -> NDArray[np.float32]:
    """Return the light of each key, not-a-number where it is not known."""
    there, light = known
    if not len(there):
        return np.full(len(keys), np.nan, np.float32)
    place = np.minimum(np.searchsorted(there, keys), len(there) - 1)
    return np.where(there[place] == keys, light[place], np.float32(np.nan))


def _keys(
    points: NDArray[np.float32], normals: NDArray[np.float32]
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    # Adding zero makes one of the two zeros; the bits of a point are its name.
    bits = (np.ascontiguousarray(points, dtype=np.float32) + np.float32(0.0)).view(np.uint32)
    places = np.zeros(len(bits), np.uint64)
    for column, factor in zip(bits.astype(np.uint64).T, _MIX, strict=True):
        places = (places ^ column) * factor
        places ^= places >> np.uint64(29)
    steps = (np.rint(normals * _NORMAL_STEPS) + _NORMAL_STEPS).astype(np.uint64)
    side = steps[:, 0] * np.uint64(64) + steps[:, 1] * np.uint64(8) + steps[:, 2]
    return places, (places ^ side) * _MIX[1]

"""Solid and sparse fill of all layers, one call each."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.slicing.builtin.infill.fill_kernels import spaced_lines, touching_lines
from memoreez_desktop.slicing.builtin.infill.wave_kernels import spaced_waves
from memoreez_desktop.slicing.builtin.plane.chain_kernels import with_chains
from memoreez_desktop.slicing.compiled import Floats, Ints, kernel


@kernel
def layer_rings(points: Floats, rings: Ints, layers: Ints, i: int) -> tuple[Floats, Ints]:
    """Return the rings of one layer."""
    own = rings[layers[i] : layers[i + 1] + 1]
    return points[own[0] : own[-1]], own - own[0]


@kernel
def touching_layers(
    points: Floats,
    rings: Ints,
    layers: Ints,
    angles: Floats,
    pitches: Floats,
    reach: float,
    shortest: float,
) -> tuple[Floats, Ints, Ints]:
    """Fill each layer as ``touching_lines`` does; ``reach`` is in pitches.

    Returns
    -------
    points, chain offsets, and the first chain of each layer.
    """
    out, offsets = np.empty((4 * points.shape[0] + 64, 2)), np.zeros(64, np.int64)
    first = np.zeros(layers.shape[0], np.int64)
    m = 0
    for i in range(layers.shape[0] - 1):
        first[i + 1] = first[i]
        if layers[i] < layers[i + 1]:
            own, own_rings = layer_rings(points, rings, layers, i)
            chains, starts = touching_lines(
                own, own_rings, angles[i], pitches[i], 0.0, reach * pitches[i], shortest
            )
            out, offsets = with_chains(out, offsets, m, first[i], chains, starts)
            m += chains.shape[0]
            first[i + 1] += starts.shape[0] - 1
    return out[:m].copy(), offsets[: first[-1] + 1].copy(), first


@kernel
def spaced_layers(
    points: Floats,
    rings: Ints,
    layers: Ints,
    angles: Floats,
    pitch: float,
    phases: Floats,
    reach: float,
    shortest: float,
) -> tuple[Floats, Ints, Ints]:
    """Fill each layer as ``spaced_lines`` does; ``angles`` and ``phases`` have a row for each."""
    out, offsets = np.empty((4 * points.shape[0] + 64, 2)), np.zeros(64, np.int64)
    first = np.zeros(layers.shape[0], np.int64)
    m = 0
    for i in range(layers.shape[0] - 1):
        first[i + 1] = first[i]
        if layers[i] < layers[i + 1]:
            own, own_rings = layer_rings(points, rings, layers, i)
            chains, starts = spaced_lines(own, own_rings, angles[i], pitch, phases[i], reach, shortest)
            out, offsets = with_chains(out, offsets, m, first[i], chains, starts)
            m += chains.shape[0]
            first[i + 1] += starts.shape[0] - 1
    return out[:m].copy(), offsets[: first[-1] + 1].copy(), first


@kernel
def wave_layers(
    points: Floats,
    rings: Ints,
    layers: Ints,
    angle: float,
    period: float,
    tops: Floats,
    samples: int,
    tolerance: float,
    reach: float,
    shortest: float,
) -> tuple[Floats, Ints, Ints, Floats]:
    """Fill each layer as ``spaced_waves`` does; also return the length of the waves in each.

    Parameters
    ----------
    tops : (l,) float64
        Height of each layer, mm.
    """
    out, offsets = np.empty((4 * points.shape[0] + 64, 2)), np.zeros(64, np.int64)
    first = np.zeros(layers.shape[0], np.int64)
    lengths = np.ones(layers.shape[0] - 1)
    m = 0
    for i in range(layers.shape[0] - 1):
        first[i + 1] = first[i]
        if layers[i] < layers[i + 1]:
            own, own_rings = layer_rings(points, rings, layers, i)
            chains, starts, lengths[i] = spaced_waves(
                own, own_rings, angle, period, tops[i], samples, tolerance, reach, shortest
            )
            out, offsets = with_chains(out, offsets, m, first[i], chains, starts)
            m += chains.shape[0]
            first[i + 1] += starts.shape[0] - 1
    return out[:m].copy(), offsets[: first[-1] + 1].copy(), first, lengths

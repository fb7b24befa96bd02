"""Small contacts stand on trunks: tubes that lean away from the model, meet, and share a wide foot."""

from __future__ import annotations

import math
from itertools import pairwise

import manifold3d
import numpy as np

from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.builtin.around.support_raster_kernels import PITCH
from memoreez_desktop.slicing.builtin.around.tree_kernels import (
    LEAN,
    end_columns,
    forbidden_cells,
    highest_columns,
    walk_down,
)
from memoreez_desktop.slicing.builtin.around.trunk_kernels import (
    DISC_X,
    DISC_Y,
    LAYER,
    RADIUS,
    RING_POINTS,
    lone_discs,
    lone_rings,
    take_cells,
    trunk_discs,
)
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.infill.fill import Chains
from memoreez_desktop.slicing.builtin.plane.regions import region_of
from memoreez_desktop.slicing.compiled import Bytes, Flags, Floats, Ints

# Below the lowest point of a contact a plain column leads down this far: it is what breaks away.
HEAD_MM = 1.6
# Lower than this a plain column stands as well as a trunk.
LEAST_TRUNK_MM = 5.0
# So near to the columns of something large a small contact stands on those.
APART_CELLS = 7
# One trunk carries so much of a contact, in cells each way.
TILE_CELLS = 8
SPREAD = 2
# A trunk with a larger radius has two walls.
TWO_WALLS_MM = 1.6
_TURN = np.arange(RING_POINTS) * (2.0 * np.pi / RING_POINTS)
_ROUND = np.stack([np.cos(_TURN), np.sin(_TURN)], axis=1)


def slabs_of(stack: LayerStack, layers: int, pitch_mm: float) -> Ints:
    """Return the slab of each layer: a trunk that leans by 40° at most comes one cell aside in each."""
    slab = np.zeros(layers, np.int64)
    bottom_mm = 0.0
    for i in range(1, layers):
        slab[i] = slab[i - 1]
        if stack.top_mm[i - 1] - bottom_mm >= pitch_mm / LEAN - 1e-6:
            slab[i] += 1
            bottom_mm = float(stack.top_mm[i - 1])
    return slab


def grow_trees(
    volume: Bytes, targets: Ints, part: Ints, stack: LayerStack, frame: Floats, settings: SliceSettings
) -> tuple[Floats, Flags]:
    """Lead trunks from small contacts to the bed and mark their cells in the volume.

    Parameters
    ----------
    targets : (m, 5) int64
        Layer, row, column, spread and bits of what columns must reach.
    part : (m,) int64
        Which small contact each belongs to, or -1.

    Returns
    -------
    (d, 5) float64: discs, sorted by layer, see ``trunk_kernels``; and (m,) bool: what stands on a trunk.
    """
    heads = _heads(targets, part, volume.shape[1:], stack)
    if not heads:
        return np.empty((0, 5)), np.zeros(len(targets), np.bool_)
    slab = slabs_of(stack, max(top for top, _ in heads) + 1, float(frame[PITCH]))
    forbidden = forbidden_cells(volume, slab, int(slab[-1]) + 1)
    starts, radii = [], []
    for top, own in heads:
        cells = targets[own, 1:3]
        middle = cells.mean(axis=0)
        place = _free_place(forbidden[slab[top]], cells, middle)
        starts.append((slab[top], *place))
        radii.append((np.linalg.norm(cells - place, axis=1).max() + 1.0) * frame[PITCH])
    tops = np.array([top for top, _ in heads], np.int64)
    printer, line_mm = settings.printer, settings.quality.extrusion_width_mm
    room = np.array([printer.bed_x_mm, printer.bed_y_mm]) / 2 - line_mm / 2
    ways, _ = walk_down(forbidden, np.array(starts, np.int64))
    discs = trunk_discs(volume, ways, tops, np.array(radii), slab, stack.top_mm, frame, room)
    discs = np.ascontiguousarray(discs[np.argsort(discs[:, LAYER], kind="stable")])
    take_cells(volume, discs, frame, line_mm)
    reached = [n for n, (top, _) in enumerate(heads) if ways[n, slab[top], 0] >= 0]
    on_trunk = np.zeros(len(targets), np.bool_)
    for n in reached:
        on_trunk[heads[n][1]] = True
    ends = [np.insert(targets[heads[n][1], 1:3], 0, heads[n][0], axis=1) for n in reached]
    if ends:
        end_columns(volume, np.concatenate(ends), SPREAD)
    return discs, on_trunk


def tree_chains(discs: Floats, line_mm: float, spacing_mm: float) -> dict[int, Chains]:
    """Draw the trunks of each layer as rings; those that touch share their outline."""
    if not len(discs):
        return {}
    lone = lone_discs(discs, line_mm)
    points, offsets, layers = lone_rings(discs, lone, spacing_mm, TWO_WALLS_MM)
    drawn: dict[int, Chains] = {}
    edges = np.flatnonzero(np.diff(layers, prepend=-1, append=-1))
    for first, past in pairwise(edges):
        low, high = offsets[first], offsets[past]
        drawn[int(layers[first])] = points[low:high], offsets[first : past + 1] - low
    together = discs[(lone == 0) | (discs[:, LAYER] == 0)]
    edges = np.flatnonzero(np.diff(together[:, LAYER], prepend=-1, append=-1))
    groups = [together[first:past] for first, past in pairwise(edges)]
    for group, region in zip(groups, _united(groups), strict=True):
        layer = int(group[0, LAYER])
        loops = _foot_loops(region, group, spacing_mm) if layer == 0 else region
        drawn[layer] = joined_chains(drawn.get(layer), _closed(loops))
    return drawn


def joined_chains(first: Chains | None, second: Chains) -> Chains:
    """Join two sets of chains."""
    if first is None:
        return second
    return np.concatenate([first[0], second[0]]), np.concatenate([first[1], second[1][1:] + first[1][-1]])


def _heads(targets: Ints, part: Ints, shape: tuple[int, ...], stack: LayerStack) -> list[tuple[int, Ints]]:
    """Return the top layer of each trunk and which targets it carries, the highest first."""
    large = highest_columns(targets, part, shape[0], shape[1], APART_CELLS)
    heads: list[tuple[int, Ints]] = []
    for k in range(int(part.max(initial=-1)) + 1):
        chosen = np.flatnonzero(part == k)
        cells = targets[chosen]
        if not len(cells) or (large[cells[:, 1], cells[:, 2]] >= cells[:, 0].min()).any():
            continue
        tile = (cells[:, 1:3] - cells[:, 1:3].min(axis=0)) // TILE_CELLS
        name = tile[:, 0] * (tile[:, 1].max() + 1) + tile[:, 1]
        for one in np.unique(name):
            own = chosen[name == one]
            under_mm = float(stack.top_mm[targets[own, 0].min()]) - HEAD_MM
            if under_mm >= LEAST_TRUNK_MM:
                heads.append((int(np.searchsorted(stack.top_mm, under_mm + 1e-6)) - 1, own))
    return sorted(heads, key=lambda head: -head[0])


def _free_place(forbidden: Bytes, cells: Ints, middle: Floats) -> Ints:
    """Return the cell of a contact where a trunk may begin, nearest to its middle."""
    free = cells[forbidden[cells[:, 0], cells[:, 1]] == 0]
    choice = free if len(free) else cells
    return np.asarray(choice[np.argmin(((choice - middle) ** 2).sum(axis=1))], np.int64)


def _united(groups: list[Floats]) -> list[list[Floats]]:
    """Return the common outlines of each group of discs.

    The groups are laid out apart from each other and united all at once.
    """
    discs = np.concatenate([np.empty((0, 5)), *groups])
    apart_mm = (
        2.0 * float(np.abs(discs[:, DISC_Y]).max(initial=0.0) + discs[:, RADIUS].max(initial=0.0)) + 1.0
    )
    shift = np.repeat(np.arange(len(groups)), [len(group) for group in groups]) * apart_mm
    middles = np.stack([discs[:, DISC_X], discs[:, DISC_Y] + shift], axis=1)
    rings = list(middles[:, None, :] + discs[:, RADIUS, None, None] * _ROUND)
    out: list[list[Floats]] = [[] for _ in groups]
    for ring in region_of(rings).to_polygons():
        k = round(float(ring[0, 1]) / apart_mm)
        out[k].append(ring - np.array([0.0, k * apart_mm]))
    return out


def _foot_loops(outlines: list[Floats], discs: Floats, spacing_mm: float) -> list[Floats]:
    """Draw on the bed all that lies inside the outlines."""
    region = region_of(outlines)
    loops = list(outlines)
    for _ in range(math.ceil(float(discs[:, RADIUS].max()) / spacing_mm) - 1):
        region = region.offset(-spacing_mm, manifold3d.JoinType.Round, 2.0, RING_POINTS)
        loops += region.to_polygons()
    return loops


def _closed(loops: list[Floats]) -> Chains:
    """Return loops as chains that end where they begin."""
    offsets = np.zeros(len(loops) + 1, np.int64)
    np.cumsum([len(loop) + 1 for loop in loops], out=offsets[1:])
    return np.concatenate([part for loop in loops for part in (loop, loop[:1])]), offsets

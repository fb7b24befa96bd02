"""Supports: columns under what hangs, drawn as lines that break away."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import QualityProfile, SliceSettings
from memoreez_desktop.slicing.builtin.around.column_kernels import (
    grow_columns,
    held_cells,
    keep_carried,
    lowest_near,
    widen_feet,
)
from memoreez_desktop.slicing.builtin.around.support_cavities import any_closed_in
from memoreez_desktop.slicing.builtin.around.support_contacts import (
    Contacts,
    find_contacts,
    hanging_layers,
    printed_sections,
)
from memoreez_desktop.slicing.builtin.around.support_line_kernels import support_chains
from memoreez_desktop.slicing.builtin.around.support_raster_kernels import (
    BRIM,
    DENSE,
    PILLAR,
    PRINTED,
    fill_cells,
    raster_layers,
)
from memoreez_desktop.slicing.builtin.around.trees import grow_trees, joined_chains, tree_chains
from memoreez_desktop.slicing.builtin.around.underside_choice import (
    all_cells,
    needed_cells,
    undersides_of,
)
from memoreez_desktop.slicing.builtin.around.underside_kernels import link_pieces, piece_cells
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.infill.fill import Chains
from memoreez_desktop.slicing.builtin.paths import LayerPaths
from memoreez_desktop.slicing.builtin.plane.regions import Region, flat_rings, region_of
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.speeds import Speeds
from memoreez_desktop.slicing.compiled import Bytes, Flags, Floats, Ints

CELL_MM = 0.45
# A grid of more cells than this gets larger ones: 300 MB is what a full bed of 220 x 220 x 250 mm takes.
MOST_CELLS = 300_000_000
# So near may a line come to the model where it carries it: the gap above it is what must break.
TIGHT_GAP_MM = 0.2
SPREAD_CELLS, SLIM_SPREAD_CELLS = 1, 2
# Room for trunks to lean out of the way.
_MARGIN_CELLS = 14
# Column of the targets: their small part, and later whether they stand on a trunk.
PART = 5

Tick = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class Supports:
    """What is printed below the model.

    Attributes
    ----------
    pillars, interface : dict
        Chains of points by layer.
    area_mm2 : float
        How much of the model rests on it, seen from above.
    feet : (rows, columns) bool
        Cells of the first layer; ``frame`` is their size and the corner of their grid.
    drop_mm : float
        How far below its own foot the first layer finds its ground: the gap above a raft.
    gaps : (layers,) int64
        How many layers stay free below each.
    closed_in : bool
        Some stand in a closed hollow.
    """

    pillars: dict[int, Chains] = field(default_factory=dict)
    interface: dict[int, Chains] = field(default_factory=dict)
    area_mm2: float = 0.0
    feet: Flags = field(default_factory=lambda: np.zeros((0, 0), np.bool_))
    frame: Floats = field(default_factory=lambda: np.zeros(3))
    drop_mm: float = 0.0
    gaps: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    closed_in: bool = False

    def foot(self) -> Region:
        """Return what touches the bed."""
        pitch, left, front = self.frame
        rings: list[Floats] = []
        # Rows that are like the one before lie in one rectangle.
        changes = np.flatnonzero(np.diff(self.feet, axis=0, prepend=~self.feet[:1]).any(axis=1))
        for y, past_y in pairwise([*changes, len(self.feet)]):
            edges = np.flatnonzero(np.diff(self.feet[y], prepend=False, append=False)).reshape(-1, 2)
            for first, past in edges:
                low = np.array([left + first * pitch, front + y * pitch])
                size = np.array([past - first, past_y - y]) * pitch
                rings.append(low + np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * size)
        return region_of(rings)

    def under(self, index: int) -> Chains | None:
        """Return the lines that a layer rests on, with only the gap between."""
        beneath = index - 1 - int(self.gaps[index]) if index < len(self.gaps) else -1
        return self.interface.get(beneath) or self.pillars.get(beneath)

    def draw(self, paths: LayerPaths, index: int, flow: Flow, speeds: Speeds) -> None:
        """Add the lines of one layer; those that stand on a raft fill the gap below it, too."""
        area_mm2 = flow.area_mm2 if index else Flow(flow.width_mm, flow.height_mm + self.drop_mm).area_mm2
        for role, chains in (
            (Role.SUPPORT_MATERIAL, self.pillars),
            (Role.SUPPORT_INTERFACE, self.interface),
        ):
            if index in chains:
                paths.add_chains(*chains[index], role, area_mm2, speeds.of(role, area_mm2))

    def __bool__(self) -> bool:
        """Tell whether anything is printed."""
        return bool(self.pillars or self.interface)


def plan_supports(
    model: tuple[Floats, Ints],
    sections: RingStack,
    stack: LayerStack,
    settings: SliceSettings,
    brim: Region,
    tick: Tick,
) -> Supports:
    """Find what hangs and draw what holds it.

    Parameters
    ----------
    model : tuple
        Vertices and faces.
    sections : RingStack
        Outlines of the layers; coarse ones (0.03 mm) do.
    brim : Region
        What the brim covers on the first layer: columns stand on it.
    """
    quality = settings.quality
    if quality.supports == "off":
        return Supports()
    threshold = quality.support_material_threshold_deg
    hanging = hanging_layers(*model, stack, threshold)
    sections, hanging = printed_sections(sections, hanging)
    tick(0.1)
    contacts = find_contacts(sections, hanging, stack, threshold)
    if not len(contacts):
        return Supports()
    frame, shape = _grid_of(contacts, settings)
    volume = np.zeros(shape, np.uint8)
    width_mm = quality.extrusion_width_mm
    clear_mm = quality.support_material_xy_spacing_mm
    near_mm = clear_mm + width_mm / 2
    tick(0.4)
    outlines = sections.points, sections.rings, sections.layers
    raster_layers(volume, *outlines, frame, min(clear_mm, TIGHT_GAP_MM) + width_mm / 2, near_mm)
    tick(0.6)
    gaps = gap_layers(stack, quality.support_material_contact_distance_mm)
    targets = _targets(contacts, volume, frame, quality, gaps)
    if not len(targets):
        return Supports()
    if not brim.is_empty():
        points, rings = flat_rings(brim)
        fill_cells(volume[0], points, rings, 0, len(rings) - 1, frame, BRIM)
    every = _every(quality, float(frame[0]))
    part = np.ascontiguousarray(targets[:, PART])
    discs, targets[:, PART] = grow_trees(volume, targets, part, stack, frame, settings)
    spans = _draw_columns(volume, targets, quality, every, gaps)
    pillars, interface = (
        _by_layer(*support_chains(volume, spans, is_interface, every, gaps, frame))
        for is_interface in (False, True)
    )
    spacing_mm = Flow(width_mm, quality.layer_height_mm).spacing_mm
    for layer, trunks in tree_chains(discs, width_mm, spacing_mm).items():
        pillars[layer] = joined_chains(pillars.get(layer), trunks)
    drop_mm = quality.raft_contact_distance_mm if quality.raft_layers else 0.0
    held_mm2 = held_cells(volume, targets) * float(frame[0]) ** 2
    feet, closed_in = volume[0] & PRINTED > 0, any_closed_in(volume, sections)
    return Supports(pillars, interface, held_mm2, feet, frame, drop_mm, gaps, closed_in)


def _grid_of(contacts: Contacts, settings: SliceSettings) -> tuple[Floats, tuple[int, int, int]]:
    """Lay a grid under everything that hangs, as far as the bed goes."""
    printer = settings.printer
    half = np.array([printer.bed_x_mm, printer.bed_y_mm]) / 2 - settings.quality.extrusion_width_mm / 2
    low, high = contacts.points.min(axis=0), contacts.points.max(axis=0)
    layers = int(contacts.layer[-1]) + 1
    margin_mm = _MARGIN_CELLS * CELL_MM
    cells = layers * float(np.prod((high - low + 2 * margin_mm) / CELL_MM))
    pitch_mm = CELL_MM * max(1.0, math.sqrt(cells / MOST_CELLS))
    # Corners on whole cells from the middle of the bed: what is sliced twice stands on the same lines.
    start = np.ceil(np.maximum(low - margin_mm, -half) / pitch_mm)
    end = np.floor(np.minimum(high + margin_mm, half) / pitch_mm)
    columns, rows = np.maximum(end - start, 1).astype(int)
    return np.array([pitch_mm, *(start * pitch_mm)]), (layers, int(rows), int(columns))


def gap_layers(stack: LayerStack, distance_mm: float) -> Ints:
    """Return how many layers stay free below each layer: as few as are together as high as the distance.

    Below the lowest layers there are not that many; what hangs there rests on the bed almost.
    """
    below_mm = np.concatenate([[0.0], stack.top_mm])
    bottom = below_mm[: len(stack)]
    free = np.searchsorted(below_mm, bottom - distance_mm + 1e-6, side="right") - 1
    return np.asarray(np.arange(len(stack)) - free, np.int64)


def _every(quality: QualityProfile, pitch_mm: float) -> int:
    """Return how many cells lie from one pillar line to the next."""
    between_mm = quality.support_material_spacing_mm + quality.extrusion_width_mm
    return max(1, round(between_mm / pitch_mm))


def _targets(contacts: Contacts, volume: Bytes, frame: Floats, quality: QualityProfile, gaps: Ints) -> Ints:
    """Return layer, row, column, spread and bits of what columns must reach, and its small part or -1."""
    cells, offsets, floating = piece_cells(
        volume,
        contacts.points,
        contacts.rings,
        contacts.pieces,
        contacts.layer,
        contacts.begins,
        frame,
    )
    root = link_pieces(cells, offsets, contacts.layer, *volume.shape[1:])
    rows: list[Ints] = []
    parts = 0
    for underside in undersides_of(cells, offsets, contacts.layer, root, floating):
        if quality.supports == "on":
            chosen, slim, small = all_cells(underside, float(frame[0]))
        else:
            chosen, slim, small = needed_cells(underside, volume, float(frame[0]))
        if chosen.any():
            spread = np.where(slim, SLIM_SPREAD_CELLS, SPREAD_CELLS)
            bits = np.where(slim, PILLAR | DENSE, PILLAR)
            below = underside.layer - 1 - gaps[underside.layer]
            part = np.where(small > 0, small + parts - 1, -1)
            parts += int(small.max())
            rows.append(np.stack([below, underside.y, underside.x, spread, bits, part], axis=1)[chosen])
    if not rows:
        return np.empty((0, 6), np.int64)
    targets = np.concatenate(rows)
    # What hangs lower than the gap is held by nothing, and rests on the bed almost.
    return targets[targets[:, 0] >= 0]


def _draw_columns(volume: Bytes, targets: Ints, quality: QualityProfile, every: int, gaps: Ints) -> Ints:
    ordered = targets[np.argsort(targets[:, 0], kind="stable")]
    bounds = np.searchsorted(ordered[:, 0], np.arange(volume.shape[0] + 1)).astype(np.int64)
    plate_only = quality.support_material_buildplate_only
    lowest = lowest_near(volume) if plate_only else np.empty((0, 0), np.int64)
    spans = grow_columns(
        volume,
        np.ascontiguousarray(ordered[:, 1:]),
        bounds,
        lowest,
        quality.support_material_interface_layers,
        gaps,
        plate_only,
    )
    widen_feet(volume, spans)
    keep_carried(volume, spans, every, gaps)
    return spans


def _by_layer(points: Floats, offsets: Ints, bounds: Ints) -> dict[int, Chains]:
    """Split chains of all layers into those of each."""
    drawn = {}
    for i in np.flatnonzero(np.diff(bounds)):
        starts = offsets[bounds[i] : bounds[i + 1] + 1]
        drawn[int(i)] = points[starts[0] : starts[-1]], starts - starts[0]
    return drawn

"""A raft: layers on the bed that carry the model and its supports, and break away below a gap of air."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import manifold3d
import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.slicing.builtin.around.adhesion import ROUND_SEGMENTS, Adhesion, bed_room, without_holes
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.flow import Flow
from memoreez_desktop.slicing.builtin.infill.fill import solid_chains, sparse_fill
from memoreez_desktop.slicing.builtin.paths import LayerPaths
from memoreez_desktop.slicing.builtin.plane.regions import EMPTY, Area, Region, grow
from memoreez_desktop.slicing.builtin.speeds import Speeds

# The lowest layer is as high and wide as the nozzle can press on the bed: it evens out what is not level.
BASE_HEIGHT_RATIO, BASE_WIDTH_RATIO = 0.75, 2.0
MIDDLE_HEIGHT_RATIO, MIDDLE_WIDTH_RATIO = 0.6, 1.6
# What a line covers of its distance to the next one.
BASE_DENSITY, LONE_DENSITY, MIDDLE_DENSITY = 0.5, 0.85, 0.7
TOP_LAYERS = 2
# Feet this far apart stand on one piece of raft; more would only take plastic.
_CLOSING_MM = 4.0
_RING_OVERLAP = 0.15


@dataclass(frozen=True, eq=False)
class RaftLayer:
    """One layer of a raft: its lines, how densely they lie, and 1 for what touches the gap."""

    flow: Flow
    density: float
    is_top: bool


@dataclass(frozen=True, eq=False)
class Raft:
    """What the model stands on.

    Attributes
    ----------
    layers : tuple of RaftLayer
        From the bed up.
    region : Region
        What each of them covers.
    gap_mm : float
        Air between the raft and the model.
    """

    layers: tuple[RaftLayer, ...] = ()
    region: Region = EMPTY
    gap_mm: float = 0.0

    def below(self, stack: LayerStack) -> LayerStack:
        """Return the layers of the raft, and above them those of the model."""
        if not self.layers:
            return stack
        heights = np.array([layer.flow.height_mm for layer in self.layers])
        tops = np.cumsum(heights)
        lift_mm = float(tops[-1]) + self.gap_mm
        return LayerStack(
            np.concatenate([tops, stack.top_mm + lift_mm]),
            np.concatenate([heights, stack.height_mm]),
            np.concatenate([tops - heights / 2, stack.plane_mm + lift_mm]),
        )

    def drawn(self, settings: SliceSettings, adhesion: Adhesion) -> Iterator[tuple[LayerPaths, Area]]:
        """Draw each layer, the first one with what is printed around it."""
        for i, layer in enumerate(self.layers):
            paths = LayerPaths()
            speeds = Speeds(settings, first_layer=i == 0)
            if not i:
                adhesion.draw(paths, speeds)
            _draw(paths, i, layer, self.region, speeds)
            yield paths, self.region


def raft_layers(settings: SliceSettings) -> tuple[RaftLayer, ...]:
    """Lay out the layers: wide lines on the bed, one or two dense layers on top, thinner ones between."""
    quality, nozzle_mm = settings.quality, settings.printer.nozzle_mm
    count = quality.raft_layers
    if count < 1:
        return ()
    base = RaftLayer(
        Flow(BASE_WIDTH_RATIO * nozzle_mm, BASE_HEIGHT_RATIO * nozzle_mm),
        BASE_DENSITY if count > 1 else LONE_DENSITY,
        is_top=False,
    )
    middle = RaftLayer(
        Flow(MIDDLE_WIDTH_RATIO * nozzle_mm, MIDDLE_HEIGHT_RATIO * nozzle_mm), MIDDLE_DENSITY, is_top=False
    )
    top = RaftLayer(Flow(quality.extrusion_width_mm, quality.layer_height_mm), 1.0, is_top=True)
    tops = min(TOP_LAYERS, count - 1)
    return (base, *[middle] * (count - 1 - tops), *[top] * tops)


def raft_height_mm(settings: SliceSettings) -> float:
    """Return how much higher the model stands on its raft, the gap included."""
    layers = raft_layers(settings)
    if not layers:
        return 0.0
    return sum(layer.flow.height_mm for layer in layers) + settings.quality.raft_contact_distance_mm


def above_raft(settings: SliceSettings) -> SliceSettings:
    """Return the settings of a model on a raft: its first layer does not lie on the bed."""
    quality = settings.quality
    if quality.raft_layers < 1:
        return settings
    return settings.with_quality(
        first_layer_height_mm=quality.layer_height_mm,
        first_layer_extrusion_width_mm=quality.extrusion_width_mm,
        elephant_foot_compensation_mm=0.0,
    )


def plan_raft(standing: Region, settings: SliceSettings) -> Raft:
    """Lay a raft under all that stands: the first layer of the model and the feet of its supports."""
    quality = settings.quality
    if quality.raft_layers < 1 or standing.is_empty():
        return Raft()
    around = manifold3d.JoinType.Round
    wide = without_holes(standing).offset(
        quality.raft_expansion_mm + _CLOSING_MM, around, 2.0, ROUND_SEGMENTS
    )
    region = without_holes(wide.offset(-_CLOSING_MM, around, 2.0, ROUND_SEGMENTS))
    return Raft(raft_layers(settings), region ^ bed_room(settings), quality.raft_contact_distance_mm)


def _draw(paths: LayerPaths, index: int, layer: RaftLayer, region: Region, speeds: Speeds) -> None:
    """Draw a ring that holds the ends of the lines, and the lines, across those below."""
    flow = layer.flow
    role = Role.SUPPORT_INTERFACE if layer.is_top else Role.SUPPORT_MATERIAL
    speed = speeds.of(role, flow.area_mm2)
    paths.add_loops(grow(region, -flow.width_mm / 2), role, flow.area_mm2, speed)
    inside = grow(region, -flow.width_mm / 2 - (1 - _RING_OVERLAP) * flow.spacing_mm)
    if layer.density >= 1.0:
        angle = math.pi / 4 if index % 2 else -math.pi / 4
        paths.add_chains(*solid_chains(inside, flow, angle), role, flow.area_mm2, speed, fixed=True)
        return
    lines = sparse_fill(inside, flow.height_mm, flow.spacing_mm, layer.density, "rectilinear", index, 0.0)
    if lines is not None:
        paths.add_chains(lines.points, lines.offsets, role, lines.area_mm2, speed)

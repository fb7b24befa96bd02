"""Lines of plastic, before anything says in which order they are printed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.plane.chain_kernels import picked_chains
from memoreez_desktop.slicing.builtin.plane.regions import Region, flat_rings
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints

# Points (n, 2), areas and degrees (n,), offsets (k + 1,); role, speed, closed, fixed (k,).
PathArrays = tuple[Floats, Floats, Ints, Ints, Ints, Floats, Flags, Flags]


# The paths of all layers, and the first path of each layer (l + 1,).
PathStack = tuple[PathArrays, Ints]


class PathGroup(NamedTuple):
    """Paths of one kind in one layer; ``degrees`` None: all of them rest well."""

    points: Floats
    offsets: Ints
    role: Role
    area_mm2: float | Floats
    speed_mm_s: float
    closed: bool
    fixed: bool
    degrees: Ints | None


class LayerPaths:
    """Collects the paths of one layer: points, plastic per mm, role, speed."""

    def __init__(self) -> None:
        self.groups: list[PathGroup] = []

    def __len__(self) -> int:
        """Count the paths."""
        return sum(len(group.offsets) - 1 for group in self.groups)

    def add_loops(self, region: Region, role: Role, area_mm2: float, speed_mm_s: float) -> None:
        """Add each ring of a region as a closed path."""
        self.add_rings(*flat_rings(region), role, area_mm2, speed_mm_s)

    def add_rings(
        self,
        points: Floats,
        offsets: Ints,
        role: Role,
        area_mm2: float,
        speed_mm_s: float,
        degrees: Ints | None = None,
    ) -> None:
        """Add closed paths.

        ``degrees`` (n,) tells for each point how far the line that starts there hangs over: 0 rests well, 4
        hangs in the air.
        """
        if len(offsets) > 1:
            self.groups.append(PathGroup(points, offsets, role, area_mm2, speed_mm_s, True, False, degrees))

    def add_chains(
        self,
        points: Floats,
        offsets: Ints,
        role: Role,
        area_mm2: float | Floats,
        speed_mm_s: float,
        *,
        fixed: bool = False,
    ) -> None:
        """Add open paths; ``fixed`` ones keep their order and direction among themselves."""
        if len(offsets) > 1:
            self.groups.append(PathGroup(points, offsets, role, area_mm2, speed_mm_s, False, fixed, None))


def joined_paths(layers: list[LayerPaths]) -> PathStack:
    """Join the paths of all layers."""
    groups = [group for paths in layers for group in paths.groups]
    bounds = np.zeros(len(layers) + 1, np.int64)
    np.cumsum([len(paths) for paths in layers], out=bounds[1:])
    points = [np.empty((0, 2)), *(group.points for group in groups)]
    sizes = np.array([len(part) for part in points], np.int64)
    counts = np.array([0, *(len(group.offsets) - 1 for group in groups)], np.int64)
    starts = np.cumsum(sizes) - sizes
    offsets = np.concatenate([np.zeros(1, np.int64), *(group.offsets[1:] for group in groups)])
    offsets[1:] += np.repeat(starts, counts)
    even = [0.0, *(area if isinstance(area := group.area_mm2, float) else 0.0 for group in groups)]
    areas, degrees = np.repeat(even, sizes), np.zeros(int(sizes.sum()), np.int64)
    for group, start in zip(groups, starts[1:].tolist(), strict=True):
        part = slice(start, start + len(group.points))
        if not isinstance(group.area_mm2, float):
            areas[part] = group.area_mm2
        if group.degrees is not None:
            degrees[part] = group.degrees
    paths = (
        np.ascontiguousarray(np.concatenate(points)),
        areas,
        degrees,
        offsets,
        np.repeat(np.array([0, *(int(group.role) for group in groups)], np.int64), counts),
        np.repeat([0.0, *(group.speed_mm_s for group in groups)], counts),
        np.repeat([False, *(group.closed for group in groups)], counts),
        np.repeat([False, *(group.fixed for group in groups)], counts),
    )
    return paths, bounds


def stack_of(
    points: Floats,
    offsets: Ints,
    layers: Ints,
    role: Role | Ints,
    areas_mm2: Floats,
    speeds_mm_s: Floats,
    *,
    closed: bool = False,
    fixed: Flags | None = None,
    degrees: Ints | None = None,
) -> PathStack:
    """Describe one kind of path in all layers.

    Parameters
    ----------
    points, offsets, layers : (n, 2), (k + 1,), (l + 1,)
        The points, the first of each path, and the first path of each layer.
    role, speeds_mm_s, fixed : (k,)
        Of each path; one role may be that of all, and none is fixed when nothing is said.
    areas_mm2, degrees : (n,)
        At each point; all of them rest well when nothing is said.
    """
    count = len(offsets) - 1
    paths = (
        points,
        areas_mm2,
        np.zeros(len(points), np.int64) if degrees is None else degrees,
        offsets,
        np.full(count, int(role), np.int64) if isinstance(role, Role) else role,
        speeds_mm_s,
        np.full(count, closed),
        np.zeros(count, np.bool_) if fixed is None else fixed,
    )
    return paths, layers


def merged_paths(stacks: list[PathStack]) -> PathStack:
    """Put the paths of several stacks together, layer by layer, those of the first stack first."""
    starts = np.cumsum([0, *(len(paths[0]) for paths, _ in stacks)])
    points, areas, degrees, _, roles, speeds, closed, fixed = (
        np.concatenate(parts) for parts in zip(*(paths for paths, _ in stacks), strict=True)
    )
    offsets = np.concatenate(
        [*(paths[3][:-1] + start for (paths, _), start in zip(stacks, starts, strict=False)), starts[-1:]]
    )
    counts = [np.diff(layers) for _, layers in stacks]
    layer = np.concatenate([np.repeat(np.arange(len(count)), count) for count in counts])
    order = np.argsort(layer, kind="stable")
    picked = picked_chains(points, areas, degrees, offsets, order)
    bounds = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.sum(counts, axis=0))])
    return (*picked, roles[order], speeds[order], closed[order], fixed[order]), bounds

"""Lines of plastic of one layer, before anything says in which order they are printed."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.regions import Region
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints

PathArrays = tuple[Floats, Floats, Ints, Ints, Floats, Flags, Flags]


class LayerPaths:
    """Collects the paths of one layer: points, plastic per mm, role, speed."""

    def __init__(self) -> None:
        self._points: list[Floats] = []
        self._areas: list[Floats] = []
        self._counts: list[int] = []
        self._roles: list[int] = []
        self._speeds: list[float] = []
        self._closed: list[bool] = []
        self._fixed: list[bool] = []

    def __len__(self) -> int:
        """Count the paths."""
        return len(self._counts)

    def add_loops(self, region: Region, role: Role, area_mm2: float, speed_mm_s: float) -> None:
        """Add each ring of a region as a closed path."""
        for ring in region.to_polygons():
            if len(ring) > 2:
                self._add(
                    ring,
                    np.full(len(ring), area_mm2),
                    [len(ring)],
                    role,
                    speed_mm_s,
                    closed=True,
                    fixed=False,
                )

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
            areas = np.full(len(points), area_mm2) if isinstance(area_mm2, float) else area_mm2
            self._add(points, areas, np.diff(offsets).tolist(), role, speed_mm_s, closed=False, fixed=fixed)

    def _add(
        self,
        points: Floats,
        areas: Floats,
        counts: list[int],
        role: Role,
        speed: float,
        *,
        closed: bool,
        fixed: bool,
    ) -> None:
        paths = len(counts)
        self._points.append(points)
        self._areas.append(areas)
        self._counts.extend(counts)
        self._roles.extend([int(role)] * paths)
        self._speeds.extend([speed] * paths)
        self._closed.extend([closed] * paths)
        self._fixed.extend([fixed] * paths)

    def arrays(self) -> PathArrays:
        """Return points (n, 2), areas (n,), offsets (k + 1,), then role, speed, closed, fixed (k,)."""
        offsets = np.zeros(len(self._counts) + 1, np.int64)
        np.cumsum(self._counts, out=offsets[1:])
        return (
            np.ascontiguousarray(np.concatenate(self._points)) if self._points else np.empty((0, 2)),
            np.concatenate(self._areas) if self._areas else np.empty(0),
            offsets,
            np.array(self._roles, np.int64),
            np.array(self._speeds, np.float64),
            np.array(self._closed, np.bool_),
            np.array(self._fixed, np.bool_),
        )

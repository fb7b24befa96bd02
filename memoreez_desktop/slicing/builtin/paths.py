"""Lines of plastic of one layer, before anything says in which order they are printed."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.regions import Region, flat_rings
from memoreez_desktop.slicing.compiled import Flags, Floats, Ints

PathArrays = tuple[Floats, Floats, Ints, Ints, Ints, Floats, Flags, Flags]


class LayerPaths:
    """Collects the paths of one layer: points, plastic per mm, role, speed."""

    def __init__(self) -> None:
        self._points: list[Floats] = []
        self._areas: list[Floats] = []
        self._degrees: list[Ints] = []
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
            areas = np.full(len(points), area_mm2)
            hanging = degrees if degrees is not None else np.zeros(len(points), np.int64)
            counts = np.diff(offsets).tolist()
            self._add(points, areas, hanging, counts, role, speed_mm_s, closed=True, fixed=False)

    def add_chains(
        self,
        points: Floats,
        offsets: Ints,
        role: Role,
        area_mm2: float | Floats,
        speed_mm_s: float,
        *,
        fixed: bool = False,
        degrees: Ints | None = None,
    ) -> None:
        """Add open paths; ``fixed`` ones keep their order and direction among themselves.

        ``degrees`` (n,) tells for each point how far the line that starts there hangs over, 0 to 4.
        """
        if len(offsets) > 1:
            areas = np.full(len(points), area_mm2) if isinstance(area_mm2, float) else area_mm2
            hanging = degrees if degrees is not None else np.zeros(len(points), np.int64)
            counts = np.diff(offsets).tolist()
            self._add(points, areas, hanging, counts, role, speed_mm_s, closed=False, fixed=fixed)

    def _add(
        self,
        points: Floats,
        areas: Floats,
        degrees: Ints,
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
        self._degrees.append(degrees)
        self._counts.extend(counts)
        self._roles.extend([int(role)] * paths)
        self._speeds.extend([speed] * paths)
        self._closed.extend([closed] * paths)
        self._fixed.extend([fixed] * paths)

    def arrays(self) -> PathArrays:
        """Return points (n, 2), areas and degrees (n,), offsets (k + 1,); role, speed, closed, fixed (k,)."""
        offsets = np.zeros(len(self._counts) + 1, np.int64)
        np.cumsum(self._counts, out=offsets[1:])
        return (
            np.ascontiguousarray(np.concatenate(self._points)) if self._points else np.empty((0, 2)),
            np.concatenate(self._areas) if self._areas else np.empty(0),
            np.concatenate(self._degrees) if self._degrees else np.empty(0, np.int64),
            offsets,
            np.array(self._roles, np.int64),
            np.array(self._speeds, np.float64),
            np.array(self._closed, np.bool_),
            np.array(self._fixed, np.bool_),
        )

"""Toolpaths sorted into layers and chunks, so that moving through the layers rebuilds almost nothing.

Plain arrays, made on a worker. A chunk is a run of whole layers; all chunks below the chosen layer are
shown as they are, and only the one that holds the chosen layer is cut.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.gcode import Role, Toolpaths
from memoreez_desktop.core.profiles import PrinterProfile

CHUNKS = 24
# What is seen from outside; the rest is drawn only near the chosen layer while the model turns.
_SHELL = frozenset(
    [
        *(Role.EXTERNAL_PERIMETER, Role.OVERHANG_PERIMETER, Role.TOP_SOLID_INFILL, Role.SKIRT, Role.BRIM),
        *(Role.SUPPORT_MATERIAL, Role.SUPPORT_INTERFACE, Role.BRIDGE_INFILL),
    ]
)
# The families people are shown, with the theme's colour of each.
ROLE_FAMILIES: dict[str, tuple[Role, ...]] = {
    "outer_wall": (Role.EXTERNAL_PERIMETER,),
    "inner_wall": (Role.PERIMETER,),
    "gap_fill": (Role.GAP_FILL,),
    "infill": (Role.INFILL,),
    "solid_fill": (Role.SOLID_INFILL,),
    "top_surface": (Role.TOP_SOLID_INFILL,),
    "overhang": (Role.OVERHANG_PERIMETER, Role.BRIDGE_INFILL),
    "brim": (Role.SKIRT, Role.BRIM, Role.OTHER),
    "support": (Role.SUPPORT_MATERIAL,),
    "support_interface": (Role.SUPPORT_INTERFACE,),
    "travel": (Role.TRAVEL,),
}


_OUTER_WALL, _INNER_WALL, _TOP = (
    list(ROLE_FAMILIES).index(name) for name in ("outer_wall", "inner_wall", "top_surface")
)


def family_of_roles() -> NDArray[np.uint8]:
    """Return, for each role number, the number of its family in :data:`ROLE_FAMILIES`."""
    table = np.zeros(max(Role) + 1, np.uint8)
    for number, roles in enumerate(ROLE_FAMILIES.values()):
        table[list(roles)] = number
    return table


@dataclass(frozen=True, eq=False)
class Strand:
    """Segments of one kind (shell or inside) of one chunk, sorted by layer.

    Attributes
    ----------
    points : (2n, 3) float32, mm
        Start and end of each segment, bed centre at x = y = 0.
    family : (n,) uint8
        Index into :data:`ROLE_FAMILIES`.
    layer_end : (layers of the chunk,) int64
        How many segments there are up to and including each layer of the chunk.
    """

    points: NDArray[np.float32]
    family: NDArray[np.uint8]
    layer_end: NDArray[np.int64]

    def layers(self) -> NDArray[np.int64]:
        """Return the layer of each segment, counted within the chunk."""
        return np.repeat(np.arange(len(self.layer_end)), np.diff(self.layer_end, prepend=0))


@dataclass(frozen=True, eq=False)
class Chunk:
    """A run of layers ``first_layer .. last_layer`` (both belong to it)."""

    first_layer: int
    last_layer: int
    shell: Strand
    inside: Strand

    def light(self, step: int) -> Strand:
        """Return a light copy as one layer: every ``step``-th of the outer walls, which hide each other.

        Inner walls are there where tops are, because they are seen beside them.
        """
        layers = [strand.layers() for strand in (self.shell, self.inside)]
        tops = np.isin(layers[1], layers[0][self.shell.family == _TOP])
        kept = (
            (layers[0] % step == 0) | (self.shell.family != _OUTER_WALL),
            (self.inside.family == _INNER_WALL) & tops,
        )
        pairs = list(zip((self.shell, self.inside), kept, strict=True))
        points = np.concatenate([strand.points.reshape(-1, 2, 3)[k].reshape(-1, 3) for strand, k in pairs])
        family = np.concatenate([strand.family[k] for strand, k in pairs])
        return Strand(points, family, np.array([len(family)], np.int64))


@dataclass(frozen=True, eq=False)
class ToolpathDrawing:
    """What a view draws.

    Attributes
    ----------
    chunks : tuple of Chunk
    layer_z_mm : (k,) float32
    width_mm : float
        The usual line width.
    height_mm : float
        The usual layer height.
    bounds_mm : (2, 3) float64
        Of the model's lines: without skirt, brim and purge line.
    segments : int
        How many lines are drawn.
    """

    chunks: tuple[Chunk, ...]
    layer_z_mm: NDArray[np.float32]
    width_mm: float
    height_mm: float
    bounds_mm: NDArray[np.float64]
    segments: int

    @property
    def layers(self) -> int:
        """How many layers there are."""
        return len(self.layer_z_mm)


def prepare_toolpaths(toolpaths: Toolpaths, printer: PrinterProfile) -> ToolpathDrawing:
    """Sort the extruded segments by layer and split them into chunks of about equal weight."""
    drawn = np.flatnonzero(toolpaths.role != Role.TRAVEL)
    layer = toolpaths.layer[drawn]
    order = drawn[np.argsort(layer, kind="stable")]
    layer, role = toolpaths.layer[order], toolpaths.role[order]
    shift = np.zeros(3, np.float32)
    if not printer.origin_centre:
        shift[:2] = -printer.bed_x_mm / 2, -printer.bed_y_mm / 2
    points = np.stack([toolpaths.start_mm[order], toolpaths.end_mm[order]], axis=1) + shift
    family, shell = family_of_roles()[role], np.isin(role, [int(r) for r in _SHELL])
    layers = len(toolpaths.layer_z_mm)
    chunks = tuple(
        Chunk(
            first,
            last,
            _strand(points, family, layer, shell, first, last),
            _strand(points, family, layer, ~shell, first, last),
        )
        for first, last in _runs(layer, layers)
    )
    widths = toolpaths.width_mm[order]
    steps = np.diff(np.concatenate([[0.0], toolpaths.layer_z_mm]))
    # A purge line at the edge of the bed must not make the model small in the picture.
    body = ~np.isin(role, [Role.SKIRT, Role.BRIM, Role.OTHER])
    return ToolpathDrawing(
        chunks=chunks,
        layer_z_mm=toolpaths.layer_z_mm,
        width_mm=float(np.median(widths)) if len(widths) else 0.45,
        height_mm=float(np.median(steps)) if len(steps) else 0.2,
        bounds_mm=_bounds(points[body] if body.any() else points),
        segments=len(order),
    )


def _runs(layer: NDArray, layers: int) -> list[tuple[int, int]]:
    """Split the layers where the segments add up to equal parts."""
    if not layers:
        return []
    upto = np.searchsorted(layer, np.arange(layers), side="right")
    wanted = np.linspace(0, len(layer), min(CHUNKS, layers) + 1)[1:]
    ends = np.unique(np.minimum(np.searchsorted(upto, wanted), layers - 1))
    ends[-1] = layers - 1
    starts = [0, *(int(e) + 1 for e in ends[:-1])]
    return [(first, int(last)) for first, last in zip(starts, ends, strict=True)]


def _strand(
    points: NDArray, family: NDArray, layer: NDArray, wanted: NDArray, first: int, last: int
) -> Strand:
    start, end = np.searchsorted(layer, first), np.searchsorted(layer, last, side="right")
    chosen = np.flatnonzero(wanted[start:end]) + start
    layer_end = np.searchsorted(layer[chosen], np.arange(first, last + 1), side="right")
    return Strand(
        np.ascontiguousarray(points[chosen].reshape(-1, 3), dtype=np.float32),
        np.ascontiguousarray(family[chosen]),
        layer_end.astype(np.int64),
    )


def _bounds(points: NDArray) -> NDArray[np.float64]:
    if not points.size:
        return np.array([[-20.0, -20.0, 0.0], [20.0, 20.0, 20.0]])
    flat = points.reshape(-1, 3)
    return np.array([flat.min(axis=0), flat.max(axis=0)], dtype=np.float64)

"""A mesh made ready to be drawn: smooth normals with sharp edges kept, a light copy for turning, a shadow.

Runs on a worker: VTK releases the interpreter lock, numpy does the rest. Only arrays come out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui.viewport.carried_light import KnownLight

# Edges sharper than this stay sharp.
_FEATURE_DEG = 32.0
# Above this the picture is turned with a coarse copy, so that software OpenGL keeps up.
LOD_ABOVE_TRIANGLES = 200_000
_LOD_DIVISIONS, _LOD_FINEST = 60, 120
_LOD_TRIANGLES, _LOD_LEAST = 30_000, 20_000
_SHADOW_CELLS = 128
# Faces up to this size show the shade of their corners in full.
_SHADED_EDGE_MM = 3.5
_SHADOW_REACH_RATIO = 0.5
# Rounding leaves less than this of the areas of a closed mesh; a missing face of some size, more.
_OPEN_RATIO = 2e-5
# Clustering loses some faces and turns others over.
_LIGHT_OPEN_RATIO = 3e-3


@dataclass(frozen=True, eq=False)
class Surface:
    """Triangles with a normal at each point."""

    points: NDArray[np.float32]
    normals: NDArray[np.float32]
    faces: NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class ShadedMesh:
    """What is uploaded to the graphics card.

    Attributes
    ----------
    full : Surface
        Every triangle, in the order of the mesh.
    light : Surface or None
        A coarse copy, for meshes of more than 200,000 triangles.
    light_faces : (k,) int64
        For each triangle of the coarse copy one of the mesh that lies there.
    shadow : (k, k) uint8 or None
        Darkness of the ground under the model, row 0 at the lowest y; None leaves the one there is.
    shadow_mm : (x0, y0, x1, y1)
        Where the shadow lies.
    closed : bool
        Nothing of its inside can be seen from outside.
    daylight : (n,) float32 or None
        How much sky each point of the surface sees, as far as that is known already.
    """

    full: Surface
    light: Surface | None
    light_faces: NDArray[np.int64]
    shadow: NDArray[np.uint8] | None
    shadow_mm: tuple[float, float, float, float]
    closed: bool = False
    daylight: NDArray[np.float32] | None = None


def shade(mesh: MeshModel, job: JobContext, known: KnownLight | None = None) -> ShadedMesh:
    """Work out normals, light copy and shadow of a mesh."""
    full = _smooth(mesh.vertices, mesh.faces)
    job.check_cancelled()
    none = np.empty(0, np.int64)
    light, origin = _cluster(mesh) if mesh.triangles > LOD_ABOVE_TRIANGLES else (None, none)
    job.check_cancelled()
    # What only needs to be about right is taken from the coarse copy, where there is one.
    rough = mesh if light is None else MeshModel(light.points, light.faces)
    shadow, place = ground_shadow(rough)
    daylight = known.at(full.points, full.normals) if known is not None else None
    closed = is_closed(rough, _OPEN_RATIO if light is None else _LIGHT_OPEN_RATIO)
    return ShadedMesh(full, light, origin, shadow, place, closed, daylight)


def shade_quickly(mesh: MeshModel, known: KnownLight | None) -> ShadedMesh:
    """Work out no more than a closed mesh needs to be seen while it is being changed."""
    full = _smooth(mesh.vertices, mesh.faces)
    daylight = known.at(full.points, full.normals) if known is not None else None
    none = np.empty(0, np.int64)
    return ShadedMesh(full, None, none, None, (0.0, 0.0, 0.0, 0.0), closed=True, daylight=daylight)


def light_daylight(shaded: ShadedMesh, daylight: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the daylight of each point of the coarse copy, from the faces of the mesh that lie there."""
    light = shaded.light
    if light is None:
        return np.empty(0, np.float32)
    of_faces = daylight[shaded.full.faces[shaded.light_faces]].mean(axis=1)
    corners = light.faces.ravel()
    total = np.bincount(corners, np.repeat(of_faces, 3), len(light.points))
    return (total / np.maximum(1, np.bincount(corners, minlength=len(light.points)))).astype(np.float32)


def is_closed(mesh: MeshModel, slack_ratio: float = _OPEN_RATIO) -> bool:
    """Tell whether nothing is open: then the areas of all faces, as vectors, are in balance."""
    corners = [mesh.vertices[mesh.faces[:, k]] for k in range(3)]
    areas = np.cross(corners[1] - corners[0], corners[2] - corners[0]).astype(np.float64)
    total = float(np.abs(areas).sum())
    return float(np.abs(areas.sum(axis=0)).max()) < slack_ratio * total and mesh.volume_mm3 > 0


def evened(surface: Surface, daylight: NDArray[np.float32]) -> NDArray[np.float32]:
    """Soften the shade at the corners of large faces, across which it would be drawn out into streaks."""
    corners = surface.points[surface.faces]
    sides = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2)
    longest = np.full(len(surface.points), 1e-6, np.float32)
    np.maximum.at(longest, surface.faces.ravel(), np.repeat(sides.max(axis=1), 3))
    share = np.clip(_SHADED_EDGE_MM / longest, 0.0, 1.0)
    return (1.0 - share * (1.0 - daylight)).astype(np.float32)


def ground_shadow(mesh: MeshModel) -> tuple[NDArray[np.uint8], tuple[float, float, float, float]]:
    """Return the soft dark patch under a model, darker where it is close to the ground."""
    low, high = mesh.bounds_mm
    size = float(max(high[0] - low[0], high[1] - low[1], 1.0))
    margin = size * _SHADOW_REACH_RATIO
    centre = (low + high)[:2] / 2
    half = size / 2 + margin
    place = (centre[0] - half, centre[1] - half, centre[0] + half, centre[1] + half)
    corners = mesh.vertices[mesh.faces]
    middle = corners.mean(axis=1)
    # Signed area seen from above, of the faces that look down: their sum over a column is its footprint.
    edges = corners[:, 1:, :2] - corners[:, :1, :2]
    area = -(edges[:, 0, 0] * edges[:, 1, 1] - edges[:, 0, 1] * edges[:, 1, 0]) / 2
    tall = max(1e-3, float(high[2] - low[2]))
    weight = np.maximum(area, 0.0) * np.exp(-3.0 * (middle[:, 2] - low[2]) / tall)
    grid, _, _ = np.histogram2d(
        middle[:, 1],
        middle[:, 0],
        bins=_SHADOW_CELLS,
        range=((place[1], place[3]), (place[0], place[2])),
        weights=weight,
    )
    grid = np.minimum(_blurred(grid / (2 * half / _SHADOW_CELLS) ** 2, 3), 1.0)
    dark = 0.55 * _blurred(grid, 3) + 0.45 * _blurred(grid, 11)
    dark = np.clip(dark * 1.9, 0.0, 1.0)
    return (dark * 190).astype(np.uint8), (float(place[0]), float(place[1]), float(place[2]), float(place[3]))


def _blurred(grid: NDArray, radius: int) -> NDArray:
    """Three box blurs: close to a Gaussian, and only sums."""
    for _ in range(3):
        for axis in (0, 1):
            padded = np.pad(
                grid, [(radius + 1, radius) if a == axis else (0, 0) for a in (0, 1)], mode="edge"
            )
            sums = padded.cumsum(axis=axis)
            ahead = np.take(sums, range(2 * radius + 1, sums.shape[axis]), axis=axis)
            grid = (ahead - np.take(sums, range(grid.shape[axis]), axis=axis)) / (2 * radius + 1)
    return grid


def _smooth(points: NDArray, faces: NDArray) -> Surface:
    import pyvista  # noqa: PLC0415 - 0.9 s at start-up; this runs on a worker

    data = pyvista.PolyData.from_regular_faces(points, faces)
    shaded = data.compute_normals(
        cell_normals=False,
        point_normals=True,
        split_vertices=True,
        feature_angle=_FEATURE_DEG,
        consistent_normals=False,
        auto_orient_normals=False,
    )
    # Copies: the arrays must outlive the VTK objects, which stay on this thread.
    return Surface(
        np.array(shaded.points, dtype=np.float32),
        np.array(shaded.point_data["Normals"], dtype=np.float32),
        np.array(shaded.regular_faces, dtype=np.int32),
    )


def _cluster(mesh: MeshModel) -> tuple[Surface, NDArray[np.int64]]:
    import pyvista  # noqa: PLC0415 - as above
    from vtkmodules.vtkFiltersCore import vtkQuadricClustering  # noqa: PLC0415 - as above

    coarse = vtkQuadricClustering()
    data = pyvista.PolyData.from_regular_faces(mesh.vertices, mesh.faces)
    data.cell_data["origin"] = np.arange(mesh.triangles)
    coarse.SetInputData(data)
    coarse.CopyCellDataOn()
    coarse.AutoAdjustNumberOfDivisionsOff()
    divisions = _LOD_DIVISIONS
    for _ in range(2):
        coarse.SetNumberOfDivisions(divisions, divisions, divisions)
        coarse.Update()
        light = pyvista.wrap(coarse.GetOutput()).triangulate()
        if light.n_cells >= _LOD_LEAST:
            break
        # A slender figure fills few of the cells: it may have finer ones.
        divisions = min(_LOD_FINEST, round(divisions * (_LOD_TRIANGLES / max(1, light.n_cells)) ** 0.5))
    origin = np.array(light.cell_data["origin"], dtype=np.int64)
    return _smooth(np.asarray(light.points), np.asarray(light.regular_faces)), origin

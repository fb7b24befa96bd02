"""Figures as sculpture services make them, and the faults they come with, from fields of our own.

A figure is the zero level of a field of distances (a body, a head, limbs, ears, a ripple finer than a nozzle
can draw), turned into triangles on an even grid, as the services do. Every fault takes a mesh and returns a
mesh, so that they can be chained.
"""

from functools import cache

import numpy as np
from skimage.measure import marching_cubes

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.mesh_merge import drop_unused
from memoreez_desktop.geometry.topology import bodies, edge_table

AI_TRIANGLES = 674_000
"""What a service returns for a grid of 256 cells a side."""
PER_UNIT = {"mm": 1.0, "cm": 10.0, "inch": 25.4, "m": 1000.0}

# Middle, half axes, both in mm, of a figure 80 mm tall whose feet lie at z = 0.
_PARTS = [
    ((0, 0, 34), (15, 12, 20)),
    ((0, 0, 62), (12, 11, 12)),
    ((-8, 0, 74), (4, 3, 7)),
    ((8, 0, 74), (4, 3, 7)),
    ((-17, 3, 40), (8, 4, 5)),
    ((17, 3, 40), (8, 4, 5)),
    ((-7, 1, 9), (6, 8, 10)),
    ((7, 1, 9), (6, 8, 10)),
    ((0, 12, 60), (3, 4, 3)),
]
_LOW, _HIGH = np.array([-28.0, -16.0, -4.0]), np.array([28.0, 19.0, 84.0])
_BLEND_MM = 1.2
_COARSE_MM = 1.0


def _field(pitch_mm, ripple_mm):
    """Distance to the skin of the figure at every point of a grid, negative inside, float32 mm."""
    axes = [np.arange(a, b, pitch_mm, dtype=np.float32) for a, b in zip(_LOW, _HIGH, strict=True)]
    x, y, z = np.meshgrid(*axes, indexing="ij", sparse=True)
    total = np.zeros((len(axes[0]), len(axes[1]), len(axes[2])), np.float32)
    for (cx, cy, cz), (rx, ry, rz) in _PARTS:
        reach = np.sqrt(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 + ((z - cz) / rz) ** 2)
        reach -= 1
        reach *= -min(rx, ry, rz) / _BLEND_MM
        total += np.exp(np.minimum(reach, 60, out=reach), out=reach)
    field = np.log(np.maximum(total, 1e-30, out=total), out=total)
    field *= -_BLEND_MM
    # Hair and cloth: waves of 2.5 mm and of 0.7 mm, the second far below what a nozzle draws.
    for wave_mm, share in ((2.5, 1.0), (0.7, 0.12)):
        k = 2 * np.pi / wave_mm
        field += np.sin(k * x) * np.sin(k * y) * np.sin(k * z) * np.float32(ripple_mm * share)
    return field


def _surface(field, pitch_mm):
    points, faces, _, _ = marching_cubes(field, 0.0, spacing=(pitch_mm,) * 3, allow_degenerate=False)
    # The field grows outwards: the faces come wound inwards.
    mesh = MeshModel(points + _LOW, faces)
    return mesh if mesh.volume_mm3 > 0 else MeshModel(points + _LOW, faces[:, ::-1])


def _largest_body(mesh):
    count, body = bodies(mesh.triangles, edge_table(mesh.faces, len(mesh.vertices)).pairs)
    return drop_unused(mesh.vertices, mesh.faces[body == np.bincount(body, minlength=count).argmax()])


@cache
def figure(triangles=AI_TRIANGLES, wall_mm=0.0, ripple_mm=0.15):
    """A closed figure 80 mm tall of about so many triangles (within a tenth or so).

    With ``wall_mm`` it is a double shell: an outer and an inner skin so far apart. The
    inner skin is wound towards its hollow, as of a bottle without an opening.
    """

    def made(pitch_mm):
        field = _field(pitch_mm, ripple_mm)
        # Between the skins the field is negative: inside the figure, yet no deeper than the wall.
        return _surface(np.maximum(field, -wall_mm - field) if wall_mm else field, pitch_mm)

    pitch = _COARSE_MM * (made(_COARSE_MM).triangles / triangles) ** 0.5
    return made(float(pitch)) if wall_mm else _largest_body(made(float(pitch)))


def joined(*meshes):
    """Several meshes in one, as they are: nothing is united."""
    starts = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes)])
    faces = [mesh.faces + start for mesh, start in zip(meshes, starts, strict=False)]
    return MeshModel(np.concatenate([mesh.vertices for mesh in meshes]), np.concatenate(faces))


def with_floaters(mesh, count=20, size_mm=0.6, seed=0):
    """With crumbs beside it: closed octahedra in the air, all outside its box."""
    random = np.random.default_rng(seed)
    corners = np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], float)
    faces = [[a, b, c] if (a, b, c).count(0) + (b == 2) + (c == 4) in (1, 3) else [a, c, b]
             for a in (0, 1) for b in (2, 3) for c in (4, 5)]  # fmt: skip
    low, high = mesh.bounds_mm
    crumbs = []
    for _ in range(count):
        place = random.uniform(low, high)
        # Beside the figure, so that none touches it.
        away = random.uniform(2, 6) * size_mm
        place[0] = high[0] + away if random.random() < 0.5 else low[0] - away
        crumbs.append(MeshModel(corners * size_mm * random.uniform(0.3, 1) + place, faces))
    return joined(mesh, *crumbs)


def open_at_bottom(mesh, share=0.03):
    """Without the faces of the lowest part of its height: a figure as a scan leaves it."""
    low, high = mesh.bounds_mm[:, 2]
    middle = mesh.vertices[mesh.faces, 2].mean(axis=1)
    return drop_unused(mesh.vertices, mesh.faces[middle > low + share * (high - low)])


def with_holes(mesh, share=0.002, seed=0):
    """Without some faces here and there."""
    keep = np.random.default_rng(seed).random(mesh.triangles) >= share
    return drop_unused(mesh.vertices, mesh.faces[keep])


def with_flipped_faces(mesh, share=0.3, seed=0):
    """With some faces turned over."""
    faces = np.array(mesh.faces)
    turned = np.random.default_rng(seed).random(len(faces)) < share
    faces[turned] = faces[turned][:, ::-1]
    return MeshModel(mesh.vertices, faces)


def with_doubled_faces(mesh, count=500):
    """With its first faces there twice."""
    return MeshModel(mesh.vertices, np.concatenate([mesh.faces, mesh.faces[:count]]))


def with_seams(mesh):
    """With three vertices of its own for every face, as an STL has it."""
    return MeshModel(mesh.vertices[mesh.faces].reshape(-1, 3), np.arange(3 * mesh.triangles).reshape(-1, 3))


def in_unit(mesh, unit):
    """The numbers a file in another unit has: mm, cm, inch or m."""
    return mesh.scaled(1 / PER_UNIT[unit])


def in_unit_box(mesh, side=1.0):
    """Scaled into a box of one or two units about the origin, as sculpture services do."""
    low, high = mesh.bounds_mm
    return mesh.moved(*(-(low + high) / 2)).scaled(side / float((high - low).max()))


@cache
def ai_like(triangles=AI_TRIANGLES):
    """Everything at once: a double shell in inches with crumbs, an open bottom and faces turned over."""
    mesh = figure(triangles, wall_mm=2.0)
    mesh = with_floaters(open_at_bottom(mesh, 0.02))
    return in_unit(with_flipped_faces(mesh, 0.05), "inch")

"""Every map on shapes of which the answer is known, for any triangulation."""

from __future__ import annotations

import numpy as np
import pytest
from manifold3d import Manifold

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.services.model_maps import MAPS, model_map

PRINTER = PrinterProfile("test", "test printer")


def mapped(mesh: MeshModel, map_id: str) -> np.ndarray:
    found = model_map(mesh, PRINTER, map_id, JobContext())
    assert isinstance(found, HeatMap)
    assert found.values.shape == (mesh.triangles,)
    assert found.values.dtype == np.float32
    assert found.colours.shape == (mesh.triangles, 3)
    return found.values


def sides(mesh: MeshModel) -> np.ndarray:
    corners = mesh.vertices[mesh.faces].astype(float)
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return normal / np.linalg.norm(normal, axis=1)[:, None]


def loose(mesh: MeshModel) -> MeshModel:
    """Every triangle with its own corners, as an STL has them, behind one that is collapsed."""
    corners = np.r_[np.zeros((3, 3)), mesh.vertices[mesh.faces].reshape(-1, 3)].astype(np.float32)
    return MeshModel(corners, np.arange(len(corners)).reshape(-1, 3))


@pytest.mark.parametrize("degrees", [30, 45, 60])
def test_a_leaning_plate_reads_its_lean(degrees: float) -> None:
    mesh = to_mesh(Manifold.cube((60, 20, 3)).rotate((0, -degrees, 0)))
    under = np.abs(sides(mesh) @ [0, 0, 1] + np.cos(np.radians(degrees))) < 1e-6
    assert under.any()
    assert mapped(mesh, "overhang")[under] == pytest.approx(90 - degrees, abs=0.01)
    up = sides(mesh)[:, 2] > -1e-6
    assert mapped(mesh, "overhang")[up] == pytest.approx(0, abs=0.01)


def test_what_lies_on_the_bed_leans_nowhere() -> None:
    assert mapped(to_mesh(Manifold.cube((9, 9, 9))), "overhang").max() == 0


@pytest.mark.parametrize("finer", [1, 7])
@pytest.mark.parametrize(
    ("wall_mm", "lost"), [(0.08, 1.0), (0.13, 0.5), (0.42, 0.5), (0.46, 0.0), (2.0, 0.0)]
)
def test_a_wall_is_lost_widened_or_kept(wall_mm: float, lost: float, finer: int) -> None:
    wall = Manifold.cube((30, wall_mm, 20)).translate((0, 5, 1.9))
    mesh = to_mesh((wall + Manifold.cube((30, 10, 2))).refine(finer))
    middles = mesh.vertices[mesh.faces].mean(axis=1)
    values = mapped(mesh, "lost-detail")
    front = (np.abs(sides(mesh)[:, 1]) > 0.9) & (middles[:, 2] > 2.5)
    assert values[front] == pytest.approx(lost, abs=0.02)
    base = (np.abs(sides(mesh)[:, 2]) < 0.1) & (middles[:, 2] < 1.8)
    assert values[base] == pytest.approx(0, abs=0.02)


def test_small_faces_between_two_layers_take_their_neighbours_value() -> None:
    mesh = to_mesh(Manifold.cube((6, 0.3, 4)).refine_to_length(0.12))
    values = mapped(mesh, "lost-detail")
    front = np.abs(sides(mesh)[:, 1]) > 0.9
    assert values[front] == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize("map_id", MAPS)
def test_loose_corners_and_collapsed_faces_change_nothing(map_id: str) -> None:
    mesh = to_mesh((Manifold.cube((30, 0.4, 20)) + Manifold.cube((30, 8, 2))).refine(4))
    values, again = mapped(mesh, map_id), mapped(loose(mesh), map_id)
    assert np.isnan(again[0])
    assert again[1:] == pytest.approx(values, abs=1e-4, nan_ok=True)


@pytest.mark.parametrize("map_id", MAPS)
def test_nothing_has_an_empty_map(map_id: str) -> None:
    assert len(mapped(MeshModel(np.zeros((0, 3)), np.zeros((0, 3))), map_id)) == 0


def test_an_unknown_map_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="colourful"):
        model_map(to_mesh(Manifold.cube()), PRINTER, "colourful", JobContext())

"""A file that is dropped becomes a mesh, a unit and facts; then it is brought to size."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from memoreez_desktop.core.errors import Cancelled, MeshFileError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.services.open_model import at_size, bring_in
from tests.fakes import made_meshes
from tests.fakes.made_solids import box

PRINTER = PrinterProfile("any", "Any")


@pytest.mark.parametrize("suffix", [".stl", ".obj", ".ply"])
def test_what_a_service_made_is_understood(tmp_path, suffix):
    mesh = made_meshes.ai_like(20_000)
    opened = bring_in(save_mesh(mesh, tmp_path / f"figure{suffix}"), PRINTER, JobContext())
    assert (opened.unit.unit, opened.unit.certain) == ("inch", False)
    assert opened.facts.triangles == mesh.triangles
    assert not opened.facts.watertight
    made = at_size(opened.mesh, opened.unit.factor, PRINTER, JobContext())
    assert made.mesh.extents_mm[2] == pytest.approx(82, abs=1)
    assert made.mesh.bounds_mm[0, 2] == pytest.approx(0, abs=1e-5)
    assert pickle.loads(pickle.dumps(opened)).unit == opened.unit


def test_seams_are_no_bodies(tmp_path):
    solid = made_meshes.with_seams(box(40, 40, 40))
    lines = [f"v {x} {y} {z}" for x, y, z in solid.vertices] + [
        f"f {a} {b} {c}" for a, b, c in solid.faces + 1
    ]
    (tmp_path / "seams.obj").write_text("\n".join(lines))
    opened = bring_in(tmp_path / "seams.obj", PRINTER, JobContext())
    assert (opened.facts.bodies, opened.facts.watertight) == (1, True)
    assert opened.unit.certain


@pytest.mark.parametrize("suffix", [".3mf", ".glb"])
def test_files_that_say_their_unit_are_not_asked_about(tmp_path, suffix):
    opened = bring_in(save_mesh(box(50, 20, 30), tmp_path / f"box{suffix}"), PRINTER, JobContext())
    assert opened.unit.certain
    assert opened.facts.size_mm == pytest.approx((50, 20, 30), rel=1e-6)


def test_trouble_and_the_wish_to_stop_come_through(tmp_path):
    (tmp_path / "bad.stl").write_bytes(b"no model")
    with pytest.raises(MeshFileError):
        bring_in(tmp_path / "bad.stl", PRINTER, JobContext())
    token = CancelToken()
    token.cancel()
    flat = MeshModel(np.eye(3), [[0, 1, 2]])
    with pytest.raises(Cancelled):
        bring_in(save_mesh(flat, tmp_path / "flat.ply"), PRINTER, JobContext(token))

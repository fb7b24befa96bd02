"""CuraEngine as the second peer: its file is read, and ours needs about as much plastic as both."""

from __future__ import annotations

import re

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.slicing.gcode.reader import read_gcode

import slicing_engines as engines

pytestmark = pytest.mark.peer


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("peers")
    body = manifold3d.Manifold.sphere(12, 96).scale((1, 1, 1.5)).trim_by_plane((0, 0, 1), -12).to_mesh()
    mesh = MeshModel(np.asarray(body.vert_properties)[:, :3], np.asarray(body.tri_verts).astype(np.int32))
    mesh = mesh.on_bed()
    model = save_mesh(mesh, folder / "egg.stl")
    made = {name: folder / f"{name}.gcode" for name in ("ours", "prusa", "cura")}
    if engines.cura(model, made["cura"], False) is None:
        pytest.skip("CuraEngine or its definitions are not installed (dev.py setup, Debian only)")
    if engines.prusa(model, made["prusa"], False) is None:
        pytest.skip("prusa-slicer is not installed")
    engines.warm(mesh, engines.settings_of(False), made["ours"])
    return made


def test_its_file_is_read(files):
    text = files["cura"].read_text()
    stats, _ = read_gcode(files["cura"])
    assert stats.generator.startswith("Cura")
    # Its last layers may be empty.
    assert stats.layers == pytest.approx(text.count(";LAYER:"), abs=2)
    fed = max(float(e) for e in re.findall(r" E(\d+\.\d+)", text))
    assert stats.filament_mm == pytest.approx(fed, rel=0.01)


def test_ours_needs_the_plastic_of_both(files):
    used = {name: read_gcode(path)[0].filament_mm for name, path in files.items()}
    assert used["ours"] == pytest.approx((used["prusa"] + used["cura"]) / 2, rel=0.1)

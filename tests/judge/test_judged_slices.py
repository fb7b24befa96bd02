"""The embedded slicer's files before an independent judge, and proof that this judge finds faults.

`gcode_verify.py` shares no code with the program: it reads the moves, cuts the mesh by itself and compares.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.core.story import Story
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine

JUDGE = Path(__file__).parent / "gcode_verify.py"
SETTINGS = SliceSettings(PrinterProfile("p", "P"), MaterialProfile("m", "M"), QualityProfile("q", "Q"))
# What both files reach without effort; PrusaSlicer's own lie at about .998, .96, .95 and .995.
FLOORS = {
    "outline_iou": 0.99,
    "wall_band_coverage": 0.95,
    "top_skin_coverage": 0.93,
    "bottom_skin_coverage": 0.93,
    "solid_zone_coverage": 0.98,
}


def bumpy_bowl() -> MeshModel:
    """Make a round body with bumps and a hole through it: slopes, overhangs, islands of a layer."""
    ball = manifold3d.Manifold.sphere(14, 200).warp_batch(
        lambda p: p * (1 + 0.06 * np.sin(p[:, :1] / 1.7) * np.cos(p[:, 1:2] / 2.1) * np.cos(p[:, 2:] / 1.9))
    )
    solid = ball.translate((0, 0, 11)).trim_by_plane((0, 0, 1), 0)
    solid = solid - manifold3d.Manifold.cylinder(40, 4, 4, 64, True).rotate((90, 0, 0)).translate((0, 0, 12))
    mesh = solid.to_mesh()
    return MeshModel(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int32))


def lettered() -> MeshModel:
    """Make one of the program's own products: letters, small parts, large flat areas."""
    recipe = Recipe("keychain", story=Story(name="Anna", passions=("music",)))
    return product_catalog().get("keychain").build(recipe, "final", JobContext()).mesh.on_bed()


def verdict(model: Path, gcode: Path) -> tuple[int, dict]:
    command = [sys.executable, str(JUDGE), str(model), str(gcode), "--bed", "220x220x250", "--px", "0.15"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=170, check=False)
    assert done.returncode < 2, done.stderr
    return done.returncode, json.loads(done.stdout)


@pytest.fixture(scope="module", params=[bumpy_bowl, lettered])
def model(request, tmp_path_factory):
    mesh = request.param()
    return mesh, save_mesh(mesh, tmp_path_factory.mktemp("judged") / "model.stl")


@pytest.mark.parametrize("supports", ["off", "on"])
def test_the_judge_finds_no_fault(model, supports, tmp_path):
    mesh, path = model
    out = tmp_path / "out.gcode"
    BuiltinEngine().slice(mesh, SETTINGS.with_quality(supports=supports), out, JobContext())
    code, found = verdict(path, out)
    assert found["faults"] == []
    assert code == 0
    figures = found["geometry"]
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
    assert figures["outside_area_fraction"] < 0.001
    assert found["volume_mm3"]["stray"] < 1.0
    if supports == "on":
        assert found["islands"]["area_mm2"] < 5.0


def without_a_layer(text: str) -> str:
    """Leave out every printing move of a layer in the middle."""
    parts = text.split(";LAYER_CHANGE\n")
    middle = len(parts) // 2
    parts[middle] = re.sub(r"^G1 [^;\n]*[XY][^;\n]* E\S+.*\n", "", parts[middle], flags=re.MULTILINE)
    return ";LAYER_CHANGE\n".join(parts)


def starved(text: str) -> str:
    """Feed a fifth less plastic."""
    return re.sub(r" E(\d*\.\d+|\d+)", lambda e: f" E{float(e[1]) * 0.8:.5f}", text)


def without_outer_walls(text: str) -> str:
    """Turn the outer walls into travels."""
    parts = re.split(r"(?=^;TYPE:)", text, flags=re.MULTILINE)
    return "".join(
        re.sub(r"^(G1 [^;\n]*[XY][^;\n]*) E\S+", r"\1", part, flags=re.MULTILINE)
        if part.startswith(";TYPE:External perimeter")
        else part
        for part in parts
    )


def cold_nozzle(text: str) -> str:
    """Never heat the nozzle."""
    return re.sub(r"^M10[49] S.*\n", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("spoil", [without_a_layer, starved, without_outer_walls, cold_nozzle])
def test_the_judge_finds_what_is_spoiled(spoil, tmp_path):
    """A judge who lets everything pass would prove nothing."""
    mesh = lettered()
    path = save_mesh(mesh, tmp_path / "model.stl")
    out = tmp_path / "out.gcode"
    BuiltinEngine().slice(mesh, SETTINGS.with_quality(supports="off"), out, JobContext())
    text = out.read_text()
    spoiled = spoil(text)
    assert spoiled != text
    out.write_text(spoiled)
    code, found = verdict(path, out)
    assert code == 1
    assert found["faults"]

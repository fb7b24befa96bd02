"""PrusaSlicer as a peer: its files are read with its own figures, and ours is measured beside it."""

from __future__ import annotations

import re
import shutil
import subprocess

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine
from memoreez_desktop.slicing.gcode.own_words import said_seconds
from memoreez_desktop.slicing.gcode.reader import read_gcode

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(shutil.which("prusa-slicer") is None, reason="prusa-slicer is not installed"),
]

OPTIONS = [
    "--bed-shape=0x0,220x0,220x220,0x220",
    "--center=110,110",
    "--layer-height=0.2",
    "--first-layer-height=0.2",
    "--perimeters=2",
    "--top-solid-layers=4",
    "--bottom-solid-layers=4",
    "--fill-density=15%",
    "--fill-pattern=grid",
    "--perimeter-generator=classic",
    "--filament-density=1.24",
]


def bumpy_bowl() -> MeshModel:
    """Make a round body with bumps, a hole and a flat foot: slopes, overhangs and small parts."""
    ball = manifold3d.Manifold.sphere(16, 96).warp_batch(
        lambda p: p * (1 + 0.06 * np.sin(p[:, :1] / 1.7) * np.cos(p[:, 1:2] / 2.1) * np.cos(p[:, 2:] / 1.9))
    )
    solid = ball.translate((0, 0, 13)).trim_by_plane((0, 0, 1), 0)
    solid = solid - manifold3d.Manifold.cylinder(40, 5, 5, 64, True).rotate((90, 0, 0)).translate((0, 0, 14))
    mesh = solid.to_mesh()
    return MeshModel(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int32))


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("peer")
    mesh = bumpy_bowl()
    model = save_mesh(mesh, folder / "bowl.stl")
    theirs, ours = folder / "theirs.gcode", folder / "ours.gcode"
    command = ["prusa-slicer", "--export-gcode", *OPTIONS, "--output", str(theirs), str(model)]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    settings = SliceSettings(PrinterProfile("p", "P"), MaterialProfile("m", "M"), QualityProfile("q", "Q"))
    BuiltinEngine().slice(mesh, settings, ours, JobContext())
    return theirs, ours


def test_its_own_figures_are_read_from_its_moves(both):
    theirs, _ = both
    text = theirs.read_text()
    stats, paths = read_gcode(theirs)
    said = dict(re.findall(r"^; ([a-z \[\]0-9()]+) = (.+)$", text, re.MULTILINE))
    assert stats.time_s == pytest.approx(said_seconds(theirs), rel=0.01)
    assert stats.filament_mm == pytest.approx(float(said["filament used [mm]"]), rel=0.002)
    assert stats.layers == text.count(";LAYER_CHANGE")
    assert stats.generator.startswith("PrusaSlicer")
    assert {"external_perimeter", "perimeter", "infill", "solid_infill"} <= set(stats.roles)
    assert np.median(paths.width_mm[paths.width_mm > 0]) == pytest.approx(0.45, abs=0.05)


def test_its_time_is_planned_as_it_plans_it(tmp_path):
    """Nothing but short hops with filament drawn back, where corners from rest count most: 1.5 percent."""
    posts = [
        manifold3d.Manifold.cylinder(6, 1.5, 1.2, 24).translate((9 * i, 9 * j, 0))
        for i in range(3)
        for j in range(3)
    ]
    mesh = manifold3d.Manifold.batch_boolean(posts, manifold3d.OpType.Add).to_mesh()
    body = MeshModel(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int32))
    model, theirs = save_mesh(body, tmp_path / "posts.stl"), tmp_path / "theirs.gcode"
    command = [
        "prusa-slicer",
        "--export-gcode",
        *OPTIONS,
        "--output",
        str(theirs),
        str(model),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    assert read_gcode(theirs)[0].time_s == pytest.approx(said_seconds(theirs), rel=0.015)


def test_ours_needs_about_the_same_plastic_in_the_same_layers(both):
    theirs, ours = (read_gcode(path)[0] for path in both)
    assert abs(ours.layers - theirs.layers) <= 1
    assert ours.filament_mm == pytest.approx(theirs.filament_mm, rel=0.2)
    walls = [
        sum(stats.roles[key].filament_mm for key in ("perimeter", "external_perimeter", "overhang_perimeter"))
        for stats in (ours, theirs)
    ]
    assert walls[0] == pytest.approx(walls[1], rel=0.1)


def test_its_supports_and_ours_hold_the_same_ball(tmp_path):
    """Ours cover what hangs and no more, so they take less plastic; both stand under the ball."""
    mesh = manifold3d.Manifold.sphere(12.0, 64).to_mesh()
    ball = MeshModel(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int32))
    model = save_mesh(ball.on_bed(), tmp_path / "ball.stl")
    theirs, ours = tmp_path / "theirs.gcode", tmp_path / "ours.gcode"
    supports = ["--support-material", "--support-material-threshold=40", "--brim-width=5"]
    command = ["prusa-slicer", "--export-gcode", *OPTIONS, *supports, "--output", str(theirs), str(model)]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    settings = SliceSettings(PrinterProfile("p", "P"), MaterialProfile("m", "M"), QualityProfile("q", "Q"))
    BuiltinEngine().slice(ball.on_bed(), settings, ours, JobContext())
    plastic = [
        sum(part.filament_mm for key, part in read_gcode(path)[0].roles.items() if key.startswith("support"))
        for path in (theirs, ours)
    ]
    assert 0.2 * plastic[0] < plastic[1] < 1.2 * plastic[0]

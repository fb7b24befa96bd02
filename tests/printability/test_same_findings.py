"""A turned, moved, divided and shuffled copy of a model has the same findings."""

from __future__ import annotations

import functools
import math

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from manifold3d import Manifold

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.printability.checks import check_mesh

PRINTER = PrinterProfile("test", "test printer")
# Of each amount, and what may always differ: small areas and volumes come from a finite number of cuts.
SHARE, ROOM = 0.05, 0.5


def box(x: float, y: float, z: float, *place: float) -> Manifold:
    return Manifold.cube((x, y, z)).translate(place or (0, 0, 0))


SHAPES = {
    "cube": box(20, 20, 20),
    "T": box(6, 20, 20, 17, 0, 0) + box(40, 20, 4, 0, 0, 20),
    "table": box(6, 20, 20) + box(6, 20, 20, 28, 0, 0) + box(34, 20, 4, 0, 0, 20),
    "leaning plate": box(60, 20, 3).rotate((0, -30, 0)),
    "floating cube": box(20, 20, 5) + box(4, 4, 4, 8, 8, 8),
    "gap": box(10, 10, 5) + box(10, 10, 5, 10.3, 0, 0),
    "wall": box(30, 0.5, 20, 0, 4, 0) + box(30, 10, 1.5),
    "pin": box(20, 20, 5) + Manifold.cylinder(16, 1, 1, 32).translate((10, 10, 4)),
    "hollow": box(30, 30, 30) - box(10, 10, 10, 10, 10, 10),
    "ball": Manifold.sphere(10, 64),
    "mushroom": Manifold.cylinder(30, 6.5, 6.5, 32) + Manifold.cylinder(14, 15, 15, 32).translate((0, 0, 30)),
}


@functools.cache
def original(name: str) -> dict[tuple[str, str], Finding]:
    return findings(to_mesh(SHAPES[name]))


def findings(mesh: MeshModel) -> dict[tuple[str, str], Finding]:
    return {(finding.code, finding.severity): finding for finding in check_mesh(mesh, PRINTER).findings}


def copied(
    solid: Manifold, turn_deg: float, move: tuple[float, float, float], finer: int, seed: int, *, loose: bool
) -> MeshModel:
    """Turn about z, move, divide, shuffle the faces, start each at another corner, and unmerge."""
    random = np.random.default_rng(seed)
    mesh = to_mesh(solid.rotate((0, 0, turn_deg)).translate(move).refine(finer))
    faces = mesh.faces[random.permutation(len(mesh.faces))]
    shift = random.integers(0, 3, len(faces))[:, None]
    faces = np.take_along_axis(faces, (np.arange(3) + shift) % 3, axis=1)
    if loose:
        return MeshModel(mesh.vertices[faces].reshape(-1, 3), np.arange(3 * len(faces)).reshape(-1, 3))
    return MeshModel(mesh.vertices, faces)


def areas(mesh: MeshModel, finding: Finding) -> float:
    corners = mesh.vertices[mesh.faces[finding.faces]].astype(float)
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return float(np.linalg.norm(cross, axis=1).sum() / 2)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    st.sampled_from(sorted(SHAPES)),
    st.floats(0, 360, width=32),
    st.tuples(*[st.floats(-80, 80)] * 3),
    st.integers(1, 4),
    st.integers(0, 1000),
    st.booleans(),
)
def test_the_same_codes_severities_and_amounts(
    name: str, turn_deg: float, move: tuple[float, float, float], finer: int, seed: int, loose: bool
) -> None:
    mesh = copied(SHAPES[name], turn_deg, move, finer, seed, loose=loose)
    expected, got = original(name), findings(mesh)
    assert got.keys() == expected.keys()
    for key, finding in got.items():
        assert finding.amount == pytest.approx(expected[key].amount, rel=SHARE, abs=ROOM), key
        if key[0] in ("overhang", "bridge", "hidden-hollow"):
            before = areas(to_mesh(SHAPES[name]), expected[key])
            assert areas(mesh, finding) == pytest.approx(before, rel=0.02), key


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(SHAPES)), st.tuples(*[st.floats(-80, 80)] * 3), st.integers(0, 1000))
def test_every_place_is_a_place_of_the_model(name: str, move: tuple[float, float, float], seed: int) -> None:
    mesh = copied(SHAPES[name], 0.0, move, 2, seed, loose=False)
    low, high = mesh.bounds_mm
    for finding in findings(mesh).values():
        assert finding.place_mm is not None or not len(finding.faces)
        if finding.place_mm is not None:
            assert (np.array(finding.place_mm) >= low - 1e-3).all()
            assert (np.array(finding.place_mm) <= high + 1e-3).all()


def test_the_shapes_between_them_have_most_of_the_findings() -> None:
    codes = {code for name in SHAPES for code, _ in original(name)}
    assert len(codes) >= 10
    assert not math.isnan(sum(f.amount for name in SHAPES for f in original(name).values()))

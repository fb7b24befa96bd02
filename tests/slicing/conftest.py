"""Solids made on the spot, and the engine run on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.gcode import GcodeStats, Toolpaths
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile, SliceSettings
from memoreez_desktop.slicing.builtin.engine import BuiltinEngine
from memoreez_desktop.slicing.gcode.reader import read_gcode


@dataclass(frozen=True)
class Sliced:
    stats: GcodeStats
    read: GcodeStats
    paths: Toolpaths
    text: str
    settings: SliceSettings


SliceIt = Callable[..., Sliced]


def default_settings() -> SliceSettings:
    return SliceSettings(
        PrinterProfile("test", "Test printer"),
        MaterialProfile("pla", "PLA"),
        QualityProfile("normal", "Normal"),
    )


def mesh_of(solid: manifold3d.Manifold) -> MeshModel:
    mesh = solid.to_mesh()
    return MeshModel(np.asarray(mesh.vert_properties)[:, :3], np.asarray(mesh.tri_verts).astype(np.int32))


def box_mesh(x: float, y: float, z: float) -> MeshModel:
    return mesh_of(manifold3d.Manifold.cube((x, y, z)))


@pytest.fixture(scope="session")
def settings() -> SliceSettings:
    return default_settings()


@pytest.fixture(scope="session")
def box() -> Callable[[float, float, float], MeshModel]:
    return box_mesh


@pytest.fixture(scope="session")
def solid_mesh() -> Callable[[manifold3d.Manifold], MeshModel]:
    return mesh_of


@pytest.fixture(scope="session")
def slice_it(tmp_path_factory: pytest.TempPathFactory) -> SliceIt:
    folder = tmp_path_factory.mktemp("sliced")
    numbers = count()

    def run(mesh: MeshModel, settings: SliceSettings | None = None, **quality: object) -> Sliced:
        chosen = (settings or default_settings()).with_quality(**quality)
        path: Path = folder / f"{next(numbers)}.gcode"
        result = BuiltinEngine().slice(mesh, chosen, path, JobContext())
        read, paths = read_gcode(path)
        text = path.read_text()
        path.unlink()
        return Sliced(result.stats, read, paths, text, chosen)

    return run

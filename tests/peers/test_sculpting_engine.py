"""Our side of the web product's engine against FastAPI and uvicorn, which the real one is built on."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.remote import ProviderValues, ServiceError
from memoreez_desktop.core.remote_mesh import MeshOrder
from memoreez_desktop.geometry.mesh_files import stl_bytes
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.sculpting.generators.engine import Engine
from tests.fakes.mesh_room import Desk
from tests.fakes.mesh_services.runpod import free_port
from tests.fakes.mesh_services.service import subject_png

PROGRAM = Path(__file__).with_name("engine_program.py")
START_S = 30.0
pytestmark = pytest.mark.peer


@contextlib.contextmanager
def engine(mesh: Path, mode: str):
    """Run the engine until it answers, and end it."""
    port = free_port()
    process = subprocess.Popen([sys.executable, PROGRAM, str(port), mesh, mode])
    values = ProviderValues({"base_url": f"http://127.0.0.1:{port}", "minutes": 1})
    try:
        end = time.monotonic() + START_S
        while True:
            try:
                Engine().test(values, HttpWire(NetworkRules()), JobContext())
                break
            except ServiceError:
                assert process.poll() is None
                assert time.monotonic() < end
                time.sleep(0.2)
        yield values
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture
def large_mesh(tmp_path):
    """An STL of 100,000 triangles, as a service's is: 5 MB."""
    corners = np.random.default_rng(1).random((50_002, 3), np.float32)
    faces = np.random.default_rng(2).integers(0, 50_002, (100_000, 3), np.int32)
    path = tmp_path / "large.stl"
    path.write_bytes(stl_bytes(MeshModel(corners, faces)))
    return path


ORDER = MeshOrder("5f" * 16, subject_png())


def test_the_engine_fetches_the_picture_and_brings_a_large_mesh(large_mesh, tmp_path):
    desk = Desk(tmp_path)
    with engine(large_mesh, "well") as values:
        made = Engine().make(ORDER, values, HttpWire(NetworkRules()), desk, JobContext())
    assert made.path.read_bytes() == large_mesh.read_bytes()


def test_what_fails_there_is_told_in_its_own_words(large_mesh, tmp_path):
    with engine(large_mesh, "fails") as values, pytest.raises(ServiceError) as caught:
        Engine().make(ORDER, values, HttpWire(NetworkRules()), Desk(tmp_path), JobContext())
    assert "CUDA out of memory" in caught.value.message
    assert not caught.value.maybe_charged


def test_cancel_holds_while_the_engine_works(large_mesh, tmp_path):
    desk, token = Desk(tmp_path), CancelToken()
    with engine(large_mesh, "silent") as values:
        threading.Timer(0.6, token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            Engine().make(ORDER, values, HttpWire(NetworkRules()), desk, JobContext(token))
        assert time.monotonic() - begun < 1.6
    assert desk.endings == ["goes-on"]

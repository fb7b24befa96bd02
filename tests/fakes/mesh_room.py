"""A mesh generator at work against the fake of its service, for the suites that every one passes."""

from __future__ import annotations

from pathlib import Path

import pytest

from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ProviderValues
from memoreez_desktop.core.remote_mesh import Ending, MeshOrder, RemoteMesh
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from tests.fakes.loopback import Asked, Loopback, Reply
from tests.fakes.mesh_services import (
    comfyui,
    engine,
    fal,
    hunyuan,
    meshy,
    replicate,
    runpod,
    stability,
    tripo,
)
from tests.fakes.mesh_services.service import KEY, MeshService, mesh_bytes, subject_png

SERVICES = [
    *hunyuan.SERVICES,
    *tripo.SERVICES,
    *meshy.SERVICES,
    *stability.SERVICES,
    *fal.SERVICES,
    *replicate.SERVICES,
    *engine.SERVICES,
    *comfyui.SERVICES,
    *runpod.SERVICES,
]
DATA = mesh_bytes()
ORDER = MeshOrder("5f" * 16, subject_png(), detail="normal", seed=7)


def chosen(services: list[MeshService]) -> pytest.MarkDecorator:
    """Run a test for each of these services."""
    names = [f"{service.generator_id}-{number}" for number, service in enumerate(services)]
    return pytest.mark.parametrize("service", services, ids=names)


every_service = chosen(SERVICES)
every_queue = chosen([service for service in SERVICES if service.question])
every_file = chosen([service for service in SERVICES if service.file])


class Desk:
    """Remembers what it was told, in order."""

    def __init__(self, folder: Path) -> None:
        self.told: list[str] = []
        self.endings: list[Ending] = []
        self._folder = folder

    def about_to_send(self) -> None:
        self.told.append("sending")

    def accepted(self, remote_id: str) -> None:
        self.told.append(remote_id)

    def landing(self) -> Path:
        return self._folder / "landed"

    def ended(self, ending: Ending) -> None:
        self.endings.append(ending)


class Room:
    """A generator at work against a fake service."""

    def __init__(self, service: MeshService, server: Loopback, folder: Path) -> None:
        self.generator = mesh_generator_catalog().get(service.generator_id)
        self.values = ProviderValues({"base_url": server.url, **service.plain}, {"key": KEY})
        self.wire = HttpWire(NetworkRules(allow_private=True))
        self.desk = Desk(folder)
        self.remote_id = service.remote_id.replace("{url}", server.url)
        self.token = CancelToken()
        self.heard: list[tuple[float | None, str]] = []
        self.job = JobContext(self.token, lambda fraction, words: self.heard.append((fraction, words)))

    def make(self, order: MeshOrder = ORDER) -> RemoteMesh:
        return self.generator.make(order, self.values, self.wire, self.desk, self.job)

    def resume(self) -> RemoteMesh:
        return self.generator.resume(self.remote_id, self.values, self.wire, self.desk, self.job)


def spoiled(service: MeshService, server: Loopback, reply: Reply, *, question: bool = False):
    """Behave well but for the order, or for the questions after it."""
    well = service.answer(server, DATA)
    method, end = ("GET", service.question) if question else service.order

    def answer(asked: Asked) -> Reply:
        return reply if asked.method == method and asked.path.endswith(end) else well(asked)

    return answer


def is_free(service: MeshService) -> bool:
    """Tell whether it says of itself that a mesh costs nothing."""
    member = mesh_generator_catalog().get(service.generator_id)
    return member.price(ProviderValues(service.plain)).usd == 0.0


def orders(service: MeshService, server: Loopback) -> int:
    return len(server.calls(*service.order))

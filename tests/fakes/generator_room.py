"""A generator at work against the fake of its service, for the suites that every generator passes."""

from __future__ import annotations

import pytest

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ConceptPrompt, PictureOrder, ProviderValues
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.image_services import (
    bfl,
    cloudflare,
    comfyui,
    fal,
    gemini,
    openai_images,
    orchestrator,
    replicate,
    sdapi,
    stability,
)
from tests.fakes.image_services.service import KEY, Service, picture
from tests.fakes.loopback import Asked, Loopback, Reply

SERVICES = [
    *openai_images.SERVICES,
    *cloudflare.SERVICES,
    *bfl.SERVICES,
    *replicate.SERVICES,
    *fal.SERVICES,
    *gemini.SERVICES,
    *stability.SERVICES,
    *sdapi.SERVICES,
    *comfyui.SERVICES,
    *orchestrator.SERVICES,
]
NAMES = [f"{service.generator_id}-{number}" for number, service in enumerate(SERVICES)]
every_service = pytest.mark.parametrize("service", SERVICES, ids=NAMES)
ORDER = PictureOrder("5f" * 16, ConceptPrompt("Fish", "icon", "a solid clay fish"), 1024, 7)
DATA = picture()


class Desk:
    """Remembers what it was told, in order."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def about_to_send(self) -> None:
        self.told.append("sending")

    def accepted(self, remote_id: str) -> None:
        self.told.append(remote_id)


class Room:
    """A generator at work against a fake service."""

    def __init__(self, service: Service, server: Loopback) -> None:
        self.generator = generator_catalog().get(service.generator_id)
        self.values = ProviderValues({"base_url": server.url, **service.plain}, {"key": KEY})
        self.wire = HttpWire(NetworkRules(allow_private=True))
        self.desk = Desk()
        self.partials: list[object] = []
        self.token = CancelToken()
        self.job = JobContext(self.token, None, self.partials.append)

    def draw(self, order: PictureOrder = ORDER):
        return self.generator.draw(order, self.values, self.wire, self.desk, self.job)


def spoiled(service: Service, server: Loopback, reply: Reply):
    """Behave well but for the order."""
    well = service.answer(server, DATA)

    def answer(asked: Asked) -> Reply:
        method, end = service.order
        return reply if asked.method == method and asked.path.endswith(end) else well(asked)

    return answer


def is_free(service: Service) -> bool:
    """Tell whether it says of itself that a picture costs nothing."""
    member = generator_catalog().get(service.generator_id)
    return member.price(ProviderValues(service.plain), ORDER.size_px).usd == 0.0


def orders(service: Service, server: Loopback) -> int:
    return len(server.calls(*service.order))

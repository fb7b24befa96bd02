"""Orders of meshes in a real library: sent once, kept raw, honest about their end."""

from __future__ import annotations

import threading

import pytest

from memoreez_desktop.core.errors import Cancelled, RefusedError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ProviderValues, ServiceError
from memoreez_desktop.core.story import Brief
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from memoreez_desktop.services.mesh_orders import (
    MeshService,
    arriving_folder,
    bring_mesh,
    order_mesh_again,
    plan_mesh,
    raw_file,
    take_up_meshes,
)
from memoreez_desktop.storage.library import Library
from tests.fakes.loopback import Reply, loopback
from tests.fakes.mesh_room import DATA, orders, spoiled
from tests.fakes.mesh_services import fal, meshy, stability, tripo
from tests.fakes.mesh_services.service import KEY, subject_png
from tests.fakes.mesh_services.service import MeshService as Fake

(TRIPO,) = tripo.SERVICES
MESHY = meshy.SERVICES[1]
(FAL,) = fal.SERVICES
STABILITY = stability.SERVICES[0]


@pytest.fixture
def library(tmp_path):
    opened = Library(tmp_path / "library")
    yield opened
    opened.close()


def service_of(fake: Fake, url: str, cap_usd: float = 10.0) -> MeshService:
    values = ProviderValues({"base_url": url, **fake.plain}, {"key": KEY})
    wire = HttpWire(NetworkRules(allow_private=True))
    return MeshService(mesh_generator_catalog().get(fake.generator_id), values, wire, cap_usd)


def planned(library: Library, service: MeshService):
    project = library.start_project(Brief())
    return plan_mesh(library, project, "card", "Tractor", subject_png(), service, seed=7)


@pytest.mark.parametrize("fake", [TRIPO, MESHY, FAL, STABILITY], ids=lambda fake: fake.generator_id)
def test_the_raw_file_is_kept_byte_for_byte_with_its_cost(library, fake):
    with loopback({}) as server:
        server.answer = fake.answer(server, DATA)
        service = service_of(fake, server.url)
        order = planned(library, service)
        done = bring_mesh(library, order.id, service, JobContext())
        assert bring_mesh(library, order.id, service, JobContext()) == done
        assert orders(fake, server) == 1
    assert raw_file(library, done).read_bytes() == DATA
    assert raw_file(library, done).suffix == ".stl"
    assert done.cost_usd
    assert done.cost_usd == library.spending.spent_usd()
    assert not arriving_folder(library, order.id).exists()
    assert library.orders.history("mesh") == (done,)
    assert library.orders.of_card(order.project_id, "card") == ()


def test_above_the_monthly_limit_nothing_is_sent(library):
    with loopback({}) as server:
        server.answer = TRIPO.answer(server, DATA)
        service = service_of(TRIPO, server.url, cap_usd=0.1)
        order = planned(library, service)
        with pytest.raises(ServiceError) as caught:
            bring_mesh(library, order.id, service, JobContext())
        assert server.asked == []
    assert caught.value.reason == "cap_reached"
    assert library.orders.order(order.id).state == "failed"
    assert library.spending.spent_usd() == 0


def test_what_was_accepted_is_fetched_by_the_next_program(library):
    with loopback({}) as server:
        server.answer = spoiled(TRIPO, server, TRIPO.waiting, question=True)
        service = service_of(TRIPO, server.url)
        order = planned(library, service)
        token = CancelToken()
        threading.Timer(0.6, token.cancel).start()
        with pytest.raises(Cancelled):
            bring_mesh(library, order.id, service, JobContext(token))
        left = library.orders.order(order.id)
        # It cannot be stopped there, so it is neither lost nor ordered again.
        assert (left.state, left.ending, left.remote_id) == ("accepted", "goes-on", TRIPO.remote_id)
        server.answer = TRIPO.answer(server, DATA)
        done = bring_mesh(library, order.id, service, JobContext())
        assert orders(TRIPO, server) == 1
    assert done.state == "done"


@pytest.mark.parametrize(
    ("waiting", "state", "ending"),
    [(("PENDING", 0), "failed", "stopped"), (("IN_PROGRESS", 40), "unsure", "may-cost")],
)
def test_cancel_tells_whether_it_was_really_stopped(library, waiting, state, ending):
    status, progress = waiting
    told = Reply.of_json({"id": "018a-1", "status": status, "progress": progress})
    with loopback({}) as server:
        server.answer = spoiled(MESHY, server, told, question=True)
        service = service_of(MESHY, server.url)
        order = planned(library, service)
        token = CancelToken()
        threading.Timer(0.8, token.cancel).start()
        with pytest.raises(Cancelled):
            bring_mesh(library, order.id, service, JobContext(token))
        assert server.calls("DELETE")
    left = library.orders.order(order.id)
    assert (left.state, left.ending) == (state, ending)
    assert bool(library.spending.spent_usd()) == (ending == "may-cost")


def test_an_order_nobody_knows_the_end_of_is_not_sent_again_by_itself(library):
    lost = Reply(200, [b'{"co'], fault="reset")
    with loopback({}) as server:
        server.answer = spoiled(TRIPO, server, lost)
        service = service_of(TRIPO, server.url)
        order = planned(library, service)
        with pytest.raises(ServiceError):
            bring_mesh(library, order.id, service, JobContext())
        assert library.orders.order(order.id).state == "unsure"
        with pytest.raises(RefusedError):
            bring_mesh(library, order.id, service, JobContext())
        assert orders(TRIPO, server) == 1
        server.answer = TRIPO.answer(server, DATA)
        again = order_mesh_again(library, order.id, service)
        assert bring_mesh(library, again.id, service, JobContext()).state == "done"
    assert again.source == order.source


def test_a_mesh_that_had_arrived_when_the_program_ended_is_kept_and_not_unsure(library, monkeypatch):
    with loopback({}) as server:
        server.answer = STABILITY.answer(server, DATA)
        service = service_of(STABILITY, server.url)
        order = planned(library, service)

        class Killed(BaseException):
            pass

        def killed(*_args):
            raise Killed

        monkeypatch.setattr(library.objects, "put_file", killed)
        with pytest.raises(Killed):
            bring_mesh(library, order.id, service, JobContext())
        monkeypatch.undo()
    # As another program would find it.
    library._database.update("orders", {"state": "submitting", "owner": "1 0.0"}, "id = ?", order.id)
    (taken,) = take_up_meshes(library)
    assert taken.state == "done"
    assert raw_file(library, taken).read_bytes() == DATA


def test_a_lost_order_is_found_in_the_list_of_its_service_and_not_ordered_again(library):
    lost = Reply(200, [b'{"re'], fault="reset")
    with loopback({}) as server:
        server.answer = spoiled(MESHY, server, lost)
        service = service_of(MESHY, server.url)
        order = planned(library, service)
        with pytest.raises(ServiceError):
            bring_mesh(library, order.id, service, JobContext())
        assert library.orders.order(order.id).state == "unsure"
        server.answer = MESHY.answer(server, DATA)
        # The service's list says that it was made in 2026; long before or after, it is another one.
        with pytest.raises(RefusedError):
            bring_mesh(library, order.id, service, JobContext())
        library._database.update("orders", {"created_s": 1_790_000_030.0}, "id = ?", order.id)
        assert bring_mesh(library, order.id, service, JobContext()).state == "done"
        assert orders(MESHY, server) == 1

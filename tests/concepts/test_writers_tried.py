"""The Test button of every prompt writer: free, in words, and never fooled by another program's answer."""

from __future__ import annotations

import pytest

from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ProviderValues, ServiceError
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.faults import BAD_BODIES
from tests.fakes.loopback import Reply, loopback

KEY = "sk-planted-0123456789"
ROUTES = {
    "openai-chat": "GET /models",
    "ollama": "GET /api/tags",
    "cloudflare-chat": "GET /accounts/acc/ai/models/search",
}
GOOD = {
    "openai-chat": {"object": "list", "data": [{"id": "another"}, {"id": "some-model"}]},
    "ollama": {"models": [{"name": "some-model:latest", "size": 1}]},
    "cloudflare-chat": {"success": True, "errors": [], "result": [{"name": "@cf/x/some-model"}]},
}
every_writer = pytest.mark.parametrize("writer_id", ROUTES)


def try_out(writer_id: str, url: str, job: JobContext | None = None, **plain: str) -> str:
    values = ProviderValues({"base_url": url, "model": "some-model", "account": "acc", **plain}, {"key": KEY})
    wire = HttpWire(NetworkRules(allow_private=True))
    return writer_catalog().get(writer_id).test(values, wire, job or JobContext())


@every_writer
def test_it_asks_once_for_free_and_says_what_it_found(writer_id):
    with loopback({ROUTES[writer_id]: Reply.of_json(GOOD[writer_id])}) as server:
        said = try_out(writer_id, server.url)
    assert "accepted" in said or "is there" in said
    (asked,) = server.asked
    assert asked.method == "GET"
    assert KEY not in asked.path + asked.query
    assert ("authorization" in asked.headers) == (writer_id != "ollama")


@pytest.mark.parametrize("writer_id", ["openai-chat", "ollama"])
def test_a_model_that_is_not_there_is_named(writer_id):
    with loopback({ROUTES[writer_id]: Reply.of_json(GOOD[writer_id])}) as server:
        assert "“gone”" in try_out(writer_id, server.url, model="gone")


@every_writer
@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, "auth"),
        (402, "no_credit"),
        (403, "auth"),
        (404, "model_gone"),
        (429, "rate_limit"),
        (500, "server"),
    ],
)
def test_a_refusal_has_its_reason(writer_id, status, reason):
    page = Reply(status, f"<html>bad {KEY}</html>".encode(), {"content-type": "text/html"})
    with loopback({ROUTES[writer_id]: page}) as server, pytest.raises(ServiceError) as caught:
        try_out(writer_id, server.url)
    assert caught.value.reason == reason
    assert caught.value.hint
    assert KEY not in str(caught.value)
    assert not caught.value.maybe_charged


@every_writer
@pytest.mark.parametrize("fault", BAD_BODIES)
def test_an_answer_without_sense_is_said(writer_id, fault):
    with loopback({ROUTES[writer_id]: BAD_BODIES[fault]}) as server, pytest.raises(ServiceError) as caught:
        try_out(writer_id, server.url)
    assert caught.value.hint
    assert not caught.value.maybe_charged


@every_writer
def test_without_a_server_it_says_so(writer_id):
    with loopback({}) as server:
        url = server.url
    with pytest.raises(ServiceError) as caught:
        try_out(writer_id, url)
    assert caught.value.reason == "offline"


@every_writer
def test_what_was_cancelled_asks_nothing_more(writer_id):
    token = CancelToken()
    token.cancel()
    with loopback({ROUTES[writer_id]: Reply(wait_s=5)}) as server, pytest.raises(Cancelled):
        try_out(writer_id, server.url, JobContext(token))


def test_the_template_needs_no_network():
    wire = HttpWire(NetworkRules(offline=True))
    assert writer_catalog().get("template").test(ProviderValues(), wire, JobContext())


@pytest.mark.parametrize("member", list(writer_catalog()), ids=lambda member: member.id)
def test_every_member_describes_itself(member):
    assert member.info.label
    assert member.info.description
    assert member.info.leaves
    state = member.availability(ProviderValues())
    assert state.available == member.info.local
    assert state.available or state.why_not

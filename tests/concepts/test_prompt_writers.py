"""Prompt writers against servers that answer well, badly and not at all."""

from __future__ import annotations

import json
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.concepts.writers.reply import UnusableReplyError, prompts_of
from memoreez_desktop.concepts.writers.rules import CHARACTERS, LOOK
from memoreez_desktop.concepts.writers.template import template_prompts
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.remote import ProviderValues, ServiceError
from memoreez_desktop.core.story import Story
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from tests.fakes.loopback import Reply, loopback

KEY = "sk-planted-0123456789"
STORY = Story("Grandpa Karl", 70, ("fishing", "tractors"), "hates Mondays", "birthday")
GOOD = {
    "concepts": [
        {"title": f"Title {n}", "character": name, "prompt": f"a solid thing {n}"}
        for n, (name, _) in enumerate(CHARACTERS)
    ]
}
REMOTE = ["openai-chat", "ollama", "cloudflare-chat"]
ROUTES = {
    "openai-chat": "POST /chat/completions",
    "ollama": "POST /api/chat",
    "cloudflare-chat": "POST /accounts/acc/ai/run/some-model",
}


def wrapped(writer_id: str, content: object) -> Reply:
    """Answer as the service of a writer does."""
    if writer_id == "openai-chat":
        return Reply.of_json({"choices": [{"message": {"content": content}}]})
    if writer_id == "ollama":
        return Reply.of_json({"message": {"role": "assistant", "content": content}, "done": True})
    return Reply.of_json({"success": True, "errors": [], "result": {"response": content}})


def write(writer_id: str, url: str, count: int = 4, job: JobContext | None = None):
    values = ProviderValues({"base_url": url, "model": "some-model", "account": "acc"}, {"key": KEY})
    wire = HttpWire(NetworkRules(allow_private=True))
    return writer_catalog().get(writer_id).write(STORY, count, 1, values, wire, job or JobContext())


@pytest.mark.parametrize("writer_id", REMOTE)
@pytest.mark.parametrize(
    "content",
    [
        json.dumps(GOOD),
        f"Sure! Here it is:\n```json\n{json.dumps(GOOD, indent=1)}\n```\nEnjoy.",
        f"<think>hm { {} } …</think>{json.dumps(GOOD)}",
        json.dumps(GOOD).replace("}]", "},]"),
        json.dumps(GOOD["concepts"]),
    ],
)
def test_a_good_answer_is_read_however_it_is_wrapped(writer_id, content):
    with loopback({ROUTES[writer_id]: wrapped(writer_id, content)}) as server:
        prompts = write(writer_id, server.url)
    assert [prompt.title for prompt in prompts] == [f"Title {n}" for n in range(4)]
    assert all(prompt.prompt.endswith(LOOK) for prompt in prompts)
    assert len(server.asked) == 1


def test_an_answer_that_was_read_already_is_taken():
    with loopback({ROUTES["cloudflare-chat"]: wrapped("cloudflare-chat", GOOD)}) as server:
        assert len(write("cloudflare-chat", server.url)) == 4


@pytest.mark.parametrize("writer_id", REMOTE)
def test_a_broken_answer_is_asked_for_once_more(writer_id):
    cut = json.dumps(GOOD)[:-20]

    def answer(asked):
        return wrapped(writer_id, cut if len(server.asked) == 1 else json.dumps(GOOD))

    with loopback({ROUTES[writer_id]: answer}) as server:
        assert write(writer_id, server.url)[0].title == "Title 0"
    assert len(server.asked) == 2
    assert "Not usable" in server.asked[1].json()["messages"][-1]["content"]


@pytest.mark.parametrize("writer_id", REMOTE)
@pytest.mark.parametrize(
    "content", ["", "I cannot do that.", "{}", '{"concepts": []}', '{"concepts": [1]}', "[" * 5000]
)
def test_what_stays_unusable_is_written_by_the_template(writer_id, content):
    with loopback({ROUTES[writer_id]: wrapped(writer_id, content)}) as server:
        assert write(writer_id, server.url) == template_prompts(STORY, 4, 1)
    assert len(server.asked) == 2


@pytest.mark.parametrize("writer_id", REMOTE)
@pytest.mark.parametrize("fault", ["reset", "truncate"])
def test_a_lost_answer_is_written_by_the_template_and_not_asked_again(writer_id, fault):
    body = [b'{"a'] if fault == "reset" else b'{"a'
    lost = Reply(200, body, {"content-type": "application/json"}, fault=fault)
    with loopback({ROUTES[writer_id]: lost}) as server:
        assert write(writer_id, server.url) == template_prompts(STORY, 4, 1)
    assert len(server.asked) == 1


@pytest.mark.parametrize("writer_id", REMOTE)
@pytest.mark.parametrize(
    ("status", "reason"), [(401, "auth"), (402, "no_credit"), (404, "model_gone"), (429, "rate_limit")]
)
def test_a_refusal_is_said_in_words_without_the_key(writer_id, status, reason):
    no = Reply.of_json({"error": {"message": f"bad {KEY}"}}, status, Retry_After="12")
    with loopback({ROUTES[writer_id]: no}) as server, pytest.raises(ServiceError) as caught:
        write(writer_id, server.url)
    assert caught.value.reason == reason
    assert KEY not in str(caught.value)
    assert caught.value.hint


def test_a_server_that_refuses_a_parameter_is_asked_without_it():
    def answer(asked):
        for name in ("max_tokens", "response_format"):
            if name in asked.json():
                return Reply.of_json({"error": {"message": f"Unsupported parameter: '{name}'"}}, 400)
        return wrapped("openai-chat", json.dumps(GOOD))

    with loopback({ROUTES["openai-chat"]: answer}) as server:
        assert write("openai-chat", server.url)[0].title == "Title 0"
    assert server.asked[-1].json()["max_completion_tokens"] == 800


@pytest.mark.parametrize("writer_id", REMOTE)
def test_the_keys_go_where_they_belong(writer_id):
    with loopback({ROUTES[writer_id]: wrapped(writer_id, json.dumps(GOOD))}) as server:
        write(writer_id, server.url)
    carries = "authorization" in server.asked[0].headers
    assert carries == (writer_id != "ollama")
    assert KEY not in server.asked[0].path + server.asked[0].query + server.asked[0].body.decode()


@pytest.mark.parametrize("writer_id", REMOTE)
def test_cancel_holds_within_a_second(writer_id):
    token = CancelToken()
    with loopback({ROUTES[writer_id]: Reply(wait_s=8)}) as server:
        threading.Timer(0.2, token.cancel).start()
        begun = time.monotonic()
        with pytest.raises(Cancelled):
            write(writer_id, server.url, job=JobContext(token))
        assert time.monotonic() - begun < 1.2


def test_more_than_four_are_asked_for_in_turns():
    with loopback({ROUTES["ollama"]: wrapped("ollama", json.dumps(GOOD))}) as server:
        assert len(write("ollama", server.url, count=7)) == 7
    assert len(server.asked) == 2


@given(st.integers(1, 12), st.integers(0, 99))
def test_templates_are_deterministic_and_begin_alike(count, seed):
    prompts = template_prompts(STORY, count, seed)
    assert prompts == template_prompts(STORY, 12, seed)[:count]
    assert len({prompt.prompt for prompt in template_prompts(STORY, 12, seed)}) == 12
    assert not any("Monday" in prompt.prompt for prompt in prompts)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["concepts", "title", "prompt", "character"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_a_model_answers_is_prompts_or_unusable(value):
    for reply in (value, json.dumps(value)):
        try:
            assert len(prompts_of(reply, 1)) == 1
        except UnusableReplyError:
            continue

"""Prompts by any server with OpenAI's chat completions: OpenAI, LM Studio, llama.cpp, LocalAI and others.

Source: the OpenAI API reference, "Create chat completion"; what compatible servers refuse, in their code.
"""

from __future__ import annotations

from typing import Any

from memoreez_desktop.concepts.openai_answers import model_found, refusal_of_openai
from memoreez_desktop.concepts.writers.api import WriterInfo
from memoreez_desktop.concepts.writers.conversation import MOST_TOKENS, Message, converse
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import ConceptPrompt, ProviderValues
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.refusals import unreadable

_HOME = "https://api.openai.com/v1"
_INFO = WriterInfo(
    "openai-chat",
    say("OpenAI (words)"),
    say("Any language model behind OpenAI's interface, in the cloud or on this computer."),
    (
        FieldSpec("base_url", say("Address"), "text", _HOME),
        FieldSpec("model", say("Model"), "text", "gpt-4.1-mini"),
        FieldSpec("key", say("Key"), "secret", ""),
        FieldSpec("own_server", say("My own server"), "bool", False),
    ),
    leaves=say("The story you typed."),
    key_page="https://platform.openai.com/api-keys",
    key_of="openai-images",
)
# What a server may refuse by name, and what is sent instead (None: nothing).
_INSTEAD: dict[str, str | None] = {
    "max_tokens": "max_completion_tokens",
    "response_format": None,
    "temperature": None,
}


class OpenAiChatWriter:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.writers.api.PromptWriter`."""
        if values.secret() or values.text(_INFO, "base_url").rstrip("/") != _HOME:
            return AVAILABLE
        return Availability(False, say("It needs a key."))

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """List the models: free, and proves address and key."""
        ask = Ask(
            "GET",
            _url(values, "models"),
            secret_headers=_key(values),
            local=_is_own(values),
            read_timeout_s=20.0,
            most_bytes=4_000_000,
        )
        return model_found(_INFO.label, wire.call(ask, job), values.text(_INFO, "model"))

    def write(
        self, story: Story, count: int, seed: int, values: ProviderValues, wire: Wire, job: JobContext
    ) -> tuple[ConceptPrompt, ...]:
        """See :class:`~memoreez_desktop.concepts.writers.api.PromptWriter`."""
        body: dict[str, Any] = {
            "model": values.text(_INFO, "model"),
            "max_tokens": MOST_TOKENS,
            "temperature": 0.9,
            "response_format": {"type": "json_object"},
        }

        def ask(messages: list[Message], left_s: float) -> object:
            for _refused in range(len(_INSTEAD) + 1):
                answer = self._call({**body, "messages": messages}, left_s, values, wire, job)
                if answer.status == 200:
                    return _text_of(answer)
                if not _give_way(body, answer):
                    raise refusal_of_openai(_INFO.label, answer)
            raise refusal_of_openai(_INFO.label, answer)

        return converse(story, count, seed, ask)

    def _call(
        self, body: dict[str, Any], left_s: float, values: ProviderValues, wire: Wire, job: JobContext
    ) -> Answer:
        return wire.call(
            Ask(
                "POST",
                _url(values, "chat/completions"),
                secret_headers=_key(values),
                json_body=body,
                paid=True,
                local=_is_own(values),
                read_timeout_s=left_s,
                deadline_s=left_s,
                most_bytes=1_000_000,
            ),
            job,
        )


def _url(values: ProviderValues, path: str) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/{path}"


def _key(values: ProviderValues) -> dict[str, str]:
    return {"authorization": f"Bearer {values.secret()}"} if values.secret() else {}


def _is_own(values: ProviderValues) -> bool:
    return bool(values.plain.get("own_server", False))


def _give_way(body: dict[str, Any], answer: Answer) -> bool:
    """Change what the server refused by name; False when it refused something else. A 400 was not charged."""
    if answer.status not in (400, 422):
        return False
    said = answer.body.decode(errors="replace")
    for name, instead in _INSTEAD.items():
        if name in body and name in said:
            value = body.pop(name)
            if instead:
                body[instead] = value
            return True
    return False


def _text_of(answer: Answer) -> str:
    try:
        content = answer.json()["choices"][0]["message"]["content"]
    except (TypeError, KeyError, IndexError):
        raise unreadable(_INFO.label) from None
    return content if isinstance(content, str) else ""

"""Prompts by Ollama, on this computer or in the house.

Source: the Ollama API documentation, "Generate a chat completion" (its answer is a string that holds JSON).
"""

from __future__ import annotations

from memoreez_desktop.concepts.refusals import refusal_of, unreadable
from memoreez_desktop.concepts.writers.api import WriterInfo
from memoreez_desktop.concepts.writers.conversation import MOST_TOKENS, Message, converse
from memoreez_desktop.concepts.writers.rules import SCHEMA
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import ConceptPrompt, ProviderValues
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Ask, Wire

_INFO = WriterInfo(
    "ollama",
    say("Ollama"),
    say("A language model on your own computer: free and private."),
    (
        FieldSpec("base_url", say("Address"), "text", "http://127.0.0.1:11434"),
        FieldSpec("model", say("Model"), "text", "llama3.2"),
    ),
    local=True,
    leaves=say("Nothing leaves your own network."),
)


class OllamaWriter:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.writers.api.PromptWriter`."""
        return AVAILABLE

    def write(
        self, story: Story, count: int, seed: int, values: ProviderValues, wire: Wire, job: JobContext
    ) -> tuple[ConceptPrompt, ...]:
        """See :class:`~memoreez_desktop.concepts.writers.api.PromptWriter`."""

        def ask(messages: list[Message], left_s: float) -> object:
            answer = wire.call(
                Ask(
                    "POST",
                    values.text(_INFO, "base_url").rstrip("/") + "/api/chat",
                    json_body={
                        "model": values.text(_INFO, "model"),
                        "messages": messages,
                        "format": SCHEMA,
                        "stream": False,
                        "think": False,
                        "options": {"num_predict": MOST_TOKENS, "seed": seed},
                    },
                    local=True,
                    read_timeout_s=left_s,
                    deadline_s=left_s,
                    most_bytes=1_000_000,
                ),
                job,
            )
            value = answer.json()
            if answer.status != 200:
                said = str(value.get("error", "")) if isinstance(value, dict) else ""
                raise refusal_of(_INFO.label, answer, said)
            try:
                return str(value["message"]["content"])
            except (TypeError, KeyError):
                raise unreadable(_INFO.label, maybe_charged=False) from None

        return converse(story, count, seed, ask)

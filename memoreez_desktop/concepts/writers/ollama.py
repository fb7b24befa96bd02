"""Prompts by Ollama, on this computer or in the house.

Source: the Ollama API documentation, "Generate a chat completion" (its answer is a string that holds JSON)
and "List local models".
"""

from __future__ import annotations

from memoreez_desktop.concepts.writers.api import WriterInfo
from memoreez_desktop.concepts.writers.conversation import MOST_TOKENS, Message, converse
from memoreez_desktop.concepts.writers.rules import SCHEMA
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import ConceptPrompt, ProviderValues, ServiceError
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.refusals import refusal_of, unreadable

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

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """List the models on that computer, which is free, and say whether this one is among them."""
        url = values.text(_INFO, "base_url").rstrip("/") + "/api/tags"
        answer = wire.call(Ask("GET", url, local=True, read_timeout_s=20.0, most_bytes=4_000_000), job)
        value = answer.json()
        if answer.status != 200:
            raise _refused(answer)
        listed = value.get("models") if isinstance(value, dict) else None
        if not isinstance(listed, list):
            raise unreadable(_INFO.label, maybe_charged=False)
        model = values.text(_INFO, "model")
        names = [str(entry.get("name", "")) for entry in listed if isinstance(entry, dict)]
        # "llama3.2" means "llama3.2:latest" to it.
        if model in names or f"{model}:latest" in names:
            return say("It answers, and the model is there.")
        return say("It answers, but has no “{model}” yet: ollama pull {model}", model=model)

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
                raise _refused(answer)
            try:
                return str(value["message"]["content"])
            except (TypeError, KeyError):
                raise unreadable(_INFO.label, maybe_charged=False) from None

        return converse(story, count, seed, ask)


def _refused(answer: Answer) -> ServiceError:
    value = answer.json()
    return refusal_of(_INFO.label, answer, str(value.get("error", "")) if isinstance(value, dict) else "")

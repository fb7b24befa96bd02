"""Prompts by a language model of Cloudflare Workers AI."""

from __future__ import annotations

from memoreez_desktop.concepts.cloudflare_answers import (
    ACCOUNT_FIELDS,
    KEY_FIELD,
    KEY_PAGE,
    account_found,
    key_headers,
    refusal_of_cloudflare,
    run_url,
)
from memoreez_desktop.concepts.writers.api import WriterInfo
from memoreez_desktop.concepts.writers.conversation import MOST_TOKENS, Message, converse
from memoreez_desktop.concepts.writers.rules import SCHEMA
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import ConceptPrompt, ProviderValues
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Ask, Wire
from memoreez_desktop.network.refusals import unreadable

_INFO = WriterInfo(
    "cloudflare-chat",
    say("Cloudflare Workers AI (words)"),
    say("A language model in Cloudflare's network, with a free share every day."),
    (
        *ACCOUNT_FIELDS,
        FieldSpec("model", say("Model"), "text", "@cf/meta/llama-3.1-8b-instruct-fast"),
        KEY_FIELD,
    ),
    leaves=say("The story you typed."),
    key_page=KEY_PAGE,
    key_of="cloudflare",
)


class CloudflareChatWriter:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.writers.api.PromptWriter`."""
        if values.secret() and values.text(_INFO, "account"):
            return AVAILABLE
        return Availability(False, say("It needs an account id and a token."))

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Search the account's models: free, and proves account and token."""
        return account_found(_INFO, values, wire, job)

    def write(
        self, story: Story, count: int, seed: int, values: ProviderValues, wire: Wire, job: JobContext
    ) -> tuple[ConceptPrompt, ...]:
        """See :class:`~memoreez_desktop.concepts.writers.api.PromptWriter`."""
        url = run_url(
            values.text(_INFO, "base_url"), values.text(_INFO, "account"), values.text(_INFO, "model")
        )

        def ask(messages: list[Message], left_s: float) -> object:
            answer = wire.call(
                Ask(
                    "POST",
                    url,
                    secret_headers=key_headers(values),
                    json_body={
                        "messages": messages,
                        "max_tokens": MOST_TOKENS,
                        "seed": seed,
                        "response_format": {"type": "json_schema", "json_schema": SCHEMA},
                    },
                    paid=True,
                    read_timeout_s=left_s,
                    deadline_s=left_s,
                    most_bytes=1_000_000,
                ),
                job,
            )
            value = answer.json()
            if answer.status != 200 or not isinstance(value, dict) or not value.get("success"):
                raise refusal_of_cloudflare(_INFO.label, answer)
            result = value.get("result")
            if not isinstance(result, dict) or "response" not in result:
                raise unreadable(_INFO.label)
            # With a schema the answer may come as an object that was read already.
            return result["response"]

        return converse(story, count, seed, ask)

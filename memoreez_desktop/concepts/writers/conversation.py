"""Asking a language model for prompts: once, once more with what was wrong, and else the template."""

from __future__ import annotations

import time
from collections.abc import Callable

from memoreez_desktop.concepts.writers.reply import UnusableReplyError, prompts_of
from memoreez_desktop.concepts.writers.rules import INSTRUCTION, story_words
from memoreez_desktop.concepts.writers.template import template_prompts
from memoreez_desktop.core.remote import ConceptPrompt, ServiceError
from memoreez_desktop.core.story import Story

Message = dict[str, str]
AskModel = Callable[[list[Message], float], object]
"""Takes the messages and the seconds that are left; returns the model's text, or JSON already read."""

MOST_TOKENS = 800
LONGEST_S = 20.0
_AT_ONCE = 4
_LEAST_S = 1.0


def converse(story: Story, count: int, seed: int, ask: AskModel) -> tuple[ConceptPrompt, ...]:
    """Have ``count`` prompts written, four at a time: more do not fit into :data:`MOST_TOKENS`.

    Raises
    ------
    ServiceError
        The service said no. An answer that cannot be used is no error: the template writes instead.
    """
    prompts: list[ConceptPrompt] = []
    end = time.monotonic() + LONGEST_S
    for start in range(0, count, _AT_ONCE):
        wanted = min(_AT_ONCE, count - start)
        found = _asked(story, wanted, ask, end)
        if found is None:
            return tuple(prompts) + template_prompts(story, count, seed)[len(prompts) :]
        prompts += found
    return tuple(prompts)


def _asked(story: Story, count: int, ask: AskModel, end: float) -> tuple[ConceptPrompt, ...] | None:
    messages: list[Message] = [
        {"role": "system", "content": INSTRUCTION},
        {"role": "user", "content": story_words(story, count)},
    ]
    for _attempt in range(2):
        left_s = end - time.monotonic()
        if left_s < _LEAST_S:
            return None
        try:
            reply = ask(messages, left_s)
        except ServiceError as error:
            if error.reason in ("timeout_unsure", "server"):
                return None  # prompts are not worth waiting for: the template has some at once
            raise
        try:
            return prompts_of(reply, count)
        except UnusableReplyError as wrong:
            said = reply if isinstance(reply, str) else ""
            messages += [
                {"role": "assistant", "content": said[:2000]},
                {"role": "user", "content": f"Not usable: {wrong}. Answer again with the JSON only."},
            ]
    return None

"""What a language model answered, made into prompts or refused."""

from __future__ import annotations

import json
import re
from typing import Any

from memoreez_desktop.concepts.writers.rules import CHARACTERS, LOOK
from memoreez_desktop.core.remote import ConceptPrompt

_LONGEST_TITLE, _LONGEST_PROMPT = 60, 900
_FENCE = re.compile(r"^\s*```[a-z]*\s*|\s*```\s*$", re.IGNORECASE)
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
_TRAILING_COMMA = re.compile(r",(\s*[\]}])")
_KNOWN = {name for name, _ in CHARACTERS}


class UnusableReplyError(ValueError):
    """The answer is not what was asked for; the text says what is wrong with it, for the model."""


def prompts_of(reply: object, count: int) -> tuple[ConceptPrompt, ...]:
    """Read an answer: text with JSON in it, or JSON that the service has read already.

    Returns
    -------
    tuple of ConceptPrompt
        Exactly ``count``; each ends in the look that every picture needs.

    Raises
    ------
    UnusableReplyError
        It is no such JSON, or too few concepts.
    """
    value = _json_in(reply) if isinstance(reply, str) else reply
    concepts = value.get("concepts") if isinstance(value, dict) else value
    if not isinstance(concepts, list):
        raise UnusableReplyError('there is no list called "concepts"')
    found = tuple(_prompt(entry, number) for number, entry in enumerate(concepts[:count]))
    if len(found) < count:
        raise UnusableReplyError(f"there are {len(found)} concepts and not {count}")
    return found


def _json_in(text: str) -> Any:
    """Find the JSON among thoughts, fences and polite words; a comma too many is forgiven."""
    text = _FENCE.sub("", _THOUGHT.sub("", text))
    starts = [place for place in (text.find("{"), text.find("[")) if place >= 0]
    if not starts:
        raise UnusableReplyError("there is no JSON in it")
    start = min(starts)
    for candidate in (text[start:], _TRAILING_COMMA.sub(r"\1", text[start:])):
        try:
            return json.JSONDecoder().raw_decode(candidate)[0]
        except (ValueError, RecursionError) as error:
            reason = str(error)
    raise UnusableReplyError(f"the JSON is broken or cut off ({reason})")


def _prompt(entry: object, number: int) -> ConceptPrompt:
    if not isinstance(entry, dict):
        raise UnusableReplyError(f"concept {number + 1} is no object")
    words = {key: entry.get(key) for key in ("title", "character", "prompt")}
    if any(not isinstance(value, str) or not value.strip() for value in words.values()):
        raise UnusableReplyError(f"concept {number + 1} lacks title, character or prompt")
    title, character, prompt = (" ".join(str(value).split()) for value in words.values())
    if character.lower() not in _KNOWN:
        raise UnusableReplyError(f"“{character[:20]}” is no character")
    return ConceptPrompt(title[:_LONGEST_TITLE], character.lower(), finished(prompt[:_LONGEST_PROMPT]))


def finished(prompt: str) -> str:
    """Return a prompt that ends in the look every picture needs."""
    prompt = prompt.rstrip(" .,;")
    return prompt if prompt.endswith(LOOK) else f"{prompt}, {LOOK}"

"""Fields of a provider as words of the command line, each checked as the form in the window does."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.provider import FieldSpec, ParamValue, ProviderInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.services.provider_settings import key_variable
from memoreez_desktop.storage.settings import Settings

_YES = ("true", "yes", "on", "1")
_NO = ("false", "no", "off", "0")


def with_fields(settings: Settings, info: ProviderInfo, words: Sequence[str]) -> Settings:
    """Return settings in which fields of a provider are set by ``name=value``; nothing is saved.

    Raises
    ------
    UsageError
        There is no such field, it is a key, or the value makes no sense for it.
    """
    entered = dict(settings.providers.get(info.id, {}))
    for word in words:
        name, equals, text = word.partition("=")
        known = next((known for known in info.fields if known.id == name.strip()), None)
        if known is None or not equals:
            plain = [known.id for known in info.fields if known.kind != "secret"]
            raise UsageError(
                say("“{word}” sets no field of {provider}.", word=name[:40], provider=info.label),
                say("Known: {names}.", names=", ".join(f"{name}=…" for name in plain)),
            )
        if known.kind == "secret":
            raise UsageError(
                say("A key does not belong on the command line, where others can read it."),
                say(
                    "Store it with “memoreez provider-key {id}”, or set {variable}.",
                    id=info.id,
                    variable=key_variable(info.id),
                ),
            )
        entered[known.id] = _value(known, text.strip())
    return replace(settings, providers={**settings.providers, info.id: entered})


def _value(known: FieldSpec, text: str) -> ParamValue:
    low = text.casefold()
    if known.kind == "bool" and low in _YES + _NO:
        return low in _YES
    if known.kind in ("float", "int"):
        number = _number(known, text)
        if number is not None:
            return number
    if known.kind == "choice" and text in [value for value, _ in known.choices]:
        return text
    if known.kind == "text":
        return text
    allowed = ", ".join(value for value, _ in known.choices) or known.kind
    raise UsageError(
        say("“{value}” is no value for {name}.", value=text[:40], name=known.id),
        say("Known: {names}.", names=allowed),
    )


def _number(known: FieldSpec, text: str) -> int | float | None:
    try:
        number = int(text) if known.kind == "int" else float(text)
    except ValueError:
        return None
    low = -math.inf if known.minimum is None else known.minimum
    high = math.inf if known.maximum is None else known.maximum
    return number if math.isfinite(number) and low <= number <= high else None

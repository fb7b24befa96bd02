"""What OpenAI's interface answers when it says no; compatible servers say it nearly alike."""

from __future__ import annotations

from memoreez_desktop.core.remote import Reason, ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer
from memoreez_desktop.network.refusals import reason_of_status, refusal_of, unreadable

_NAMED = 5

# By ``error.code`` or ``error.type`` of the envelope; what is not named follows the status.
_BY_CODE: dict[str, Reason] = {
    "moderation_blocked": "content_filter",
    "content_policy_violation": "content_filter",
    "image_generation_user_error": "content_filter",
    "invalid_api_key": "auth",
    "insufficient_quota": "no_credit",
    "billing_hard_limit_reached": "no_credit",
    "model_not_found": "model_gone",
    "rate_limit_exceeded": "rate_limit",
}


def error_of(value: object) -> tuple[str, str, str]:
    """Return (code, type, message) of an error envelope; empty words for what is missing.

    Notes
    -----
    ``error`` is an object at OpenAI and a plain string at some compatible servers; sd-server then has the
    words beside it.
    """
    if not isinstance(value, dict):
        return "", "", ""
    error = value.get("error")
    if isinstance(error, str):
        return "", "", str(value.get("message") or error)
    if not isinstance(error, dict):
        return "", "", ""
    code, kind, message = (error.get(name) for name in ("code", "type", "message"))
    return str(code or ""), str(kind or ""), str(message or "")


def reason_of_openai(status: int, value: object) -> Reason:
    """Return what an error means."""
    code, kind, message = error_of(value)
    if "billing hard limit" in message.lower():
        return "no_credit"
    return _BY_CODE.get(code) or _BY_CODE.get(kind) or reason_of_status(status)


def refusal_of_openai(service: str, answer: Answer) -> ServiceError:
    """Put an answer that is no success into words."""
    value = answer.json()
    return refusal_of(service, answer, error_of(value)[2], reason_of_openai(answer.status, value))


def model_found(service: str, answer: Answer, model: str) -> str:
    """Read a list of models and say in a sentence whether one is among them.

    Raises
    ------
    ServiceError
        The key is wrong, or something else answers there.
    """
    if answer.status != 200:
        raise refusal_of_openai(service, answer)
    value = answer.json()
    listed = value.get("data") if isinstance(value, dict) else None
    if not isinstance(listed, list):
        raise unreadable(service, maybe_charged=False)
    names = [str(entry.get("id", "")) for entry in listed if isinstance(entry, dict)]
    if model in names or not names:
        return say("It answers, and the model is there.")
    return say(
        "It answers, but does not list the model “{model}”. It has: {names}",
        model=model,
        names=", ".join(names[:_NAMED]),
    )

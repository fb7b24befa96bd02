"""What Cloudflare Workers AI is asked and answers: one envelope for pictures and for words.

Source: Cloudflare's Workers AI documentation, "Errors"; the codes of its filters and the time-out 3046 as
users have reported them.
"""

from __future__ import annotations

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import FieldSpec, ProviderInfo
from memoreez_desktop.core.remote import ProviderValues, Reason, ServiceError
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.refusals import refusal_of, unreadable

HOME = "https://api.cloudflare.com/client/v4"
KEY_PAGE = "https://dash.cloudflare.com/profile/api-tokens"
ACCOUNT_FIELDS = (
    FieldSpec("base_url", say("Address"), "text", HOME),
    FieldSpec("account", say("Account id"), "text", ""),
)
KEY_FIELD = FieldSpec("key", say("Token"), "secret", "", help=say("With the permission Workers AI."))

_BY_CODE: dict[int, Reason] = {
    3030: "content_filter",
    8007: "content_filter",
    3036: "no_credit",
    3040: "queue_full",
    3046: "server",
    3007: "server",
    3008: "server",
    5007: "model_gone",
    3042: "model_gone",
    5019: "model_gone",
    5005: "model_gone",
    5016: "auth",
    5018: "auth",
    3023: "auth",
    3041: "auth",
    10000: "auth",
    5035: "no_credit",
    3006: "bad_input",
    5004: "bad_input",
    3003: "bad_input",
}


def run_url(base_url: str, account: str, model: str) -> str:
    """Return where a model of an account is run."""
    return f"{base_url.rstrip('/')}/accounts/{account}/ai/run/{model}"


def key_headers(values: ProviderValues) -> dict[str, str]:
    """Return the header with the token."""
    return {"authorization": f"Bearer {values.secret()}"}


def account_found(info: ProviderInfo, values: ProviderValues, wire: Wire, job: JobContext) -> str:
    """Search the account's models, which is free, and say in a sentence that account and token are good.

    Raises
    ------
    ServiceError
        They are not, or something else answers there.
    """
    base, account = values.text(info, "base_url").rstrip("/"), values.text(info, "account")
    url = f"{base}/accounts/{account}/ai/models/search?per_page=1"
    ask = Ask("GET", url, secret_headers=key_headers(values), read_timeout_s=20.0, most_bytes=4_000_000)
    answer = wire.call(ask, job)
    value = answer.json()
    if answer.status == 200 and not isinstance(value, dict):
        raise unreadable(info.label, maybe_charged=False)
    if answer.status != 200 or not value.get("success"):
        raise refusal_of_cloudflare(info.label, answer)
    return say("Account and token are accepted.")


def refusal_of_cloudflare(service: str, answer: Answer) -> ServiceError:
    """Put an answer that is no success into words; the first known code decides, else the status."""
    value = answer.json()
    errors = value.get("errors") if isinstance(value, dict) else None
    known = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
    said = " ".join(str(error.get("message", "")) for error in known)
    reason = next((_BY_CODE[error["code"]] for error in known if error.get("code") in _BY_CODE), None)
    if "nsfw" in said.lower() or "has been flagged" in said.lower():
        reason = "content_filter"
    return refusal_of(service, answer, said, reason)

"""What Meshy answers, in the words people get.

Source: docs.meshy.ai, "Errors", and the tasks of "Image to 3D".
"""

from __future__ import annotations

from typing import Any

from memoreez_desktop.core.remote import Reason, ServiceError
from memoreez_desktop.network.api import Answer
from memoreez_desktop.network.refusals import refusal, refusal_of, unreadable

SERVICE = "Meshy"
_FULL = ("NoMoreConcurrentTasks", "NoMorePendingTasks")


def link_of(task: dict[str, Any]) -> str:
    """Return the address of the mesh in the best of the formats that were made."""
    urls = task.get("model_urls")
    for name in ("glb", "stl", "pre_remeshed_glb", "obj"):
        url = urls.get(name) if isinstance(urls, dict) else None
        if isinstance(url, str) and url:
            return url
    raise unreadable(SERVICE)


def failure_of(task: dict[str, Any]) -> ServiceError:
    """Put the end of a task into words; it was refunded."""
    error = task.get("task_error")
    told = error if isinstance(error, dict) else {}
    code, said = str(told.get("code") or ""), str(told.get("message") or "")
    reason: Reason = "server"
    if "moderation" in code:
        reason = "content_filter"
    elif told.get("type") == "invalid_input" or code in ("image_too_complex", "invalid_input"):
        reason = "bad_input"
    return refusal(SERVICE, reason, said)


def refused(answer: Answer) -> ServiceError:
    """Put an answer that is no success into words."""
    value = answer.json()
    said = str(value.get("message") or "") if isinstance(value, dict) else ""
    reason: Reason | None = None
    if answer.status == 429 and any(word in said or word in str(value) for word in _FULL):
        reason = "queue_full"
    elif answer.status == 400 and "flagged" in said.lower():
        reason = "content_filter"
    elif answer.status == 404:
        reason = "bad_input"
    return refusal_of(SERVICE, answer, said, reason)

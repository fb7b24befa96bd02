"""What ComfyUI tells: messages of its socket, entries of its history, refusals of a graph.

Source: ComfyUI's own server.py and execution.py.
"""

from __future__ import annotations

import json
import struct
from typing import Any

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import PartialPicture, Reason, ServiceError
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.network.api import Answer
from memoreez_desktop.network.refusals import refusal, refusal_of

SERVICE = "ComfyUI"
_PREVIEW = 1
_PREVIEW_WITH_NOTES = 4
_ENDS = ("execution_success", "execution_error", "execution_interrupted")


def is_end(message: str | bytes, prompt_id: str, job: JobContext, at_work: Phrase) -> bool:
    """Hand on what a message of the socket tells; True once the order is over, well or badly."""
    if isinstance(message, bytes):
        _hand_on_preview(message, prompt_id, job)
        return False
    try:
        value = json.loads(message)
    except (ValueError, RecursionError):
        return False
    data = value.get("data") if isinstance(value, dict) else None
    if not isinstance(data, dict) or data.get("prompt_id") != prompt_id:
        return False
    kind = value.get("type")
    done, most = data.get("value"), data.get("max")
    if kind == "progress" and isinstance(done, int | float) and isinstance(most, int | float) and most > 0:
        job.progress(done / most, at_work)
    return kind in _ENDS or (kind == "executing" and data.get("node") is None)


def _hand_on_preview(frame: bytes, prompt_id: str, job: JobContext) -> None:
    """Take the picture out of a binary frame: two numbers before it, or a number, a length and notes."""
    if len(frame) < 8:
        return
    kind, second = struct.unpack(">II", frame[:8])
    if kind == _PREVIEW:
        job.partial(PartialPicture(frame[8:]))
    elif kind == _PREVIEW_WITH_NOTES:
        try:
            notes = json.loads(frame[8 : 8 + second])
        except (ValueError, RecursionError):
            return
        if isinstance(notes, dict) and notes.get("prompt_id", prompt_id) == prompt_id:
            job.partial(PartialPicture(frame[8 + second :]))


def saved_file(entry: dict[str, Any], kind: str) -> dict[str, str] | None:
    """Return where what a history entry saved is: ``filename``, ``subfolder``, ``type``; None: nothing.

    Parameters
    ----------
    kind : str
        ``images`` or ``3d``, as the history names them.

    Raises
    ------
    ServiceError
        The order failed or was stopped.
    """
    status = entry.get("status")
    if isinstance(status, dict) and status.get("status_str") == "error":
        raise _failure(status.get("messages"))
    outputs = entry.get("outputs")
    found: list[dict[str, str]] = []
    for output in outputs.values() if isinstance(outputs, dict) else ():
        images = output.get(kind) if isinstance(output, dict) else None
        for image in images if isinstance(images, list) else ():
            if isinstance(image, dict) and isinstance(image.get("filename"), str):
                names = ("filename", "subfolder", "type")
                found.append({name: str(image.get(name) or "") for name in names})
    # Previews of a workflow are "temp"; what it saves is "output".
    return next((image for image in found if image["type"] == "output"), found[0] if found else None)


def _failure(messages: object) -> ServiceError:
    for message in messages if isinstance(messages, list) else ():
        if not isinstance(message, list) or len(message) < 2 or not isinstance(message[1], dict):
            continue
        kind, data = message[0], message[1]
        if kind == "execution_interrupted":
            return ServiceError(
                say("It was stopped in ComfyUI itself."), say("Order it anew."), reason="server"
            )
        if kind == "execution_error":
            said = str(data.get("exception_message", ""))
            if "OutOfMemory" in str(data.get("exception_type", "")) or "out of memory" in said.lower():
                return ServiceError(
                    say("ComfyUI ran out of memory."),
                    say("Close other programs, or choose a smaller model in the settings."),
                    reason="server",
                )
            return refusal(SERVICE, "server", said)
    return refusal(SERVICE, "server")


def refused(answer: Answer) -> ServiceError:
    """Put an order that was not taken into words: what is wrong stands at the graph's nodes."""
    value = answer.json()
    if not isinstance(value, dict):
        return refusal_of(SERVICE, answer)
    error = value.get("error")
    told = [error] if isinstance(error, dict) else []
    nodes = value.get("node_errors")
    for node in nodes.values() if isinstance(nodes, dict) else ():
        errors = node.get("errors") if isinstance(node, dict) else None
        told = [entry for entry in errors or [] if isinstance(entry, dict)] + told
    reason: Reason | None = None
    if any(entry.get("type") == "value_not_in_list" for entry in told):
        reason = "model_gone"
    said = " ".join(str(told[0].get(part) or "") for part in ("message", "details")) if told else ""
    return refusal_of(SERVICE, answer, said or (error if isinstance(error, str) else ""), reason)

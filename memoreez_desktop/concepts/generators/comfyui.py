"""Pictures by ComfyUI on a computer of one's own.

Source: ComfyUI's own server.py: the order's id is chosen here, so that it can be found again after a restart;
the socket tells steps and previews, and because users know it to fall silent, the history is asked beside it.
"""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from memoreez_desktop.concepts.generators.arrived import require_picture
from memoreez_desktop.concepts.generators.comfyui_answers import SERVICE, is_end, picture_file, refused
from memoreez_desktop.concepts.generators.comfyui_workflow import CHECKPOINT, filled, has_place, load_workflow
from memoreez_desktop.core.errors import Cancelled
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import (
    GeneratorInfo,
    PictureOrder,
    Price,
    ProviderValues,
    RemoteDesk,
    RemotePicture,
    ServiceError,
)
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Ask, TalkingSocket, Wire
from memoreez_desktop.network.queued import not_kept, pause, still_drawing, tell_to_stop
from memoreez_desktop.network.refusals import refusal_of, unreadable

_LOOK_S = 3.0
_FIRST_LOOK_S = 0.3
_LISTEN_S = 0.1
_DEADLINE_S = 3600.0
_PATIENCE = 5
_MISSING = 3
"""So often neither in the queue nor in the history: forgotten."""
_GRID_PX = 8
_INFO = GeneratorInfo(
    "comfyui",
    say("ComfyUI"),
    say("Free, on a computer of your own: every step is shown, and your own workflow can be used."),
    (
        FieldSpec("base_url", say("Address"), "text", "http://127.0.0.1:8188"),
        FieldSpec("checkpoint", say("Model"), "text", "", help=say("Empty: the first one it has.")),
        FieldSpec(
            "workflow",
            say("Workflow file"),
            "text",
            "",
            help=say("Saved with “Export (API)”; %prompt%, %seed%, %width% and %height% are filled in."),
        ),
    ),
    local=True,
    capabilities=frozenset({"partials", "progress", "resume", "cancel", "seed", "size"}),
    leaves=say("The prompt, to your own server only."),
)


class ComfyUi:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return AVAILABLE

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return Price(0.0)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for its version, and look whether the workflow and a model are there."""
        system = _dict_in(_asked(_get(values, "/system_stats"), wire, job).get("system"))
        version = system.get("comfyui_version")
        if not isinstance(version, str):
            raise unreadable(SERVICE, maybe_charged=False)
        if has_place(load_workflow(values.text(_INFO, "workflow")), CHECKPOINT):
            model = _checkpoint(values, wire, job)
            return say("ComfyUI {version} answers; it will draw with {model}.", version=version, model=model)
        return say("ComfyUI {version} answers, and the workflow can be read.", version=version)

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        prompt_id = str(uuid.UUID(order.id))
        # The same graph again would be taken from its cache, without a picture: the seed is never missing.
        seed = order.seed if order.seed is not None else uuid.UUID(order.id).int % 2**32
        graph = load_workflow(values.text(_INFO, "workflow"))
        model = _checkpoint(values, wire, job) if has_place(graph, CHECKPOINT) else ""
        side = max(_GRID_PX, order.size_px // _GRID_PX * _GRID_PX)
        places: dict[str, str | int] = {CHECKPOINT: model, "%prompt%": order.prompt.prompt, "%seed%": seed}
        body = {
            "prompt": filled(graph, places | {"%width%": side, "%height%": side}),
            "client_id": prompt_id,
            "prompt_id": prompt_id,
        }
        with _listening(prompt_id, values, wire) as socket, _stopped_with(prompt_id, values, wire):
            desk.about_to_send()
            job.progress(None, say("Being ordered"))
            answer = wire.call(Ask("POST", _url(values, "/prompt"), json_body=body, local=True), job)
            if answer.status != 200:
                raise refused(answer)
            remote_id = _dict_in(answer.json()).get("prompt_id")
            if not isinstance(remote_id, str):
                raise unreadable(SERVICE, maybe_charged=False)
            # Versions before 0.3.45 name the order themselves.
            desk.accepted(remote_id)
            entry = _awaited(remote_id, socket, values, wire, job)
        return _picture(entry, values, wire, job, RemotePicture(b"", model, seed, 0.0, remote_id))

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        with _listening(remote_id, values, wire) as socket, _stopped_with(remote_id, values, wire):
            entry = _awaited(remote_id, socket, values, wire, job)
        return _picture(
            entry,
            values,
            wire,
            job,
            RemotePicture(b"", values.text(_INFO, "checkpoint"), None, 0.0, remote_id),
        )


def _url(values: ProviderValues, path: str) -> str:
    return values.text(_INFO, "base_url").rstrip("/") + path


def _get(values: ProviderValues, path: str) -> Ask:
    return Ask("GET", _url(values, path), local=True, read_timeout_s=20.0)


def _dict_in(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _asked(ask: Ask, wire: Wire, job: JobContext) -> dict[str, Any]:
    answer = wire.call(ask, job)
    if answer.status != 200:
        raise refusal_of(SERVICE, answer)
    return _dict_in(answer.json())


def _checkpoint(values: ProviderValues, wire: Wire, job: JobContext) -> str:
    """Return the model to draw with: the person's, else the first the server has."""
    entered = values.text(_INFO, "checkpoint")
    if entered:
        return entered
    known = _asked(_get(values, "/object_info/CheckpointLoaderSimple"), wire, job)
    inputs = _dict_in(_dict_in(known.get("CheckpointLoaderSimple")).get("input"))
    names = _dict_in(inputs.get("required")).get("ckpt_name")
    if isinstance(names, list) and len(names) > 1 and names[0] == "COMBO":
        # Newer servers name the kind first and the choices beside it.
        names = [_dict_in(names[1]).get("options")]
    listed = names[0] if isinstance(names, list) and names else None
    if not isinstance(listed, list) or not listed:
        raise ServiceError(
            say("ComfyUI has no model to draw with."),
            say("Put a checkpoint into its folder models/checkpoints, or use a workflow of your own."),
            reason="model_gone",
        )
    return str(listed[0])


@contextlib.contextmanager
def _listening(prompt_id: str, values: ProviderValues, wire: Wire) -> Iterator[TalkingSocket | None]:
    """Open the socket of an order; None where only plain requests get through."""
    url = "ws" + _url(values, f"/ws?clientId={quote(prompt_id)}").removeprefix("http")
    with contextlib.ExitStack() as stack:
        socket: TalkingSocket | None = None
        with contextlib.suppress(ServiceError):
            socket = stack.enter_context(wire.socket(url, local=True))
        yield socket


@contextlib.contextmanager
def _stopped_with(prompt_id: str, values: ProviderValues, wire: Wire) -> Iterator[None]:
    """Take an order out of the queue and stop it when the person cancels; others' orders go on."""

    def tell(job: JobContext) -> None:
        delete = Ask("POST", _url(values, "/queue"), json_body={"delete": [prompt_id]}, local=True)
        wire.call(delete, job)
        running, _ = _queue(values, wire, job)
        if prompt_id in running:
            # Old servers stop whatever is running, whatever the id: it is asked of them only for ours.
            stop = Ask("POST", _url(values, "/interrupt"), json_body={"prompt_id": prompt_id}, local=True)
            wire.call(stop, job)

    try:
        yield
    except Cancelled:
        tell_to_stop(tell)
        raise


def _awaited(
    prompt_id: str, socket: TalkingSocket | None, values: ProviderValues, wire: Wire, job: JobContext
) -> dict[str, Any]:
    """Listen to the socket and ask the history until the order is in it."""
    begun = time.monotonic()
    wait_s, troubles, missing, ended = _FIRST_LOOK_S, 0, 0, False
    look_at = begun
    while time.monotonic() - begun < _DEADLINE_S:
        job.check_cancelled()
        if time.monotonic() >= look_at:
            try:
                entry = _looked_up(prompt_id, values, wire, job)
            except ServiceError as error:
                troubles += 1
                if error.reason == "bad_input" or troubles > _PATIENCE:
                    raise
            else:
                if isinstance(entry, dict):
                    return entry
                troubles, missing = 0, 0 if entry else missing + 1
                if missing >= _MISSING:
                    raise not_kept(SERVICE, paid=False)
            wait_s = _FIRST_LOOK_S if ended else min(_LOOK_S, 1.5 * wait_s)
            look_at = time.monotonic() + wait_s
        if socket is None:
            pause(job, _LISTEN_S)
            continue
        try:
            message = socket.receive(_LISTEN_S)
        except ServiceError:
            socket = None
            continue
        if message is not None and is_end(message, prompt_id, job):
            ended, look_at = True, time.monotonic()
    raise still_drawing(SERVICE, paid=False)


def _looked_up(prompt_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> dict[str, Any] | bool:
    """Return the history's entry, else whether the order is in the queue."""
    history = _asked(_get(values, f"/history/{quote(prompt_id)}"), wire, job)
    entry = history.get(prompt_id)
    if isinstance(entry, dict):
        return entry
    running, pending = _queue(values, wire, job)
    if prompt_id in pending:
        before = len(running) + pending.index(prompt_id)
        job.progress(None, say("Waiting; {count} before it", count=before))
    return prompt_id in running or prompt_id in pending


def _queue(values: ProviderValues, wire: Wire, job: JobContext) -> tuple[list[str], list[str]]:
    """Return the ids of what is running and of what waits."""
    queue = _asked(_get(values, "/queue"), wire, job)
    running, pending = (
        [item[1] for item in queue.get(part) or [] if isinstance(item, list) and len(item) > 1]
        for part in ("queue_running", "queue_pending")
    )
    return running, pending


def _picture(
    entry: dict[str, Any], values: ProviderValues, wire: Wire, job: JobContext, known: RemotePicture
) -> RemotePicture:
    url = _url(values, "/view?" + urlencode(picture_file(entry)))
    data = wire.download(url, job, local=True)
    require_picture(data, SERVICE, paid=False)
    return RemotePicture(data, known.model, known.seed, known.cost_usd, known.remote_id)

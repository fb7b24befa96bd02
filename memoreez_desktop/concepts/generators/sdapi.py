"""Pictures by a Stable Diffusion web server of one's own: AUTOMATIC1111, Forge, reForge, SD.Next.

Source: ``modules/api`` and ``modules/progress`` of AUTOMATIC1111 and Forge; the troubles with their progress
as users reported them. The order is one long request: its progress is asked for beside it, by our own name.
"""

from __future__ import annotations

import base64
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from typing import Any

from memoreez_desktop.concepts.generators.arrived import require_picture
from memoreez_desktop.concepts.generators.sdapi_answers import picture_in, refused
from memoreez_desktop.concepts.generators.sdapi_progress import ProgressWatch
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
)
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, Wire
from memoreez_desktop.network.queued import tell_to_stop
from memoreez_desktop.network.refusals import refusal, unreadable

_INFO = GeneratorInfo(
    "sdapi",
    say("Stable Diffusion web UI"),
    say("Your own AUTOMATIC1111, Forge, reForge or SD.Next, started with --api. Free. Can use your photo."),
    (
        FieldSpec("base_url", say("Address"), "text", "http://127.0.0.1:7860"),
        FieldSpec("model", say("Model"), "text", "", help=say("Empty: the one that is loaded.")),
        FieldSpec("user", say("Name"), "text", "", help=say("Only if it was started with --api-auth.")),
        FieldSpec("key", say("Password"), "secret", ""),
        FieldSpec(
            "side_px",
            say("Side of the picture"),
            "int",
            1024,
            minimum=256,
            maximum=2048,
            step=64,
            unit="px",
            help=say("512 for models of the 1.5 family."),
        ),
        FieldSpec("steps", say("Steps"), "int", 25, minimum=1, maximum=150, step=1),
        FieldSpec(
            "cfg_scale",
            say("Obedience to the prompt"),
            "float",
            7.0,
            minimum=1.0,
            maximum=30.0,
            step=0.5,
            help=say("1 for Flux models."),
        ),
        FieldSpec("sampler", say("Sampler"), "text", "", help=say("Empty: the server's own choice.")),
        FieldSpec(
            "negative",
            say("What must not be in it"),
            "text",
            "text, watermark, frame, several objects, floating parts, thin parts, cropped",
        ),
        FieldSpec(
            "strength",
            say("Freedom from the photo"),
            "float",
            0.7,
            minimum=0.0,
            maximum=1.0,
            step=0.05,
            help=say("0 keeps your photo as it is, 1 pays no heed to it."),
        ),
    ),
    local=True,
    capabilities=frozenset({"photo", "partials", "progress", "cancel", "seed", "size"}),
    leaves=say("Nothing leaves your own network."),
)
_FIRST_LOOK_S = 0.2
_LOOK_S = 1.0
_LONGEST_S = 1800.0
_CROP = 1
"""``resize_mode``: the photo is cropped, not squeezed."""


class SdApi:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`; nothing must be entered."""
        return AVAILABLE

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return Price(0.0)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """List the models."""
        ask = Ask(
            "GET",
            _url(values, "sd-models"),
            secret_headers=_key(values),
            local=True,
            read_timeout_s=20.0,
            most_bytes=16_000_000,
        )
        answer = wire.call(ask, job)
        if answer.status != 200:
            raise refused(_INFO.label, answer)
        listed = answer.json()
        if not isinstance(listed, list):
            raise unreadable(_INFO.label, maybe_charged=False)
        entries = [entry for entry in listed if isinstance(entry, dict)]
        model = values.text(_INFO, "model")
        names = {str(entry.get(name, "")) for entry in entries for name in ("title", "model_name")}
        if model and model not in names:
            return say("It answers, but does not list the model “{model}”.", model=model)
        if not entries:
            return say("It answers, but has no model yet.")
        return say("It answers and has {count} models.", count=len(entries))

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        ask = _ask(order, values)
        base_url = values.text(_INFO, "base_url").rstrip("/")
        watch = ProgressWatch(wire, base_url, _key(values), order.id)
        desk.about_to_send()
        job.progress(None, say("Being drawn"))
        answer = _call_and_watch(ask, wire, watch, job)
        if answer.status != 200:
            raise refused(_INFO.label, answer)
        data, seed = picture_in(answer.json(), _INFO.label)
        require_picture(data, _INFO.label, paid=False)
        return RemotePicture(data, values.text(_INFO, "model"), order.seed if seed is None else seed, 0.0)

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """Not possible: the server keeps no jobs."""
        raise refusal(_INFO.label, "bad_input")


def _call_and_watch(ask: Ask, wire: Wire, watch: ProgressWatch, job: JobContext) -> Answer:
    """Wait for the long request, and hand on its progress meanwhile; stop the server on cancel."""
    with ThreadPoolExecutor(1, "picture-order") as threads:
        # Listeners are called on the job's own thread alone, so the waiting one has none.
        waiting = threads.submit(wire.call, ask, JobContext(job.token))
        waiting.add_done_callback(lambda _done: watch.end())
        pause_s = _FIRST_LOOK_S
        try:
            while not wait_for((waiting,), pause_s).done:
                watch.look(job)
                pause_s = min(_LOOK_S, pause_s * 2)
            return waiting.result()
        except Cancelled:
            tell_to_stop(watch.interrupt)
            raise


def _url(values: ProviderValues, path: str) -> str:
    return f"{values.text(_INFO, 'base_url').rstrip('/')}/sdapi/v1/{path}"


def _key(values: ProviderValues) -> dict[str, str]:
    user = values.text(_INFO, "user")
    if not user:
        return {}
    return {"authorization": f"Basic {base64.b64encode(f'{user}:{values.secret()}'.encode()).decode()}"}


def _number(values: ProviderValues, field_id: str) -> float:
    """Return a number within its bounds, the default for what is none."""
    field = next(known for known in _INFO.fields if known.id == field_id)
    try:
        number = float(values.text(_INFO, field_id))
    except ValueError:
        number = float(field.default)
    return min(field.maximum or number, max(field.minimum or 0.0, number))


def _ask(order: PictureOrder, values: ProviderValues) -> Ask:
    side_px = min(order.size_px, int(_number(values, "side_px")))
    wishes: dict[str, Any] = {
        "prompt": order.prompt.prompt,
        "negative_prompt": values.text(_INFO, "negative"),
        "width": side_px,
        "height": side_px,
        "steps": int(_number(values, "steps")),
        "cfg_scale": _number(values, "cfg_scale"),
        "seed": -1 if order.seed is None else order.seed,
        "batch_size": 1,
        "n_iter": 1,
        "send_images": True,
        "save_images": False,
        "force_task_id": order.id,
    }
    if values.text(_INFO, "sampler"):
        wishes["sampler_name"] = values.text(_INFO, "sampler")
    if values.text(_INFO, "model"):
        # Kept afterwards: changing it back would load a model anew for every card.
        wishes["override_settings"] = {"sd_model_checkpoint": values.text(_INFO, "model")}
        wishes["override_settings_restore_afterwards"] = False
    if order.photo_jpeg:
        wishes["init_images"] = [base64.b64encode(order.photo_jpeg).decode()]
        wishes["denoising_strength"] = _number(values, "strength")
        wishes["resize_mode"] = _CROP
    return Ask(
        "POST",
        _url(values, "img2img" if order.photo_jpeg else "txt2img"),
        secret_headers=_key(values),
        json_body=wishes,
        local=True,
        read_timeout_s=_LONGEST_S,
        deadline_s=_LONGEST_S,
    )

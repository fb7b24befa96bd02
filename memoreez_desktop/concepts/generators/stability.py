"""Pictures by Stability AI.

Source: Stability's REST reference v2beta (Stable Image core, ultra, sd3; user balance) and its price list in
credits of 0.01 US dollars. Every order is a multipart form; a picture held back by the filter comes blurred,
as a success with its own word in a header.
"""

from __future__ import annotations

from memoreez_desktop.concepts.generators.arrived import require_picture
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, FieldSpec
from memoreez_desktop.core.remote import (
    GeneratorInfo,
    PictureOrder,
    Price,
    ProviderValues,
    Reason,
    RemoteDesk,
    RemotePicture,
    ServiceError,
)
from memoreez_desktop.core.words import say
from memoreez_desktop.network.api import Answer, Ask, FilePart, Wire
from memoreez_desktop.network.refusals import reason_of_status, refusal, unreadable, wait_of

_INFO = GeneratorInfo(
    "stability",
    say("Stability AI"),
    say("Stable Image by its makers. The sd3.5 models can use your photo."),
    (
        FieldSpec("base_url", say("Address"), "text", "https://api.stability.ai"),
        FieldSpec(
            "model", say("Model"), "text", "core", help=say("core, ultra, sd3.5-large, sd3.5-medium …")
        ),
        FieldSpec("key", say("Key"), "secret", ""),
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
    capabilities=frozenset({"photo", "seed"}),
    leaves=say("The prompt, and your photo if you use one."),
    key_page="https://platform.stability.ai/account/keys",
)
_USD = {
    "core": 0.03,
    "ultra": 0.08,
    "sd3.5-large": 0.065,
    "sd3.5-large-turbo": 0.04,
    "sd3.5-medium": 0.035,
    "sd3.5-flash": 0.025,
}
_AS_OF = "2026-11-22"
_USUAL_S = 10.0
_OWN_ROUTES = ("core", "ultra")
_LONGEST_PROMPT = 10_000
_MOST_SEED = 4_294_967_294
# More than 150 requests in 10 s are answered with a minute's pause.
_PAUSE_S = 60.0


class Stability:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return AVAILABLE if values.secret() else Availability(False, say("It needs a key."))

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        return Price(_USD.get(values.text(_INFO, "model")), _USUAL_S, _AS_OF)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Ask for the balance: free, and proves the key."""
        url = f"{values.text(_INFO, 'base_url').rstrip('/')}/v1/user/balance"
        ask = Ask("GET", url, secret_headers=_key(values), read_timeout_s=20.0, most_bytes=1_000_000)
        answer = wire.call(ask, job)
        if answer.status != 200:
            raise _refused(answer)
        value = answer.json()
        left = value.get("credits") if isinstance(value, dict) else None
        if not isinstance(left, int | float):
            raise unreadable(_INFO.label, maybe_charged=False)
        return say("The key is accepted; {credits} credits are left.", credits=round(left, 1))

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`; always 1024 pixels wide."""
        model = values.text(_INFO, "model")
        ask = _ask(order, values, model)
        desk.about_to_send()
        job.progress(None, say("Being drawn"))
        answer = wire.call(ask, job)
        if answer.status != 200:
            raise _refused(answer)
        if answer.headers.get("finish-reason", "").upper() == "CONTENT_FILTERED":
            raise refusal(_INFO.label, "content_filter", maybe_charged=True)
        require_picture(answer.body, _INFO.label)
        told = answer.headers.get("seed", "")
        seed = int(told) if told.isdecimal() else order.seed
        return RemotePicture(answer.body, model, seed, _USD.get(model))

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """Not possible: the service keeps no jobs."""
        raise refusal(_INFO.label, "bad_input")


def _key(values: ProviderValues) -> dict[str, str]:
    return {"authorization": f"Bearer {values.secret()}"}


def _ask(order: PictureOrder, values: ProviderValues, model: str) -> Ask:
    form = {"prompt": order.prompt.prompt[:_LONGEST_PROMPT], "output_format": "png"}
    if order.seed is not None:
        form["seed"] = str(order.seed % (_MOST_SEED + 1))
    files: tuple[tuple[str, FilePart], ...] = ()
    if model not in _OWN_ROUTES:
        form["model"] = model
    if order.photo_jpeg and model not in _OWN_ROUTES:
        # The picture takes its shape from the photo then: a wish for a shape is refused.
        form |= {"mode": "image-to-image", "strength": values.text(_INFO, "strength")}
        files = (("image", ("photo.jpg", order.photo_jpeg, "image/jpeg")),)
    else:
        form["aspect_ratio"] = "1:1"
    route = model if model in _OWN_ROUTES else "sd3"
    return Ask(
        "POST",
        f"{values.text(_INFO, 'base_url').rstrip('/')}/v2beta/stable-image/generate/{route}",
        headers={"accept": "image/*"},
        secret_headers=_key(values),
        form=form,
        files=files,
        paid=True,
        read_timeout_s=180.0,
    )


def _refused(answer: Answer) -> ServiceError:
    """Put an answer that is no success into words."""
    value = answer.json()
    errors = value.get("errors") if isinstance(value, dict) else None
    said = " ".join(str(error) for error in errors) if isinstance(errors, list) else ""
    reason: Reason = reason_of_status(answer.status)
    if isinstance(value, dict) and value.get("name") == "content_moderation":
        reason = "content_filter"
    wait_s = (wait_of(answer.headers, said) or _PAUSE_S) if reason == "rate_limit" else None
    return refusal(_INFO.label, reason, said, wait_s=wait_s)

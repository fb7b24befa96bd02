"""Pictures by Cloudflare Workers AI.

Source: Cloudflare's documentation of the models flux-1-schnell (JSON, ``steps`` up to 8) and flux-2
(multipart, pictures of at most 512 pixels as input), and its price list: 4.80 neurons for each 512 x 512 tile
and 9.60 a step, 0.011 US dollars for 1,000 neurons, 10,000 of them free every day.
"""

from __future__ import annotations

import io

from PIL import Image

from memoreez_desktop.concepts.cloudflare_answers import (
    ACCOUNT_FIELDS,
    KEY_FIELD,
    KEY_PAGE,
    account_found,
    key_headers,
    refusal_of_cloudflare,
    run_url,
)
from memoreez_desktop.concepts.generators.arrived import bytes_of_base64, require_picture
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
from memoreez_desktop.network.refusals import refusal, unreadable

_SCHNELL = "@cf/black-forest-labs/flux-1-schnell"
_STEPS = 4
_SCHNELL_USD = (4 * 4.80 + _STEPS * 9.60) * 0.011 / 1000
_AS_OF = "2026-11-22"
_LONGEST_PROMPT = 2048
_PHOTO_PX = 512
_INFO = GeneratorInfo(
    "cloudflare",
    say("Cloudflare Workers AI"),
    say("Pictures in a few seconds, about 170 a day for free. Needs an account id and a token."),
    (
        *ACCOUNT_FIELDS,
        FieldSpec("model", say("Model"), "text", _SCHNELL, help=say("flux-2 models can use your photo.")),
        KEY_FIELD,
    ),
    capabilities=frozenset({"photo"}),
    leaves=say("The prompt, and your photo if you use one."),
    key_page=KEY_PAGE,
)


class Cloudflare:
    """See the module."""

    info = _INFO
    id = _INFO.id

    def availability(self, values: ProviderValues) -> Availability:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        if values.secret() and values.text(_INFO, "account"):
            return AVAILABLE
        return Availability(False, say("It needs an account id and a token."))

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`; after the free share."""
        if values.text(_INFO, "model") == _SCHNELL:
            return Price(_SCHNELL_USD, 6.0, _AS_OF)
        return Price(None, 10.0)

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Search the account's models: free, and proves account and token."""
        return account_found(_INFO, values, wire, job)

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """See :class:`~memoreez_desktop.concepts.generators.api.ImageGenerator`."""
        model = values.text(_INFO, "model")
        ask = _ask(order, values, model)
        desk.about_to_send()
        job.progress(None, say("Being drawn"))
        answer = wire.call(ask, job)
        if answer.status != 200:
            raise refusal_of_cloudflare(_INFO.label, answer)
        data = _picture_in(answer)
        require_picture(data, _INFO.label)
        cost = _SCHNELL_USD if model == _SCHNELL else None
        return RemotePicture(data, model, None if model == _SCHNELL else order.seed, cost)

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """Not possible: the service keeps no jobs."""
        raise refusal(_INFO.label, "bad_input")


def _ask(order: PictureOrder, values: ProviderValues, model: str) -> Ask:
    url = run_url(values.text(_INFO, "base_url"), values.text(_INFO, "account"), model)
    prompt = order.prompt.prompt[:_LONGEST_PROMPT]
    secret = key_headers(values)
    if model == _SCHNELL:
        # Its schema knows no size and no seed, and refuses what it does not know.
        return Ask(
            "POST", url, secret_headers=secret, json_body={"prompt": prompt, "steps": _STEPS}, paid=True
        )
    side = str(min(order.size_px, 1920))
    form = {"prompt": prompt, "width": side, "height": side}
    if order.seed is not None:
        form["seed"] = str(order.seed)
    files = (
        (("input_image_0", ("photo.jpg", _small(order.photo_jpeg), "image/jpeg")),)
        if order.photo_jpeg
        else ()
    )
    return Ask("POST", url, secret_headers=secret, form=form, files=files, paid=True)


def _small(photo_jpeg: bytes) -> bytes:
    """Shrink a photo to what the model takes; one that is small enough stays as it is."""
    with Image.open(io.BytesIO(photo_jpeg)) as image:
        if max(image.size) <= _PHOTO_PX:
            return photo_jpeg
        image.thumbnail((_PHOTO_PX, _PHOTO_PX))
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=92)
        return out.getvalue()


def _picture_in(answer: Answer) -> bytes:
    """Return the picture of an answer: base64 in JSON, or the bytes themselves."""
    if not answer.headers.get("content-type", "").startswith("application/json"):
        return answer.body
    value = answer.json()
    result = value.get("result") if isinstance(value, dict) else None
    text = result.get("image") if isinstance(result, dict) else None
    if not isinstance(text, str):
        if isinstance(value, dict) and value.get("success") is False:
            raise refusal_of_cloudflare(_INFO.label, answer)
        raise unreadable(_INFO.label)
    return bytes_of_base64(text, _INFO.label)

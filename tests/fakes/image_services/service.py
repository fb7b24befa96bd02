"""What the conformance suite needs to know of a fake service."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from tests.fakes.loopback import Answerer, Loopback, Reply

KEY = "sk-planted-0123456789abcdef"


def picture(form: str = "PNG", size_px: int = 64) -> bytes:
    """Draw a small picture that is not even."""
    image = Image.new("RGB", (size_px, size_px), "white")
    ImageDraw.Draw(image).ellipse((8, 8, size_px - 8, size_px - 8), fill=(120, 120, 130))
    out = io.BytesIO()
    image.save(out, form)
    return out.getvalue()


def even_picture() -> bytes:
    """Draw the black square that a filter leaves."""
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "black").save(out, "PNG")
    return out.getvalue()


def b64(data: bytes) -> str:
    """Encode as services do in JSON."""
    return base64.b64encode(data).decode()


@dataclass(frozen=True)
class Service:
    """A fake of one service.

    Attributes
    ----------
    generator_id : str
    answer : callable
        ``answer(server, data) -> Answerer``: behaves well and serves ``data`` as the picture.
    order : (method, end of path)
        The request that may cost money; the fault table replaces its answer.
    plain : mapping
        Further fields; ``base_url`` is set by the suite.
    refuse : mapping of reason -> (status, JSON)
        How this service itself says no.
    takes_photo : bool
        False for a model that cannot, of a generator that else can.
    waiting : Reply
        For services with a queue: what a question is answered while the order is being drawn.
    """

    generator_id: str
    answer: Callable[[Loopback, bytes], Answerer]
    order: tuple[str, str]
    plain: Mapping[str, str | bool | int] = field(default_factory=dict)
    refuse: Mapping[str, tuple[int, object]] = field(default_factory=dict)
    takes_photo: bool = True
    waiting: Reply = field(default_factory=Reply)

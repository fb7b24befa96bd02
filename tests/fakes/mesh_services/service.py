"""What the suites need to know of a fake service that makes meshes."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.mesh_files import stl_bytes
from tests.fakes.loopback import Answerer, Asked, Loopback, Reply

KEY = "sk-planted-0123456789abcdef"
FILE = "/cdn/model.stl"


def subject_png(size_px: int = 64) -> bytes:
    """Draw a subject on a transparent square."""
    image = Image.new("RGBA", (size_px, size_px), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((8, 8, size_px - 8, size_px - 8), fill=(120, 120, 130, 255))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def mesh_bytes() -> bytes:
    """Make the STL of an octahedron."""
    corners = np.array(
        [[9, 0, 0], [-9, 0, 0], [0, 9, 0], [0, -9, 0], [0, 0, 9], [0, 0, -9]], dtype=np.float32
    )
    upper = [(0, 2, 4), (2, 1, 4), (1, 3, 4), (3, 0, 4)]
    lower = [(b, a, 5) for a, b, _ in upper]
    return stl_bytes(MeshModel(corners, np.array(upper + lower, np.int32)))


@dataclass(frozen=True)
class MeshService:
    """A fake of one service.

    Attributes
    ----------
    generator_id : str
    answer : callable
        ``answer(server, data) -> Answerer``: behaves well and serves ``data`` as the mesh.
    order : (method, end of path)
        The request that may cost money; the fault table replaces its answer.
    question : end of path
        What is asked while it is being made; empty for services that answer at once.
    remote_id : str
        What an order is called here, with ``{url}`` for the server's own; empty for services that keep none.
    plain : mapping
        Further fields; ``base_url`` is set by the suite.
    refuse : mapping of reason -> (status, JSON)
        How this service itself says no to an order.
    fail : mapping of reason -> Reply
        How it says, when it is asked, that an order has failed.
    waiting : Reply
        What a question is answered while the order is being made.
    file : str
        Path of the mesh's own file; empty where the mesh comes in the answer.
    """

    generator_id: str
    answer: Callable[[Loopback, bytes], Answerer]
    order: tuple[str, str]
    question: str = ""
    remote_id: str = ""
    plain: Mapping[str, str | bool | int] = field(default_factory=dict)
    refuse: Mapping[str, tuple[int, object]] = field(default_factory=dict)
    fail: Mapping[str, Reply] = field(default_factory=dict)
    waiting: Reply = field(default_factory=Reply)
    file: str = FILE


def file_reply(data: bytes) -> Reply:
    """Serve a mesh as file hosts do: of no telling type."""
    return Reply(200, data, {"content-type": "application/octet-stream", "etag": '"m"'})


def has_key(asked: Asked) -> bool:
    """Tell whether a request carries the key as a bearer."""
    return asked.headers.get("authorization") == f"Bearer {KEY}"

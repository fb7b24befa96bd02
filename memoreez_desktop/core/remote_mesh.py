"""The words of services that make a mesh of a picture: what is ordered, what comes, how it ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from memoreez_desktop.core.remote import RemoteDesk

MeshDetail = Literal["draft", "normal", "fine"]
Ending = Literal["stopped", "may-cost", "goes-on"]
"""What became of an order at the service when a person cancelled it.

``stopped``: the service confirmed it, and it costs nothing. ``may-cost``: it was told to stop, or the line
was cut, but it may be charged. ``goes-on``: it cannot be stopped there; its result can be fetched later.
"""


@dataclass(frozen=True)
class MeshOrder:
    """One mesh to be made of a picture.

    Attributes
    ----------
    id : str
        Our own id of the order, a UUID in hex.
    picture_png : bytes
        A square RGBA picture: the subject alone, alpha 0 or 255, on a transparent ground.
    views_png : tuple of bytes
        Further views of the same subject (left, back, right), only with the capability ``views``.
    detail : str
        How fine; each service knows what that means for itself.
    seed : int or None
    """

    id: str
    picture_png: bytes = field(repr=False)
    views_png: tuple[bytes, ...] = field(default=(), repr=False)
    detail: MeshDetail = "normal"
    seed: int | None = None


@dataclass(frozen=True)
class RemoteMesh:
    """A mesh file as it came, byte for byte.

    Attributes
    ----------
    path : Path
        A complete, closed file that the desk provided; its suffix is what its bytes say, never what a
        service called it.
    model, remote_id : str
    seed : int or None
    cost_usd : float or None
        What the service says it charged; None when it does not say.
    """

    path: Path
    model: str = ""
    seed: int | None = None
    cost_usd: float | None = None
    remote_id: str = ""


@dataclass(frozen=True)
class RecentOrder:
    """An order as the service lists it; ``created_s`` is in seconds since 1970."""

    remote_id: str
    created_s: float


class MeshDesk(RemoteDesk, Protocol):
    """Keeps the record of an order on disk, gives a place for its file, and learns how a cancel ended."""

    def landing(self) -> Path:
        """Return where the file is to be written.

        The same path for the same order, so that a broken download goes on where it stopped.
        """
        ...

    def ended(self, ending: Ending) -> None:
        """Say what became of the order at the service when it was cancelled here; before ``Cancelled``."""
        ...

"""The words of talking to services that draw: what is ordered, what comes, what it costs, what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from memoreez_desktop.core.errors import ProviderError
from memoreez_desktop.core.provider import ParamValue, ProviderInfo

Reason = Literal[
    "auth",
    "no_credit",
    "rate_limit",
    "queue_full",
    "content_filter",
    "bad_input",
    "model_gone",
    "timeout_unsure",
    "server",
    "offline",
    "cap_reached",
]
Capability = Literal[
    "photo", "partials", "progress", "resume", "cancel", "seed", "size", "views", "warm-up", "list"
]


@dataclass(frozen=True)
class GeneratorInfo(ProviderInfo):
    """A service that makes something: a picture, or a mesh of a picture.

    Attributes
    ----------
    local : bool
        It is a server of the person's own: private addresses are allowed, and nothing is charged.
    capabilities : frozenset of str
        Decide which buttons there are.
    leaves : str
        One sentence: what leaves this computer.
    key_page : str
        Where a key is made, empty when none is needed.
    notice : str
        One sentence about its licence or its terms that a person must know before ordering, or empty.
    """

    local: bool = False
    capabilities: frozenset[Capability] = frozenset()
    leaves: str = ""
    key_page: str = ""
    notice: str = ""


class ServiceError(ProviderError):
    """A service said no or did not answer.

    Parameters
    ----------
    message, hint : str
        For people.
    reason : str
        What it was, for the window to offer the right next step.
    wait_s : float or None
        How long to wait before asking again, where the service said so.
    maybe_charged : bool
        True when the order may have reached the service and nothing came back.
    """

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        reason: Reason,
        wait_s: float | None = None,
        maybe_charged: bool = False,
    ) -> None:
        super().__init__(message, hint, retryable=reason in ("rate_limit", "queue_full", "server", "offline"))
        self.reason: Reason = reason
        self.wait_s = wait_s
        self.maybe_charged = maybe_charged

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way through a process pipe with every field."""
        return _rebuild, (self.message, self.hint, self.reason, self.wait_s, self.maybe_charged)


def _rebuild(
    message: str, hint: str, reason: Reason, wait_s: float | None, maybe_charged: bool
) -> ServiceError:
    return ServiceError(message, hint, reason=reason, wait_s=wait_s, maybe_charged=maybe_charged)


@dataclass(frozen=True)
class ProviderValues:
    """What a person entered for a provider.

    Attributes
    ----------
    plain : mapping
        Base URL, model id and other fields; the provider's defaults fill what is missing.
    secrets : mapping
        Keys, from the keyring; never shown by ``repr``.
    """

    plain: Mapping[str, ParamValue] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)

    def text(self, info: ProviderInfo, field_id: str) -> str:
        """Return a field without white space around it: the person's, else its default."""
        default = next(known.default for known in info.fields if known.id == field_id)
        return str(self.plain.get(field_id) or default).strip()

    def secret(self, field_id: str = "key") -> str:
        """Return a key, empty when there is none."""
        return self.secrets.get(field_id, "").strip()


@dataclass(frozen=True)
class Price:
    """What one picture is expected to cost and to take, by the service's own published figures.

    ``usd`` is None when it is not known; 0.0 is free. ``as_of`` is the date of the figure, ISO.
    """

    usd: float | None = None
    usual_s: float | None = None
    as_of: str = ""


@dataclass(frozen=True)
class ConceptPrompt:
    """A picture described in words.

    ``character`` is one of ``whimsical heroic hybrid icon``.
    """

    title: str
    character: str
    prompt: str


@dataclass(frozen=True)
class PictureOrder:
    """One picture to be drawn.

    Attributes
    ----------
    id : str
        Our own id of the order (a UUID in hex): services that take a client's id get this one.
    photo_jpeg : bytes
        The person's photo for services that can use one; empty for none.
    """

    id: str
    prompt: ConceptPrompt
    size_px: int = 1024
    seed: int | None = None
    photo_jpeg: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class RemotePicture:
    """A picture as it came, byte for byte."""

    data: bytes = field(repr=False)
    model: str = ""
    seed: int | None = None
    cost_usd: float | None = None
    remote_id: str = ""


@dataclass(frozen=True)
class PartialPicture:
    """A picture on its way, handed to ``JobContext.partial``."""

    data: bytes = field(repr=False)


class RemoteDesk(Protocol):
    """Keeps the record of an order on disk; a generator tells it what happens, in this order."""

    def about_to_send(self) -> None:
        """Call right before the paid request leaves; the record says ``submitting`` when this returns."""
        ...

    def accepted(self, remote_id: str) -> None:
        """Call as soon as the service named the job; with this id it can be resumed after a restart."""
        ...


class UnkeptDesk:
    """A desk that keeps nothing: for free local tests and the Test button."""

    def about_to_send(self) -> None:
        """Keep nothing."""

    def accepted(self, remote_id: str) -> None:
        """Keep nothing."""

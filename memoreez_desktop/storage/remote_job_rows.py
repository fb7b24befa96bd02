"""What is written of an order, of a picture or of a mesh, and how it is read back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, cast

from memoreez_desktop.core.remote import ConceptPrompt
from memoreez_desktop.storage import records

OrderKind = Literal["picture", "mesh"]
OrderState = Literal["ready", "submitting", "accepted", "done", "failed", "unsure"]


@dataclass(frozen=True)
class NewOrder:
    """One picture or mesh that is going to be ordered for a card; the id is a UUID in hex.

    ``source`` is the digest of the picture that a mesh is made of, ``detail`` how fine it is wanted.
    """

    id: str
    project_id: str
    concept_id: str
    provider: str
    model: str
    title: str
    character: str
    prompt: str = field(repr=False)
    size_px: int = 1024
    seed: int | None = None
    with_photo: bool = False
    kind: OrderKind = "picture"
    source: str = ""
    detail: str = ""


@dataclass(frozen=True)
class ArrivedFile:
    """A picture or a raw mesh that came: digest and suffix of its file among the objects, and its facts.

    ``cost_usd`` is None where neither the service nor its price list says.
    """

    picture: str
    picture_suffix: str
    model: str
    seed: int | None
    licence: str
    cost_usd: float | None


@dataclass(frozen=True)
class OrderRow:
    """An order as it stands; ``picture`` is empty until it is done, and names a mesh's raw file, too.

    ``ending`` is what became of it at the service when it was cancelled (a ``core.remote_mesh.Ending``).

    ``reason`` is what the service said last when it said no (a ``core.remote.Reason``), else empty;
    ``wait_s`` how long after ``changed_s`` it wants to be left alone.
    """

    id: str
    project_id: str
    concept_id: str
    provider: str
    model: str
    prompt: ConceptPrompt = field(repr=False)
    prompt_hash: str
    size_px: int
    seed: int | None
    with_photo: bool
    state: OrderState
    remote_id: str
    message: str
    hint: str
    picture: str
    picture_suffix: str
    licence: str
    cost_usd: float | None
    created_s: float
    changed_s: float
    reason: str = ""
    wait_s: float = 0.0
    kind: OrderKind = "picture"
    source: str = ""
    detail: str = ""
    ending: str = ""


def order_row(row: dict[str, Any]) -> OrderRow:
    """Read an order.

    Raises
    ------
    StorageError
        A newer program wrote it.
    """
    return OrderRow(
        id=str(row["id"]),
        project_id=str(row["project_id"]),
        concept_id=str(row["concept_id"]),
        provider=str(row["provider"]),
        model=str(row["model"]),
        prompt=ConceptPrompt(str(row["title"]), str(row["character"]), str(row["prompt"])),
        prompt_hash=str(row["prompt_hash"]),
        size_px=int(row["size_px"]),
        seed=None if row["seed"] is None else int(row["seed"]),
        with_photo=bool(row["with_photo"]),
        state=cast(OrderState, str(row["state"])),
        remote_id=str(row["remote_id"]),
        message=_words(row["message"]),
        hint=_words(row["hint"]),
        picture=str(row["picture"] or ""),
        picture_suffix=str(row["picture_suffix"] or ""),
        licence=str(row["licence"]),
        cost_usd=None if row["cost_usd"] is None else float(row["cost_usd"]),
        created_s=float(row["created_s"]),
        changed_s=float(row["changed_s"]),
        reason=str(row["reason"]),
        wait_s=float(row["wait_s"]),
        kind=cast(OrderKind, str(row["kind"])),
        source=str(row["source"]),
        detail=str(row["detail"]),
        ending=str(row["ending"]),
    )


def _words(text: str | None) -> str:
    return records.words_from_record(records.load(text)["words"]) if text else ""

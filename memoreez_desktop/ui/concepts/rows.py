"""Cards as the library has them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from memoreez_desktop.ui.concepts.ai_card import AiFacts
from memoreez_desktop.ui.concepts.card import Card, CardState

if TYPE_CHECKING:
    from pathlib import Path

    from memoreez_desktop.storage.library_rows import ConceptRow
    from memoreez_desktop.storage.remote_job_rows import OrderRow


def card_of_row(row: ConceptRow, facts: AiFacts | None = None, came: Path | None = None) -> Card:
    """Make a card of a row; one that was never drawn waits for the person to say so.

    Parameters
    ----------
    facts : AiFacts, optional
        Of a card that a service draws.
    came : Path, optional
        The service's own picture, for as long as there is no keepsake of it.
    """
    state = _state(row, facts.order if facts else None)
    message = hint = ""
    if state == "failed" and row.failure:
        message, hint = row.failure.message, row.failure.hint
    if state == "failed" and facts and facts.order.message:
        message, hint = facts.order.message, facts.order.hint
    return Card(
        key=row.plan.id,
        plan=row.plan,
        state=state,
        picture=row.picture or came,
        stats=row.stats,
        message=message,
        hint=hint,
        starred=row.starred,
        ai=facts,
        retry_at=_retry_at(facts.order) if facts and state == "failed" else 0.0,
    )


def _retry_at(order: OrderRow) -> float:
    """Return when the service may be asked again, by the clock of cards; 0 for at once."""
    left_s = order.changed_s + order.wait_s - time.time()
    # A clock that was set back must not make anyone wait longer than the service said.
    return time.monotonic() + min(left_s, order.wait_s) if left_s > 0 else 0.0


def _state(row: ConceptRow, order: OrderRow | None) -> CardState:
    if row.picture and row.stats:
        return "ready"
    if order is not None:
        if order.state in ("unsure", "failed"):
            return "failed"
        if order.state == "submitting" or (order.state == "accepted" and not order.message):
            return "drawing"
        if order.state == "ready" and not row.failure:
            return "planned"
        if order.state == "accepted":
            return "failed"
    return "failed" if row.failure else "stopped"

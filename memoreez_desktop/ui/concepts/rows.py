"""Cards as the library has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memoreez_desktop.ui.concepts.card import Card

if TYPE_CHECKING:
    from memoreez_desktop.storage.library_rows import ConceptRow


def card_of_row(row: ConceptRow) -> Card:
    """Make a card of a row; one that was never drawn waits for the person to say so."""
    state = "ready" if row.picture_png and row.stats else "failed" if row.failure else "stopped"
    return Card(
        key=row.plan.id,
        plan=row.plan,
        state=state,
        picture_png=row.picture_png or b"",
        stats=row.stats,
        message=row.failure.message if row.failure and state == "failed" else "",
        hint=row.failure.hint if row.failure and state == "failed" else "",
        starred=row.starred,
    )

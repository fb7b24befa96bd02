"""What the engine did by itself, told in sentences."""

from __future__ import annotations

from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.builtin.around.supports import Supports

_MM2_BELOW = 50.0


def notes_of(supports: Supports, quality: QualityProfile, brim_mm: float) -> tuple[str, ...]:
    """Tell of supports, of a raft, and of a brim that nobody asked for."""
    notes: list[str] = []
    if supports and supports.area_mm2 < _MM2_BELOW:
        notes.append(say("Supports were added under {area:.0f} mm².", area=max(1.0, supports.area_mm2)))
    elif supports:
        notes.append(say("Supports were added under {area:.1f} cm².", area=supports.area_mm2 / 100))
    if supports.closed_in:
        notes.append(
            say("Supports inside a closed hollow cannot be removed: turn the model, or open the hollow.")
        )
    if quality.raft_layers:
        notes.append(say("A raft lies below the model: it is peeled off after printing."))
    if brim_mm > quality.brim_width_mm:
        notes.append(say("A brim of {width:g} mm was added: it stands on little.", width=round(brim_mm, 1)))
    return tuple(notes)

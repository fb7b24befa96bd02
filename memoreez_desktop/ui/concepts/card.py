"""One card of the grid: a value, replaced by a new one at every change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from memoreez_desktop.core.concept import ConceptPlan, ConceptStats
from memoreez_desktop.core.units import duration_words
from memoreez_desktop.ui.concepts.ai_card import SET_RIGHT, AiFacts, origin_lines
from memoreez_desktop.ui.words import tr

CardState = Literal["waiting", "drawing", "ready", "failed", "stopped", "planned"]


@dataclass(frozen=True)
class Card:
    """What a card shows.

    Attributes
    ----------
    key : str
        The plan's id; something else while there is no plan yet.
    plan : ConceptPlan or None
        None for the very first moment.
    state : str
        ``stopped``: never drawn, because the person cancelled or the program ended; ``planned``: a service
        is going to draw it once the person says so.
    fraction, stage : float or None, str
        While it is being drawn.
    left_s : float
        Seconds until it is ready, 0 when unknown.
    picture : Path or None
        Where it lies in the library.
    message, hint : str
        Why it failed.
    shown_at : float
        ``time.monotonic()`` of its arrival, for fading in; 0 for no fading.
    ai : AiFacts or None
        Of a card that a service draws.
    retry_at : float
        ``time.monotonic()`` from when the service may be asked again; 0 for at once.
    """

    key: str
    plan: ConceptPlan | None = None
    state: CardState = "waiting"
    fraction: float | None = None
    stage: str = ""
    left_s: float = 0.0
    picture: Path | None = None
    stats: ConceptStats | None = None
    message: str = ""
    hint: str = ""
    starred: bool = False
    shown_at: float = 0.0
    ai: AiFacts | None = None
    retry_at: float = 0.0

    @property
    def picture_png(self) -> bytes:
        """The picture's bytes, read now; empty when there is none."""
        return self.picture.read_bytes() if self.picture else b""

    @property
    def title(self) -> str:
        """In the person's language."""
        return tr(self.plan.title) if self.plan else ""

    @property
    def kind(self) -> str:
        """In the person's language; who drew it stands behind."""
        if self.plan is None:
            return ""
        kind = tr(self.plan.kind)
        if self.ai is None or self.ai.label == self.plan.kind:
            return kind
        return f"{kind} · {tr(self.ai.label)}"

    @property
    def can_open(self) -> bool:
        """Only what has been drawn goes to the Studio."""
        return self.state == "ready" and self.plan is not None

    @property
    def can_retry(self) -> bool:
        """A failed or never drawn card can be drawn alone."""
        return self.state in ("failed", "stopped", "planned") and self.plan is not None

    def tried_anew(self) -> Card:
        """Return the card with a plain way to try again: what stood against it may be gone."""
        if self.ai is None or self.ai.order.reason not in SET_RIGHT:
            return self
        return replace(self, ai=replace(self.ai, order=replace(self.ai.order, reason="")))

    @property
    def figures(self) -> str:
        """Rough time and weight: "2 h 09 · 30 g"."""
        if self.stats is None:
            return ""
        return f"{duration_words(self.stats.time_s)} · {max(1, round(self.stats.filament_g))} g"


def hint_words(card: Card) -> str:
    """Return what a card tells when the pointer rests on it: its title, its finest part, what was found."""
    lines = [card.title]
    if card.stats and card.stats.smallest_mm:
        lines.append(tr("Everything is at least {width} mm wide", width=card.stats.smallest_mm))
    lines += [tr(finding.message) for finding in card.stats.findings] if card.stats else []
    if card.state == "failed":
        lines += [tr(card.message), tr(card.hint)]
    lines += origin_lines(card.ai) if card.ai else []
    return "\n".join(lines)


def badge_of(card: Card) -> tuple[str, str] | None:
    """Return (level, words) of a card's badge."""
    if card.state == "failed":
        return "warning", tr("Failed")
    if card.state == "stopped":
        return "neutral", tr("Not drawn")
    if card.state == "planned":
        return "neutral", tr("Planned")
    if card.state == "drawing" and card.fraction is not None:
        return "neutral", f"{round(card.fraction * 100)} %"
    if card.state != "ready" or card.stats is None:
        return None
    serious = sum(finding.severity == "error" for finding in card.stats.findings)
    all_of_them = serious + sum(finding.severity == "warning" for finding in card.stats.findings)
    if not all_of_them:
        return "good", tr("Prints well")
    return "error" if serious else "warning", tr("{count} to fix", count=all_of_them)


def spoken(card: Card) -> str:
    """Return a card in words, for screen readers."""
    parts = [card.title or tr("A concept"), card.kind]
    if card.state == "waiting":
        parts.append(tr("next in line"))
    elif card.state == "drawing":
        parts.append(tr("being drawn"))
    elif card.state == "failed":
        parts += [tr(card.message), tr(card.hint)]
    elif card.state == "planned" and card.ai:
        parts.append(card.ai.order.prompt.prompt)
    badge = badge_of(card)
    parts += [badge[1] if badge else "", card.figures, tr("starred") if card.starred else ""]
    return ", ".join(part for part in parts if part)

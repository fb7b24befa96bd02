"""What the steps of a keepsake are called: in the history, in the list of steps, and on their cards."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.keepsake_steps import (
    Braille,
    Emblem,
    FlatBack,
    Hole,
    Hollow,
    Lettering,
    Loop,
    MagnetPocket,
    Mirror,
    Pedestal,
    QrCode,
    Size,
    Step,
    Thicken,
    Turn,
)
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.ui.words import number, tr

STYLE_NAMES = {
    "round": say("Round"),
    "oval": say("Oval"),
    "square": say("Square"),
    "octagon": say("Octagon"),
    "heart": say("Heart"),
    "plinth": say("Plinth"),
}
PLACE_NAMES = {
    "pedestal": say("On the pedestal"),
    "front": say("On the front"),
    "back": say("On the back"),
    "top": say("On top"),
    "free": say("Where I pointed"),
}
_SHORT_PLACES = {
    "pedestal": say("Pedestal"),
    "front": say("Front"),
    "back": say("Back"),
    "top": say("Top"),
    "free": say("Where I pointed"),
}
_SIDE_NAMES = {"back": say("back"), "front": say("front"), "left": say("left"), "right": say("right")}


@dataclass(frozen=True)
class StepLook:
    """A step's name and icon."""

    title: Phrase | str
    icon: str


LOOKS = {
    "mirror": StepLook(say("Mirrored"), "mdi6.flip-horizontal"),
    "turn": StepLook(say("Turned"), "mdi6.rotate-3d-variant"),
    "size": StepLook(say("Size"), "mdi6.resize"),
    "thicken": StepLook(say("Thicker"), "mdi6.arrow-expand-horizontal"),
    "flat-back": StepLook(say("Flat side"), "mdi6.arrow-collapse-right"),
    "hollow": StepLook(say("Hollow"), "mdi6.cup-outline"),
    "foot": StepLook(say("Stands by itself"), "mdi6.format-vertical-align-bottom"),
    "pedestal": StepLook(say("Pedestal"), "mdi6.pillar"),
    "lettering": StepLook(say("Text"), "mdi6.format-text"),
    "emblem": StepLook(say("Symbol"), "mdi6.shape-outline"),
    "qr-code": StepLook(say("QR code"), "mdi6.qrcode"),
    "braille": StepLook(say("Braille"), "mdi6.braille"),
    "loop": StepLook(say("Loop"), "mdi6.ring"),
    "hole": StepLook(say("Hole"), "mdi6.circle-double"),
    "magnet": StepLook(say("Magnet"), "mdi6.magnet"),
    "bed-cut": StepLook(say("In pieces"), "mdi6.content-cut"),
}


def title_of(step: Step) -> str:
    """Return what a step is called, in the person's language."""
    return tr(LOOKS[step.kind].title)


def icon_of(step: Step) -> str:
    """Return the icon of a step; a symbol is its own."""
    return (step.icon_id if isinstance(step, Emblem) else "") or LOOKS[step.kind].icon


def place_name(on: str) -> str:
    """Return where a spot lies, in the person's language."""
    return tr(PLACE_NAMES[on])


def short_place(on: str) -> str:
    """Return where a spot lies in one word, in the person's language."""
    return tr(_SHORT_PLACES[on])


def detail_of(step: Step) -> str:
    """Return in a few words what a step does; empty where its name says all."""
    match step:
        case Mirror():
            return step.axis.upper()
        case Turn():
            return " / ".join(degrees(turn) for turn in (step.x_deg, step.y_deg, step.z_deg))
        case Size(height_mm=float() as height):
            return tr("{mm} mm high", mm=short(height))
        case Size(longest_mm=float() as longest):
            return tr("{mm} mm at most", mm=short(longest))
        case Thicken() | Hollow():
            return tr("{mm} mm", mm=short(step.wall_mm))
        case FlatBack():
            return tr(_SIDE_NAMES[step.side])
        case Pedestal():
            return tr(STYLE_NAMES[step.style])
        case Lettering():
            return " · ".join(line for line in step.lines if line)
        case QrCode() | Braille():
            return step.text
        case Loop():
            return tr("{mm} mm opening", mm=short(step.hole_mm))
        case Hole():
            return tr("{mm} mm", mm=short(step.diameter_mm))
        case MagnetPocket():
            return tr("{wide} × {thick} mm", wide=short(step.diameter_mm), thick=short(step.thick_mm))
    return ""


def label_of(step: Step) -> str:
    """Return a step as one line: "Pedestal: Oval"."""
    detail = detail_of(step)
    return f"{title_of(step)}: {detail}" if detail else title_of(step)


def short(length_mm: float) -> str:
    """Return a length without needless zeros, in the notation of the person's language."""
    return number(f"{length_mm:.1f}".removesuffix(".0"))


def degrees(angle_deg: float) -> str:
    """Return an angle in whole degrees."""
    return f"{angle_deg:.0f}°"

"""What can be added to a keepsake: a sentence, numbers, places and choices for each kind of step."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.keepsake_steps import (
    BedCut,
    Braille,
    Emblem,
    FlatBack,
    Hole,
    Hollow,
    Loop,
    MagnetPocket,
    QrCode,
    SpotOn,
    Step,
    Thicken,
)
from memoreez_desktop.core.words import Phrase, say

_ALL: tuple[SpotOn, ...] = ("pedestal", "front", "back", "top")
_SIDES: tuple[SpotOn, ...] = ("front", "back", "top")


@dataclass(frozen=True)
class NumberSpec:
    """One number of a step; ``auto`` lets it be worked out."""

    field: str
    label: Phrase | str
    lowest: float
    highest: float
    step: float = 0.5
    unit: str = "mm"
    auto: bool = False
    whole: bool = False


@dataclass(frozen=True)
class ChoiceSpec:
    """One choice of a step, ``(value, label)`` each."""

    field: str
    label: Phrase | str
    choices: tuple[tuple[str, Phrase | str], ...]


@dataclass(frozen=True)
class ExtraKind:
    """One kind of step that a person adds, and everything its card asks for.

    Attributes
    ----------
    text : str
        What it is good for, in a sentence.
    words : str
        What is to be written in its line of text; empty where it has none.
    places : tuple of str
        Where it may lie; empty where there is nothing to choose.
    underside : bool
        ``pedestal`` is the underside here.
    turns : bool
        It matters how it is turned on the surface.
    """

    type: type[Step]
    text: Phrase | str
    numbers: tuple[NumberSpec, ...] = ()
    choices: tuple[ChoiceSpec, ...] = ()
    places: tuple[SpotOn, ...] = ()
    words: Phrase | str = ""
    underside: bool = False
    turns: bool = False


_MODES = ChoiceSpec(
    "mode", say("Raised or engraved"), (("raised", say("Raised")), ("engraved", say("Engraved")))
)
_SIZE = NumberSpec("size_mm", say("Size"), 4.0, 200.0, 1.0, auto=True)

EXTRAS: tuple[ExtraKind, ...] = (
    ExtraKind(
        Loop,
        say("A ring to hang it by."),
        (
            NumberSpec("hole_mm", say("Opening"), 2.0, 30.0),
            NumberSpec("wall_mm", say("Ring"), 1.2, 10.0),
            NumberSpec("thick_mm", say("Thickness"), 1.2, 10.0),
            NumberSpec("turn_deg", say("Ring turned"), 0.0, 180.0, 15.0, unit="°"),
        ),
        places=("top",),
    ),
    ExtraKind(
        Hole,
        say("A round hole right through, for a ribbon, a chain or a screw."),
        (NumberSpec("diameter_mm", say("Diameter"), 1.0, 50.0),),
        places=_SIDES,
    ),
    ExtraKind(
        MagnetPocket,
        say("A pocket for a round magnet."),
        (
            NumberSpec("diameter_mm", say("Magnet’s width"), 2.0, 50.0),
            NumberSpec("thick_mm", say("Its thickness"), 0.5, 20.0),
            NumberSpec("cover_mm", say("Closed by"), 0.0, 5.0, 0.2),
        ),
        places=("pedestal", "back"),
        underside=True,
    ),
    ExtraKind(Emblem, say("A symbol, raised or engraved."), (_SIZE,), (_MODES,), _ALL, turns=True),
    ExtraKind(
        QrCode,
        say("A code that a phone reads: a link, a message."),
        (_SIZE,),
        places=_ALL,
        words=say("Link or message"),
        turns=True,
    ),
    ExtraKind(
        Braille,
        say("Words for fingers, in the sizes of the standard."),
        places=_ALL,
        words=say("Words in Braille"),
        turns=True,
    ),
    ExtraKind(
        FlatBack,
        say("Cuts a side flat, to lie, be glued or hang against a wall."),
        (NumberSpec("depth_mm", say("Cut off"), 0.2, 100.0, auto=True),),
        (
            ChoiceSpec(
                "side",
                say("Side"),
                (
                    ("back", say("Back")),
                    ("front", say("Front")),
                    ("left", say("Left")),
                    ("right", say("Right")),
                ),
            ),
        ),
    ),
    ExtraKind(
        Hollow,
        say("Takes out the inside: saves resin, or leaves room to fill it."),
        (
            NumberSpec("wall_mm", say("Wall"), 0.8, 10.0, 0.2),
            NumberSpec("drain_mm", say("Drain"), 0.0, 20.0),
            NumberSpec("drains", say("Drains"), 0, 4, 1, unit="", whole=True),
        ),
    ),
    ExtraKind(
        Thicken,
        say("Makes what is too thin as thick as it must be."),
        (NumberSpec("wall_mm", say("At least"), 0.4, 5.0, 0.1),),
    ),
    ExtraKind(
        BedCut,
        say("Cuts what is larger than the bed into pieces with pegs."),
        (
            NumberSpec("bed_x_mm", say("Bed’s width"), 60.0, 1000.0, 10.0),
            NumberSpec("bed_y_mm", say("Bed’s depth"), 60.0, 1000.0, 10.0),
            NumberSpec("height_mm", say("Height"), 60.0, 1000.0, 10.0),
            NumberSpec("peg_mm", say("Peg"), 2.0, 20.0),
            NumberSpec("clearance_mm", say("Clearance"), 0.0, 1.0, 0.05),
            NumberSpec("bed", say("Only bed"), 0, 20, 1, unit="", whole=True),
        ),
    ),
)
EXTRA_BY_KIND = {extra.type.kind: extra for extra in EXTRAS}

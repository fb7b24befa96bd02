"""What can be done to a raw sculpture, one typed step each; a keepsake is the raw one plus a list of them.

A step holds wishes, never results: it can be applied anew at any time, by anybody, with the same outcome.
Lengths are mm, angles degrees; None leaves a value to be worked out from the model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias, get_args

from memoreez_desktop.core.keepsake_spots import Spot as Spot
from memoreez_desktop.core.keepsake_spots import SpotOn as SpotOn
from memoreez_desktop.core.keepsake_words import Align as Align
from memoreez_desktop.core.keepsake_words import Braille as Braille
from memoreez_desktop.core.keepsake_words import Emblem as Emblem
from memoreez_desktop.core.keepsake_words import Lettering as Lettering
from memoreez_desktop.core.keepsake_words import LetteringMode as LetteringMode
from memoreez_desktop.core.keepsake_words import QrCode as QrCode

Axis = Literal["x", "y", "z"]
Side = Literal["back", "front", "left", "right"]
PedestalStyle = Literal["round", "oval", "square", "octagon", "heart", "plinth"]

PEDESTAL_STYLES: tuple[PedestalStyle, ...] = ("round", "oval", "square", "octagon", "heart", "plinth")


@dataclass(frozen=True)
class Mirror:
    """Exchange the two sides along an axis."""

    kind: ClassVar[str] = "mirror"
    rank: ClassVar[int] = 10
    single: ClassVar[bool] = True

    axis: Axis = "x"


@dataclass(frozen=True)
class Turn:
    """Turn about the fixed axes, x first, then y, then z."""

    kind: ClassVar[str] = "turn"
    rank: ClassVar[int] = 20
    single: ClassVar[bool] = True

    x_deg: float = 0.0
    y_deg: float = 0.0
    z_deg: float = 0.0


@dataclass(frozen=True)
class Size:
    """Scale evenly: the figure's height, its longest side, or both (the smaller result wins)."""

    kind: ClassVar[str] = "size"
    rank: ClassVar[int] = 30
    single: ClassVar[bool] = True

    height_mm: float | None = None
    longest_mm: float | None = None


@dataclass(frozen=True)
class Thicken:
    """Make what is thinner than this as thick as this, and leave all else alone."""

    kind: ClassVar[str] = "thicken"
    rank: ClassVar[int] = 40
    single: ClassVar[bool] = True

    wall_mm: float = 1.2


@dataclass(frozen=True)
class FlatBack:
    """Cut a side flat, so that it can lie, be glued or hang against a wall."""

    kind: ClassVar[str] = "flat-back"
    rank: ClassVar[int] = 45
    single: ClassVar[bool] = True

    side: Side = "back"
    depth_mm: float | None = None


@dataclass(frozen=True)
class Foot:
    """Make it stand by itself: cut the lowest flat where that is enough, else add a low plinth."""

    kind: ClassVar[str] = "foot"
    rank: ClassVar[int] = 60
    single: ClassVar[bool] = True


@dataclass(frozen=True)
class Pedestal:
    """A stand under the figure, which is cut flat and sunk into it; ``steps`` are those of the plinth.

    Attributes
    ----------
    width_mm, depth_mm, height_mm : float or None
        Of the whole pedestal; sized from the figure and its words where None.
    edge_mm, chamfer_mm : float
        Radius of the rounded top edge; 45° chamfer of the foot.
    overlap_mm : float
        How deep the figure is sunk, 0.5-1 mm.
    """

    kind: ClassVar[str] = "pedestal"
    rank: ClassVar[int] = 61
    single: ClassVar[bool] = True

    style: PedestalStyle = "round"
    width_mm: float | None = None
    depth_mm: float | None = None
    height_mm: float | None = None
    edge_mm: float = 1.2
    chamfer_mm: float = 0.5
    overlap_mm: float = 0.8
    steps: int = 2


@dataclass(frozen=True)
class Hollow:
    """Leave a wall, take out the inside, and drill drains into what lies on the bed.

    After whatever cuts or closes the underside: a foot would thin the wall, a pedestal shut the drains.
    """

    kind: ClassVar[str] = "hollow"
    rank: ClassVar[int] = 65
    single: ClassVar[bool] = True

    wall_mm: float = 2.0
    drain_mm: float = 4.0
    drains: int = 1


@dataclass(frozen=True)
class Loop:
    """A ring to hang it by, at its top or where a person pointed."""

    kind: ClassVar[str] = "loop"
    rank: ClassVar[int] = 80
    single: ClassVar[bool] = True

    hole_mm: float = 5.0
    wall_mm: float = 2.5
    thick_mm: float = 3.0
    turn_deg: float = 0.0
    spot: Spot = Spot(on="top")


@dataclass(frozen=True)
class Hole:
    """A round hole right through, for a ribbon, a chain or a screw."""

    kind: ClassVar[str] = "hole"
    rank: ClassVar[int] = 81
    single: ClassVar[bool] = False

    diameter_mm: float = 4.0
    spot: Spot = Spot(on="front")


@dataclass(frozen=True)
class MagnetPocket:
    """A round pocket for a magnet: open at the foot, at the back, or where a person pointed.

    Attributes
    ----------
    diameter_mm, thick_mm : float
        Of the magnet itself; room for it is added.
    spot : Spot
        ``on="pedestal"`` is the underside that lies on the bed.
    cover_mm : float
        Above 0, on the underside only: closed by so much; the print is paused for the magnet.
    """

    kind: ClassVar[str] = "magnet"
    rank: ClassVar[int] = 82
    single: ClassVar[bool] = False

    diameter_mm: float = 10.0
    thick_mm: float = 3.0
    spot: Spot = Spot(on="pedestal")
    cover_mm: float = 0.0


@dataclass(frozen=True)
class BedCut:
    """Cut what is larger than the bed into pieces with pegs; ``bed`` hands on one of the beds, 0 all."""

    kind: ClassVar[str] = "bed-cut"
    rank: ClassVar[int] = 90
    single: ClassVar[bool] = True

    bed_x_mm: float = 220.0
    bed_y_mm: float = 220.0
    height_mm: float = 220.0
    peg_mm: float = 6.0
    clearance_mm: float = 0.25
    bed: int = 0


_OfFigure: TypeAlias = Mirror | Turn | Size | Thicken | FlatBack | Foot | Pedestal | Hollow
_Added: TypeAlias = Lettering | Emblem | QrCode | Braille | Loop | Hole | MagnetPocket | BedCut
Step: TypeAlias = _OfFigure | _Added

STEP_TYPES: tuple[type[Step], ...] = get_args(Step)

"""The steps that write something on a keepsake: text, a symbol, a QR code, Braille."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from memoreez_desktop.core.keepsake_spots import Spot

LetteringMode = Literal["raised", "engraved"]
Align = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Lettering:
    """One to three lines of text.

    Attributes
    ----------
    cap_mm : float or None
        Height of a capital; as large as looks well where None.
    depth_mm : float or None
        How far raised or engraved; the mode's usual depth where None.
    reach_deg : float
        How far round a wall the longest line may go, 30-360.
    arc_mm : float
        On flats: radius of the arc on which the lines stand; 0 is straight, negative bends downwards.
    solved : bool
        Let sizes, weight, wrapping, mode and face be changed until every letter prints.
    """

    kind: ClassVar[str] = "lettering"
    rank: ClassVar[int] = 70
    single: ClassVar[bool] = False

    lines: tuple[str, ...] = ()
    spot: Spot = Spot()
    mode: LetteringMode = "raised"
    cap_mm: float | None = None
    depth_mm: float | None = None
    face: str = "sans"
    align: Align = "centre"
    spacing_em: float = 0.04
    line_gap_ratio: float = 0.5
    reach_deg: float = 118.0
    arc_mm: float = 0.0
    solved: bool = True


@dataclass(frozen=True)
class Emblem:
    """A symbol, named as in ``geometry.icon_shapes``."""

    kind: ClassVar[str] = "emblem"
    rank: ClassVar[int] = 71
    single: ClassVar[bool] = False

    icon_id: str = ""
    size_mm: float | None = None
    spot: Spot = Spot()
    mode: LetteringMode = "raised"
    depth_mm: float | None = None


@dataclass(frozen=True)
class QrCode:
    """A QR code with what it says; modules are never finer than the nozzle draws.

    Attributes
    ----------
    depth_mm : float
        Of its dark modules. In one colour they are dark by their own shade: pictures of codes 0.8 mm deep
        were never read, of 1.6 mm mostly, of 2 mm nearly always.
    """

    kind: ClassVar[str] = "qr-code"
    rank: ClassVar[int] = 72
    single: ClassVar[bool] = False

    text: str = ""
    size_mm: float | None = None
    spot: Spot = Spot(on="back")
    depth_mm: float = 2.0


@dataclass(frozen=True)
class Braille:
    """Words for fingers, in the sizes of ADA 703.3."""

    kind: ClassVar[str] = "braille"
    rank: ClassVar[int] = 73
    single: ClassVar[bool] = False

    text: str = ""
    spot: Spot = Spot(angle_deg=180.0)

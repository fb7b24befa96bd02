"""One or two of every step, for a figure of a few centimetres."""

from __future__ import annotations

from memoreez_desktop.core.keepsake_spots import Spot
from memoreez_desktop.core.keepsake_steps import (
    BedCut,
    Braille,
    Emblem,
    FlatBack,
    Foot,
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

SOME_STEPS: tuple[Step, ...] = (
    Mirror("x"),
    Mirror("z"),
    Turn(z_deg=90.0),
    Turn(10.0, 20.0, 30.0),
    Size(height_mm=40.0),
    Size(longest_mm=55.0),
    Foot(),
    Pedestal("round"),
    Pedestal("octagon", width_mm=44.0, height_mm=14.0),
    Lettering(("ANNA",)),
    Lettering(("Grandpa", "Karl"), mode="engraved", cap_mm=5.0),
    Emblem("mdi6:heart", spot=Spot(angle_deg=90.0)),
    QrCode("https://example.org", spot=Spot(on="pedestal", angle_deg=180.0)),
    Braille("anna"),
    FlatBack(),
    Thicken(),
    Hollow(wall_mm=2.0),
    Loop(),
    Hole(diameter_mm=3.0),
    MagnetPocket(diameter_mm=6.0, thick_mm=2.0),
    BedCut(60.0, 60.0, 30.0),
)

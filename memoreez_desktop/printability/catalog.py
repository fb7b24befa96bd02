"""Every printability check, in the order in which people read about them."""

from __future__ import annotations

import functools

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.printability.api import Check
from memoreez_desktop.printability.bridges import BridgesCheck
from memoreez_desktop.printability.fits_bed import FitsBedCheck
from memoreez_desktop.printability.flat_contact import FlatContactCheck
from memoreez_desktop.printability.gaps import GapsCheck
from memoreez_desktop.printability.hollows import HollowsCheck
from memoreez_desktop.printability.islands import IslandsCheck
from memoreez_desktop.printability.necks import NecksCheck
from memoreez_desktop.printability.overhang import OverhangCheck
from memoreez_desktop.printability.separate_bodies import SeparateBodiesCheck
from memoreez_desktop.printability.small_parts import SmallPartsCheck
from memoreez_desktop.printability.text_strokes import TextStrokesCheck
from memoreez_desktop.printability.thin_walls import ThinWallsCheck
from memoreez_desktop.printability.tip_over import TipOverCheck
from memoreez_desktop.printability.unit_guess import UnitGuessCheck
from memoreez_desktop.printability.watertight import WatertightCheck


@functools.cache
def check_catalog() -> Catalog[Check]:
    """Return the catalog."""
    return Catalog[Check](
        "check",
        [
            WatertightCheck(),
            FitsBedCheck(),
            UnitGuessCheck(),
            FlatContactCheck(),
            TipOverCheck(),
            ThinWallsCheck(),
            NecksCheck(),
            GapsCheck(),
            TextStrokesCheck(),
            OverhangCheck(),
            BridgesCheck(),
            IslandsCheck(),
            SeparateBodiesCheck(),
            HollowsCheck(),
            SmallPartsCheck(),
        ],
    )

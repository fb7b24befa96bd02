"""Every rung of the repair ladder, from cheap to heavy, and what is done to a closed surface last."""

from __future__ import annotations

import functools

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.printability.ladder.api import Rung
from memoreez_desktop.printability.ladder.base import BaseRung
from memoreez_desktop.printability.ladder.closing import ClosingRung
from memoreez_desktop.printability.ladder.cracks import CracksRung
from memoreez_desktop.printability.ladder.parting import PartingRung
from memoreez_desktop.printability.ladder.plate import PlateRung
from memoreez_desktop.printability.ladder.remelt import RemeltRung
from memoreez_desktop.printability.ladder.skins import SkinsRung
from memoreez_desktop.printability.ladder.specks import SpecksRung
from memoreez_desktop.printability.ladder.tidy import TidyRung
from memoreez_desktop.printability.ladder.turning import TurningRung
from memoreez_desktop.printability.ladder.uniting import UnitingRung


@functools.cache
def rung_catalog() -> Catalog[Rung]:
    """Return the catalog."""
    return Catalog[Rung](
        "rung",
        [
            TidyRung(),
            CracksRung(),
            TurningRung(),
            ClosingRung(),
            PartingRung(),
            SkinsRung(),
            UnitingRung(),
            PlateRung(),
            RemeltRung(),
            SpecksRung(),
            BaseRung(),
        ],
    )

"""The ways to lie on the bed, as the command line tells them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memoreez_desktop.services.orient_model import Lying


def orientation_record(way: Lying) -> dict[str, Any]:
    """Return one way to lie."""
    found = way.orientation
    return {
        "aims": found.aims,
        "turn": dataclasses.asdict(found.turn),
        "support_cm3": found.support_cm3,
        "contact_mm2": found.contact_mm2,
        "tip_deg": found.tip_deg,
        "clean_ratio": found.clean_ratio,
        "size_mm": way.size_mm,
        "time_s": way.time_s,
    }


def orientation_words(way: Lying) -> str:
    """Return one way to lie in a line, the figure without a stand."""
    found = way.orientation
    return (
        f"{', '.join(found.aims)}: {found.support_cm3:.1f} cm³ of supports, "
        f"{found.contact_mm2:.0f} mm² on the bed, {found.height_mm:.0f} mm high"
    )

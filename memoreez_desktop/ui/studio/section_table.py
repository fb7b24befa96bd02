"""The sections of the Studio that change steps, in the order of the column."""

from __future__ import annotations

from memoreez_desktop.ui.studio import (
    extras_section,
    letters_section,
    orientation_section,
    pedestal_section,
    steps_section,
)
from memoreez_desktop.ui.studio.sections import Build

SECTIONS: tuple[Build, ...] = (
    letters_section.build,
    pedestal_section.build,
    orientation_section.build,
    extras_section.build,
    steps_section.build,
)
"""Between the product's own form and the findings; see :mod:`~memoreez_desktop.ui.studio.sections`."""

"""The sections of the Studio that change steps, in the order of the column."""

from __future__ import annotations

from memoreez_desktop.ui.studio.sections import Build

SECTIONS: tuple[Build, ...] = ()
"""Between the product's own form and the findings; see :mod:`~memoreez_desktop.ui.studio.sections`."""

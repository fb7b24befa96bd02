"""The occasions in the person's language, each with its icon."""

from __future__ import annotations

from memoreez_desktop.ui.words import tr

YEARS_COUNTED = ("anniversary", "wedding", "retirement")


def occasion_choices() -> tuple[tuple[str, str, str], ...]:
    """Return (id, label, icon) in the order of :data:`memoreez_desktop.core.story.OCCASIONS`."""
    return (
        ("birthday", tr("Birthday"), "mdi6.cake-variant-outline"),
        ("wedding", tr("Wedding"), "mdi6.ring"),
        ("anniversary", tr("Anniversary"), "mdi6.heart-outline"),
        ("graduation", tr("Graduation"), "mdi6.school-outline"),
        ("retirement", tr("Retirement"), "mdi6.palm-tree"),
        ("christmas", tr("Christmas"), "mdi6.pine-tree-variant-outline"),
        ("baby", tr("New baby"), "mdi6.baby-bottle-outline"),
        ("because", tr("Just because"), "mdi6.gift-outline"),
    )

"""What the editor can mend by itself, said on a button."""

from __future__ import annotations

from memoreez_desktop.ui.words import tr


def fix_label(code: str) -> str:
    """Return the word of the button that mends a verdict, or empty where the person has to."""
    return {
        "dark": tr("Brighten it"),
        "flat": tr("More contrast"),
        "letterbox": tr("Cut the bars off"),
    }.get(code, "")

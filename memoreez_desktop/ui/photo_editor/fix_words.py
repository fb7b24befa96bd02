"""What can be done about a verdict, said on a button: by the editor itself, or by hand with a tool."""

from __future__ import annotations

from memoreez_desktop.ui.photo_editor.tools import ToolName
from memoreez_desktop.ui.words import tr

TOOL_FOR: dict[str, ToolName] = {"cut-off": "crop", "several": "box"}
"""The tool with which a person puts it right; the editor mends the other verdicts of :func:`fix_label`."""


def fix_label(code: str) -> str:
    """Return the word of the button that does something about a verdict, or empty where nothing can be."""
    return {
        "dark": tr("Brighten it"),
        "flat": tr("More contrast"),
        "letterbox": tr("Cut the bars off"),
        "cut-off": tr("Crop it"),
        "several": tr("Draw a box"),
    }.get(code, "")


def fix_icon(code: str) -> str:
    """Return the icon of that button."""
    icons = {"cut-off": "mdi6.crop", "several": "mdi6.selection-drag", "letterbox": "mdi6.crop"}
    return icons.get(code, "mdi6.auto-fix")

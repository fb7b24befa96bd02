"""The colours of the 3D view, taken from the theme once and handed on as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QColor

from memoreez_desktop.ui.theme import Theme
from memoreez_desktop.ui.viewport.toolpath_drawing import ROLE_FAMILIES

# Filament colours on the screen (sRGB); the names are those of geometry.clay.
FILAMENTS: Mapping[str, str] = MappingProxyType(
    {
        "cream": "#ded6c4",
        "gold": "#e3bd6c",
        "terracotta": "#d9a273",
        "teal": "#6fa8a0",
        "rose": "#cf9aa5",
        "sage": "#a3b795",
        "blue": "#88abd4",
        "plum": "#a0799f",
    }
)


@dataclass(frozen=True)
class ViewColours:
    """Every colour a view draws with.

    Attributes
    ----------
    top, bottom, bed, grid, grid_strong : QColor
        Ground and bed.
    text, muted, panel, line : QColor
        Rulers and labels.
    warn, err, accent, mark : QColor
        Highlighted faces, pins and the edge of a view with the keyboard; ``mark`` is the letter on a pin.
    families : tuple of QColor
        One for each of :data:`ROLE_FAMILIES`, in order.
    is_dark : bool
        Light or dark edition.
    axes : tuple of QColor
        Of x, y and z.
    """

    top: QColor
    bottom: QColor
    bed: QColor
    grid: QColor
    grid_strong: QColor
    text: QColor
    muted: QColor
    panel: QColor
    line: QColor
    warn: QColor
    err: QColor
    accent: QColor
    mark: QColor
    families: tuple[QColor, ...]
    is_dark: bool
    axes: tuple[QColor, QColor, QColor]

    @staticmethod
    def of(theme: Theme) -> ViewColours:
        """Take them from a theme."""
        return ViewColours(
            *(QColor(theme[f"viewport_{name}"]) for name in ("top", "bottom", "bed", "grid", "grid_strong")),
            *(QColor(theme[name]) for name in ("text", "muted", "panel", "control", "warn", "err", "accent")),
            QColor(theme["bg"] if theme.is_dark else theme["panel"]),
            tuple(QColor(theme[f"toolpath_{name}"]) for name in ROLE_FAMILIES),
            theme.is_dark,
            (QColor(theme["err"]), QColor(theme["good"]), QColor(theme["violet"])),
        )

    @staticmethod
    def inside(name: str) -> QColor:
        """Return the colour of a filament where a section plane cuts it: deeper, so that the cut is seen."""
        colour = ViewColours.filament(name)
        hue, saturation, lightness, _ = colour.getHslF()
        return QColor.fromHslF(max(0.0, hue), saturation * 0.62, lightness * 0.6)

    @staticmethod
    def filament(name: str) -> QColor:
        """Return a filament's colour; an unknown name gives cream, ``#rrggbb`` is taken as it is."""
        return QColor(name if name.startswith("#") else FILAMENTS.get(name, FILAMENTS["cream"]))

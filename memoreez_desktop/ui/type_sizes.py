"""The type scale: sizes in logical pixels, because a point is not the same size on every system."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

Kind = Literal[
    "title",
    "empty",
    "section",
    "primary",
    "body",
    "strong",
    "label",
    "pill",
    "meta",
    "small",
    "badge",
    "rail",
    "number",
]

_SCALE: MappingProxyType[str, tuple[float, QFont.Weight, int]] = MappingProxyType(
    {
        "title": (29, QFont.Weight.DemiBold, 36),
        "empty": (21, QFont.Weight.DemiBold, 28),
        "section": (17, QFont.Weight.DemiBold, 24),
        "primary": (16, QFont.Weight.DemiBold, 22),
        "body": (15, QFont.Weight.Normal, 22),
        "strong": (15, QFont.Weight.DemiBold, 22),
        "label": (15, QFont.Weight.Medium, 22),
        "pill": (14, QFont.Weight.Medium, 20),
        "meta": (13, QFont.Weight.Normal, 18),
        "small": (12.5, QFont.Weight.Normal, 18),
        "badge": (12.5, QFont.Weight.Medium, 18),
        "rail": (12, QFont.Weight.Medium, 16),
        "number": (27, QFont.Weight.DemiBold, 32),
    }
)
_TABULAR = ("number", "meta", "small", "badge", "body")


def font(kind: Kind = "body") -> QFont:
    """Return the font of a step of the scale: Inter where it is installed, else the system's own."""
    size_px, weight, _line = _SCALE[kind]
    made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    made.setFamilies(["Inter", *made.families()])
    # QFont takes whole pixels; half a pixel is lost on purpose rather than measured in points.
    made.setPixelSize(int(size_px + 0.5))
    made.setWeight(weight)
    if kind == "title":
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    if kind in _TABULAR:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made

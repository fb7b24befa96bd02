"""Emoji as filled symbols: they print where the fine lines of an emoji font would not."""

from __future__ import annotations

import functools
import json
from types import MappingProxyType

import numpy as np

from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.geometry.glyphs import Contour
from memoreez_desktop.geometry.icon_shapes import icon_shape

_DRAWN_MM = 40.0
"""Symbols lose details below a hundredth of a millimetre: they are drawn large and scaled down."""
_TEXT_STYLE, _EMOJI_STYLE = "\ufe0e", "\ufe0f"
_TONES = dict.fromkeys([*range(0x1F3FB, 0x1F400), ord(_EMOJI_STYLE)])


@functools.cache
def emoji_table() -> MappingProxyType[str, str]:
    """Return which symbol stands for which emoji, written without the style selector."""
    table = json.loads(resource_path("icons", "emoji.json").read_text(encoding="utf-8"))
    return MappingProxyType({str(emoji).translate(_TONES): str(icon) for emoji, icon in table.items()})


def emoji_icon(cluster: str) -> str:
    """Return the id of the symbol for an emoji, whatever its skin tone; empty when there is none."""
    if _TEXT_STYLE in cluster:
        return ""
    return emoji_table().get(cluster.translate(_TONES), "")


@functools.lru_cache(maxsize=256)
def emoji_contours(icon_id: str) -> tuple[Contour, ...]:
    """Draw a symbol, centred, its larger side 1; the contours are read-only."""
    rings = [np.asarray(ring) / _DRAWN_MM for ring in icon_shape(icon_id, _DRAWN_MM).to_polygons()]
    for ring in rings:
        ring.flags.writeable = False
    return tuple(rings)

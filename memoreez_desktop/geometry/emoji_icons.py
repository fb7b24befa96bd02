"""Emoji as filled symbols: they print where the fine lines of an emoji font would not."""

from __future__ import annotations

import functools
import json
from types import MappingProxyType

from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.geometry.icon_shapes import icon_shape
from memoreez_desktop.geometry.shapes import Shape

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
def emoji_shape(icon_id: str) -> Shape:
    """Draw a symbol, centred, its larger side 1."""
    # Drawn large, for curves are cut to chords by the millimetre.
    return icon_shape(icon_id, 40.0).scale((1 / 40.0, 1 / 40.0))

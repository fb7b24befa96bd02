"""Cutting a line into what is drawn together: clusters, and the script each belongs to."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from fontTools import unicodedata as scripts

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_AS_EMOJI, _AS_TEXT = "\ufe0f", "\ufe0e"
_KEYCAP = "\u20e3"
_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)
_PICTURES = range(0x1F000, 0x1FB00)
_INVISIBLE = ("Cc", "Cf", "Cs")
_DENSE = ("Hani", "Hang", "Hira", "Kana", "Bopo")
_NEUTRAL = ("Zyyy", "Zinh", "Zzzz")


def printable(text: str) -> str:
    """Compose accents, turn any white space into spaces, and drop what has no picture of its own.

    Joiners stay where they stand between two characters: Persian and Indic words and emoji families
    need them.
    """
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    kept = "".join(c for c in composed if _is_kept(c))
    return kept.strip(_ZWNJ + _ZWJ + _AS_EMOJI + _AS_TEXT + " ")


def _is_kept(character: str) -> bool:
    if unicodedata.category(character) not in _INVISIBLE:
        return True
    return character in (_ZWNJ, _ZWJ) or ord(character) in _TAGS


def is_ignorable(character: str) -> bool:
    """Tell whether a character only changes its neighbours: no font need have it."""
    code = ord(character)
    return (
        character in (_ZWNJ, _ZWJ) or 0xFE00 <= code <= 0xFE0F or code in _TAGS or 0xE0100 <= code <= 0xE01EF
    )


def is_emoji(cluster: str) -> bool:
    """Tell whether a cluster is to be drawn as a picture."""
    first = ord(cluster[0])
    if _AS_TEXT in cluster:
        return False
    return _AS_EMOJI in cluster or _KEYCAP in cluster or first in _PICTURES


def clusters(text: str) -> list[str]:
    """Cut a text into what people call characters: letters with their marks, whole emoji.

    A shorter cut of Unicode Standard Annex 29, enough to choose fonts by.
    """
    found: list[str] = []
    for character in text:
        if found and _continues(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _continues(cluster: str, character: str) -> bool:
    code = ord(character)
    if unicodedata.category(character).startswith("M") or is_ignorable(character) or code in _TONES:
        return True
    if cluster[-1] == _ZWJ:
        return ord(cluster[0]) > 0x2000
    return code in _FLAG_LETTERS and len(cluster) == 1 and ord(cluster) in _FLAG_LETTERS


def cluster_scripts(parts: Sequence[str]) -> list[str]:
    """Return the ISO 15924 code of each cluster; signs and spaces go with the letters before them."""
    own = [_script(part) for part in parts]
    first = next((script for script in own if script not in _NEUTRAL), "Zyyy")
    current = first
    resolved = []
    for part, script in zip(parts, own, strict=True):
        if is_emoji(part):
            resolved.append("Zyyy")
            continue
        current = current if script in _NEUTRAL else script
        resolved.append(current)
    return resolved


def is_dense(text: str) -> bool:
    """Tell whether a text has characters of many strokes, which have to be larger to be read."""
    return any(_script(part) in _DENSE for part in clusters(text))


def _script(cluster: str) -> str:
    return str(scripts.script(cluster[0]))

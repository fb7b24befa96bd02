"""The order in which mixed left-to-right and right-to-left text is read.

Source: Unicode Standard Annex 9, the rules for text without explicit control characters (P2, P3, W1-W7,
N0-N2, I1, I2, L1, L2); such characters are taken out before.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_PAIRS = "()[]{}«»‹›⁅⁆⁽⁾₍₎〈〉⟦⟧⟨⟩⟪⟫〈〉《》「」『』【】〔〕（）［］｛｝"
# Quotation marks are no brackets to the standard.
_OPENING = {a: b for a, b in zip(_PAIRS[::2], _PAIRS[1::2], strict=True) if a not in "«‹"}
_CLOSING = {b: a for a, b in _OPENING.items()}
_DEEPEST = 63


def bidi_class(character: str) -> str:
    """Return the class of a character; unassigned ones are taken as left-to-right."""
    return unicodedata.bidirectional(character) or "L"


def base_level(text: str) -> int:
    """Return 1 for a line that is read from the right, else 0 (P2, P3)."""
    first = next((c for c in map(bidi_class, text) if c in ("L", "R", "AL")), "L")
    return 0 if first == "L" else 1


def embedding_levels(text: str, base: int | None = None) -> list[int]:
    """Return the level of each character: even ones run to the right, odd ones to the left."""
    level = base_level(text) if base is None else base
    classes = [bidi_class(c) for c in text]
    # Joiners have no direction of their own: they follow what they stand behind.
    kept = [place for place, kind in enumerate(classes) if kind != "BN"]
    kinds = [classes[place] for place in kept]
    letters = [text[place] for place in kept]
    side = "LR"[level]
    _resolve_weak(kinds, side)
    _resolve_brackets(letters, kinds, side, [classes[place] for place in kept])
    _resolve_neutral(kinds, side)
    levels = [level] * len(text)
    for place, kind in zip(kept, kinds, strict=True):
        levels[place] = _implicit(level, kind)
    for place in range(1, len(text)):
        if classes[place] == "BN":
            levels[place] = levels[place - 1]
    _reset_ends(levels, classes, level)
    return levels


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the places of runs from left to right as they are seen (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for height in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= height:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order


def _implicit(level: int, kind: str) -> int:
    if level % 2:
        return level if kind == "R" else level + 1
    return {"L": level, "R": level + 1}.get(kind, level + 2)


def _resolve_weak(kinds: list[str], side: str) -> None:
    """W1-W7, in place."""
    before = strong = side
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kind = kinds[place] = before
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for place in range(1, len(kinds) - 1):
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and ((left == "EN" and kind in ("ES", "CS")) or (left == "AN" and kind == "CS")):
            kinds[place] = left
    _numbers_take_terminators(kinds)
    strong = side
    for place, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _numbers_take_terminators(kinds: list[str]) -> None:
    """W5: a percent or currency sign belongs to the number it touches."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > start and "EN" in (kinds[start - 1 : start] + kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
        start = max(end, start + 1)


def _bracket_pairs(letters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: brackets that belong together, by their opening."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, letter in enumerate(letters):
        if kinds[place] != "ON":
            continue
        if letter in _OPENING:
            if len(waiting) == _DEEPEST:
                return []
            waiting.append((letter, place))
        elif letter in _CLOSING:
            depth = next((k for k in reversed(range(len(waiting))) if _match(waiting[k][0], letter)), None)
            if depth is not None:
                pairs.append((waiting[depth][1], place))
                del waiting[depth:]
    return sorted(pairs)


def _match(opening: str, closing: str) -> bool:
    return unicodedata.normalize("NFC", _OPENING[opening]) == unicodedata.normalize("NFC", closing)


def _resolve_brackets(letters: Sequence[str], kinds: list[str], side: str, first: Sequence[str]) -> None:
    """N0, in place: a pair of brackets takes the direction of what it holds."""
    for start, end in _bracket_pairs(letters, kinds):
        inside = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if not inside:
            continue
        direction = side
        if side not in inside:
            around = next((_STRONG[k] for k in reversed(kinds[:start]) if k in _STRONG), side)
            direction = around
        for place in (start, end):
            kinds[place] = direction
            # Marks on a bracket go with it.
            for mark in range(place + 1, len(kinds)):
                if first[mark] != "NSM":
                    break
                kinds[mark] = direction


def _resolve_neutral(kinds: list[str], side: str) -> None:
    """N1 and N2, in place: spaces and signs between two of a kind join them."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > start:
            left = _STRONG.get(kinds[start - 1], side) if start else side
            right = _STRONG.get(kinds[end], side) if end < len(kinds) else side
            kinds[start:end] = [left if left == right else side] * (end - start)
        start = max(end, start + 1)


def _reset_ends(levels: list[int], classes: Sequence[str], level: int) -> None:
    """L1: separators, and white space before them or at the end, stay with the line."""
    trailing = True
    for place in reversed(range(len(levels))):
        kind = classes[place]
        if kind in ("B", "S"):
            trailing = True
        elif kind not in ("WS", "BN"):
            trailing = False
        if trailing:
            levels[place] = level

"""Numbers in text, read at the speed of memory: the inner loops of the OBJ, ASCII STL and ASCII PLY readers.

A position in the text goes in and comes out of every function. Bytes below "!" part words; a comma inside a
number is a decimal point, as programs write it in half of Europe. What is no number at all is told by the
position ``-1``; "nan", "inf" and what old compilers print for them are numbers without a place.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.compiled import kernel

Text = NDArray[np.uint8]

_POWERS = tuple(10.0**k for k in range(23))  # every one exact in 64 bits
_MOST_DIGITS = 18  # fit 64 bits
_SPACE, _NEWLINE, _RETURN = 32, 10, 13
_PLUS, _COMMA, _MINUS, _POINT, _HASH = 43, 44, 45, 46, 35
_QUOTES = (34, 39)  # as they end a number in XML
_ZERO, _NINE, _LOWER_E, _LOWER_I, _LOWER_N, _TO_LOWER = 48, 57, 101, 105, 110, 32


def text_of(data: bytes, name: str, kind: str) -> Text:
    """Return the bytes of a text, UTF-16 turned into plain bytes.

    Raises
    ------
    MeshFileError
        A byte of zero: this is no text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode("latin-1", "replace")
    if b"\0" in data:
        raise mesh_bounds.damaged(name, kind)
    return np.frombuffer(data.removeprefix(b"\xef\xbb\xbf"), dtype=np.uint8)


@kernel
def skip_spaces(text: Text, at: int) -> int:
    """Return where the next word of this line begins, or its end."""
    while at < len(text) and text[at] <= _SPACE and text[at] != _NEWLINE and text[at] != _RETURN:
        at += 1
    return at


@kernel
def skip_blanks(text: Text, at: int) -> int:
    """Return where the next word begins, on whatever line; the end of the text if there is none."""
    while at < len(text) and text[at] <= _SPACE:
        at += 1
    return at


@kernel
def skip_word(text: Text, at: int) -> int:
    """Return the end of a word."""
    while at < len(text) and text[at] > _SPACE:
        at += 1
    return at


@kernel
def skip_line(text: Text, at: int) -> int:
    """Return where the next line begins."""
    while at < len(text) and text[at] != _NEWLINE and text[at] != _RETURN:
        at += 1
    return at + 1


@kernel
def ends_line(text: Text, at: int) -> bool:
    """Tell whether a line or the text ends here."""
    return at >= len(text) or text[at] == _NEWLINE or text[at] == _RETURN


@kernel
def is_word(text: Text, at: int, word: bytes) -> bool:
    """Tell whether a word, given in lower case, stands here, in any case."""
    if at + len(word) > len(text):
        return False
    for k in range(len(word)):
        if (text[at + k] | _TO_LOWER) != word[k]:
            return False
    return at + len(word) == len(text) or text[at + len(word)] <= _SPACE


@kernel
def number(text: Text, at: int) -> tuple[float, int]:
    """Read the number that begins here; the position behind it, or -1."""
    sign, begin = 1.0, at
    if at < len(text) and (text[at] == _MINUS or text[at] == _PLUS):
        sign = -1.0 if text[at] == _MINUS else 1.0
        at += 1
    if at < len(text) and ((text[at] | _TO_LOWER) == _LOWER_N or (text[at] | _TO_LOWER) == _LOWER_I):
        return np.nan, skip_word(text, begin)
    whole, digits, scale, seen, pointed = np.int64(0), 0, 0, False, False
    while at < len(text):
        byte = text[at]
        if _ZERO <= byte <= _NINE:
            seen = True
            if digits < _MOST_DIGITS:
                whole = whole * 10 + (np.int64(byte) - _ZERO)
                digits += 1 if whole > 0 else 0
                scale -= 1 if pointed else 0
            elif not pointed:
                scale += 1
        elif byte in (_POINT, _COMMA) and not pointed:
            pointed = True
        elif byte == _HASH and pointed:
            return np.nan, skip_word(text, at)  # 1.#QNAN
        else:
            break
        at += 1
    if not seen:
        return 0.0, -1
    if at < len(text) and (text[at] | _TO_LOWER) == _LOWER_E:
        power, at = whole_number(text, at + 1)
        if at < 0:
            return 0.0, -1
        scale += min(max(power, -10_000), 10_000)
    if at < len(text) and text[at] > _SPACE and text[at] not in _QUOTES:
        return 0.0, -1
    return sign * _scaled(float(whole), scale), at


@kernel
def _scaled(whole: float, scale: int) -> float:
    if whole == 0.0:
        return 0.0
    if 0 <= scale <= 22:
        return whole * _POWERS[scale]
    if -22 <= scale < 0:
        return whole / _POWERS[-scale]
    # Beyond exact powers in two steps, so that neither overflows before it must.
    return float(whole * 10.0 ** (scale // 2) * 10.0 ** (scale - scale // 2))


@kernel
def whole_number(text: Text, at: int) -> tuple[int, int]:
    """Read the whole number that begins here, up to what is no digit; the position behind it, or -1."""
    negative = False
    if at < len(text) and (text[at] == _MINUS or text[at] == _PLUS):
        negative = text[at] == _MINUS
        at += 1
    begin, value = at, np.int64(0)
    while at < len(text) and _ZERO <= text[at] <= _NINE:
        if value < 10**12:
            value = value * 10 + (np.int64(text[at]) - _ZERO)
        at += 1
    if at == begin:
        return 0, -1
    return int(-value if negative else value), at

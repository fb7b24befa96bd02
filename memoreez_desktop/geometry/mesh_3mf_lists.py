"""The long lists inside a 3MF model file, points and triangles, read by compiled loops.

They are cut out of the XML before a parser sees it: two million triangles are three million elements. Only
lists in their usual spelling are; what is unusual in any way stays, and the parser takes it one by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry import mesh_bounds
from memoreez_desktop.geometry.compiled import kernel
from memoreez_desktop.geometry.mesh_text import Text, number, skip_blanks

LIST_MARK = "cut"
_LISTS = re.compile(rb"<(vertices|triangles)\s*>")
_SURPRISES = (b"<!", b"\0")  # comments, quoted sections, document types, UTF-16
_POINT_NAMES = (ord("x"), ord("y"), ord("z"))
_LESS, _SLASH, _EQUALS, _GREATER, _LETTER_V, _ONE = (ord(letter) for letter in "</=>v1")
_QUOTES = (ord('"'), ord("'"))


@dataclass
class Lists:
    """What was cut out of a model file.

    Attributes
    ----------
    skeleton : bytes
        The XML that is left; each empty list carries the number of what was in it.
    values : list of arrays
        (n, 3) float64 of points or int64 of corners.
    """

    skeleton: bytes
    values: list[NDArray[np.float64]] = field(default_factory=list)


def cut_lists(content: bytes, name: str) -> Lists:
    """Read and cut out the lists of a model file.

    Raises
    ------
    MeshFileError
        Too many points or triangles.
    """
    if any(surprise in content for surprise in _SURPRISES):
        return Lists(content)
    text = np.frombuffer(content, dtype=np.uint8)
    kept, at = [], 0
    lists = Lists(b"")
    for found in _LISTS.finditer(content):
        tag = found[1]
        end = content.find(b"</" + tag, found.end())
        if found.start() < at or end < 0:
            continue
        values = _list(content, text, found.end(), end, tag == b"vertices", name)
        if values is None:
            continue
        kept.append(content[at : found.start()])
        kept.append(b'<%s %s="%d">' % (tag, LIST_MARK.encode(), len(lists.values)))
        lists.values.append(values)
        at = end
    kept.append(content[at:])
    lists.skeleton = b"".join(kept)
    return lists


def _list(
    content: bytes, text: Text, begin: int, end: int, points: bool, name: str
) -> NDArray[np.float64] | None:
    count = content.count(b"<vertex" if points else b"<triangle", begin, end)
    if count > (mesh_bounds.MAX_VERTICES if points else mesh_bounds.MAX_TRIANGLES):
        raise mesh_bounds.too_large(name)
    values = np.empty((count, 3))
    return values if _read(text[begin:end], points, values) else None


@kernel
def _read(text: Text, points: bool, values: NDArray[np.float64]) -> bool:
    """Read ``<vertex x= y= z= />`` or ``<triangle v1= v2= v3= …/>``; False for anything else."""
    at = skip_blanks(text, 0)
    for row in range(len(values)):
        if at >= len(text) or text[at] != _LESS:
            return False
        at += 1
        while at < len(text) and text[at] > 32 and text[at] != _SLASH and text[at] != _GREATER:
            at += 1
        seen = 0
        while True:
            at = skip_blanks(text, at)
            if at + 1 >= len(text):
                return False
            if text[at] == _SLASH:
                break
            column, at = _attribute(text, at, points)
            if at < 0 or at >= len(text):
                return False
            if column >= 0:
                value, end = number(text, at)
                if end < 0 or end >= len(text) or text[end] != text[at - 1]:
                    return False
                values[row, column] = value
                seen |= 1 << column
            quote = text[at - 1]
            while at < len(text) and text[at] != quote:
                at += 1
            at += 1
        if seen != 7 or text[at + 1] != _GREATER:
            return False
        at = skip_blanks(text, at + 2)
    return at == len(text)


@kernel
def _attribute(text: Text, at: int, points: bool) -> tuple[int, int]:
    """Read a name up to the opening quote: which of the three it is, -1 for another, and the place behind."""
    begin = at
    while at < len(text) and text[at] > 32 and text[at] != _EQUALS:
        at += 1
    length = at - begin
    at = skip_blanks(text, at)
    if at >= len(text) or text[at] != _EQUALS:
        return -1, -1
    at = skip_blanks(text, at + 1)
    if at >= len(text) or (text[at] != _QUOTES[0] and text[at] != _QUOTES[1]):
        return -1, -1
    column = -1
    if points and length == 1:
        for k in range(3):
            column = k if text[begin] == _POINT_NAMES[k] else column
    elif not points and length == 2 and text[begin] == _LETTER_V and 0 <= int(text[begin + 1]) - _ONE < 3:
        column = int(text[begin + 1]) - _ONE
    return column, at + 1

"""The rows behind a PLY header, as words or as packed records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.mesh_ply_rows import packed_lists, word_lists, word_table
from memoreez_desktop.geometry.mesh_text import Text

Points = NDArray[np.float32]
Polygons = tuple[NDArray[np.int32], NDArray[np.int32]]
"""Corners, polygon after polygon, and how many each has."""

_AXES = ("x", "y", "z")
_NO_POLYGONS = (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))


@dataclass
class Property:
    """A column, or a list when it has a count."""

    name: str
    kind: str
    count_kind: str = ""  # only for lists


@dataclass
class Element:
    """A table announced by the header."""

    name: str
    count: int
    properties: list[Property] = field(default_factory=list)

    @property
    def has_lists(self) -> bool:
        """True when rows may differ in length."""
        return any(p.count_kind for p in self.properties)

    @property
    def axes(self) -> list[int]:
        """Return the columns of x, y and z; ValueError if one is missing."""
        names = [p.name for p in self.properties]
        return [names.index(axis) for axis in _AXES]

    def list_of(self, wanted: tuple[str, ...]) -> int:
        """Return the number of the wanted list, -1 if there is none."""
        found = [k for k, p in enumerate(self.properties) if p.count_kind and p.name in wanted]
        return found[-1] if found else -1


class Body(Protocol):
    """What stands behind the header, read element by element. EOFError when rows are missing."""

    def points(self, element: Element) -> Points:
        """Read an element of single values: its x, y and z, (n, 3) float32."""
        ...

    def polygons(self, element: Element, wanted: tuple[str, ...]) -> Polygons:
        """Read, or only pass, an element with lists."""
        ...


class AsciiBody:
    """Rows of words."""

    def __init__(self, text: Text, start: int) -> None:
        self._text = text
        self._at = start

    def points(self, element: Element) -> Points:
        """See :class:`Body`; ValueError where there is no number."""
        axes = np.array(element.axes)
        # Before memory is taken: every value needs a byte and one to part it.
        _require(len(self._text) - self._at + 1, 2 * element.count * len(element.properties))
        room = np.empty((element.count, 3), dtype=np.float32)
        self._at = _checked(word_table(self._text, self._at, len(element.properties), axes, room))
        return room

    def polygons(self, element: Element, wanted: tuple[str, ...]) -> Polygons:
        """See :class:`Body`; ValueError where there is no number."""
        _require(len(self._text) - self._at + 1, 2 * element.count * len(element.properties))
        lists = np.array([bool(p.count_kind) for p in element.properties])
        which, begin = element.list_of(wanted), self._at
        nothing = _NO_POLYGONS[0]
        self._at, total = word_lists(self._text, begin, lists, which, element.count, nothing, nothing)
        _checked(self._at)
        if which < 0:
            return _NO_POLYGONS
        corners, sizes = np.empty(total, dtype=np.int32), np.empty(element.count, dtype=np.int32)
        word_lists(self._text, begin, lists, which, element.count, corners, sizes)
        return corners, sizes


class BinaryBody:
    """Packed records of one byte order."""

    def __init__(self, data: Text, start: int, order: str) -> None:
        self._data = data
        self._at = start
        self._order = order

    def _records(self, dtype: np.dtype[np.void], count: int) -> NDArray[np.void]:
        end = self._at + dtype.itemsize * count
        _require(len(self._data), end)
        records = np.frombuffer(self._data, dtype, count, self._at)
        self._at = end
        return records

    def points(self, element: Element) -> Points:
        """See :class:`Body`."""
        kinds = [(f"{k}", self._order + p.kind) for k, p in enumerate(element.properties)]
        records = self._records(np.dtype(kinds), element.count)
        with np.errstate(over="ignore"):
            return np.column_stack([records[f"{axis}"].astype(np.float32) for axis in element.axes])

    def polygons(self, element: Element, wanted: tuple[str, ...]) -> Polygons:
        """See :class:`Body`; ValueError when corners are no whole numbers."""
        which, begin = element.list_of(wanted), self._at
        if which >= 0 and element.properties[which].kind[0] == "f":
            raise ValueError
        if which >= 0 and element.count and len(element.properties) == 1:
            # Nearly every file has triangles alone: one table, if that holds.
            p = element.properties[0]
            kinds = np.dtype([("n", self._order + p.count_kind), ("f", self._order + p.kind, (3,))])
            if begin + kinds.itemsize * element.count <= len(self._data):
                records = self._records(kinds, element.count)
                if (records["n"] == 3).all():
                    sizes = np.full(element.count, 3, dtype=np.int32)
                    return records["f"].astype(np.int32).ravel(), sizes
        layout = np.array([_widths(p) for p in element.properties]).reshape(-1, 4)
        nothing = _NO_POLYGONS[0]
        walk = (self._data, begin, layout, which, self._order == ">", element.count)
        self._at, total = packed_lists(*walk, nothing, nothing)
        _checked(self._at)
        if which < 0:
            return _NO_POLYGONS
        corners, sizes = np.empty(total, dtype=np.int32), np.empty(element.count, dtype=np.int32)
        packed_lists(*walk, corners, sizes)
        return corners, sizes


def _widths(p: Property) -> tuple[int, int, int, int]:
    """Bytes of the count (0: no list), whether it is signed, bytes of a value, whether that is signed."""
    count = int(p.count_kind[1]) if p.count_kind else 0
    return count, p.count_kind.startswith("i"), int(p.kind[1]), p.kind.startswith("i")


def _require(present: int, needed: int) -> None:
    if needed > present:
        raise EOFError


def _checked(at: int) -> int:
    if at == -1:
        raise ValueError
    if at == -2:
        raise EOFError
    return at

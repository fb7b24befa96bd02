"""The rows behind a PLY header, as words or as packed records."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

_LARGEST_POLYGON = 10_000

Columns = dict[str, NDArray[np.float64]]
Polygons = list[NDArray[np.int64]]


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


class AsciiBody:
    """Rows of words, one line an entry."""

    def __init__(self, text: bytes) -> None:
        self._lines = text.splitlines()
        self._at = 0

    def _take(self, count: int) -> list[bytes]:
        lines = self._lines[self._at : self._at + count]
        if len(lines) < count:
            raise EOFError
        self._at += count
        return lines

    def table(self, element: Element) -> Columns:
        """Read an element of single values, by column; EOFError when rows are missing."""
        rows = [line.split() for line in self._take(element.count)]
        if any(len(row) < len(element.properties) for row in rows):
            raise EOFError
        return {
            p.name: np.array([row[k] for row in rows], dtype=np.float64)
            for k, p in enumerate(element.properties)
        }

    def rows(self, element: Element, wanted: tuple[str, ...]) -> Polygons:
        """Read the wanted list of each row."""
        lists: Polygons = []
        for line in self._take(element.count):
            words = line.split()
            at = 0
            for p in element.properties:
                count = int(words[at]) if p.count_kind else 1
                at += bool(p.count_kind)
                if len(words) < at + count:
                    raise EOFError
                if p.count_kind and p.name in wanted:
                    lists.append(np.array(words[at : at + count], dtype=np.int64))
                at += count
        return lists


class BinaryBody:
    """Packed records of one byte order."""

    def __init__(self, data: bytes, start: int, order: str) -> None:
        self._data = data
        self._at = start
        self._order = order

    def _records(self, dtype: np.dtype[np.void], count: int) -> NDArray[np.void]:
        end = self._at + dtype.itemsize * count
        if end > len(self._data):
            raise EOFError
        records = np.frombuffer(self._data, dtype, count, self._at)
        self._at = end
        return records

    def table(self, element: Element) -> Columns:
        """Read an element of single values, by column; EOFError when rows are missing."""
        dtype = np.dtype([(p.name, self._order + p.kind) for p in element.properties])
        records = self._records(dtype, element.count)
        return {p.name: records[p.name].astype(np.float64) for p in element.properties}

    def rows(self, element: Element, wanted: tuple[str, ...]) -> NDArray[np.int64] | Polygons:
        """Read the wanted list of each row: a table when all are of one length."""
        if element.count == 0:
            return []
        begin = self._at
        lists = [p for p in element.properties if p.count_kind]
        first = self._row(element, wanted)
        self._at = begin
        if len(lists) == 1 and first is not None and lists[0].name in wanted:
            # Nearly every file has faces of one size: read them as one table, and see whether that holds.
            dtype = np.dtype([f for p in element.properties for f in self._fields(p, len(first))])
            try:
                records = self._records(dtype, element.count)
                if (records[f"count of {lists[0].name}"] == len(first)).all():
                    return records[lists[0].name].astype(np.int64).reshape(element.count, -1)
            except EOFError:
                pass
            self._at = begin
        rows = [self._row(element, wanted) for _ in range(element.count)]
        return [row for row in rows if row is not None]

    def _fields(self, p: Property, corners: int) -> list[tuple[str, str] | tuple[str, str, tuple[int]]]:
        if not p.count_kind:
            return [(p.name, self._order + p.kind)]
        return [
            (f"count of {p.name}", self._order + p.count_kind),
            (p.name, self._order + p.kind, (corners,)),
        ]

    def _values(self, kind: str, count: int) -> NDArray[np.int64]:
        dtype = np.dtype(self._order + kind)
        if count < 0 or count > _LARGEST_POLYGON or self._at + dtype.itemsize * count > len(self._data):
            raise EOFError
        values = np.frombuffer(self._data, dtype, count, self._at)
        self._at += dtype.itemsize * count
        return values.astype(np.int64)

    def _row(self, element: Element, wanted: tuple[str, ...]) -> NDArray[np.int64] | None:
        found = None
        for p in element.properties:
            if p.count_kind:
                values = self._values(p.kind, int(self._values(p.count_kind, 1)[0]))
                found = values if p.name in wanted else found
            else:
                self._at += np.dtype(p.kind).itemsize
        if self._at > len(self._data):
            raise EOFError
        return found

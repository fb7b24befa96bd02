"""A G-code file as rows of numbers and marked comments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.compiled import Bytes, Floats
from memoreez_desktop.slicing.gcode.comments import CommentFacts, gather
from memoreez_desktop.slicing.gcode.mode_kernels import read_lines
from memoreez_desktop.slicing.gcode.parse_kernels import (
    FLOW,
    LETTERS,
    MACHINE,
    PRINT_THRUST,
    RATE,
    RETRACT_THRUST,
    ROW_SIZE,
    STATE_SIZE,
    TRAVEL_THRUST,
    UNIT,
)

LARGEST_BYTES = 1_500_000_000
PIECE_BYTES = 4_000_000
PIECE_ROWS = 200_000
PIECE_MARKS = 100_000
# What stands in a row's THRUST until the file or the caller has said it.
PRINT_UNSAID, TRAVEL_UNSAID, RETRACT_UNSAID = -1.0, -2.0, -3.0
_FIRST_RATE_MM_S = 30.0


@dataclass(frozen=True, eq=False)
class GcodeRows:
    """Every move of a file.

    Attributes
    ----------
    table : (n, 10) float64
        Columns of ``parse_kernels``.
    facts : CommentFacts
    machine : (12,) float64
        Jerk, highest speed and acceleration of x, y, z, e from M205, M203 and M201; negative: not said.
    """

    table: Floats
    facts: CommentFacts
    machine: Floats


def load_bytes(path: Path) -> Bytes:
    """Read a file, or say what is wrong with it.

    Raises
    ------
    InputError
        Missing, empty, too large, or not text.
    """
    hint = say("Choose a .gcode file as a slicer writes it.")
    try:
        size = path.stat().st_size
        if size == 0:
            raise InputError(say("“{name}” is empty.", name=path.name), hint)
        if size > LARGEST_BYTES:
            raise InputError(say("“{name}” is too large to be read.", name=path.name), hint)
        content = np.fromfile(path, np.uint8)
    except OSError as error:
        raise InputError(
            say("“{name}” cannot be read.", name=path.name), str(error.strerror or "")
        ) from error
    check_text(content[:65536].tobytes(), path.name)
    # Read-only like bytes from memory: the loops are compiled once for both.
    content.flags.writeable = False
    return content


def check_text(head: bytes, name: str) -> None:
    """Refuse binary files by their first bytes."""
    if head.startswith(b"GCDE"):
        raise InputError(
            say("“{name}” is binary G-code, which only the printer reads.", name=name),
            say("Export plain .gcode instead."),
        )
    if b"\0" in head:
        raise InputError(
            say("“{name}” is not G-code.", name=name), say("Choose a .gcode file as a slicer writes it.")
        )


class RowReader:
    """Reads G-code piece by piece; knows where the nozzle is and which modes hold.

    Attributes
    ----------
    state : (STATE_SIZE,) float64
        Entries of ``parse_kernels``.
    facts : CommentFacts
    """

    def __init__(self) -> None:
        self.state = np.zeros(STATE_SIZE)
        self.state[UNIT] = self.state[FLOW] = 1.0
        self.state[RATE] = _FIRST_RATE_MM_S
        self.state[PRINT_THRUST], self.state[TRAVEL_THRUST], self.state[RETRACT_THRUST] = (
            PRINT_UNSAID,
            TRAVEL_UNSAID,
            RETRACT_UNSAID,
        )
        self.state[MACHINE:] = -1.0
        self.facts = CommentFacts()
        self._values = np.zeros(LETTERS)
        self._total = 0

    @property
    def machine(self) -> Floats:
        """(12,) float64: jerk, highest speed and acceleration of x, y, z, e; negative: not said."""
        return self.state[MACHINE:].copy()

    def read(self, content: Bytes, name: str, job: JobContext) -> Floats:
        """Read all lines and return their rows (n, 10).

        Raises
        ------
        InputError
            A line of more than a megabyte.
        """
        marks = np.empty((PIECE_MARKS, 3), np.int64)
        rows = np.empty((PIECE_ROWS, ROW_SIZE))
        pieces: list[Floats] = []
        whole = content.tobytes()
        place = 0
        while place < len(content):
            job.progress(place / len(content), say("Reading the G-code"))
            stop = min(len(content), place + PIECE_BYTES)
            place, count, marked = read_lines(
                content, place, stop, rows, self.state, self._values, marks, self._total
            )
            if place < 0:
                raise InputError(
                    say("“{name}” is not G-code: it has a line of more than a megabyte.", name=name),
                    say("Choose a .gcode file as a slicer writes it."),
                )
            gather(whole, marks[:marked], self.facts)
            pieces.append(rows[:count].copy())
            self._total += count
        return np.concatenate(pieces) if pieces else np.empty((0, ROW_SIZE))


def read_rows(content: Bytes, name: str, job: JobContext) -> GcodeRows:
    """Read all lines of a file.

    Raises
    ------
    InputError
        A line of more than a megabyte, or no moves at all.
    """
    reader = RowReader()
    table = reader.read(content, name, job)
    if not len(table):
        raise InputError(
            say("“{name}” has no moves.", name=name), say("Choose a .gcode file as a slicer writes it.")
        )
    return GcodeRows(table, reader.facts, reader.machine)

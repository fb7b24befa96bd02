"""When every move of a job happens: start script, moves and end script planned as one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.slicing.builtin.moves import SPEED, E, Moves, X, Z
from memoreez_desktop.slicing.builtin.output.timeline_kernels import lay_moves, layer_seconds, place_moves
from memoreez_desktop.slicing.compiled import Floats
from memoreez_desktop.slicing.gcode.comments import CommentFacts
from memoreez_desktop.slicing.gcode.parse_kernels import AT_E, AT_X, PRINT_THRUST, RATE, RETRACT_THRUST
from memoreez_desktop.slicing.gcode.planner_kernels import (
    PLAN_COLUMNS,
    add_pauses,
    lay_rows,
    no_move,
    plan_times,
)
from memoreez_desktop.slicing.gcode.reader import limits_in
from memoreez_desktop.slicing.gcode.rows import RowReader


@dataclass(frozen=True, eq=False)
class Timeline:
    """The planned job.

    Attributes
    ----------
    moves : Moves
        Placed on the bed and rounded as the file says them.
    start, end : (n, 10) float64
        The rows of the two scripts.
    place_mm : (3,) float64
        Where the start script leaves the nozzle.
    facts : CommentFacts
        What the comments of the two scripts say.
    plan : (n, 4) float64
        All rows, columns of ``planner_kernels``.
    times : (n,) float64
        Seconds of all rows: start, moves, end.
    """

    moves: Moves
    start: Floats
    end: Floats
    place_mm: Floats
    facts: CommentFacts
    plan: Floats
    times: Floats

    @property
    def move_times(self) -> Floats:
        """Seconds of the moves alone."""
        return self.times[len(self.start) : len(self.times) - len(self.end)]

    @property
    def seconds(self) -> float:
        """How long the whole job takes."""
        return float(self.times.sum())

    def run(self) -> None:
        """Plan the job anew from what its moves may do."""
        plan_times(self.plan, 0, len(self.plan), 0.0, self.times)
        add_pauses(self.start, self.times, 0)
        add_pauses(self.end, self.times, len(self.plan) - len(self.end))

    def layer_seconds(self) -> Floats:
        """Return the seconds of each layer."""
        return layer_seconds(self.times, len(self.start), self.moves.layers)


def bed_shift(printer: PrinterProfile) -> tuple[float, float]:
    """Return where the middle of the bed is, mm."""
    return (0.0, 0.0) if printer.origin_centre else (printer.bed_x_mm / 2, printer.bed_y_mm / 2)


def timeline_of(moves: Moves, printer: PrinterProfile, opening: bytes, closing: bytes) -> Timeline:
    """Plan a job between its two scripts.

    Notes
    -----
    Places and rounds ``moves.table`` in place: the table belongs to the caller.
    """
    reader, job = RowReader(), JobContext()
    start = reader.read(np.frombuffer(opening, np.uint8), "start", job)
    place = reader.state[AT_X : AT_X + 3].copy()
    said = reader.state[PRINT_THRUST : RETRACT_THRUST + 1].copy()
    place_moves(moves.table, *bed_shift(printer), place.copy())
    reader.state[AT_X : AT_X + 3] = moves.table[-1, X : Z + 1]
    reader.state[AT_E] += moves.table[:, E].sum()
    reader.state[RATE] = moves.table[-1, SPEED]
    end = reader.read(np.frombuffer(closing, np.uint8), "end", job)
    limits = limits_in(reader.facts, reader.machine)
    thrusts = np.where(said > 0.0, said, limits.thrusts)
    count = len(start) + len(moves.table) + len(end)
    plan, last = np.empty((count, PLAN_COLUMNS)), no_move()
    lay_rows(start, limits.thrusts, limits.caps, plan, 0, last)
    lay_moves(moves.table, place, thrusts, limits.caps, plan, len(start), last)
    lay_rows(end, limits.thrusts, limits.caps, plan, len(start) + len(moves.table), last)
    limits.settle(plan)
    timeline = Timeline(moves, start, end, place, reader.facts, plan, np.empty(count))
    timeline.run()
    return timeline

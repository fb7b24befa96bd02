"""From moves to the finished bytes: planned, cooled, written, added up."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from memoreez_desktop.core.gcode import GcodeStats
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.moves import Moves
from memoreez_desktop.slicing.builtin.output.cooling import fan_ratios, slow_short_layers
from memoreez_desktop.slicing.builtin.output.script import footer, start_script
from memoreez_desktop.slicing.builtin.output.stats import stats_of
from memoreez_desktop.slicing.builtin.output.text import closing, header, minutes_left, write_layers
from memoreez_desktop.slicing.builtin.output.timeline import timeline_of
from memoreez_desktop.slicing.gcode.reader import measure


def finish(
    moves: Moves,
    stack: LayerStack,
    settings: SliceSettings,
    mesh_digest: str,
    job: JobContext,
    lap: Callable[[str], None],
) -> tuple[bytes, GcodeStats]:
    """Return the whole file and what it amounts to.

    Notes
    -----
    Changes ``moves.table`` in place. ``lap`` is told the name of each stage as it ends.
    """
    top_mm = float(stack.top_mm[-1])
    head = header(settings, mesh_digest, has_supports=moves.has_supports)
    start, end = start_script(settings, top_mm), closing(settings, top_mm)
    timeline = timeline_of(moves, settings.printer, (head + start).encode(), end.encode())
    fan = fan_ratios(timeline, slow_short_layers(timeline, settings.material), settings.material)
    lap("cooling")
    job.progress(0.9, say("Writing the G-code"))
    layers = write_layers(timeline, stack, fan, settings, job)
    tells = settings.printer.remaining_times
    parts: list[bytes | memoryview] = [
        head.encode(),
        f"M73 P0 R{minutes_left(timeline.seconds)}\n".encode() if tells else b"",
        start.encode(),
        layers.data,
        end.encode(),
        b"M73 P100 R0\n" if tells else b"",
    ]
    if settings.events:
        # What is done between layers is foreign text: only reading the file tells what it amounts to.
        stats, _ = measure(np.frombuffer(b"".join(parts), np.uint8), "print", job=job)
    else:
        stats = stats_of(timeline, settings)
    text = b"".join([*parts, footer(stats, settings).encode()])
    lap("text")
    return text, stats

"""The embedded slicer."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

from memoreez_desktop.core.errors import SlicingError, StorageError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.core.provider import AVAILABLE, Availability, ProviderInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.slicing.api import SliceResult
from memoreez_desktop.slicing.builtin.areas.layer_plan import (
    coarse_copies,
    find_cores,
    plan_layers,
    plan_walls,
)
from memoreez_desktop.slicing.builtin.around.around_model import plan_around
from memoreez_desktop.slicing.builtin.around.raft import above_raft
from memoreez_desktop.slicing.builtin.cutting.compensation import resized, without_foot
from memoreez_desktop.slicing.builtin.cutting.layers import LayerStack
from memoreez_desktop.slicing.builtin.cutting.sections import cut_layers
from memoreez_desktop.slicing.builtin.layer_paths import draw_layers
from memoreez_desktop.slicing.builtin.moves import Moves
from memoreez_desktop.slicing.builtin.output.finish import finish
from memoreez_desktop.slicing.builtin.paths import LayerPaths
from memoreez_desktop.slicing.builtin.plane.regions import Area
from memoreez_desktop.slicing.builtin.plane.ring_stack import RingStack
from memoreez_desktop.slicing.builtin.prepare import prepare
from memoreez_desktop.slicing.builtin.spiral import filled_outlines, plan_spiral, vase_settings, wound
from memoreez_desktop.slicing.builtin.travel.order import order_layers

BUILTIN_INFO = ProviderInfo(
    id="memoreez",
    label=say("Memoreez slicer"),
    description=say(
        "Built in: perimeters, solid shells, sparse infill, bridges, supports, skirt and brim. Works offline."
    ),
)


class _Clock:
    """Wall seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def lap(self, name: str) -> None:
        """End a stage."""
        now = time.perf_counter()
        self.seconds[name] = now - self._last
        self._last = now


class BuiltinEngine:
    """Slices on this computer, in this process."""

    @property
    def info(self) -> ProviderInfo:
        """Id, label and description."""
        return BUILTIN_INFO

    @property
    def id(self) -> str:
        """Return ``memoreez``."""
        return BUILTIN_INFO.id

    def availability(self) -> Availability:
        """Tell that it always works."""
        return AVAILABLE

    def slice(self, mesh: MeshModel, settings: SliceSettings, out: Path, job: JobContext) -> SliceResult:
        """Write the G-code for a mesh.

        Raises
        ------
        SlicingError
            Empty, open, inside out, thinner than a layer, or nothing of it is wide enough to print.
        DoesNotFitError
            Larger than the printer's build volume.
        StorageError
            The file cannot be written.
        Cancelled
            The person asked to stop; no file is left.
        """
        clock = _Clock()
        settings = vase_settings(settings)
        # What does not wait for each other is worked out side by side: compiled loops hold no lock.
        with ThreadPoolExecutor(1, "slicing") as beside:
            moves, stack, notes = self._moves(mesh, settings, job, clock, beside)
        text, stats = finish(moves, stack, settings, mesh.digest, job, clock.lap)
        write_whole(out, text, job)
        clock.lap("file")
        job.progress(1.0, say("Sliced"))
        return SliceResult(out, stats, self.id, clock.seconds, notes)

    def _moves(
        self, mesh: MeshModel, settings: SliceSettings, job: JobContext, clock: _Clock, beside: Executor
    ) -> tuple[Moves, LayerStack, tuple[str, ...]]:
        inner = above_raft(settings)
        quality = inner.quality
        job.progress(0.0, say("Cutting layers"))
        vertices, faces, stack = prepare(mesh, inner)
        sections = resized(cut_layers(vertices, faces, stack, quality.resolution_mm), quality)
        if quality.spiral_vase:
            sections = filled_outlines(sections)
        clock.lap("sections")
        coarse = coarse_copies(sections)
        cores = beside.submit(find_cores, coarse, stack, quality, job.check_cancelled)
        printed = without_foot(sections, stack, quality)
        walls = plan_walls(printed, stack, quality, _tick(job, 0.1, 0.4, say("Drawing perimeters")))
        spiral = plan_spiral(walls, stack, quality) if quality.spiral_vase else None
        clock.lap("walls")
        tick = _tick(job, 0.4, 0.6, say("Finding solid layers"))
        plans = plan_layers(sections, coarse, walls, cores, stack, quality, beside, tick)
        clock.lap("shells")
        tick = _tick(job, 0.6, 0.68, say("Placing supports"))
        foot = printed.region_of(0)
        around = plan_around((vertices, faces), foot, coarse, stack, settings, plans.flows[0].fill, tick)
        clock.lap("supports")
        tick = _tick(job, 0.68, 0.85, say("Filling layers"))
        stack = around.raft.below(stack)
        flat = plans.lowest(spiral.first) if spiral else plans
        single, shared = draw_layers(flat, inner, around.supports, beside, tick)
        layers = around.joined(_with_sections(single, flat.sections), settings)
        moves = order_layers(layers, stack, settings, shared)
        if spiral:
            moves = wound(moves, spiral, stack, settings)
        if not moves.prints_the_model:
            raise SlicingError(
                say("Nothing of this model is wide enough to be printed."),
                say("Make it larger and slice it again."),
            )
        clock.lap("fill and order")
        return moves, stack, around.notes


def _tick(job: JobContext, start: float, end: float, words: str) -> Callable[[float], None]:
    part = stage(job, start, end)
    return lambda fraction: part.progress(fraction, words)


def _with_sections(layers: list[LayerPaths], sections: RingStack) -> Iterator[tuple[LayerPaths, Area]]:
    for i, paths in enumerate(layers):
        yield paths, sections.rings_of(i)


def write_whole(path: Path, content: bytes, job: JobContext) -> None:
    """Write a file beside, sync it, and put it in its place in one step."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            job.check_cancelled()
            os.replace(partial, path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            say("The G-code cannot be written to “{folder}”.", folder=str(path.parent)),
            str(error.strerror or ""),
        ) from error

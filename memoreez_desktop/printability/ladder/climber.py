"""The way up: each rung that is needed, measured, held against what was there, and taken or not."""

from __future__ import annotations

import time
from collections.abc import Iterable

import numpy as np

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.deviation import Deviation
from memoreez_desktop.geometry.mesh_merge import drop_unused, merged
from memoreez_desktop.printability.ladder.api import Change, Rung, Wishes
from memoreez_desktop.printability.ladder.gate import same_inside
from memoreez_desktop.printability.ladder.look import NO_VOLUME, Look
from memoreez_desktop.printability.ladder.measure import surface_moved
from memoreez_desktop.printability.ladder.ward import RungEnded, Ward
from memoreez_desktop.printability.receipt import RepairStep

_PASSES = 3
_EXACT = frozenset({"dropped-placeless", "dropped-collapsed", "dropped-doubled", "turned-faces"})
"""Steps after which no place of the surface has changed."""


class Climber:
    """Walks a mesh up the ladder and keeps the receipt.

    Parameters
    ----------
    mesh : MeshModel
        As it came.
    wishes : Wishes
    ward : Ward
        Where heavy rungs are climbed.
    job : JobContext
    """

    def __init__(self, mesh: MeshModel, wishes: Wishes, ward: Ward, job: JobContext) -> None:
        self.first = self.look = Look(mesh)
        self.steps: list[RepairStep] = []
        self._wishes = wishes
        self._ward = ward
        self._job = job

    def climb(self, rungs: Iterable[Rung]) -> None:
        """Try every rung that is needed; what one leaves open a later round may mend.

        Raises
        ------
        MeshError
            A rung sees no sense in going on.
        Cancelled
        """
        members = list(rungs)
        for turn in range(_PASSES):
            start = self.look
            for done, rung in enumerate(members):
                self._job.progress((turn + done / len(members)) / _PASSES, rung.info.label)
                if not self.look.mesh.triangles:
                    return
                if rung.needed(self.look, self._wishes):
                    self._try(rung)
            if self.look is start:
                return

    def _try(self, rung: Rung) -> None:
        begin = time.perf_counter()
        mesh = self.look.mesh
        try:
            if rung.heavy(self.look):
                changes = self._ward.climb(rung, mesh, self._wishes, self._job)
            else:
                changes = rung.climb(mesh, self._wishes, self._job)
        except RungEnded:
            self._leave_out(rung, time.perf_counter() - begin)
            return
        if not changes:
            return
        self._job.check_cancelled()
        last = next(change.mesh for change in reversed(changes) if change.mesh is not None)
        after = Look(last)
        if rung.info.least_iou > 0 and not same_inside(self.look, after, rung.info.least_iou):
            return
        self._take(changes, time.perf_counter() - begin)

    def _take(self, changes: list[Change], seconds: float) -> None:
        """Write each change into the receipt, with what it moved and the mesh before it."""
        for number, change in enumerate(changes):
            before = self.look
            moved = Deviation()
            ratio = 0.0
            if change.mesh is not None:
                self.look = Look(change.mesh)
                if change.id not in _EXACT and self.look.mesh.triangles:
                    ratio = _volume_change(before, self.look)
                    moved = surface_moved(before, self.look)
            self.steps.append(
                RepairStep(
                    id=change.id,
                    message=change.message,
                    count=change.count,
                    volume_change_ratio=ratio,
                    p50_mm=moved.p50_mm,
                    p95_mm=moved.p95_mm,
                    max_mm=moved.max_mm,
                    seconds=seconds if number == 0 else 0.0,
                    mesh_before=before.mesh,
                )
            )

    def _leave_out(self, rung: Rung, seconds: float) -> None:
        """Say that a rung was ended; the ladder goes on."""
        message = say("“{label}” did not come to an end and was left out.", label=rung.info.label)
        self.steps.append(
            RepairStep(id="left-out", message=message, seconds=seconds, mesh_before=self.look.mesh)
        )

    def settle(self) -> Look:
        """Put it on the bed and merge it by position, as every reader of a file does, and look at it.

        Bodies that enclose nothing, slivers of a surface made anew for example, stay behind.
        """
        empty = self.look.no_volume
        if empty.any() and not empty.all():
            kept = self.look.mesh.faces[~self.look.rows_of(empty)]
            self.look = Look(drop_unused(self.look.mesh.vertices, kept))
        placed = self.look.mesh.on_bed()
        mesh = merged(placed.vertices, placed.faces)
        if np.array_equal(mesh.faces, self.look.mesh.faces):
            return self.look.elsewhere(mesh)
        return Look(mesh)


def _volume_change(before: Look, after: Look) -> float:
    return volume_change_ratio(
        float(before.volumes_mm3.sum()), float(after.volumes_mm3.sum()), before.diagonal_mm
    )


def volume_change_ratio(was_mm3: float, is_mm3: float, diagonal_mm: float) -> float:
    """Change of volume by what it was; 0 where nothing was enclosed before."""
    was = abs(was_mm3)
    return (is_mm3 - was) / was if was > NO_VOLUME * diagonal_mm**3 else 0.0

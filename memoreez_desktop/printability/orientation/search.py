"""The search: hundreds of poses of a rough copy, the best ones tilted a little, and those measured finely."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.turning import to_bed
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.clustering import clustered
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.geometry.standing import ENOUGH_MM2
from memoreez_desktop.printability.orientation.candidates import Directions, apart, candidates, tilted
from memoreez_desktop.printability.orientation.detail import comes_out, detail_weights
from memoreez_desktop.printability.orientation.poser import Pose, Poser

_FINE, _ROUGH = 100_000, 20_000
_FINE_ACROSS, _ROUGH_ACROSS = 110, 64
_FINALISTS, _FLATS, _TILTED = 12, 8, 4
_APART_DEG = 8.0
_STEPS_DEG = (5.0, 2.5, 1.25)
_FEW_MM3 = 50.0
"""Less air than this below overhangs is nothing to save."""


@dataclass(frozen=True, eq=False)
class Tried:
    """A pose that was measured finely.

    Attributes
    ----------
    pose : Pose
    effort : float
        What its supports take, against the model as it stands, and a little for height and a poor hold.
    worst : float
        The larger one of what both ways to count supports say, against the model as it stands.
    detail : float
        How well its detail comes out, less a little for supports.
    """

    pose: Pose
    effort: float
    worst: float
    detail: float


@dataclass(frozen=True, eq=False)
class Search:
    """Everything that was measured finely; the first is the model as it stands.

    Attributes
    ----------
    mesh : MeshModel
        The fine copy.
    weights : (m,) float64
        Where its detail is.
    tried : tuple of Tried
    """

    mesh: MeshModel
    weights: NDArray[np.float64]
    tried: tuple[Tried, ...]


class _Measure:
    """Measures directions on one copy of the model, and compares each with the first."""

    def __init__(self, mesh: MeshModel, across: int, job: JobContext) -> None:
        self._poser, self._job = Poser(mesh, across), job
        self._weights = detail_weights(mesh)
        self._size = max(mesh.extents_mm)
        self.first = self._poser.measure(np.eye(3))

    def __call__(self, down: Directions) -> Tried:
        self._job.check_cancelled()
        return self.compared(self._poser.measure(to_bed(down)))

    def compared(self, pose: Pose) -> Tried:
        air = pose.air_mm3 / max(self.first.air_mm3, _FEW_MM3)
        grid = pose.grid_mm3 / max(self.first.grid_mm3, _FEW_MM3)
        loose = 1.0 - min(pose.lying_mm2 / ENOUGH_MM2, 1.0)
        effort = (air + grid) / 2 + 0.08 * loose + 0.05 * pose.height_mm / self._size
        detail = comes_out(pose, self._weights) - 0.06 * min(grid, 2.0) - 0.04 * loose
        return Tried(pose, effort, max(air, grid), detail)


def search(mesh: MeshModel, job: JobContext) -> Search:
    """Measure every way to lie that is worth it.

    Parameters
    ----------
    mesh : MeshModel
        As large as it will be printed and as it stands now.

    Raises
    ------
    MeshError
        There is nothing in it.
    Cancelled

    Notes
    -----
    Deterministic. About 0.8 s for 100,000 triangles.
    """
    job.progress(0.0, say("Turning it this way and that"))
    fine = clustered(merged(mesh.vertices, mesh.faces), _FINE)
    if not fine.triangles or not max(fine.extents_mm) > 0:
        raise MeshError(say("There is nothing to lay on the bed."), say("Open another model."))
    resting, other = candidates(fine)
    downs = np.vstack([other, resting])
    rough = _Measure(clustered(fine, _ROUGH), _ROUGH_ACROSS, job)
    tried = _all(rough, downs, stage(job, 0.0, 0.7))
    efforts = np.array([t.effort for t in tried])
    details = np.array([t.detail for t in tried])
    chosen = [downs[n] for n in apart(downs, np.argsort(efforts, kind="stable"), _FINALISTS, _APART_DEG)]
    careful = [downs[n] for n in apart(downs, np.argsort(-details, kind="stable"), _FINALISTS, _APART_DEG)]
    finalists = [*chosen, *careful, *resting[:_FLATS]]
    finalists += [_refined(rough, down, lambda t: t.effort) for down in chosen[:_TILTED]]
    finalists += [_refined(rough, down, lambda t: -t.detail) for down in careful[:_TILTED]]
    measure = _Measure(fine, _FINE_ACROSS, job)
    unique = apart(np.array(finalists), np.arange(len(finalists)), len(finalists), 0.01)
    rest = _all(measure, np.array(finalists)[unique], stage(job, 0.8, 1.0))
    as_it_stands = measure.compared(measure.first)
    return Search(fine, detail_weights(fine), (as_it_stands, *rest))


def _all(measure: _Measure, downs: Directions, job: JobContext) -> list[Tried]:
    tried = []
    for number, down in enumerate(downs):
        tried.append(measure(down))
        if number % 16 == 0:
            job.progress((number + 1) / len(downs), say("Turning it this way and that"))
    return tried


def _refined(measure: _Measure, down: Directions, cost: Callable[[Tried], float]) -> Directions:
    """Tilt a direction to that side where it gets better, in ever smaller steps."""
    best = cost(measure(down))
    for step in _STEPS_DEG:
        around = tilted(down, step)
        costs = [cost(measure(each)) for each in around]
        if min(costs) < best:
            best = min(costs)
            down = around[int(np.argmin(costs))]
    return down

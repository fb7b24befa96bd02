"""Has models made ready to be drawn on a worker: at once while they change, in full when they rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui.child_steps import daylight
from memoreez_desktop.ui.viewport.carried_light import KnownLight
from memoreez_desktop.ui.viewport.shading import ShadedMesh, evened, shade, shade_quickly

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import TaskHandle
    from memoreez_desktop.ui.workshop import Workshop


class ModelShading:
    """Shades one model after the other; of several that come quickly the newest counts.

    Parameters
    ----------
    shown : callable
        Told a model with its shaded surface, as soon as it can be drawn.
    lit : callable
        Told later how much sky each point of that surface sees.
    """

    def __init__(
        self,
        workshop: Workshop,
        shown: Callable[[ShadedMesh, MeshModel], None],
        lit: Callable[[NDArray[np.float32]], None],
    ) -> None:
        self._workshop, self._shown, self._lit = workshop, shown, lit
        self._known: KnownLight | None = None
        self._job: TaskHandle | None = None
        self._quick: TaskHandle | None = None
        self._next: MeshModel | None = None

    def stop(self) -> None:
        """Say no more about the models so far."""
        for job in (self._job, self._quick):
            if job is not None:
                job.cancel()
        self._job = self._quick = self._next = None

    def shade(self, mesh: MeshModel) -> None:
        """Shade a model in full."""
        self.stop()

        def work(job: JobContext) -> tuple[NDArray[np.float32], KnownLight]:
            # Hand over the surface as soon as it can be drawn, then find out what lies in shade.
            shaded = shade(mesh, job, self._known)
            job.partial(shaded)
            surface = shaded.full
            arguments = (mesh, surface.points, surface.normals)
            light = evened(surface, self._workshop.children.run(daylight, arguments, job))
            return light, KnownLight.of(surface.points, light)

        def done(made: tuple[NDArray[np.float32], KnownLight]) -> None:
            light, self._known = made
            self._job = None
            self._lit(light)

        self._job = self._workshop.runner.submit(
            work, pool="compute", partial=lambda shaded: self._shown(shaded, mesh), done=done
        )

    def shade_quickly(self, mesh: MeshModel) -> None:
        """Shade a closed model that is being changed; while one is at work only the newest waits."""
        if self._job is not None:
            self.stop()
        if self._quick is not None:
            self._next = mesh
            return

        def done(shaded: ShadedMesh) -> None:
            self._quick = None
            waiting, self._next = self._next, None
            self._shown(shaded, mesh)
            if waiting is not None:
                self.shade_quickly(waiting)

        self._quick = self._workshop.runner.submit(
            lambda _job: shade_quickly(mesh, self._known), pool="compute", done=done
        )

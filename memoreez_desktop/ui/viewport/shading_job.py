"""Has models made ready to be drawn on a worker: at once while they change, in full when they rest."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui.child_steps import daylight
from memoreez_desktop.ui.viewport.carried_light import KnownLight
from memoreez_desktop.ui.viewport.shading import ShadedMesh, evened, shade, shade_quickly

if TYPE_CHECKING:
    from memoreez_desktop.ui.workshop import Workshop


_REMEMBERED_TRIANGLES = 2_500_000


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
        self._turn = 0
        self._quick_turn: int | None = None
        self._next: MeshModel | None = None
        self._surfaces: OrderedDict[MeshModel, ShadedMesh] = OrderedDict()

    def stop(self) -> None:
        """Say no more about the models so far.

        Nothing is cancelled: what is at work takes less time than the start of a new geometry process.
        """
        self._turn += 1
        self._next = None

    def shade(self, mesh: MeshModel) -> None:
        """Shade a model in full."""
        self.stop()
        turn = self._turn

        def work(job: JobContext) -> tuple[ShadedMesh, NDArray[np.float32], KnownLight] | None:
            # Hand over the surface as soon as it can be drawn, then find out what lies in shade.
            shaded = shade(mesh, job, self._known)
            job.partial(shaded)
            if turn != self._turn:
                return None
            surface = shaded.full
            arguments = (mesh, surface.points, surface.normals)
            light = evened(surface, self._workshop.children.run(daylight, arguments, job))
            return shaded, light, KnownLight.of(surface.points, surface.normals, light)

        def drawable(shaded: ShadedMesh) -> None:
            if turn == self._turn:
                self._shown(shaded, mesh)

        def done(made: tuple[ShadedMesh, NDArray[np.float32], KnownLight] | None) -> None:
            if made is None:
                return
            shaded, light, self._known = made
            # An undo that comes back to it shows it at once.
            self._remember(mesh, replace(shaded, daylight=light))
            if turn == self._turn:
                self._lit(light)

        self._workshop.runner.submit(work, pool="compute", partial=drawable, done=done)

    def shade_quickly(self, mesh: MeshModel) -> None:
        """Shade a closed model that is being changed; while one is at work only the newest waits.

        One that was shown a moment ago, before an undo for example, is ready at once.
        """
        known = self._surfaces.get(mesh)
        if known is not None and (known.daylight is not None or self._known is None):
            self.stop()
            self._surfaces.move_to_end(mesh)
            self._shown(known, mesh)
            return
        if self._quick_turn is not None and self._quick_turn == self._turn:
            self._next = mesh
            return
        self.stop()
        turn = self._quick_turn = self._turn

        def done(shaded: ShadedMesh) -> None:
            if turn != self._turn:
                return
            waiting, self._next, self._quick_turn = self._next, None, None
            self._remember(mesh, shaded)
            self._shown(shaded, mesh)
            if waiting is not None:
                self.shade_quickly(waiting)

        # Not behind what is being built, which may hold all the threads of its own pool.
        self._workshop.runner.submit(
            lambda _job: shade_quickly(mesh, self._known), pool="pictures", done=done
        )

    def _remember(self, mesh: MeshModel, shaded: ShadedMesh) -> None:
        self._surfaces[mesh] = shaded
        while sum(model.triangles for model in self._surfaces) > _REMEMBERED_TRIANGLES:
            self._surfaces.popitem(last=False)

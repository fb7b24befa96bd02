"""Bringing a model of one's own to the size and shape that is printed: mended once, then only scaled."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer

if TYPE_CHECKING:
    from memoreez_desktop.printability.receipt import Repair
    from memoreez_desktop.ui.studio.draft import Draft
    from memoreez_desktop.ui.workshop import Workshop

_KEPT = 2
_Key = tuple[str, float, frozenset[str], float]


class MendShelf:
    """Keeps the last repairs, so that another size does not climb the whole ladder again.

    May be used from every thread: a build that was cancelled may end while the next one has begun.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[_Key, Repair] = OrderedDict()
        self._lock = threading.Lock()

    def mended(self, draft: Draft, workshop: Workshop, job: JobContext) -> Repair:
        """Return a brought model, mended, in mm as the file means it, without a foot."""
        printer = chosen_printer(workshop)
        key = (draft.raw_digest, draft.factor, draft.left, printer.nozzle_mm)
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            raw = workshop.door.library().load_mesh(draft.raw_digest)
            arguments = (raw, draft.factor, draft.left, printer)
            found = workshop.children.run(child_steps.mend, arguments, job)
        with self._lock:
            self._kept[key] = found
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found


def mended_at_size(draft: Draft, shelf: MendShelf, workshop: Workshop, job: JobContext) -> Repair:
    """Return a brought model as it is printed, with the whole receipt and every mesh of it at that size."""
    mended = shelf.mended(draft, workshop, stage(job, 0.0, 0.8))
    at_size = workshop.children.run(
        child_steps.stand_at_height, (mended.mesh, draft.height_mm, draft.left), stage(job, 0.8, 1.0)
    )
    was, now = mended.mesh.extents_mm, at_size.before.size_mm
    scale = max(now) / max(max(was), 1e-9)
    steps = tuple(
        replace(
            step,
            p50_mm=step.p50_mm * scale,
            p95_mm=step.p95_mm * scale,
            max_mm=step.max_mm * scale,
            mesh_before=_at(step.mesh_before, scale),
        )
        for step in mended.steps
    )
    return replace(
        mended,
        mesh=at_size.mesh,
        steps=(*steps, *at_size.steps),
        after=at_size.after,
        deviation_p50_mm=mended.deviation_p50_mm * scale,
        deviation_p95_mm=mended.deviation_p95_mm * scale,
        deviation_max_mm=mended.deviation_max_mm * scale,
    )


def _at(mesh: MeshModel | None, scale: float) -> MeshModel | None:
    return mesh.scaled(scale).on_bed() if mesh is not None else None

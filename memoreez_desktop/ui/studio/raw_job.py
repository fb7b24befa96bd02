"""The raw sculpture of an edition: sculpted or read, mended where it has to be, and kept in the library."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.product import Backlight, Camera
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer

if TYPE_CHECKING:
    from memoreez_desktop.printability.receipt import Repair
    from memoreez_desktop.storage.mesh_bytes import StoredMesh
    from memoreez_desktop.ui.workshop import Workshop

_KEPT = 3


@dataclass(frozen=True, eq=False)
class Raw:
    """A raw sculpture, in mm.

    Attributes
    ----------
    mesh : StoredMesh
        Where it is in the library.
    repair : Repair or None
        What had to be mended, in the size of the raw one.
    """

    mesh: StoredMesh
    camera: Camera = Camera()
    backlight: Backlight | None = None
    repair: Repair | None = None


class RawShelf:
    """The last raw sculptures, so that a changed step neither sculpts nor mends anew.

    May be used from every thread: a build that was cancelled may end while the next one has begun.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Raw] = OrderedDict()
        self._lock = threading.Lock()

    def knows(self, edition: Edition, workshop: Workshop) -> bool:
        """Tell whether the raw sculpture of an edition is there at once."""
        with self._lock:
            return _key(edition, workshop) in self._kept

    def raw_of(self, edition: Edition, workshop: Workshop, job: JobContext) -> Raw:
        """Return the raw sculpture of an edition; a new one is in the library by then."""
        key = _key(edition, workshop)
        with self._lock:
            found = self._kept.get(key)
        if found is None:
            found = _own(edition, workshop, job) if edition.is_own else _sculpted(edition, workshop, job)
        with self._lock:
            self._kept[key] = found
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found


def _key(edition: Edition, workshop: Workshop) -> str:
    # A brought model is mended as finely as the printer draws.
    printer = workshop.keeper.settings.printer_id if edition.is_own and edition.repaired else ""
    return f"{edition.raw_key} {printer}"


def _own(edition: Edition, workshop: Workshop, job: JobContext) -> Raw:
    library = workshop.door.library()
    if not edition.repaired:
        if edition.factor == 1.0:
            return Raw(library.stored_mesh(edition.raw_digest))
        mesh = library.load_mesh(edition.raw_digest).scaled(edition.factor).on_bed()
        return Raw(library.stored_mesh(library.save_mesh(mesh)))
    read = library.load_mesh(edition.raw_digest)
    arguments = (read, edition.factor, edition.left, chosen_printer(workshop))
    repair = workshop.children.run(child_steps.mend, arguments, job)
    return Raw(library.stored_mesh(library.save_mesh(repair.mesh)), repair=repair)


def _sculpted(edition: Edition, workshop: Workshop, job: JobContext) -> Raw:
    library = workshop.door.library()
    sculpted = workshop.children.run(child_steps.sculpt, (edition.plan.recipe,), stage(job, 0.0, 0.8))
    raw = Raw(library.stored_mesh(library.save_mesh(sculpted.mesh)), sculpted.camera, sculpted.backlight)
    if not edition.repaired:
        return raw
    repair = workshop.children.run(child_steps.repair, (sculpted.mesh, edition.left), stage(job, 0.8, 1.0))
    return replace(raw, mesh=library.stored_mesh(library.save_mesh(repair.mesh)), repair=repair)

"""The raw sculpture of an edition: sculpted or read, mended where it has to be, and kept in the library."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer

if TYPE_CHECKING:
    from memoreez_desktop.services.raw_memo import RawModel
    from memoreez_desktop.ui.workshop import Workshop

_KEPT = 3


class RawShelf:
    """The last raw sculptures, so that a changed step neither sculpts nor mends anew.

    What is not here any more is in the library, where the program before this one may have put it. May be
    used from every thread: a build that was cancelled may end while the next one has begun.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, RawModel] = OrderedDict()
        self._lock = threading.Lock()

    def knows(self, edition: Edition, workshop: Workshop) -> bool:
        """Tell whether the raw sculpture of an edition is there at once."""
        with self._lock:
            return _key(edition, workshop) in self._kept

    def raw_of(self, edition: Edition, workshop: Workshop, job: JobContext) -> RawModel:
        """Return the raw sculpture of an edition; a new one is in the library by then."""
        return self.found(edition, workshop) or self._keep(edition, workshop, _made(edition, workshop, job))

    def found(self, edition: Edition, workshop: Workshop) -> RawModel | None:
        """Return the raw sculpture of an edition if it was made before, perhaps by an earlier program."""
        # Receipts bring scipy along, which the window's start must not wait for.
        from memoreez_desktop.services.raw_memo import find_raw  # noqa: PLC0415

        key = _key(edition, workshop)
        with self._lock:
            here = self._kept.get(key)
        raw = here or find_raw(workshop.door.library(), key)
        return self._keep(edition, workshop, raw) if raw is not None else None

    def _keep(self, edition: Edition, workshop: Workshop, raw: RawModel) -> RawModel:
        key = _key(edition, workshop)
        with self._lock:
            self._kept[key] = raw
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return raw


def _key(edition: Edition, workshop: Workshop) -> str:
    # A brought model is mended as finely as the printer draws.
    printer = workshop.keeper.settings.printer_id if edition.is_own and edition.repaired else ""
    return f"{edition.raw_key} {printer}".rstrip()


def _made(edition: Edition, workshop: Workshop, job: JobContext) -> RawModel:
    make = _own if edition.is_own else _sculpted
    return make(edition, workshop, _key(edition, workshop), job)


def _own(edition: Edition, workshop: Workshop, key: str, job: JobContext) -> RawModel:
    from memoreez_desktop.services.raw_memo import keep_raw  # noqa: PLC0415 - see raw_of

    library = workshop.door.library()
    read = library.load_mesh(edition.raw_digest)
    if not edition.repaired:
        return keep_raw(library, key, read.scaled(edition.factor).on_bed())
    arguments = (read, edition.factor, edition.left, chosen_printer(workshop))
    repair = workshop.children.run(child_steps.mend, arguments, job)
    return keep_raw(library, key, repair.mesh, repair=repair)


def _sculpted(edition: Edition, workshop: Workshop, key: str, job: JobContext) -> RawModel:
    from memoreez_desktop.services.raw_memo import keep_raw  # noqa: PLC0415 - see raw_of

    library = workshop.door.library()
    sculpted = workshop.children.run(child_steps.sculpt, (edition.plan.recipe,), stage(job, 0.0, 0.8))
    mesh, repair = sculpted.mesh, None
    if edition.repaired:
        repair = workshop.children.run(child_steps.repair, (mesh, edition.left), stage(job, 0.8, 1.0))
        mesh = repair.mesh
    return keep_raw(library, key, mesh, sculpted.camera, sculpted.backlight, repair)

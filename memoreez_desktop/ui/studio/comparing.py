"""Looking at what the keepsake was: raw, before a repair, or as a snapshot has it; and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.one_job import OneJob
from memoreez_desktop.ui.studio.made import Made
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.receipt_at_size import as_it_lies
from memoreez_desktop.ui.studio.show_made import pins_of
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.storage.editions import Snapshot
    from memoreez_desktop.storage.mesh_bytes import StoredMesh
    from memoreez_desktop.ui.studio.raw_job import RawShelf
    from memoreez_desktop.ui.workshop import Workshop


class Comparing(QObject):
    """Shows another model in the keepsake's place, in its size and as it lies, and never changes anything.

    Parameters
    ----------
    raws : RawShelf
        Where the raw sculpture comes from.
    """

    def __init__(self, panel: StudioPanel, workshop: Workshop, raws: RawShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._raws = panel, workshop, raws
        self._made: Made | None = None
        self._job = OneJob(workshop.runner)
        panel.compare.toggled.connect(self._toggled)
        panel.receipt.mesh_wanted.connect(self._look_at_repair)

    def go_on_from(self, made: Made | None) -> None:
        """Take this as the keepsake; whatever else was looked at is no longer seen."""
        self.leave()
        self._made = made
        self._panel.compare.setEnabled(made is not None)

    def leave(self) -> None:
        """Stop looking at something else: the keepsake is about to be shown anew."""
        self._job.stop()
        self._release()

    def look_at(self, snapshot: Snapshot) -> None:
        """Show a snapshot until the button is released."""
        self._panel.compare.blockSignals(True)
        self._panel.compare.setChecked(True)
        self._panel.compare.blockSignals(False)
        digest, door = snapshot.mesh_digest, self._workshop.door
        self._show(lambda _job: door.library().load_mesh(digest), snapshot.name)

    def _toggled(self, on: bool) -> None:
        made = self._made
        if made is None:
            return
        if not on:
            self._back(made)
            return

        def raw(job: JobContext) -> MeshModel:
            mesh = self._raws.raw_of(made.edition, self._workshop, job).mesh
            return self._laid(mesh, made.edition.steps, job)

        self._show(raw, tr("The raw sculpture"))

    def _look_at_repair(self, mesh: MeshModel | None) -> None:
        made = self._made
        if made is None:
            return
        self._release()
        if mesh is None:
            self._back(made)
        else:
            self._show(lambda job: self._laid(mesh, made.edition.steps, job), tr("Before the repair"))

    def _laid(self, mesh: MeshModel | StoredMesh, steps: KeepsakeRecipe, job: JobContext) -> MeshModel:
        arguments = (mesh, as_it_lies(steps), True)
        return self._workshop.children.run(child_steps.shape, arguments, job).mesh

    def _show(self, job: object, words: str) -> None:
        def shown(mesh: MeshModel) -> None:
            made = self._made
            if made is not None:
                self._panel.view.show_mesh(mesh, made.edition.plan.colour)
                self._panel.view.show_pins(())
                self._panel.say_state(words, "mdi6.compare")

        self._job.start(job, shown, self._failed)  # type: ignore[arg-type]

    def _failed(self, error: MemoreezError) -> None:
        self._panel.complain(" ".join(tr(part) for part in (error.message, error.hint) if part))
        if self._made is not None:
            self._back(self._made)

    def _back(self, made: Made) -> None:
        self.leave()
        self._panel.view.show_mesh(made.keepsake.mesh, made.edition.plan.colour)
        self._panel.view.show_pins(pins_of(made))
        self._panel.say_state(tr("Saved"))

    def _release(self) -> None:
        self._panel.compare.blockSignals(True)
        self._panel.compare.setChecked(False)
        self._panel.compare.blockSignals(False)
        self._panel.compare.update()

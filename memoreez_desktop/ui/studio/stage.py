"""What is seen of the edition that is worked on: the model, its controls, its findings, its way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.studio import show_made
from memoreez_desktop.ui.studio.comparing import Comparing
from memoreez_desktop.ui.studio.controls import StudioControls
from memoreez_desktop.ui.studio.edition_log import EditionLog
from memoreez_desktop.ui.studio.fixes import fix_labels
from memoreez_desktop.ui.studio.made import Made, Sketch
from memoreez_desktop.ui.studio.maps import StudioMaps
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.photo_section import StudioPhoto
from memoreez_desktop.ui.studio.raw_job import RawShelf
from memoreez_desktop.ui.studio.section_table import SECTIONS
from memoreez_desktop.ui.studio.sections import Scene
from memoreez_desktop.ui.studio.snapshots import StudioSnapshots
from memoreez_desktop.ui.studio.step_sections import StepSections
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop


class Stage(QObject):
    """Keeps everything on the page at the same edition.

    Parameters
    ----------
    log : EditionLog
        Which edition is the present one.
    change : callable
        Takes ``edition -> edition`` and what that is called.
    """

    def __init__(
        self,
        panel: StudioPanel,
        workshop: Workshop,
        log: EditionLog,
        raws: RawShelf,
        change: Callable[[Callable[[Edition], Edition], str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel, self._log = panel, log
        self._made: Made | None = None
        self._seen: Sketch | None = None
        self.printer: PrinterProfile | None = None
        self._photo = StudioPhoto(panel.photo, workshop, change)
        self._maps = StudioMaps(panel.maps, panel.view, workshop, self)
        self._controls = StudioControls(panel, workshop, change, self)
        self._comparing = Comparing(panel, workshop, raws, self)
        self._snapshots = StudioSnapshots(panel, workshop, log, self._comparing, change, self)
        self._sections = StepSections(SECTIONS, panel, workshop, raws, self)
        self._sections.changed.connect(self._change_steps(change))
        self.forget()

    def show_made(self, made: Made, *, fresh: bool) -> None:
        """Show a finished model with all that is known of it."""
        before = None if fresh else self._made
        self._made, self._seen, self._controls.made = made, made.sketch, made
        self._comparing.go_on_from(made)
        self._snapshots.go_on_from(made)
        show_made.show_keepsake(self._panel, made, before)
        self._maps.show_model(made.keepsake.mesh)
        show_made.show_findings(self._panel, made, fix_labels(made, self.printer))
        self._show_history()
        self._show_scene()

    def show_sketch(self, sketch: Sketch) -> None:
        """Show what a change of the present model comes to."""
        if self._made is None:
            return
        self._seen = sketch
        self._comparing.leave()
        show_made.show_sketch(self._panel, sketch)
        self.show_controls()

    def show_notes(self, made: Made) -> None:
        """Show what is known of the same model by now."""
        self._made = self._controls.made = made
        if self._seen is not None and self._seen.edition == made.edition:
            self._seen = made.sketch
            self.show_controls()

    def expect(self) -> None:
        """Say that a change was made; the model follows."""
        self._panel.go_on.setEnabled(False)
        self._panel.say_state(tr("Changed"), "mdi6.pencil-outline")
        self._show_history()
        self._show_scene()

    def show_controls(self) -> None:
        """Bring every control up to the present edition."""
        edition, made, seen = self._log.edition, self._made, self._seen
        if edition is not None and made is not None and seen is not None:
            show_made.show_form(self._panel, made, seen, edition)
        self._show_scene()

    def show_printer(self, printer: PrinterProfile) -> None:
        """Lay the printer's bed under the model."""
        if self.printer is not None and printer != self.printer:
            self._maps.forget_printer()
        self.printer = self._controls.printer = printer
        self._panel.strip.show_printer(printer)
        self._show_scene()

    def complain(self, error: MemoreezError) -> None:
        """Say why a change cannot be made; the model stays as it was."""
        self._panel.complain(" ".join(tr(part) for part in (error.message, error.hint) if part))
        self._panel.say_state(tr("Not changed"), "mdi6.alert-outline")
        self._panel.go_on.setEnabled(True)

    def forget(self) -> None:
        """Work on nothing."""
        self._made = self._seen = self._controls.made = None
        self._comparing.go_on_from(None)
        self._snapshots.go_on_from(None)

    def _show_history(self) -> None:
        panel, log = self._panel, self._log
        undo, redo = log.undo_words, log.redo_words
        panel.undo.setEnabled(undo is not None)
        panel.redo.setEnabled(redo is not None)
        panel.undo.set_name(tr("Undo: {change}", change=tr(undo)) if undo else tr("Undo"))
        panel.redo.set_name(tr("Redo: {change}", change=tr(redo)) if redo else tr("Redo"))
        self._photo.show(log.edition)

    def _show_scene(self) -> None:
        edition, made, seen = self._log.edition, self._made, self._seen
        if edition is None or made is None or seen is None:
            return
        scene = Scene(
            edition,
            seen.notes,
            seen.edition.steps,
            info=made.info,
            mesh=made.keepsake.mesh,
            figure_mm=seen.figure_mm,
            printer=self.printer,
        )
        self._sections.show_scene(scene)

    @staticmethod
    def _change_steps(
        change: Callable[[Callable[[Edition], Edition], str], None],
    ) -> Callable[[KeepsakeRecipe, str], None]:
        return lambda steps, label: change(lambda edition: edition.with_steps(steps), label)

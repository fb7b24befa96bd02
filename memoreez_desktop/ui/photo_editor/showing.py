"""Puts the edited photo on the canvas at once, and asks the geometry process for its subject and verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.tasks.child import in_child
from memoreez_desktop.ui.newest import Newest
from memoreez_desktop.ui.photo_editor import jobs
from memoreez_desktop.ui.photo_editor.canvas_paint import SHADE
from memoreez_desktop.ui.photo_editor.cut_out_choice import TRAINED, Strokes, number_of
from memoreez_desktop.ui.photo_editor.live import LivePhoto, cut_out, outline_of, shade_of, to_image
from memoreez_desktop.ui.photo_editor.panel import PhotoEditorPanel
from memoreez_desktop.ui.photo_editor.subject_section import CutOut
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

if TYPE_CHECKING:
    from memoreez_desktop.imaging.mask import SubjectMask

_SUBJECT_PX, _TILE_PX = 700, 220
_REST_MS, _JUDGE_MS = 120, 400


class Showing(QObject):
    """What the panel shows of one photo.

    Signals
    -------
    judged(PhotoVerdict)
    failed(MemoreezError)
    """

    judged = Signal(object)
    failed = Signal(object)

    def __init__(self, panel: PhotoEditorPanel, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._panel, self._workshop = panel, workshop
        self.photo: LivePhoto | None = None
        self._ref: PhotoRef | None = None
        self._edit = UNTOUCHED
        self._original = False
        self._masks: tuple[SubjectMask, ...] = ()
        self._masks_of: PhotoEdit | None = None
        self._asked: PhotoEdit | None = None
        self._judged_of: PhotoEdit | None = None
        self._subjects, self._verdicts = Newest(workshop.runner), Newest(workshop.runner)
        self._models = Newest(workshop.runner)
        self._trained_of: PhotoEdit | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask_subject)
        self._calm = QTimer(self, singleShot=True, interval=_JUDGE_MS)
        self._calm.timeout.connect(self._ask_verdict)
        panel.tool_chosen.connect(lambda _tool: self._paint())
        panel.strip.original_wanted.connect(self._compare)

    def begin(self, ref: PhotoRef, photo: LivePhoto) -> None:
        """Show another photo."""
        self.stop()
        self.photo, self._ref = photo, ref

    def stop(self) -> None:
        """Show nothing more."""
        self._rest.stop()
        self._calm.stop()
        self._subjects.forget()
        self._verdicts.forget()
        self._models.forget()
        self.photo = self._ref = self._masks_of = self._asked = self._judged_of = self._trained_of = None
        self._masks = ()
        self._panel.strip.original.setChecked(False)
        self._panel.canvas.show_image(QImage())
        self._panel.canvas.show_subject(QImage(), ())
        self._panel.subject.offer_trained(None)
        self._panel.subject.show_cut_outs(())
        self._panel.subject.say("")

    def show(self, edit: PhotoEdit) -> None:
        """Show an edit at once; subject and verdict follow."""
        before, self._edit = self._chosen, edit
        wanted = _what_the_subject_hangs_on(edit)
        if self._masks_of is not None and _frame_of(self._masks_of) != _frame_of(wanted):
            # A mask of another frame would lie beside its subject.
            self._masks, self._masks_of = (), None
            self._paint_subject()
        elif before != self._chosen:
            self._paint_subject()
        self._paint()
        if wanted != self._asked:
            self._rest.start()
        if edit != self._judged_of:
            self._calm.start()

    def _compare(self, original: bool) -> None:
        self._original = original
        self._paint()

    def _paint(self) -> None:
        photo, canvas = self.photo, self._panel.canvas
        if photo is None:
            return
        mask = self._masks[self._chosen].mask if self._masks else None
        if self._original:
            canvas.show_image(to_image(photo.rgb))
        elif canvas.tool == "crop":
            canvas.show_image(to_image(photo.whole(self._edit)))
        elif canvas.tool == "look":
            canvas.show_image(to_image(photo.result(self._edit, mask)))
        else:
            canvas.show_image(to_image(photo.cropped(self._edit)))
        canvas.show_bare(self._original)

    @property
    def _chosen(self) -> int:
        number = number_of(self._edit.subject, self._panel.subject.trained)
        return min(max(number, 0), len(self._masks) - 1)

    def _paint_subject(self) -> None:
        """Veil and outline on the canvas, and the tiles."""
        if self.photo is None:
            return
        if not self._masks:
            self._panel.canvas.show_subject(QImage(), ())
            self._panel.subject.show_cut_outs(())
            return
        mask = self._masks[self._chosen].mask
        self._panel.canvas.show_subject(shade_of(mask, SHADE), outline_of(mask))
        rgb = self.photo.cropped(self._edit)
        ground = self._panel.canvas.color("raised")
        plain = (ground.red(), ground.green(), ground.blue())
        words = [one.words for one in self._masks[:TRAINED]] + [tr("Trained")]
        found = [
            CutOut(cut_out(rgb, one.mask, plain, _TILE_PX), word, one.hint)
            for one, word in zip(self._masks, words, strict=False)
        ]
        self._panel.subject.show_cut_outs(found)

    def _ask_subject(self) -> None:
        if self._ref is None:
            return
        edit = self._edit
        wanted = self._asked = _what_the_subject_hangs_on(edit)
        self._panel.subject.say(tr("Looking…"))

        def arrived(masks: tuple[SubjectMask, ...]) -> None:
            self._panel.subject.say("")
            self._masks, self._masks_of = masks, wanted
            self._paint()
            self._paint_subject()

        def failed(error: object) -> None:
            self._panel.subject.say("")
            self.failed.emit(error)

        ref, trained = replace(self._ref, edit=edit), self._panel.subject.trained
        job = in_child(self._workshop.children, jobs.cut_outs, ref, trained, _SUBJECT_PX)
        self._subjects.ask(job, arrived, failed)
        if _frame_of(edit) != self._trained_of:
            self._ask_trained(ref)

    def _ask_trained(self, ref: PhotoRef) -> None:
        """Have the trained model look at this frame, if there is one."""
        self._trained_of = _frame_of(ref.edit)

        def arrived(strokes: Strokes | None) -> None:
            self._panel.subject.offer_trained(strokes)
            if strokes:
                self._ask_subject()

        job = in_child(self._workshop.children, jobs.trained_strokes, ref, _SUBJECT_PX)
        self._models.ask(job, arrived, self.failed.emit)

    def _ask_verdict(self) -> None:
        if self._ref is None:
            return
        self._judged_of = self._edit
        job = in_child(self._workshop.children, jobs.verdict, replace(self._ref, edit=self._edit))
        self._verdicts.ask(job, self.judged.emit, self.failed.emit)


def _frame_of(edit: PhotoEdit) -> PhotoEdit:
    return replace(
        UNTOUCHED, quarter_turns=edit.quarter_turns, straighten_deg=edit.straighten_deg, crop=edit.crop
    )


def _what_the_subject_hangs_on(edit: PhotoEdit) -> PhotoEdit:
    """Return the edit without what leaves the cut-outs as they are: light, and which one is chosen."""
    return replace(_frame_of(edit), subject=replace(edit.subject, candidate=0))

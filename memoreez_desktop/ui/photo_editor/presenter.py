"""Decides what happens in the photo editor: which photo is open, and what becomes of its changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.photo_edit import PhotoEdit
from memoreez_desktop.tasks.child import in_child
from memoreez_desktop.ui.journey import Message, PhotoWish
from memoreez_desktop.ui.newest import Newest
from memoreez_desktop.ui.photo_editor import jobs
from memoreez_desktop.ui.photo_editor.edits import Edits
from memoreez_desktop.ui.photo_editor.fix_words import TOOL_FOR, fix_icon, fix_label
from memoreez_desktop.ui.photo_editor.hands import Hands
from memoreez_desktop.ui.photo_editor.live import LivePhoto
from memoreez_desktop.ui.photo_editor.panel import PhotoEditorPanel
from memoreez_desktop.ui.photo_editor.showing import Showing
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

if TYPE_CHECKING:
    from memoreez_desktop.imaging.verdict import PhotoVerdict


class PhotoEditorPresenter(QObject):
    """One photo at a time; every change is a new :class:`PhotoEdit`, the file stays as it is."""

    def __init__(self, panel: PhotoEditorPanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._journey = panel, workshop, workshop.journey
        self._wish: PhotoWish | None = None
        self._verdict: PhotoVerdict | None = None
        self._mending = Newest(workshop.runner)
        self.edits = Edits(self)
        self.hands = Hands(panel, self.edits)
        self.showing = Showing(panel, workshop, self)
        self.showing.judged.connect(self._judged)
        self.showing.failed.connect(self._failed)
        self.edits.changed.connect(self._show)
        self._journey.photoWanted.connect(self.open)
        panel.done.clicked.connect(self.finish)
        panel.cancel.clicked.connect(self.give_up)
        panel.bench.header.backWanted.connect(self.give_up)
        panel.left.connect(self._keep_quietly)
        panel.empty.button.clicked.connect(lambda: self._journey.go("story"))
        panel.verdict.fix_wanted.connect(lambda: self._mend(self._verdict.code if self._verdict else ""))
        self._refresh()

    def open(self, wish: PhotoWish) -> None:
        """Edit a photo."""
        self._keep_quietly()
        self._wish, self._verdict = wish, None
        self.edits.begin(wish.photo.edit)
        self._panel.open(wish.photo.name)
        self.hands.begin()
        self._refresh()

        def arrived(photo: LivePhoto) -> None:
            if self._wish is wish:
                self._panel.arrived()
                self.edits.size = photo.size
                self.showing.begin(wish.photo, photo)
                self._show(self.edits.edit)
                self._mend(wish.fix)

        def failed(error: MemoreezError) -> None:
            if self._wish is wish:
                self._close()
                self._journey.go(wish.back)
                self._journey.complain(error)

        job = jobs.open_job(self._workshop, wish.photo)
        self._workshop.runner.submit(job, pool="compute", done=arrived, failed=failed)

    def finish(self) -> None:
        """Keep the edit and go back."""
        wish, edit = self._wish, self.edits.edit
        if wish is not None:
            self._close()
            self._journey.go(wish.back)
            _keep(wish, edit)

    def give_up(self) -> None:
        """Go back without the changes; they can still be kept after all."""
        wish, edit = self._wish, self.edits.edit
        if wish is None:
            return
        self._close()
        self._journey.go(wish.back)
        if edit != wish.photo.edit:
            words, keep = tr("The photo stays as it was"), tr("Keep the changes")
            message = Message("good", words, action_label=keep, action=lambda: _keep(wish, edit))
            self._journey.messageRaised.emit(message)

    def leave(self) -> None:
        """Keep what was done: the window closes."""
        self._keep_quietly()
        self.showing.stop()

    def _keep_quietly(self) -> None:
        """Keep what was done: the person went to another page or took another photo."""
        wish, edit = self._wish, self.edits.edit
        if wish is not None:
            self._close()
            _keep(wish, edit)

    def _close(self) -> None:
        self._wish = None
        self._mending.forget()
        self.showing.stop()
        self._panel.close_photo()

    def _show(self, edit: PhotoEdit) -> None:
        self._refresh()
        self.showing.show(edit)

    def _refresh(self) -> None:
        self._panel.show_edit(self.edits.edit)
        back, forth = self.edits.ways
        self._panel.undo.setEnabled(back)
        self._panel.redo.setEnabled(forth)

    def _mend(self, code: str) -> None:
        """Put a verdict right: by itself in the geometry process, or by handing over the tool for it."""
        wish, before = self._wish, self.edits.edit
        if not code or wish is None or not self.edits.ready:
            return
        if code in TOOL_FOR:
            self._panel.take_tool(TOOL_FOR[code])
            return
        self._panel.verdict.wait(tr("Working…"))

        def arrived(edit: PhotoEdit) -> None:
            if self._wish is not wish:
                return
            # What a person did meanwhile is newer than the answer.
            if self.edits.edit == before != edit:
                self.edits.change(edit)
            elif self._verdict is not None:
                self._judged(self._verdict, can_mend=edit != before)

        job = in_child(self._workshop.children, jobs.mended, replace(wish.photo, edit=before), code)
        self._mending.ask(job, arrived, self._failed)

    def _judged(self, verdict: PhotoVerdict, *, can_mend: bool = True) -> None:
        self._verdict = verdict
        level = "good" if verdict.code == "good" else "warning"
        fix, icon = fix_label(verdict.code) if can_mend else "", fix_icon(verdict.code)
        self._panel.verdict.show_verdict(level, tr(verdict.words), tr(verdict.hint), fix, icon)

    def _failed(self, error: MemoreezError) -> None:
        self._panel.verdict.show_verdict("error", tr(error.message), tr(error.hint))


def _keep(wish: PhotoWish, edit: PhotoEdit) -> None:
    if edit != wish.photo.edit:
        wish.done(replace(wish.photo, edit=edit))

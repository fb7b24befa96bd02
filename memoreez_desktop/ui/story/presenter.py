"""Decides what happens on the Story page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from memoreez_desktop.core.story import Brief, PhotoRef
from memoreez_desktop.tasks.runner import TaskHandle
from memoreez_desktop.ui.journey import Message, PhotoWish
from memoreez_desktop.ui.story.dropped import Dropped, read_mime
from memoreez_desktop.ui.story.panel import StoryPanel
from memoreez_desktop.ui.story.photo_jobs import import_job, recall_job
from memoreez_desktop.ui.story.photo_model import PhotoItem
from memoreez_desktop.ui.story.story_reader import StoryReader
from memoreez_desktop.ui.story.who_draws import WhoDraws
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

_PICTURES = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic *.heif"


class StoryPresenter(QObject):
    """The page shows the journey's brief, and every change of the page is a new brief."""

    def __init__(self, panel: StoryPanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._journey = panel, workshop, workshop.journey
        self._model = panel.photos.model
        self.reader = StoryReader(panel.form, panel.icon_book, workshop)
        self.who_draws = WhoDraws(panel.footer, workshop)
        self._reading: list[TaskHandle] = []
        self._recalled: set[PhotoRef] = set()
        self._left = False
        panel.form.edited.connect(self._told)
        panel.dropped.connect(self.take)
        panel.paste_wanted.connect(self._paste)
        panel.create_wanted.connect(self._create)
        panel.shown.connect(self.who_draws.refresh)
        panel.photos.zone.choose_wanted.connect(self._choose)
        panel.photos.remove_wanted.connect(self._remove)
        panel.photos.edit_wanted.connect(self._edit)
        panel.photos.cancel_wanted.connect(self._stop_reading)
        self._journey.briefChanged.connect(self._show)
        self._show(self._journey.brief)

    def leave(self) -> None:
        """Stop reading photos."""
        self._left = True
        self.reader.leave()
        self.who_draws.leave()
        self._stop_reading()

    def take(self, dropped: Dropped) -> None:
        """Read pictures into the library; each appears as soon as it is there."""
        self._read(import_job(dropped, self._workshop.door))

    def _told(self) -> None:
        self._journey.set_brief(replace(self._journey.brief, story=self._panel.form.story()))

    def _show(self, brief: Brief) -> None:
        self._panel.form.set_story(brief.story)
        self._panel.set_ready(bool(brief.photos) or not brief.story.is_empty)
        self.reader.follow(brief.story)
        if brief.photos != self._model.refs:
            self._show_photos(brief)

    def _show_photos(self, brief: Brief) -> None:
        self._model.keep_only(brief.photos)
        known = set(self._model.refs)
        missing = [ref for ref in brief.photos if ref not in known | self._recalled]
        if missing:
            self._recalled |= set(missing)
            self._read(recall_job(missing, self._workshop))

    def _read(self, job: object) -> None:
        def over(_result: object = None) -> None:
            if self._left:
                return
            if handle in self._reading:
                self._reading.remove(handle)
            if not self._reading:
                self._panel.photos.show_reading("", 0.0)

        def failed(error: object) -> None:
            over()
            self._journey.complain(error)

        handle: TaskHandle | None = None
        self._panel.photos.show_reading(tr("Reading photos"), None)
        handle = self._workshop.runner.submit(
            job,
            pool="compute",
            partial=self._arrived,
            progress=self._progress,
            done=over,
            failed=failed,
            cancelled=over,
        )
        self._reading.append(handle)

    def _progress(self, fraction: float | None, words: str) -> None:
        if self._reading and not self._left:
            self._panel.photos.show_reading(tr(words) if words else tr("Reading photos"), fraction)

    def _arrived(self, item: PhotoItem) -> None:
        if self._left:
            return
        if item.ref is None:
            self._model.add(item)
            return
        self._recalled.discard(item.ref)
        brief = self._journey.brief
        known = next((ref for ref in brief.photos if ref.digest == item.ref.digest), None)
        if known in (None, item.ref):
            self._model.put(item)
        if known is None:
            self._journey.set_brief(replace(brief, photos=(*brief.photos, item.ref)))

    def _edit(self, row: int, fix: str) -> None:
        ref = self._model.item(row).ref
        if ref is None:
            return
        now = next((known for known in self._journey.brief.photos if known.digest == ref.digest), ref)
        # The page first: it is built now if it was never visited, and hears the wish.
        self._journey.go("photo")
        self._journey.photoWanted.emit(PhotoWish(now, "story", self._edited, fix))

    def _edited(self, photo: PhotoRef) -> None:
        brief = self._journey.brief
        photos = tuple(photo if ref.digest == photo.digest else ref for ref in brief.photos)
        self._journey.set_brief(replace(brief, photos=photos))

    def _remove(self, row: int) -> None:
        item = self._model.item(row)
        self._model.remove(row)
        if item.ref is None:
            return
        brief = self._journey.brief
        rest = tuple(ref for ref in brief.photos if ref.digest != item.ref.digest)
        self._journey.set_brief(replace(brief, photos=rest))
        undo = Message(
            "good",
            tr("Removed “{name}”", name=item.name),
            action_label=tr("Undo"),
            action=lambda: self._arrived(item),
        )
        self._journey.messageRaised.emit(undo)

    def _stop_reading(self) -> None:
        for handle in list(self._reading):
            handle.cancel()

    def _paste(self) -> None:
        found = read_mime(QGuiApplication.clipboard().mimeData())
        if found:
            self.take(found)
        else:
            text = tr("Copy a picture in your browser or a file in its folder, then press Paste again.")
            self._journey.messageRaised.emit(
                Message("info", tr("There is no picture in the clipboard"), text)
            )

    def _choose(self) -> None:
        keeper = self._workshop.keeper
        names, _filter = QFileDialog.getOpenFileNames(
            self._panel,
            tr("Choose photos"),
            keeper.settings.last_folder,
            f"{tr('Pictures')} ({_PICTURES});;{tr('All files')} (*)",
        )
        if names:
            keeper.change(last_folder=str(Path(names[0]).parent))
            self.take(Dropped(paths=tuple(Path(name) for name in names)))

    def _create(self) -> None:
        self._panel.form.loves.take_line()
        # The page first: it is built now if it was never visited, and hears the wish.
        self._journey.go("concepts")
        self._journey.createWanted.emit(self._journey.brief)

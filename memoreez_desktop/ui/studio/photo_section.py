"""The photo a keepsake is made from, as it is seen, and the way to edit it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.journey import PhotoWish
from memoreez_desktop.ui.newest import Newest
from memoreez_desktop.ui.studio.thumbnail import Thumbnail
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.surfaces import ElidedLabel
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

_THUMBNAIL_PX = 256
Change = Callable[[Callable[[Edition], Edition], str], None]


class PhotoSection(Section):
    """Thumbnail, name, one button.

    Signals
    -------
    edit_wanted()
    """

    edit_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Photo"), parent=parent)
        self.thumbnail = Thumbnail(icon_book)
        self.name = ElidedLabel(icon_book, "", "small", "muted")
        self.edit = SecondaryButton(icon_book, tr("Edit photo…"), "mdi6.pencil-outline", height=32)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.thumbnail)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.edit.clicked.connect(self.edit_wanted)
        self.hide()


class StudioPhoto(QObject):
    """Shows the photo of an edition; an edit of it is a change like any other.

    Parameters
    ----------
    change : callable
        Takes ``edition -> edition`` and what that is called.
    """

    def __init__(self, section: PhotoSection, workshop: Workshop, change: Change) -> None:
        super().__init__(section)
        self._section, self._workshop, self._change = section, workshop, change
        self._photo: PhotoRef | None = None
        self._pictures = Newest(workshop.runner)
        section.edit_wanted.connect(self._edit)

    def show(self, edition: Edition | None) -> None:
        """Show the photo of an edition, or nothing where it has none."""
        photo = edition.plan.recipe.photo if edition is not None else None
        self._section.setVisible(photo is not None)
        if photo is None or photo == self._photo:
            self._photo = photo
            return
        self._photo = photo
        self._section.name.setText(photo.name)
        self._section.aside.setText("" if photo.edit.is_nothing else tr("edited"))
        children = self._workshop.children

        def job(job: JobContext) -> QImage:
            # numpy for the pixels: on a worker, not when the Studio is opened.
            from memoreez_desktop.ui.photo_editor.jobs import preview  # noqa: PLC0415
            from memoreez_desktop.ui.photo_editor.live import to_image  # noqa: PLC0415

            return to_image(children.run(preview, (photo, _THUMBNAIL_PX), job))

        show = self._section.thumbnail.show_image
        # A photo that is gone is told of by the model that cannot be built.
        self._pictures.ask(job, show, lambda _error: show(QImage()))

    def _edit(self) -> None:
        if self._photo is not None:
            # The page first: it is built now if it was never visited, and hears the wish.
            self._workshop.journey.go("photo")
            self._workshop.journey.photoWanted.emit(PhotoWish(self._photo, "studio", self._edited))

    def _edited(self, photo: PhotoRef) -> None:
        self._change(
            lambda edition: edition.with_recipe(replace(edition.plan.recipe, photo=photo)), tr("Photo")
        )

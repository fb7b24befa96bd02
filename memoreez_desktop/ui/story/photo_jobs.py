"""Jobs of the Story page: photos into the library, and back from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.ui.photo_editor.fix_words import fix_label
from memoreez_desktop.ui.story.dropped import Dropped, picture_bytes
from memoreez_desktop.ui.story.photo_model import PhotoItem
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import LibraryDoor, Workshop

if TYPE_CHECKING:
    from memoreez_desktop.imaging.verdict import PhotoVerdict
    from memoreez_desktop.services.load_photos import PhotoOutcome

_THUMBNAIL_PX = 256

_VERDICT_ICONS = {
    "dark": "mdi6.weather-night",
    "blurred": "mdi6.blur",
    "small": "mdi6.image-size-select-small",
    "flat": "mdi6.contrast-circle",
    "cut-off": "mdi6.content-cut",
    "several": "mdi6.account-multiple-outline",
    "letterbox": "mdi6.filmstrip",
}


def import_job(dropped: Dropped, door: LibraryDoor) -> Callable[[JobContext], None]:
    """Make a job that takes pictures into the library; each row is a partial result."""

    def job(job: JobContext) -> None:
        # Pillow, OpenCV and sqlite-utils are first imported here, on a worker, not at the window's start.
        from memoreez_desktop.services import load_photos  # noqa: PLC0415

        rows = JobContext(job.token, job.progress, lambda outcome: job.partial(_row(outcome)))
        for address in dropped.addresses:
            job.partial(_only_an_address(address))
        for name, picture in dropped.pictures:
            rows.partial(load_photos.import_photo_bytes(picture_bytes(picture), name, door.library(), rows))
        if dropped.paths:
            load_photos.import_photos(dropped.paths, door.library(), rows)

    return job


def recall_job(refs: Sequence[PhotoRef], workshop: Workshop) -> Callable[[JobContext], None]:
    """Make a job that shows photos of the library again, as they were edited and under their names."""

    def job(job: JobContext) -> None:
        # As above: heavy packages on a worker only.
        from memoreez_desktop.services import load_photos  # noqa: PLC0415

        for ref in refs:
            if not ref.edit.is_nothing:
                job.partial(_edited_row(ref, workshop, job))
                continue
            library = workshop.door.library()
            for outcome in load_photos.import_photos((ref.path,), library, JobContext(job.token)):
                row = _row(outcome)
                job.partial(replace(row, name=ref.name or row.name, ref=ref if row.ref else None))

    return job


def _row(outcome: PhotoOutcome) -> PhotoItem:
    ref = getattr(outcome, "ref", None)
    if ref is None:
        return PhotoItem(outcome.name, "error", tr("Not used"), _sentences(outcome.message, outcome.hint))
    thumbnail = QImage.fromData(outcome.thumbnail_png).convertToFormat(QImage.Format.Format_RGB32)
    return _photo_row(ref, outcome.verdict, thumbnail)


def _edited_row(ref: PhotoRef, workshop: Workshop, job: JobContext) -> PhotoItem:
    # numpy for the pixels: here on a worker, not at the window's start.
    from memoreez_desktop.ui.photo_editor import jobs  # noqa: PLC0415
    from memoreez_desktop.ui.photo_editor.live import to_image  # noqa: PLC0415

    try:
        picture = workshop.children.run(jobs.preview, (ref, _THUMBNAIL_PX), job)
        verdict = workshop.children.run(jobs.verdict, (ref,), job)
    except InputError as error:
        return PhotoItem(ref.name, "error", tr("Not used"), _sentences(error.message, error.hint))
    return _photo_row(ref, verdict, to_image(picture))


def _photo_row(ref: PhotoRef, verdict: PhotoVerdict, thumbnail: QImage) -> PhotoItem:
    code = verdict.code
    level = "good" if code == "good" else "warning"
    fix = code if fix_label(code) else ""
    icon = _VERDICT_ICONS.get(code, "")
    return PhotoItem(ref.name, level, verdict.words, verdict.hint, ref, icon, fix, thumbnail)


def _only_an_address(address: str) -> PhotoItem:
    message = tr("Only its web address came along, and nothing is fetched from the internet.")
    hint = tr("Save the picture first, or copy it and press Paste.")
    return PhotoItem(address[:80], "error", tr("Not used"), _sentences(message, hint))


def _sentences(*parts: str) -> str:
    return " ".join(tr(part) for part in parts if part)

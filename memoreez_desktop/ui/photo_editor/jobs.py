"""Jobs of the photo editor. The functions at the top run in a geometry process and know no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit, SubjectWish
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.ui.photo_editor.cut_out_choice import TRAINED, Strokes, chosen
from memoreez_desktop.ui.photo_editor.live import SHOWN_PX, LivePhoto, Rgb

if TYPE_CHECKING:
    from memoreez_desktop.imaging.mask import SubjectMask
    from memoreez_desktop.imaging.verdict import PhotoVerdict
    from memoreez_desktop.ui.workshop import Workshop


def preview(photo: PhotoRef, longest_px: int, job: JobContext) -> Rgb:
    """Return the photo as it is to be seen."""
    # In the child, where it is warm already; never in the window's process.
    from memoreez_desktop.services.edit_photo import preview_edit  # noqa: PLC0415

    return preview_edit(photo, longest_px, job)


def cut_outs(photo: PhotoRef, trained: Strokes, longest_px: int, job: JobContext) -> tuple[SubjectMask, ...]:
    """Return the cut-outs to choose from; the trained one is the last where its strokes are given."""
    # As above.
    from memoreez_desktop.services.edit_photo import preview_cutout, preview_subject  # noqa: PLC0415

    wish = photo.edit.subject
    found = preview_subject(_wishing(photo, chosen(wish, wish.candidate, trained)), longest_px, job)
    if not trained:
        return found
    better = _wishing(photo, chosen(wish, TRAINED, trained))
    return (*found, preview_cutout(better, longest_px, 0, job))


def trained_strokes(photo: PhotoRef, longest_px: int, job: JobContext) -> Strokes | None:
    """Return the trained cut-out as strokes; None when there is no model."""
    # As above; a module of the model's runtime is found or not.
    from memoreez_desktop.services import better_cutout  # noqa: PLC0415

    return better_cutout.trained_strokes(photo, longest_px, job)


def _wishing(photo: PhotoRef, wish: SubjectWish) -> PhotoRef:
    return replace(photo, edit=replace(photo.edit, subject=wish))


def verdict(photo: PhotoRef, job: JobContext) -> PhotoVerdict:
    """Judge the photo as it is to be seen."""
    # As above.
    from memoreez_desktop.services.edit_photo import judge  # noqa: PLC0415

    return judge(photo, job)


def mended(photo: PhotoRef, code: str, job: JobContext) -> PhotoEdit:
    """Return the edit after which a verdict no longer holds."""
    # As above.
    from memoreez_desktop.services.mend_photo import mend  # noqa: PLC0415

    return mend(photo, code, job)


def open_job(workshop: Workshop, photo: PhotoRef) -> Callable[[JobContext], LivePhoto]:
    """Make a job that fetches the small copy that is worked on, and wakes what will change it."""

    def job(job: JobContext) -> LivePhoto:
        untouched = replace(photo, edit=UNTOUCHED)
        rgb = workshop.children.run(preview, (untouched, SHOWN_PX), job)
        live = LivePhoto(rgb)
        # The first frame imports OpenCV: here on a worker, so that the first move of a slider does not.
        live.result(photo.edit, None)
        return live

    return job

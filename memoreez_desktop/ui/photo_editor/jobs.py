"""Jobs of the photo editor. The functions at the top run in a geometry process and know no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.photo_edit import UNTOUCHED
from memoreez_desktop.core.story import PhotoRef
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


def cut_outs(photo: PhotoRef, longest_px: int, job: JobContext) -> tuple[SubjectMask, ...]:
    """Return the cut-outs to choose from."""
    # As above.
    from memoreez_desktop.services.edit_photo import preview_subject  # noqa: PLC0415

    return preview_subject(photo, longest_px, job)


def verdict(photo: PhotoRef, job: JobContext) -> PhotoVerdict:
    """Judge the photo as it is to be seen."""
    # As above.
    from memoreez_desktop.services.edit_photo import judge  # noqa: PLC0415

    return judge(photo, job)


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

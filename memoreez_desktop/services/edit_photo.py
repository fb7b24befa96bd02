"""A photo as it is to be seen: previews of its edit and its cut-outs, and an honest word about it.

Every function is a job for the child process: plain values in, arrays and words out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.imaging.mask import SubjectMask, subject_candidates
from memoreez_desktop.imaging.photo_edit import load_edited, load_framed
from memoreez_desktop.imaging.verdict import JUDGED_PX, PhotoVerdict, judge_photo

Rgb = NDArray[np.uint8]


def preview_edit(photo: PhotoRef, longest_px: int, job: JobContext | None = None) -> Rgb:
    """Return the photo as it is to be seen, (h, w, 3) uint8, its longest side at most ``longest_px``.

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    Cancelled
    """
    _still_wanted(job)
    return load_edited(photo.path, photo.edit, longest_px)


def preview_subject(
    photo: PhotoRef, longest_px: int, job: JobContext | None = None
) -> tuple[SubjectMask, ...]:
    """Return the cut-outs to choose from, the first choice first.

    Each has ``mask`` (h, w) bool of the size that :func:`preview_edit` gives, ``trust_ratio``, ``words`` and
    ``hint``.

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    Cancelled
    """
    _still_wanted(job)
    return subject_candidates(load_framed(photo.path, photo.edit, longest_px), photo.edit.subject)


def judge(photo: PhotoRef, job: JobContext | None = None) -> PhotoVerdict:
    """Judge the photo as it is to be seen.

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    Cancelled
    """
    _still_wanted(job)
    return judge_photo(load_edited(photo.path, photo.edit, JUDGED_PX))


def _still_wanted(job: JobContext | None) -> None:
    if job is not None:
        job.check_cancelled()

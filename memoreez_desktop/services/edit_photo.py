"""A photo as it is to be seen: previews of its edit and its cut-outs, and an honest word about it.

Every function is a job for the child process: plain values in, arrays and words out.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.photo_edit import UNTOUCHED, Box, PhotoEdit
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.imaging.mask import CANDIDATES, PreparedSubject, SubjectMask
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
    offered = []
    for number in range(CANDIDATES):
        offered.append(preview_cutout(photo, longest_px, number, job))
    return tuple(offered)


def preview_cutout(
    photo: PhotoRef, longest_px: int, candidate: int | None = None, job: JobContext | None = None
) -> SubjectMask:
    """Return one cut-out, the wished one by default: what a stroke is answered with, well within a second.

    The search is remembered for the photos seen last, so that a further stroke costs one cut.

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    Cancelled
    """
    _still_wanted(job)
    wish = photo.edit.subject
    frame = replace(
        UNTOUCHED,
        quarter_turns=photo.edit.quarter_turns,
        straighten_deg=photo.edit.straighten_deg,
        crop=photo.edit.crop,
    )
    prepared = _prepared(photo.digest, photo.path, frame, wish.box, longest_px)
    _still_wanted(job)
    return prepared.mask(wish if candidate is None else replace(wish, candidate=candidate))


@lru_cache(maxsize=4)
def _prepared(digest: str, path: Path, frame: PhotoEdit, box: Box | None, longest_px: int) -> PreparedSubject:
    """Search once; the digest names the contents, so the answer cannot change."""
    return PreparedSubject.of(load_framed(path, frame, longest_px), box)


def judge(photo: PhotoRef, job: JobContext | None = None) -> PhotoVerdict:
    """Judge the photo as it is to be seen.

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    Cancelled
    """
    _still_wanted(job)
    seen = load_edited(photo.path, photo.edit, JUDGED_PX)
    return judge_photo(seen, one_is_meant=photo.edit.subject.box is not None)


def _still_wanted(job: JobContext | None) -> None:
    if job is not None:
        job.check_cancelled()

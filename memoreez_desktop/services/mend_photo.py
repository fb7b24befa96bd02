"""What can be done about a poor photo without asking: lift it, give it contrast, cut bars off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.imaging.letterbox import inside_bars
from memoreez_desktop.imaging.mask import subject_mask
from memoreez_desktop.imaging.photo_edit import apply_edit, load_framed
from memoreez_desktop.imaging.verdict import JUDGED_PX, light_faults

_STEPS = 12


def mend(photo: PhotoRef, code: str, job: JobContext) -> PhotoEdit:
    """Return the smallest change after which a verdict no longer holds; the same edit if there is none.

    The photo is read once, and only its light is looked at again at every step.

    Parameters
    ----------
    photo : PhotoRef
    code : str
        Of the verdict: ``dark``, ``flat`` or ``letterbox``.
    job : JobContext

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    Cancelled
    """
    edit = photo.edit
    view = load_framed(photo.path, edit, JUDGED_PX)
    if code == "letterbox":
        return _without_bars(view, edit)
    ways = {"dark": _brighter, "flat": _harder}
    subject = subject_mask(view, edit.subject).mask if edit.remove_background else None
    for tried in ways[code](edit) if code in ways else ():
        job.check_cancelled()
        frameless = replace(tried, quarter_turns=0, straighten_deg=0.0, crop=UNTOUCHED.crop)
        if code not in light_faults(apply_edit(view, frameless, subject)):
            return tried
    return edit


def _brighter(edit: PhotoEdit) -> Iterator[PhotoEdit]:
    for step in range(1, _STEPS + 1):
        lifted = min(3.0, edit.exposure_ev + 0.25 * step)
        yield replace(edit, exposure_ev=lifted, gamma=min(3.0, max(edit.gamma, 1.0 + 0.05 * step)))


def _harder(edit: PhotoEdit) -> Iterator[PhotoEdit]:
    for step in range(1, _STEPS + 1):
        yield replace(edit, contrast_ratio=min(1.0, round(edit.contrast_ratio + step / _STEPS, 2)))


def _without_bars(view: NDArray[np.uint8], edit: PhotoEdit) -> PhotoEdit:
    height, width = view.shape[:2]
    top, bottom, left, right = inside_bars(view)
    x, y, far_x, far_y = edit.crop
    wide, high = far_x - x, far_y - y
    crop = (
        x + wide * left / width,
        y + high * top / height,
        x + wide * right / width,
        y + high * bottom / height,
    )
    return replace(edit, crop=crop)

"""What the editor can do by itself about a poor photo: lift it, give it contrast, cut bars off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from memoreez_desktop.core.photo_edit import PhotoEdit
from memoreez_desktop.ui.photo_editor.live import LivePhoto

_STEPS = 12


def mended(code: str, photo: LivePhoto, edit: PhotoEdit) -> PhotoEdit:
    """Return the smallest change after which the verdict is another one; the edit itself if there is none."""
    if code == "letterbox":
        return _without_bars(photo, edit)
    for tried in _brighter(edit) if code == "dark" else _harder(edit) if code == "flat" else ():
        if _code(photo, tried) != code:
            return tried
    return edit


def _brighter(edit: PhotoEdit) -> Iterable[PhotoEdit]:
    for step in range(1, _STEPS + 1):
        lifted = min(3.0, edit.exposure_ev + 0.25 * step)
        yield replace(edit, exposure_ev=lifted, gamma=min(3.0, max(edit.gamma, 1.0 + 0.05 * step)))


def _harder(edit: PhotoEdit) -> Iterable[PhotoEdit]:
    for step in range(1, _STEPS + 1):
        yield replace(edit, contrast_ratio=min(1.0, round(edit.contrast_ratio + step / _STEPS, 2)))


def _code(photo: LivePhoto, edit: PhotoEdit) -> str:
    # OpenCV is here already, see LivePhoto.
    from memoreez_desktop.imaging.verdict import judge_photo  # noqa: PLC0415

    return judge_photo(photo.cropped(edit)).code


def _without_bars(photo: LivePhoto, edit: PhotoEdit) -> PhotoEdit:
    # As above.
    from memoreez_desktop.imaging.letterbox import inside_bars  # noqa: PLC0415

    rgb = photo.cropped(edit)
    height, width = rgb.shape[:2]
    top, bottom, left, right = inside_bars(rgb)
    x, y, far_x, far_y = edit.crop
    wide, high = far_x - x, far_y - y
    crop = (
        x + wide * left / width,
        y + high * top / height,
        x + wide * right / width,
        y + high * bottom / height,
    )
    return replace(edit, crop=crop)

"""Where a point of the edited photo lies in the untouched one, and where it goes when the photo turns."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.photo_edit import WHOLE, Box, PhotoEdit, Stroke, SubjectWish

Size = tuple[int, int]
_SMALLEST_BOX = 0.01


def upright_size(size: Size, edit: PhotoEdit) -> tuple[float, float]:
    """Return width and height of the photo turned and straightened, before it is cropped."""
    # OpenCV is here already: the photo was read with it.
    from memoreez_desktop.imaging.photo_edit_frame import largest_upright  # noqa: PLC0415

    width, height = size[::-1] if edit.quarter_turns % 2 else size
    return largest_upright(width, height, edit.straighten_deg) if edit.straighten_deg else (width, height)


def turned(edit: PhotoEdit, quarters: int, size: Size) -> PhotoEdit:
    """Turn clockwise by quarters: the crop and what was said of the subject turn along."""
    crop = edit.crop
    for _ in range(quarters % 4):
        left, top, right, bottom = crop
        crop = (1 - bottom, left, 1 - top, right)
    new = replace(edit, quarter_turns=(edit.quarter_turns + quarters) % 4, crop=crop)
    return carried(edit, new, size)


def carried(before: PhotoEdit, after: PhotoEdit, size: Size) -> PhotoEdit:
    """Keep box and strokes on what they were drawn on, although the frame is another one.

    Parameters
    ----------
    before, after : PhotoEdit
        ``after`` has the new frame and still the old box and strokes.
    size : (width, height)
        Of the untouched photo, px.
    """
    wish = before.subject
    if _frame(before) == _frame(after) or (wish.box is None and not wish.strokes):
        return after
    way = np.linalg.inv(_to_photo(after, size)) @ _to_photo(before, size)
    shrink = _longest(before, size) / _longest(after, size)
    strokes = tuple(
        Stroke(stroke.keep, stroke.radius_ratio * shrink, _moved(stroke.points, way))
        for stroke in wish.strokes
    )
    box = None if wish.box is None else _moved_box(wish.box, way)
    return replace(after, subject=SubjectWish(wish.candidate, box, strokes))


def _frame(edit: PhotoEdit) -> tuple[int, float, Box]:
    return edit.quarter_turns, edit.straighten_deg, edit.crop


def _longest(edit: PhotoEdit, size: Size) -> float:
    width, height = upright_size(size, edit)
    left, top, right, bottom = edit.crop
    return max(width * (right - left), height * (bottom - top), 1e-9)


def _to_photo(edit: PhotoEdit, size: Size) -> NDArray[np.float64]:
    """Return the matrix from ratios of the edited photo to pixels of the untouched one about its middle."""
    width, height = upright_size(size, edit)
    left, top, right, bottom = edit.crop
    place = np.array(
        [
            [(right - left) * width, 0.0, (left - 0.5) * width],
            [0.0, (bottom - top) * height, (top - 0.5) * height],
            [0.0, 0.0, 1.0],
        ]
    )
    turn = math.radians(edit.straighten_deg + 90 * (edit.quarter_turns % 4))
    sine, cosine = math.sin(turn), math.cos(turn)
    back = np.array([[cosine, sine, 0.0], [-sine, cosine, 0.0], [0.0, 0.0, 1.0]])
    return back @ place


def _moved(
    points: tuple[tuple[float, float], ...], way: NDArray[np.float64]
) -> tuple[tuple[float, float], ...]:
    found = np.c_[np.array(points, float).reshape(-1, 2), np.ones(len(points))] @ way.T
    return tuple((float(x), float(y)) for x, y, _ in found)


def _moved_box(box: Box, way: NDArray[np.float64]) -> Box | None:
    left, top, right, bottom = box
    corners = np.array(_moved(((left, top), (right, top), (left, bottom), (right, bottom)), way))
    low, high = np.clip(corners.min(0), 0, 1), np.clip(corners.max(0), 0, 1)
    if (high - low).min() < _SMALLEST_BOX:
        return None
    found = (float(low[0]), float(low[1]), float(high[0]), float(high[1]))
    return None if found == WHOLE else found

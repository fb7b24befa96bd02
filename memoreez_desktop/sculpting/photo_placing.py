"""Which part of a photo a keepsake shows: a window that frames a face, a subject or the middle."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.imaging.faces import Face, find_faces
from memoreez_desktop.imaging.tone import resampled

Rgb = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_PORTRAIT_FACES = 2.4
"""Sides of a portrait, in face boxes: head, hair and shoulders."""
_FACE_MIDDLE = 0.62
_SCENE_FACES = 0.95
"""How far round a face a scene must reach, in face boxes."""
_LEAST_SCORE = 0.35
_SMALLEST_FACE_RATIO = 0.05
_SAME_PLACE = 0.35
_CUT_RATIO = 0.12
_HEAD_FILL, _CLOSEST = 0.84, 1.45


@dataclass(frozen=True)
class Window:
    """A rectangle over a photo, in its pixels; it may reach beyond the photo."""

    left: float
    top: float
    width: float
    height: float

    def widened(self, factor: float) -> Window:
        """Show more about the same middle."""
        wide, high = self.width * factor, self.height * factor
        return Window(self.left - (wide - self.width) / 2, self.top - (high - self.height) / 2, wide, high)


def main_face(rgb: Rgb, mask: Mask | None) -> Face | None:
    """Find the face a portrait is of: large, and on the subject where there is one.

    Without a subject that can be trusted, a face must also be seen in the mirror: fur rarely is, a face is.
    """
    best, best_rating = None, 0.0
    mirrored = find_faces(np.ascontiguousarray(rgb[:, ::-1])) if mask is None else ()
    for face in find_faces(rgb):
        if face.score < _LEAST_SCORE or max(face.width, face.height) < _SMALLEST_FACE_RATIO:
            continue
        rating = face.width * face.height * face.score
        if mask is None and not any(_is_mirrored(face, other) for other in mirrored):
            continue
        if mask is not None and mask.any():
            rows = slice(int(face.y * len(mask)), int((face.y + face.height) * len(mask)) + 1)
            columns = slice(int(face.x * mask.shape[1]), int((face.x + face.width) * mask.shape[1]) + 1)
            if float(mask[rows, columns].mean()) < 0.5:
                continue
        if rating > best_rating:
            best, best_rating = face, rating
    return best


def _is_mirrored(face: Face, other: Face) -> bool:
    """Tell whether two boxes mean the same face, the other one seen in a mirror."""
    x = face.x + face.width / 2 - (1 - other.x - other.width / 2)
    y = face.y + face.height / 2 - other.y - other.height / 2
    return abs(x) < _SAME_PLACE * face.width and abs(y) < _SAME_PLACE * face.height


def portrait_window(rgb: Rgb, face: Face, aspect: float = 1.0) -> Window:
    """Frame a face with hair and shoulders."""
    height, width = rgb.shape[:2]
    side = _PORTRAIT_FACES * max(face.width * width, face.height * height)
    wide, high = side * max(aspect, 1.0), side / min(aspect, 1.0)
    x = (face.x + face.width / 2) * width
    y = (face.y + _FACE_MIDDLE * face.height) * height
    return Window(x - wide / 2, y - high / 2, wide, high)


def subject_window(mask: Mask, fill: float) -> Window:
    """Frame a subject so that it fills the circle inside a square window.

    A subject that the photo cuts off below hangs from the upper edge, its shoulders as wide as the circle; a
    whole one is centred in it, its circle ``fill`` as wide.
    """
    rows = np.flatnonzero(mask.any(1))
    if mask[-2:].mean() > _CUT_RATIO:
        tall = len(mask) - rows[0]
        upper = mask[rows[0] : rows[0] + max(1, round(0.55 * tall))]
        middle = float(np.flatnonzero(upper.any(0)).mean())
        broad = float(np.percentile(mask[rows[0] :].sum(1), 90))
        # Shoulders may reach the edge; a head must stay a head.
        side = tall / float(np.clip(tall / broad, _HEAD_FILL, _CLOSEST))
        return Window(middle - side / 2, rows[0] - (1 - _HEAD_FILL) / 2 * side, side, side)
    outline = np.vstack([part[:, 0] for part in cv2.findContours(mask.astype(np.uint8), 0, 2)[0]])
    (x, y), reach = cv2.minEnclosingCircle(outline.astype(np.float32))
    side = 2 * reach / fill
    return Window(x - side / 2, y - side / 2, side, side)


def middle_window(rgb: Rgb, aspect: float = 1.0) -> Window:
    """Frame the middle of a photo, of a tall one rather the upper part."""
    height, width = rgb.shape[:2]
    wide = min(float(width), height * aspect)
    high = wide / aspect
    return Window((width - wide) / 2, 0.35 * (height - high), wide, high)


def portrait_or_subject(rgb: Rgb, mask: Mask | None, fill: float, aspect: float = 1.0) -> tuple[Window, bool]:
    """Frame the face, else the subject, else the middle; also tell whether it is a face."""
    face = main_face(rgb, mask)
    if face is not None:
        return portrait_window(rgb, face, aspect), True
    if mask is None or not mask.any():
        return middle_window(rgb, aspect), False
    square = subject_window(mask, fill)
    wide, high = square.width * max(aspect, 1.0), square.height / min(aspect, 1.0)
    left, top = square.left - (wide - square.width) / 2, square.top - (high - square.height) / 2
    return Window(left, top, wide, high), False


def scene_window(rgb: Rgb, mask: Mask | None, aspect: float = 1.0) -> Window:
    """Frame the middle of a photo, moved so that a face stays in the picture."""
    window, face = middle_window(rgb, aspect), main_face(rgb, mask)
    if face is None:
        return window
    height, width = rgb.shape[:2]
    x, y = (face.x + face.width / 2) * width, (face.y + face.height * _FACE_MIDDLE) * height
    reach = _SCENE_FACES * max(face.width * width, face.height * height)
    left = _moved(window.left, window.width, x - reach, x + reach, width)
    top = _moved(window.top, window.height, y - reach, y + reach, height)
    return Window(left, top, window.width, window.height)


def _moved(start: float, length: float, low: float, high: float, whole: float) -> float:
    """Shift a span as little as possible so that it holds another one, within the whole."""
    shifted = min(max(start, high - length), low)
    return float(np.clip(shifted, 0.0, max(0.0, whole - length)))


def photo_in(rgb: Rgb, window: Window, columns: int, rows: int) -> Rgb:
    """Show a photo through a window, its border drawn on beyond it, (rows, columns, 3) uint8."""
    return np.asarray(_through(rgb, window, columns, rows, cv2.BORDER_REPLICATE), np.uint8)


def subject_in(mask: Mask, window: Window, columns: int, rows: int) -> Mask:
    """Show a mask through a window, (rows, columns) bool.

    What touches the photo's edge goes on beyond it: shoulders that the photo cuts off do not end there.
    """
    soft = _through(mask.astype(np.float32), window, columns, rows, cv2.BORDER_REPLICATE)
    return np.asarray(cv2.GaussianBlur(np.asarray(soft, np.float32), (0, 0), 1.5) > 0.5)


def _through(
    picture: NDArray[np.generic], window: Window, columns: int, rows: int, border: int
) -> NDArray[np.generic]:
    height, width = picture.shape[:2]
    left, top = int(np.floor(window.left)), int(np.floor(window.top))
    right = max(left + 1, int(np.ceil(window.left + window.width)))
    bottom = max(top + 1, int(np.ceil(window.top + window.height)))
    kept = picture[
        min(max(top, 0), height - 1) : max(bottom, 1), min(max(left, 0), width - 1) : max(right, 1)
    ]
    pads = (max(-top, 0), max(bottom - height, 0), max(-left, 0), max(right - width, 0))
    return resampled(cv2.copyMakeBorder(kept, *pads, border), columns, rows)

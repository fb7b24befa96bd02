"""Faces in a photo, found by a small boosted cascade; nothing is known about whose they are."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from skimage.feature import Cascade

_SEARCH_PX = 320
_SMALLEST_PX, _LARGEST_PX = 28, 260
_SCALE_STEP = 1.15
# Windows that overlap by this much are one face; a face that only one window saw is mostly none.
_SAME_FACE_IOU = 0.25
_MOST_FACES = 12


@dataclass(frozen=True)
class Face:
    """A face, upright and seen from the front.

    Attributes
    ----------
    x, y, width, height : float
        Its box from brow to chin, in ratios of the photo's width and height.
    score : float
        How sharply light and shade of the box speak for a face, 0-1.
    """

    x: float
    y: float
    width: float
    height: float
    score: float


def find_faces(rgb: NDArray[np.uint8]) -> tuple[Face, ...]:
    """Find upright faces seen from the front, the largest first.

    Parameters
    ----------
    rgb : (h, w, 3) uint8

    Notes
    -----
    Finds most faces of 9 % of the longest side and more; some cloth and fur passes for a face, so a face is a
    hint and never a proof. The cascade is the LBP one that scikit-image ships.
    """
    height, width = rgb.shape[:2]
    ratio = min(1.0, _SEARCH_PX / max(height, width))
    size = (max(1, round(width * ratio)), max(1, round(height * ratio)))
    if min(size) < _SMALLEST_PX:
        return ()
    small = np.ascontiguousarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA))
    seen = _cascade().detect_multi_scale(
        small, _SCALE_STEP, 1, (_SMALLEST_PX, _SMALLEST_PX), (_LARGEST_PX, _LARGEST_PX)
    )
    boxes = [(box["c"], box["r"], box["width"], box["height"]) for box in seen]
    faces = [
        Face(x / size[0], y / size[1], w / size[0], h / size[1], _score(small[y : y + h, x : x + w]))
        for x, y, w, h in boxes
    ]
    return _distinct(faces)[:_MOST_FACES]


@cache
def _cascade() -> Cascade:
    from skimage.feature import Cascade  # noqa: PLC0415 - saves 0.4 s for whoever looks for no faces

    spec = importlib.util.find_spec("skimage")
    folder = Path(spec.origin).parent if spec is not None and spec.origin else Path()
    return Cascade(str(folder / "data" / "lbpcascade_frontalface_opencv.xml"))


def _score(face: NDArray[np.uint8]) -> float:
    """Rate skin-like evenness: both halves of a face are lit alike, its middle differs from its rim."""
    grey = cv2.resize(cv2.cvtColor(face, cv2.COLOR_RGB2GRAY), (24, 24), interpolation=cv2.INTER_AREA)
    calm = cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 1.0)
    alike = float(np.corrcoef(calm.ravel(), calm[:, ::-1].ravel())[0, 1]) if np.ptp(calm) > 8 else 0.0
    return float(np.clip(alike, 0.0, 1.0))


def _distinct(faces: list[Face]) -> tuple[Face, ...]:
    """Keep one box of several about the same face."""
    kept: list[Face] = []
    for face in sorted(faces, key=lambda face: (-face.width * face.height, face.x, face.y)):
        if all(_overlap(face, other) < _SAME_FACE_IOU for other in kept):
            kept.append(face)
    return tuple(kept)


def _overlap(one: Face, two: Face) -> float:
    across = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
    along = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
    both = max(across, 0.0) * max(along, 0.0)
    return both / (one.width * one.height + two.width * two.height - both)

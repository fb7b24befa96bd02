"""Whether a photo shows one subject, and all of it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.imaging.faces import Face, find_faces
from memoreez_desktop.imaging.mask import PreparedSubject

_SEARCH_PX = 240
# Hair and hat above the box of a face, in heights of the face.
_HAIR = 0.35
# How much of the subject's width or height lies on an edge before it is cut off there; where that edge is.
_CUT, _GOES_ON = 0.35, 0.1
_EDGE = 0.025
_LEAST_CLEAR = 0.25
# Faces and parts count as subjects beside the largest one from this share of its area on.
_ALIKE = 0.4
_FACE_SCORE = 0.3
_LEAST_AREA = 0.02


@dataclass(frozen=True)
class Framing:
    """How the subject stands in a photo.

    Attributes
    ----------
    cut_off_ratio : float
        How much of its width or height lies on the photo's upper edge or on one side; 0 where it is whole.
        The lower edge does not count: portraits end there.
    subjects : int
        Faces or separate parts of like size; at least 1.
    """

    cut_off_ratio: float
    subjects: int


def look_at_framing(rgb: NDArray[np.uint8]) -> Framing:
    """Look for subjects and for what the photo's edges cut off.

    Sure of faces; of other subjects only those are seen to be cut that stand out although they do.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
        Without letterbox bars.
    """
    faces = tuple(face for face in find_faces(rgb) if face.score >= _FACE_SCORE)
    cut, parts = _cut_faces(faces), 1
    search = PreparedSubject.of(rgb, work_px=_SEARCH_PX).search
    if search is not None:
        mask, clear = search.at_a_glance()
        if clear > _LEAST_CLEAR:
            cut, parts = max(cut, _cut_mask(mask)), _parts(mask)
    return Framing(cut, max(1, _alike([face.width * face.height for face in faces]), parts))


def _cut_faces(faces: tuple[Face, ...]) -> float:
    if not faces:
        return 0.0
    face = faces[0]
    outside = (_HAIR * face.height - face.y) / face.height
    return min(1.0, outside / _HAIR) if outside > 0 else 0.0


def _cut_mask(mask: NDArray[np.bool_]) -> float:
    # The search takes the very edge for ground, so that what it finds is looked at a little further in.
    near = max(1, round(_EDGE * max(mask.shape)))
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    wide, high = int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1
    left, right = (float(mask[:, at].sum()) / high for at in (near, -1 - near))
    top = float(mask[near].sum()) / wide
    if min(left, right) > _GOES_ON:
        return 0.0  # a scene that goes on at both sides
    worst = max(left, right, top)
    return worst if worst > _CUT else 0.0


def _parts(mask: NDArray[np.bool_]) -> int:
    """Count separate parts of the mask that are of like size."""
    facts = cv2.connectedComponentsWithStats(mask.astype(np.uint8))[2]
    areas = [float(area) / mask.size for area in facts[1:, cv2.CC_STAT_AREA]]
    return _alike([area for area in areas if area > _LEAST_AREA])


def _alike(areas: list[float]) -> int:
    return sum(area >= _ALIKE * max(areas, default=0.0) for area in areas)

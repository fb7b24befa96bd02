"""The subject of a photo, cut out without trained weights: saliency and faces first, then GrabCut."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.photo_edit import SubjectWish
from memoreez_desktop.imaging.letterbox import Inside, inside_bars
from memoreez_desktop.imaging.mask_search import SubjectSearch
from memoreez_desktop.imaging.mask_words import describe

TRUSTED_RATIO = 0.5
"""From here on a mask is good enough to shape a keepsake without asking."""

NOTHING_SAID = SubjectWish()
"""A person said nothing about the subject."""

CANDIDATES = 3
"""How many cut-outs are offered: the first choice and two alternatives."""

_SMALLEST_SIDE_PX = 24
_LEAST_SPAN = 12


@dataclass(frozen=True, eq=False)
class SubjectMask:
    """Which pixels belong to the subject, and how far that may be believed.

    Attributes
    ----------
    mask : (h, w) bool
        As large as the photo; empty when nothing was found.
    trust_ratio : float
        0-1; see :data:`TRUSTED_RATIO`.
    words, hint : str
        What a person is told of it: two or three words, and what to do.
    """

    mask: NDArray[np.bool_]
    trust_ratio: float
    words: str = ""
    hint: str = ""

    @property
    def trusted(self) -> bool:
        """True when the mask may be used unseen."""
        return self.trust_ratio >= TRUSTED_RATIO


def subject_mask(
    rgb: NDArray[np.uint8], wish: SubjectWish = NOTHING_SAID, *, work_px: int = 420
) -> SubjectMask:
    """Find the subject of a photo, obeying what a person said about it.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
        As it is to be seen: turned and cropped.
    wish : SubjectWish
        Which of the candidates, a box about the subject, strokes over it.
    work_px : int
        Longest side during the search; a smaller one is cheaper and coarser.

    Notes
    -----
    The same photo and wish give the same mask: ``subject_candidates(rgb, wish)[wish.candidate]``. Dark
    letterbox bars are left out of the search.
    """
    return _masks(rgb, wish, (max(0, min(wish.candidate, CANDIDATES - 1)),), work_px)[0]


def subject_candidates(
    rgb: NDArray[np.uint8], wish: SubjectWish = NOTHING_SAID, *, work_px: int = 420
) -> tuple[SubjectMask, ...]:
    """Offer the first choice and two alternatives that differ from it and from one another.

    Parameters
    ----------
    rgb, wish, work_px
        As for :func:`subject_mask`; ``wish.candidate`` is ignored.

    Returns
    -------
    tuple of SubjectMask
        :data:`CANDIDATES` of them.
    """
    return _masks(rgb, wish, tuple(range(CANDIDATES)), work_px)


def _masks(
    rgb: NDArray[np.uint8], wish: SubjectWish, numbers: tuple[int, ...], work_px: int
) -> tuple[SubjectMask, ...]:
    top, bottom, left, right = inside_bars(rgb)
    inner = rgb[top:bottom, left:right]
    if min(inner.shape[:2]) < _SMALLEST_SIDE_PX or np.ptp(inner[::4, ::4]) < _LEAST_SPAN:
        nothing = np.zeros(rgb.shape[:2], dtype=bool)
        return tuple(SubjectMask(nothing, 0.0, *describe(nothing, 0.0)) for _ in numbers)
    search = SubjectSearch.of(inner, _inside(wish, rgb.shape, (top, bottom, left, right)), work_px)
    found = []
    for number in numbers:
        mask, ratio = search.candidate(number)
        whole = np.zeros(rgb.shape[:2], dtype=bool)
        whole[top:bottom, left:right] = _enlarged(mask, inner.shape)
        found.append(SubjectMask(whole, ratio, *describe(whole, ratio)))
    return tuple(found)


def _enlarged(mask: NDArray[np.bool_], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 1.2)
    return np.asarray(cv2.resize(soft, shape[1::-1], interpolation=cv2.INTER_CUBIC) > 0.5)


def _inside(wish: SubjectWish, shape: tuple[int, ...], inside: Inside) -> SubjectWish:
    """Say the same wish in the ratios of what lies inside the bars."""
    height, width = shape[:2]
    top, bottom, left, right = inside

    def moved(x: float, y: float) -> tuple[float, float]:
        return (x * width - left) / (right - left), (y * height - top) / (bottom - top)

    box = None if wish.box is None else (*moved(*wish.box[:2]), *moved(*wish.box[2:]))
    zoom = max(height, width) / max(bottom - top, right - left)
    strokes = tuple(
        replace(
            stroke,
            radius_ratio=stroke.radius_ratio * zoom,
            points=tuple(moved(*point) for point in stroke.points),
        )
        for stroke in wish.strokes
    )
    return SubjectWish(wish.candidate, box, strokes)

"""The subject of a photo, cut out without trained weights: saliency and faces first, then GrabCut."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.photo_edit import Box, SubjectWish
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
    return PreparedSubject.of(rgb, wish.box, work_px=work_px).mask(wish)


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
    prepared = PreparedSubject.of(rgb, wish.box, work_px=work_px)
    return tuple(prepared.mask(replace(wish, candidate=number)) for number in range(CANDIDATES))


@dataclass(frozen=True, eq=False)
class PreparedSubject:
    """A photo whose subject was looked for once; further strokes and candidates cost little.

    Attributes
    ----------
    shape : (h, w)
        Of the photo and of every mask.
    inside : Inside
        What lies inside letterbox bars.
    search : SubjectSearch or None
        None where there is nothing to search: too small, or all of one colour.
    """

    shape: tuple[int, int]
    inside: Inside
    search: SubjectSearch | None

    @classmethod
    def of(cls, rgb: NDArray[np.uint8], box: Box | None = None, *, work_px: int = 420) -> PreparedSubject:
        """Look at a photo; parameters as for :func:`subject_mask`."""
        inside = top, bottom, left, right = inside_bars(rgb)
        inner = rgb[top:bottom, left:right]
        shape = (rgb.shape[0], rgb.shape[1])
        if min(inner.shape[:2]) < _SMALLEST_SIDE_PX or np.ptp(inner[::4, ::4]) < _LEAST_SPAN:
            return cls(shape, inside, None)
        moved = _inside(SubjectWish(box=box), shape, inside).box
        return cls(shape, inside, SubjectSearch.of(inner, moved, work_px))

    def mask(self, wish: SubjectWish = NOTHING_SAID) -> SubjectMask:
        """Return the wished candidate, with the wish's strokes; its box is the one that was prepared."""
        whole = np.zeros(self.shape, dtype=bool)
        ratio = 0.0
        if self.search is not None:
            number = max(0, min(wish.candidate, CANDIDATES - 1))
            strokes = _inside(wish, self.shape, self.inside).strokes
            mask, ratio = self.search.candidate(number, strokes)
            top, bottom, left, right = self.inside
            whole[top:bottom, left:right] = _enlarged(mask, (bottom - top, right - left))
        return SubjectMask(whole, ratio, *describe(whole, ratio))


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

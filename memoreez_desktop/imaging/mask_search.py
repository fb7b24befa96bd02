"""Looks for the subject of one photo in several ways, and orders the answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.photo_edit import Box, Stroke, SubjectWish
from memoreez_desktop.imaging import mask_seeds as seeds
from memoreez_desktop.imaging.faces import find_faces
from memoreez_desktop.imaging.mask_cut import Labels, Rgb, cut, like, obey, obeyed, refined, tidy
from memoreez_desktop.imaging.mask_saliency import saliency
from memoreez_desktop.imaging.mask_trust import trust

_SEARCH_PX = 210
_SECOND_OPINION_PX = 140
_ROUNDS, _OTHER_ROUNDS = 4, 3
_SEED = 1
# The usual way's answer is taken from here on; below, the most trusted one.
_PLAIN_TRUST = 0.5
# Two cut-outs that share this little more are not offered more willingly for it.
_UNLIKE_ENOUGH = 0.4


@dataclass(frozen=True, eq=False)
class SubjectSearch:
    """A photo at working size, and everything known of it before a way of cutting is chosen.

    Attributes
    ----------
    work, small : (h, w, 3) uint8
        Where the outline is followed, and where the subject is looked for.
    clues : Clues
        At the size of ``small``.
    box : Box or None
        Where a person said the subject is, in ratios.
    said : (h, w) uint8
        A person's strokes at the size of ``work``, as GrabCut's labels.
    """

    work: Rgb
    small: Rgb
    clues: seeds.Clues
    box: Box | None
    said: Labels
    _answers: dict[seeds.Seeds, tuple[Labels, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, rgb: Rgb, wish: SubjectWish, work_px: int) -> SubjectSearch:
        """Look at a photo without letterbox bars; the wish is in its ratios."""
        cv2.setRNGSeed(_SEED)  # k-means and GrabCut draw lots
        work = _resized(rgb, work_px)
        small = _resized(work, _SEARCH_PX)
        near = None if wish.box is None else _box_px(wish.box, small.shape)
        clues = seeds.Clues(saliency(small), find_faces(work), near)
        return cls(work, small, clues, wish.box, _drawn(wish.strokes, work.shape))

    def candidate(self, number: int) -> tuple[NDArray[np.bool_], float]:
        """Return a cut-out at working size and how far it may be trusted; 0 is the first choice."""
        way = self._first if number == 0 else self._alternatives[number - 1]
        rated = like(self.clues.rated, self.work)
        coarse = self._coarse(way, self.said)
        mask = obeyed(tidy(refined(self.work, coarse, self.said), rated), self.said)
        return mask > 0, trust(self.work, mask, like(self._second_opinion, self.work))

    @cached_property
    def _ways(self) -> list[seeds.Seeds]:
        if self.clues.box is not None:
            return [seeds.boxed, seeds.salient, seeds.filled, seeds.wide]
        ways: list[seeds.Seeds] = [seeds.salient, seeds.wide, seeds.narrow, seeds.filled]
        return [*ways, seeds.people] if self.clues.faces else ways

    @cached_property
    def _first(self) -> seeds.Seeds:
        """Take the usual way where its answer can be trusted, else the most trusted of all."""
        usual = self._ways[0]
        if self.clues.box is not None or self._unsaid(usual)[1] >= _PLAIN_TRUST:
            return usual
        return max(self._ways, key=lambda way: self._unsaid(way)[1])

    @cached_property
    def _alternatives(self) -> tuple[seeds.Seeds, ...]:
        """Choose two ways whose answers differ from the first choice and from one another, and make sense."""
        first = self._first

        def worth(pair: tuple[seeds.Seeds, ...]) -> float:
            answers = [self._unsaid(way) for way in (first, *pair)]
            unlike = min(1 - _iou(one[0], two[0]) for one, two in combinations(answers, 2))
            return min(unlike, _UNLIKE_ENOUGH) / _UNLIKE_ENOUGH + 0.2 * (answers[1][1] + answers[2][1])

        pairs = list(combinations([way for way in self._ways if way is not first], 2))
        best = max(pairs, key=worth)
        return tuple(sorted(best, key=lambda way: -self._unsaid(way)[1]))

    def _unsaid(self, way: seeds.Seeds) -> tuple[Labels, float]:
        """Return a way's answer without the strokes, small, and the trust in it: strokes change no order."""
        if way not in self._answers:
            nothing = np.full(self.said.shape, cv2.GC_PR_BGD, np.uint8)
            mask = tidy(self._coarse(way, nothing), self.clues.rated)
            self._answers[way] = mask, trust(self.small, mask, self._second_opinion)
        return self._answers[way]

    def _coarse(self, way: seeds.Seeds, said: Labels) -> Labels:
        cv2.setRNGSeed(_SEED)
        labels = way(self.clues)
        obey(labels, said)
        return cut(self.small, labels, _ROUNDS)

    @cached_property
    def _second_opinion(self) -> Labels:
        again = _resized(self.small, _SECOND_OPINION_PX)
        near = None if self.box is None else _box_px(self.box, again.shape)
        clues = seeds.Clues(like(self.clues.rated, again), self.clues.faces, near)
        answer = cut(again, seeds.salient_again(clues), _OTHER_ROUNDS)
        return tidy(like(answer, self.small), self.clues.rated)


def _iou(one: Labels, two: Labels) -> float:
    return int(np.count_nonzero(one & two)) / max(int(np.count_nonzero(one | two)), 1)


def _resized(rgb: Rgb, longest_px: int) -> Rgb:
    height, width = rgb.shape[:2]
    ratio = min(1.0, longest_px / max(height, width))
    size = (max(16, round(width * ratio)), max(16, round(height * ratio)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)


def _box_px(box: Box, shape: tuple[int, ...]) -> seeds.BoxPx:
    """Return whole pixels inside the picture, at least four a side."""
    height, width = shape[:2]
    left = min(max(round(box[0] * width), 0), width - 4)
    top = min(max(round(box[1] * height), 0), height - 4)
    right = min(max(round(box[2] * width), left + 4), width)
    return left, top, right, min(max(round(box[3] * height), top + 4), height)


def _drawn(strokes: tuple[Stroke, ...], shape: tuple[int, ...]) -> Labels:
    """Paint strokes as GrabCut's labels; a later stroke covers an earlier one."""
    height, width = shape[:2]
    labels = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    for stroke in strokes:
        label = int(cv2.GC_FGD if stroke.keep else cv2.GC_BGD)
        radius = max(1, round(stroke.radius_ratio * max(height, width)))
        way = [(round(x * width), round(y * height)) for x, y in stroke.points]
        for start, end in zip(way, way[1:] or way, strict=False):
            cv2.line(labels, start, end, label, 2 * radius)
        for point in way:
            cv2.circle(labels, point, radius, label, -1)
    return labels

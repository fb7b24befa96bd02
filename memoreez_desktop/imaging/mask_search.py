"""Looks for the subject of one photo in several ways, and orders the answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.photo_edit import Box, Stroke
from memoreez_desktop.imaging import mask_seeds as seeds
from memoreez_desktop.imaging.faces import find_faces
from memoreez_desktop.imaging.mask_cut import Labels, Rgb, cut, like, obey, obeyed, refined, tidy
from memoreez_desktop.imaging.mask_saliency import saliency
from memoreez_desktop.imaging.mask_trust import clarity, trust

_SEARCH_PX = 210
_SECOND_OPINION_PX = 140
_ROUNDS, _OTHER_ROUNDS = 3, 3
_SEED = 1
# The usual way's answer is taken from here on; below, the most trusted one.
_PLAIN_TRUST = 0.5
# Two cut-outs that share this little more are not offered more willingly for it.
_UNLIKE_ENOUGH = 0.4
_TRUST_WEIGHT = 0.15
# A box says that all of it is meant, so that another way has to be better by this much.
_BOX_BONUS = 0.1


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
    """

    work: Rgb
    small: Rgb
    clues: seeds.Clues
    box: Box | None
    _answers: dict[seeds.Seeds, Labels] = field(default_factory=dict)

    @classmethod
    def of(cls, rgb: Rgb, box: Box | None, work_px: int) -> SubjectSearch:
        """Look at a photo without letterbox bars; the box is in its ratios."""
        cv2.setRNGSeed(_SEED)  # k-means draws lots
        work = _resized(rgb, work_px)
        small = _resized(work, _SEARCH_PX)
        near = None if box is None else _box_px(box, small.shape)
        return cls(work, small, seeds.Clues(saliency(small), find_faces(work), near), box)

    def candidate(self, number: int, strokes: tuple[Stroke, ...]) -> tuple[NDArray[np.bool_], float]:
        """Return a cut-out at working size and how far it may be trusted.

        Parameters
        ----------
        number : int
            0 is the first choice, 1 and 2 the alternatives; the strokes do not change their order.
        strokes : tuple of Stroke
            In ratios of the photo.
        """
        way = self._first if number == 0 else self._alternatives[number - 1]
        said = _drawn(strokes, self.work.shape)
        coarse = self._cut(way, said) if strokes else self._answer(way)
        rated = like(self.clues.rated, self.work)
        mask = obeyed(tidy(refined(self.work, coarse, said), rated, self.work), said)
        return mask > 0, trust(self.work, mask, like(self._second_opinion, self.work))

    def at_a_glance(self) -> tuple[NDArray[np.bool_], float]:
        """Return what stands out, small, and how clearly it does, 0-1, however the photo cuts or parts it."""
        mask = self._answer(seeds.salient)
        return mask > 0, clarity(self.small, mask, self._second_opinion)

    @cached_property
    def _ways(self) -> list[seeds.Seeds]:
        if self.clues.box is not None:
            return [seeds.boxed, seeds.salient, seeds.filled, seeds.wide, seeds.narrow]
        ways: list[seeds.Seeds] = [seeds.salient, seeds.wide, seeds.narrow, seeds.filled]
        return [*ways, seeds.people] if self.clues.faces else ways

    @cached_property
    def _first(self) -> seeds.Seeds:
        """Take what stands out if it is trusted, else the box, the most trusted, or what most agree on."""
        if self._trust_in(seeds.salient) >= _PLAIN_TRUST:
            return seeds.salient
        if self.box is not None:
            better = self._trust_in(seeds.salient) > self._trust_in(seeds.boxed) + _BOX_BONUS
            return seeds.salient if better else seeds.boxed
        best = max(self._ways, key=self._trust_in)
        return best if self._trust_in(best) >= _PLAIN_TRUST else max(self._ways, key=self._agreement)

    @cached_property
    def _alternatives(self) -> tuple[seeds.Seeds, ...]:
        """Choose two ways whose answers differ from the first choice and from one another, and make sense."""
        first = self._first

        def worth(pair: tuple[seeds.Seeds, ...]) -> float:
            answers = [self._answer(way) for way in (first, *pair)]
            unlike = sum(min(1 - _iou(*two), _UNLIKE_ENOUGH) for two in combinations(answers, 2))
            return unlike + _TRUST_WEIGHT * sum(map(self._trust_in, pair))

        others = [way for way in self._ways if way is not first]
        best = max(list(combinations(others, 2)), key=lambda pair: worth(pair))
        return tuple(sorted(best, key=lambda way: -self._trust_in(way)))

    def _answer(self, way: seeds.Seeds) -> Labels:
        """Return what a way finds by itself, small and tidy."""
        if way not in self._answers:
            nothing = np.full(self.small.shape[:2], cv2.GC_PR_BGD, np.uint8)
            self._answers[way] = tidy(self._cut(way, nothing), self.clues.rated, self.small)
        return self._answers[way]

    def _agreement(self, way: seeds.Seeds) -> float:
        """Rate by likeness to the other answers, and by how much of what stands out is in it."""
        covered = float(self.clues.rated[self._answer(way) > 0].sum() / self.clues.rated.sum())
        return covered * sum(_iou(self._answer(way), self._answer(other)) for other in self._ways)

    def _trust_in(self, way: seeds.Seeds) -> float:
        return trust(self.small, self._answer(way), self._second_opinion)

    def _cut(self, way: seeds.Seeds, said: Labels) -> Labels:
        labels = way(self.clues)
        obey(labels, said)
        return cut(self.small, labels, _ROUNDS)

    @cached_property
    def _second_opinion(self) -> Labels:
        again = _resized(self.small, _SECOND_OPINION_PX)
        near = None if self.box is None else _box_px(self.box, again.shape)
        clues = seeds.Clues(like(self.clues.rated, again), self.clues.faces, near)
        answer = cut(again, seeds.salient_again(clues), _OTHER_ROUNDS)
        return tidy(like(answer, self.small), self.clues.rated, self.small)


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

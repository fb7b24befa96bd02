"""From wished words to words that print: heavier, larger, wrapped, raised, in another face, in this order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, pairwise

import numpy as np

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.keepsake_steps import Lettering, LetteringMode
from memoreez_desktop.core.words import say
from memoreez_desktop.studio.letter_block import Manner, ink_cap
from memoreez_desktop.studio.letter_room import Room
from memoreez_desktop.studio.letter_verdicts import Limits, MeasuredLine, Weight, limits, measure_line, weigh

_MOST_LINES = 3
_SIZES_TRIED = 14
_SMALLEST_CAP_MM = 1.2
"""What is smaller is a scratch, not a letter."""
_WIDTH_TURNS = 3
_WEAK_RATIO = 0.34
_FILLED_RATIO = 0.85
_MILD_STAGES = 2
_SPARE_FACES = ("sans", "roboto")
_SAME_MM = 0.02
_GRADE_MM = 0.1


@dataclass(frozen=True, eq=False)
class Setting:
    """One way to set the words.

    Attributes
    ----------
    texts : tuple of str
    lines : tuple of MeasuredLine
    cap_mm : float
    manner : Manner
    mode : str
    weight : Weight
    width_mm : float
        How wide a line may be.
    farther : bool
        They go farther than was wished.
    """

    texts: tuple[str, ...]
    lines: tuple[MeasuredLine, ...]
    cap_mm: float
    manner: Manner
    mode: LetteringMode
    weight: Weight
    width_mm: float
    farther: bool = False

    @property
    def decent(self) -> bool:
        """Whether no letter is lost and most are good."""
        return not self.weight.lost and self.weight.thin <= _WEAK_RATIO * self.drawn

    @property
    def filled(self) -> bool:
        """Whether it is their length that keeps them from being larger, not their height."""
        grown = 2 * self.weight.heavier_mm
        longest = max(line.width * self.cap_mm + grown * line.spaces for line in self.lines)
        return longest > _FILLED_RATIO * self.width_mm

    @property
    def drawn(self) -> int:
        """How many letters have strokes."""
        return sum(int((line.strokes > 0).sum()) for line in self.lines)


def solve(step: Lettering, room: Room, nozzle_mm: float) -> Setting:
    """Find the first way to set a step's words in which every letter prints, or the one that loses least.

    Parameters
    ----------
    step : Lettering
        At least one of its lines has text. Without ``solved`` only the size gives way, to the room.

    Raises
    ------
    InputError
        The words are far too long for the place, or no font has some of the characters.
    """
    texts = lines_of(step)
    wished = _Wish(step, room, nozzle_mm, step.face, step.mode)
    if not step.solved:
        return wished.as_wished(texts)
    best = _best(wished.stages(texts))
    if best.cap_mm < _SMALLEST_CAP_MM:
        raise too_long(best, _SMALLEST_CAP_MM)
    if not best.weight.lost:
        return best
    tries = [best]
    for face in dict.fromkeys((step.face, *_SPARE_FACES)):
        for mode in dict.fromkeys((step.mode, "raised")):
            if (face, mode) != (step.face, step.mode):
                tries.append(_best(_Wish(step, room, nozzle_mm, face, mode).stages(texts)))
                if not tries[-1].weight.lost:
                    return tries[-1]
    return min(tries, key=lambda setting: setting.weight.lost)


def lines_of(step: Lettering) -> tuple[str, ...]:
    """Return the lines that have text, without white space around it."""
    return tuple(" ".join(line.split()) for line in step.lines if line.split())[:_MOST_LINES]


def _best(stages: Iterator[Iterator[Setting]]) -> Setting:
    """Take the first setting that is all good, else the first of those that lose least.

    Words are not torn apart or sent far round for the sake of a few letters that come out weak.
    """
    kept: list[Setting] = []
    for number, stage in enumerate(stages):
        for setting in stage:
            if setting.weight.level == "good":
                return setting
            kept.append(setting)
        best = min(kept, key=_losses)
        if best.decent and number >= _MILD_STAGES - 1:
            break
    return best


def _losses(setting: Setting) -> tuple[float, ...]:
    scratch = setting.cap_mm < _SMALLEST_CAP_MM
    return scratch, setting.weight.lost, setting.weight.thin, -setting.cap_mm


class _Wish:
    """One face and one mode, tried in every size and wrapping."""

    def __init__(self, step: Lettering, room: Room, nozzle_mm: float, face: str, mode: LetteringMode) -> None:
        self._step, self._room, self._mode = step, room, mode
        self._limit: Limits = limits(mode, nozzle_mm)
        self._manner = Manner(face, step.align, step.spacing_em, step.line_gap_ratio, step.arc_mm)

    def as_wished(self, texts: Sequence[str]) -> Setting:
        """Set the words in the size wished for, or in what looks well, as far as there is room.

        Raises
        ------
        InputError
            There is hardly any room.
        """
        settings = [self._at(texts, width, self._look_cap_mm(texts)) for width in self._room.widths_mm]
        # A straight side is worth letters that are a little smaller.
        if len(settings) > 1 and settings[0].cap_mm < 0.75 * settings[1].cap_mm:
            settings.reverse()
        if settings[0].cap_mm < _SMALLEST_CAP_MM and not self._step.solved:
            raise too_long(settings[0], _SMALLEST_CAP_MM)
        return settings[0]

    def stages(self, texts: Sequence[str]) -> Iterator[Iterator[Setting]]:
        """Yield settings in the order in which they are to be preferred.

        Raises
        ------
        InputError
            The words are far too long for every one.
        """
        room = self._room
        first = self.as_wished(texts)
        near, far = room.farther_mm[:-1], room.farther_mm[-1:]
        yield chain([first], self._sizes([texts], (first.width_mm, *room.widths_mm)))
        yield self._sizes([texts], near, first)
        yield self._sizes(_split(texts), room.widths_mm)
        yield self._sizes([texts, *_split(texts)], far, first)

    def _sizes(
        self, wordings: Sequence[Sequence[str]], widths_mm: Sequence[float], nearer: Setting | None = None
    ) -> Iterator[Setting]:
        """Yield sizes from what looks well up to what there is room for, in several wordings and widths.

        Parameters
        ----------
        nearer : Setting or None
            What was wished for, when the widths are beyond that: they are used no more than is needed.
        """
        for texts in wordings:
            for width in dict.fromkeys(widths_mm):
                largest = self._at(texts, width, np.inf)
                least = self._look_cap_mm(texts) if nearer is None else nearer.cap_mm
                sizes = np.geomspace(min(least, largest.cap_mm), largest.cap_mm, _SIZES_TRIED)[:-1]
                # Strokes and openings grow with the size: if the largest is not good, no other one is.
                for cap in sizes if largest.weight.level == "good" else ():
                    setting = self._at(texts, width, float(cap))
                    if setting.weight.level == "good":
                        largest = setting
                        break
                yield replace(largest, farther=nearer is not None)

    def _at(self, texts: Sequence[str], width_mm: float, cap_mm: float) -> Setting:
        """Set lines in a size, or the largest below it for which there is room."""
        manner = self._manner
        lines = tuple(measure_line(text, manner.face, manner.spacing_em) for text in texts)
        low, high = ink_cap(lines, manner.line_gap_ratio)
        cap = min(cap_mm, self._room.height_mm / (high - low))
        weight = Weight()
        for _ in range(_WIDTH_TURNS):
            # Heavier letters are spaced out by what they grow.
            fitting = min(
                (width_mm - 2 * weight.heavier_mm * line.spaces) / max(line.width, 1e-6) for line in lines
            )
            cap = max(min(cap, _graded(fitting)), _SAME_MM)
            weight = weigh(lines, cap, self._limit, self._step.solved)
        return Setting(tuple(texts), lines, float(cap), manner, self._mode, weight, width_mm)

    def _look_cap_mm(self, texts: Sequence[str]) -> float:
        if self._step.cap_mm is not None:
            return self._step.cap_mm
        count = len(texts)
        filled = self._room.look_mm / (count + (count - 1) * self._manner.line_gap_ratio)
        return min(filled, self._room.one_line_mm)


def _graded(cap_mm: float) -> float:
    """Round a size down: neighbouring lengths of a line share it, and with it the glyphs drawn for it."""
    return float(np.floor(cap_mm / _GRADE_MM) * _GRADE_MM) if cap_mm > _SMALLEST_CAP_MM else cap_mm


def _split(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return all ways to break lines at their spaces, up to the most lines, the most even first."""
    ways: list[tuple[str, ...]] = []
    words = [text.split(" ") for text in texts]
    places = [(line, after) for line, parts in enumerate(words) for after in range(1, len(parts))]
    for count in range(1, _MOST_LINES - len(texts) + 1):
        broken = [_broken(words, set(cuts)) for cuts in combinations(places, count)]
        # Long texts have many ways: the shortest longest line is what counts.
        ways += sorted(broken, key=lambda lines: max(map(len, lines)))[:2]
    return ways


def _broken(words: Sequence[Sequence[str]], cuts: set[tuple[int, int]]) -> tuple[str, ...]:
    lines = []
    for number, parts in enumerate(words):
        ends = [0, *(after for line, after in sorted(cuts) if line == number), len(parts)]
        lines += [" ".join(parts[a:b]) for a, b in pairwise(ends)]
    return tuple(lines)


def surplus(setting: Setting, cap_mm: float) -> tuple[str, int]:
    """Return the longest line and about how many letters less would let it be set in a size."""
    longest = max(range(len(setting.lines)), key=lambda i: setting.lines[i].width)
    count = len(setting.lines[longest].letters)
    return setting.texts[longest], max(2, int(np.ceil(count * (1 - setting.cap_mm / cap_mm))))


def too_long(setting: Setting, cap_mm: float) -> InputError:
    """Say which line is too long and by how much."""
    text, count = surplus(setting, cap_mm)
    return InputError(
        say("“{text}” is too long for this place.", text=text),
        say("Shorten it by about {count} letters.", count=count),
    )

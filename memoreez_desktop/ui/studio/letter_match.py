"""Which verdict belongs to which typed letter, though lines may have been wrapped since. No widgets."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTextBoundaryFinder

if TYPE_CHECKING:
    from memoreez_desktop.core.step_notes import LetterVerdict


@dataclass(frozen=True)
class Letter:
    """One letter as a reader counts them, and how it will print.

    Attributes
    ----------
    text : str
    level : str
        ``good``, ``thin``, ``lost``; empty while nobody knows.
    stroke_mm : float
        Its narrowest stroke; 0.0 where nobody knows.
    """

    text: str
    level: str = ""
    stroke_mm: float = 0.0


def clusters(text: str) -> list[str]:
    """Return a text letter by letter, accents and emoji sequences whole."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    units = text.encode("utf-16-le")
    cuts = [0]
    while (cut := finder.toNextBoundary()) != -1:
        cuts.append(cut)
    return [units[2 * a : 2 * b].decode("utf-16-le") for a, b in itertools.pairwise(cuts)]


def judged(lines: Sequence[str], verdicts: Sequence[Sequence[LetterVerdict]]) -> list[list[Letter]]:
    """Give each typed line its letters with their verdicts, in the order in which they were set.

    Letters for which there is no verdict are told without a level, and so are all behind the first one
    that differs: they were typed since.
    """
    said = [verdict for line in verdicts for verdict in line if verdict.letter.strip()]
    found, at, in_step = [], 0, True
    for line in lines:
        letters = []
        for cluster in clusters(line):
            if not cluster.strip():
                letters.append(Letter(cluster))
                continue
            in_step = in_step and at < len(said) and _same(cluster, said[at].letter)
            verdict = said[at] if in_step else None
            at += 1
            letters.append(Letter(cluster, verdict.level, verdict.stroke_mm) if verdict else Letter(cluster))
        found.append(letters)
    return found


def retyped(text: str, before: Sequence[Letter]) -> list[Letter]:
    """Return the letters of a text that is being typed: what stays where it was keeps its verdict."""
    now = clusters(text)
    head = 0
    while head < min(len(now), len(before)) and now[head] == before[head].text:
        head += 1
    tail = 0
    while tail < min(len(now), len(before)) - head and now[-1 - tail] == before[-1 - tail].text:
        tail += 1
    middle = [Letter(cluster) for cluster in now[head : len(now) - tail]]
    return [*before[:head], *middle, *(before[len(before) - tail :] if tail else ())]


def _same(typed: str, said: str) -> bool:
    return typed == said or typed.casefold() == said.casefold()

"""What is said about words that were set: what was changed so that they print, and what still does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memoreez_desktop.core.keepsake_steps import Lettering
from memoreez_desktop.core.step_notes import LetterVerdict, StepNote
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.geometry.fonts import font_face
from memoreez_desktop.studio.letter_solver import Setting, lines_of, surplus
from memoreez_desktop.studio.letter_verdicts import limits, verdicts, weigh

_TOLD_CAP_MM = 0.06
_TOLD_WEIGHT_MM = 0.05
_MOST_NAMED = 8
_GROWTH = 1.05
_MOST_SHORTER = 0.4
_LARGEST_CAP_MM = 40.0


def note_of(step: Lettering, setting: Setting, nozzle_mm: float) -> StepNote:
    """Return the note of a lettering step that was set this way."""
    limit = limits(setting.mode, nozzle_mm)
    letters = tuple(verdicts(line, setting.cap_mm, limit, setting.weight) for line in setting.lines)
    said = [*_changes(step, setting), *_warnings(setting, letters, nozzle_mm)]
    values: dict[str, float | str] = {
        "cap_mm": round(setting.cap_mm, 3),
        "face": setting.manner.face,
        "mode": setting.mode,
        "heavier_mm": round(setting.weight.heavier_mm, 3),
        "lines": "\n".join(setting.texts),
    }
    return StepNote(sentence=_joined(said), letters=letters, values=values, level=setting.weight.level)


def _joined(said: list[Phrase]) -> str:
    if not said:
        return ""
    sentence = said[0]
    for after in said[1:]:
        sentence = say("{before} {after}", before=sentence, after=after)
    return sentence


def _changes(step: Lettering, setting: Setting) -> Iterator[Phrase]:
    if step.solved and setting.weight.heavier_mm >= _TOLD_WEIGHT_MM:
        yield say("Strokes are {width:.2f} mm heavier.", width=2 * setting.weight.heavier_mm)
    wished = step.cap_mm
    if wished is not None and setting.cap_mm > wished + _TOLD_CAP_MM:
        yield say("Letters are larger: {height:.1f} mm.", height=setting.cap_mm)
    if wished is not None and setting.cap_mm < wished - _TOLD_CAP_MM:
        yield say("Letters are smaller, to fit: {height:.1f} mm.", height=setting.cap_mm)
    if setting.texts != lines_of(step):
        yield say("Set in {count} lines.", count=len(setting.texts))
    if setting.farther:
        yield say("The words reach farther round.")
    if setting.mode != step.mode:
        yield say("Raised instead of engraved.")
    if setting.manner.face != step.face:
        yield say("Set in the face “{face}”.", face=font_face(setting.manner.face).label)


def _warnings(
    setting: Setting, letters: tuple[tuple[LetterVerdict, ...], ...], nozzle_mm: float
) -> Iterator[Phrase]:
    if setting.weight.level == "good":
        return
    named = dict.fromkeys(v.letter for line in letters for v in line if v.level == setting.weight.level)
    names = " ".join(list(named)[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
    if setting.weight.lost:
        yield say("These letters would be lost: {letters}.", letters=names)
    else:
        yield say("These letters may come out weak: {letters}.", letters=names)
    if setting.decent:
        return
    cap = _cap_that_prints_mm(setting, nozzle_mm)
    text, count = surplus(setting, cap)
    if setting.filled and count <= _MOST_SHORTER * len(text):
        yield say("Shorten “{text}” by about {count} letters.", text=text, count=count)
    else:
        yield say("Letters of {height:.1f} mm would print: give them a larger place.", height=cap)


def _cap_that_prints_mm(setting: Setting, nozzle_mm: float) -> float:
    """Return the size from which no letter is lost and most are good."""
    limit = limits(setting.mode, nozzle_mm)
    larger = setting
    while larger.cap_mm < _LARGEST_CAP_MM and not larger.decent:
        cap = larger.cap_mm * _GROWTH
        larger = replace(larger, cap_mm=cap, weight=weigh(setting.lines, cap, limit, True))
    return larger.cap_mm

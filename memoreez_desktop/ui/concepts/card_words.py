"""What a card without a picture says, fitted to its stage: nothing is ever written over something else."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import wrapped

_SIDE, _EDGE = 20.0, 12.0
_MARK, _BENEATH_MARK, _BETWEEN = 32.0, 10.0, 6.0
_MOST_ABOVE, _MOST_BELOW = 4, 3


@dataclass(frozen=True)
class WhyWords:
    """What happened and what to do, in lines, each in its own rectangle.

    ``mark`` is None where the words need its room.
    """

    mark: QRectF | None
    above: list[str]
    above_box: QRectF
    below: list[str]
    below_box: QRectF


def why_words(stage: QRectF, happened: str, todo: str) -> WhyWords:
    """Fit two sentences to a stage: whole where there is room, else the longer one is cut first."""
    strong, small = font("strong"), font("small")
    high, low = QFontMetricsF(strong).lineSpacing(), QFontMetricsF(small).lineSpacing()
    width = stage.width() - 2 * _SIDE
    above, below = wrapped(happened, strong, width, _MOST_ABOVE), wrapped(todo, small, width, _MOST_BELOW)
    between = _BETWEEN if below else 0.0
    room, mark = stage.height() - 2 * _EDGE - between, _MARK + _BENEATH_MARK

    def too_high(beside: float) -> bool:
        return len(above) * high + len(below) * low + beside > room

    if too_high(mark):
        # The badge beneath has the same sign; the words have nothing to stand in for them.
        mark = 0.0
    while too_high(mark) and max(len(above), len(below)) > 1:
        if len(above) >= len(below):
            above = wrapped(happened, strong, width, len(above) - 1)
        else:
            below = wrapped(todo, small, width, len(below) - 1)
    tall = mark + len(above) * high + between + len(below) * low
    x, y = stage.x() + _SIDE, stage.center().y() - tall / 2
    sign = QRectF(stage.center().x() - _MARK / 2, y, _MARK, _MARK) if mark else None
    above_box = QRectF(x, y + mark, width, len(above) * high)
    below_box = QRectF(x, above_box.bottom() + between, width, len(below) * low)
    return WhyWords(sign, above, above_box, below, below_box)

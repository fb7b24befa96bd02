"""How well a photo suits a relief or a lithophane, in a word and a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.letterbox import inside_bars
from memoreez_desktop.imaging.tone import luminance
from memoreez_desktop.imaging.verdict_framing import look_at_framing

VerdictCode = Literal["good", "dark", "flat", "small", "blurred", "cut-off", "several", "letterbox"]

JUDGED_PX = 512
"""The longest side at which photos are compared; hand in at least as much if the photo has it."""

# Set by looking at photos made darker, flatter, smaller and softer step by step.
_SMALLEST_SIDE_PX = 200
_SMALLEST_LONG_SIDE_PX = 320
_DARK_LIGHT = 0.31
_FLAT_SPAN = 0.24
_BLURRED_SHARPNESS = 0.038
# What is wrong with the picture itself goes before what a crop or a box puts right.
_FRAMING = 0.5


@dataclass(frozen=True)
class PhotoVerdict:
    """What to expect of a photo.

    Attributes
    ----------
    code : str
        ``good dark flat small blurred cut-off several letterbox``.
    words : str
        Two or three words for a badge.
    hint : str
        What it means, and what to do.
    more : tuple of PhotoVerdict
        What else is wrong, the worse first.
    """

    code: VerdictCode
    words: str
    hint: str
    more: tuple[PhotoVerdict, ...] = ()


Weighed = tuple[float, PhotoVerdict]


def judge_photo(rgb: NDArray[np.uint8], *, one_is_meant: bool = False, framing: bool = True) -> PhotoVerdict:
    """Judge a photo by its size, light, sharpness and framing: the worst, with the rest in ``more``.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
        As it is to be seen, with a longest side of :data:`JUDGED_PX` or more where the photo has it.
    one_is_meant : bool
        A box says already which of several subjects it is.
    framing : bool
        Also search the subject, to see whether it is cut off or one of several: half a second of the
        processor's time, where the rest takes some milliseconds.
    """
    worst, *rest = judge_photo_all(rgb, one_is_meant=one_is_meant, framing=framing)
    return replace(worst, more=tuple(rest))


def judge_photo_all(
    rgb: NDArray[np.uint8], *, one_is_meant: bool = False, framing: bool = True
) -> tuple[PhotoVerdict, ...]:
    """Return everything that is wrong with a photo, the worst first; one ``good`` when nothing is.

    Parameters
    ----------
    rgb, one_is_meant, framing
        As for :func:`judge_photo`.
    """
    inner, seen = _looked_at(rgb)
    height, width = inner.shape[:2]
    found = [*_of_size(width, height), *_of_light(luminance(seen))]
    if inner.shape != rgb.shape:
        found.append((_FRAMING, _letterboxed()))
    if framing:
        wrong = _of_framing(seen, one_is_meant=one_is_meant)
        found += [(_FRAMING * weight, verdict) for weight, verdict in wrong]
    if found:
        return tuple(verdict for _, verdict in sorted(found, key=lambda one: -one[0]))
    return (PhotoVerdict("good", say("Good for relief"), say("Sharp, with clear light and shade.")),)


def light_faults(rgb: NDArray[np.uint8]) -> frozenset[VerdictCode]:
    """Return what is wrong with the light alone: a few milliseconds, for trying one slider after another.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
        As for :func:`judge_photo`.
    """
    return frozenset(verdict.code for _, verdict in _of_light(luminance(_looked_at(rgb)[1])))


def _looked_at(rgb: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return what lies inside letterbox bars, and that at the size at which photos are compared."""
    top, bottom, left, right = inside_bars(rgb)
    inner = rgb[top:bottom, left:right]
    height, width = inner.shape[:2]
    ratio = min(1.0, JUDGED_PX / max(height, width))
    size = (max(1, round(width * ratio)), max(1, round(height * ratio)))
    return inner, np.asarray(cv2.resize(inner, size, interpolation=cv2.INTER_AREA), np.uint8)


def _of_size(width: int, height: int) -> list[Weighed]:
    """Ask for enough pixels; each weight is how many times worse than allowed it is."""
    lacking = max(_SMALLEST_SIDE_PX / min(height, width), _SMALLEST_LONG_SIDE_PX / max(height, width))
    if lacking <= 1:
        return []
    hint = say(
        "Only {width} × {height} pixels: details will look soft. Use the original file, not a preview.",
        width=width,
        height=height,
    )
    return [(lacking, PhotoVerdict("small", say("Too small"), hint))]


def _of_light(light: NDArray[np.float32]) -> list[Weighed]:
    low, middle, high = (float(value) for value in np.percentile(light, (3, 50, 97)))
    bright = 0.6 * middle + 0.4 * high
    found: list[Weighed] = []
    if bright < _DARK_LIGHT:
        hint = say(
            "The subject melts into the background: raise the exposure, or take it nearer to a window."
        )
        found.append((_DARK_LIGHT / max(bright, 0.01), PhotoVerdict("dark", say("Too dark"), hint)))
    # What is dark lies close together, too; that is not to be said twice.
    if high - low < _FLAT_SPAN * min(1.0, bright / _DARK_LIGHT):
        hint = say(
            "Light and shade are too alike to be carved: raise the contrast, or light it from one side."
        )
        found.append((_FLAT_SPAN / max(high - low, 0.01), PhotoVerdict("flat", say("Flat light"), hint)))
    elif sharpness(light) < _BLURRED_SHARPNESS:
        hint = say("Edges are soft, and the relief will be soft, too: choose a sharper photo of the moment.")
        weight = _BLURRED_SHARPNESS / max(sharpness(light), 1e-3)
        found.append((weight, PhotoVerdict("blurred", say("Blurred"), hint)))
    return found


def _letterboxed() -> PhotoVerdict:
    hint = say("Black bars frame the picture: they are left out of the keepsake; crop them to be sure.")
    return PhotoVerdict("letterbox", say("Black bars"), hint)


def _of_framing(rgb: NDArray[np.uint8], *, one_is_meant: bool) -> list[Weighed]:
    framing = look_at_framing(rgb)
    found: list[Weighed] = []
    if framing.cut_off_ratio > 0:
        hint = say(
            "The subject runs off the edge: use a photo that shows all of it, or crop to the part you want."
        )
        found.append((1 + framing.cut_off_ratio, PhotoVerdict("cut-off", say("Cut off"), hint)))
    if framing.subjects > 1 and not one_is_meant:
        hint = say("There are {count} subjects: crop to one, or draw a box about it.", count=framing.subjects)
        found.append((1.0, PhotoVerdict("several", say("Several subjects"), hint)))
    return found


def sharpness(light: NDArray[np.float32]) -> float:
    """Measure how abruptly a picture's strongest edges turn, relative to its contrast.

    Parameters
    ----------
    light : (h, w) float32, 0-1

    Returns
    -------
    float
        99th percentile of the second derivative over the span of light; noise is smoothed away first.
    """
    calm = cv2.GaussianBlur(light, (0, 0), 0.8)
    turn = np.abs(cv2.Laplacian(calm, cv2.CV_32F))
    low, high = np.percentile(calm, (3, 97))
    return float(np.percentile(turn, 99) / max(float(high - low), 0.05))

"""How well a photo suits a relief or a lithophane, in a word and a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.tone import luminance

VerdictCode = Literal["good", "dark", "flat", "small", "blurred"]

JUDGED_PX = 512
"""The longest side at which photos are compared; hand in at least as much if the photo has it."""

# Set by looking at photos made darker, flatter, smaller and softer step by step.
_SMALLEST_SIDE_PX = 200
_SMALLEST_LONG_SIDE_PX = 320
_DARK_LIGHT = 0.31
_FLAT_SPAN = 0.24
_BLURRED_SHARPNESS = 0.038


@dataclass(frozen=True)
class PhotoVerdict:
    """What to expect of a photo.

    Attributes
    ----------
    code : str
        ``good dark flat small blurred``.
    words : str
        Two or three words for a badge.
    hint : str
        One sentence.
    """

    code: VerdictCode
    words: str
    hint: str


def judge_photo(rgb: NDArray[np.uint8]) -> PhotoVerdict:
    """Judge a photo by its size, light and sharpness.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
        As loaded, with a longest side of :data:`JUDGED_PX` or more where the photo has it.
    """
    height, width = rgb.shape[:2]
    if min(height, width) < _SMALLEST_SIDE_PX or max(height, width) < _SMALLEST_LONG_SIDE_PX:
        hint = say("Only {width} × {height} pixels: details will look soft.", width=width, height=height)
        return PhotoVerdict("small", say("Too small"), hint)
    ratio = min(1.0, JUDGED_PX / max(height, width))
    size = (round(width * ratio), round(height * ratio))
    light = luminance(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA))
    low, middle, high = (float(value) for value in np.percentile(light, (3, 50, 97)))
    if 0.6 * middle + 0.4 * high < _DARK_LIGHT:
        return PhotoVerdict("dark", say("Too dark"), say("The subject melts into the background."))
    if high - low < _FLAT_SPAN:
        return PhotoVerdict("flat", say("Flat light"), say("Light and shade are too alike to be carved."))
    if sharpness(light) < _BLURRED_SHARPNESS:
        return PhotoVerdict("blurred", say("Blurred"), say("Edges are soft; the relief will be soft, too."))
    return PhotoVerdict("good", say("Good for relief"), say("Sharp, with clear light and shade."))


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

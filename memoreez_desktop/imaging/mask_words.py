"""What a person is told about a cut-out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.words import say

_CLEAR, _FAIR = 0.75, 0.5
_TINY_SHARE = 0.012
_TOUCHING = 0.3


def describe(mask: NDArray[np.bool_], trust_ratio: float) -> tuple[str, str]:
    """Say how good a cut-out is, and what would make it better.

    Parameters
    ----------
    mask : (h, w) bool
    trust_ratio : float

    Returns
    -------
    (words, hint) : tuple of str
    """
    if not mask.any():
        return say("No subject found"), say("Draw a box about it, or brush over it.")
    if trust_ratio >= _CLEAR:
        return say("Clear cut-out"), say("The outline follows the subject.")
    if trust_ratio >= _FAIR:
        return say("Good cut-out"), say("Look once along the outline; a stroke corrects it.")
    if mask.mean() < _TINY_SHARE:
        return say("Very small"), say("Crop closer to the subject, or draw a box about it.")
    if max(mask[0].mean(), mask[:, 0].mean(), mask[:, -1].mean()) > _TOUCHING:
        return say("Runs off the photo"), say("Brush away the ground, or choose another cut-out.")
    return say("Needs your eye"), say(
        "Draw a box about the subject, or brush what to keep and what to remove."
    )

"""Pictures one after the other as an animated GIF, all with the same colours, so that nothing flickers."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say

# So many pictures, spread over all, show every colour there is.
_SAMPLES = 6


def on_ground(rgba: NDArray[np.uint8], ground: tuple[int, int, int]) -> NDArray[np.uint8]:
    """Lay a picture (h, w, 4) on an even ground; return (h, w, 3)."""
    alpha = rgba[..., 3:].astype(np.float32) / 255.0
    mixed = rgba[..., :3] * alpha + np.asarray(ground, np.float32) * (1.0 - alpha)
    return np.round(mixed).astype(np.uint8)


def gif_bytes(frames: Sequence[NDArray[np.uint8]], *, ground: tuple[int, int, int], frame_ms: int) -> bytes:
    """Return an endless GIF.

    Parameters
    ----------
    frames : sequence of (h, w, 4) uint8
        All of one size.
    ground : (r, g, b)
        What lies behind them.
    frame_ms : int
        How long each is seen; GIF counts in hundredths of a second.

    Raises
    ------
    InputError
        There is no frame.
    """
    if not frames:
        raise InputError(say("There is no picture to put into the animation."))
    flat = [on_ground(frame, ground) for frame in frames]
    step = max(1, len(flat) // _SAMPLES)
    palette = Image.fromarray(np.concatenate(flat[::step])).quantize(256, Image.Quantize.MEDIANCUT)
    drawn = [
        Image.fromarray(frame).quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG) for frame in flat
    ]
    stream = io.BytesIO()
    drawn[0].save(
        stream, "GIF", save_all=True, append_images=drawn[1:], duration=frame_ms, loop=0, disposal=1
    )
    return stream.getvalue()

"""The subject of a picture as services that make meshes want it: alone, on a transparent square.

A white ground became a wall in the mesh, and half-transparent edges a skin around it; so every pixel is all
subject or all ground, nothing touches the edge, and the longest side is three quarters of the square.
Source: the pre-processing of the web product's own engine.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.photo_edit import SubjectWish
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.concept_preflight import subject_on_white
from memoreez_desktop.imaging.mask import NOTHING_SAID, subject_mask
from memoreez_desktop.imaging.photo import load_photo
from memoreez_desktop.imaging.photo_pixels import is_sideways
from memoreez_desktop.imaging.photo_source import open_photo

SQUARE_PX = 1024
_FILL_RATIO = 0.75
_SURE_ALPHA = 200
_BORDER_RATIO = 20 / 512
"""So much of the picture's edge is cleared: what touches it is ground or cut off."""
_LEAST_SHARE = 0.005
_LEAST_CLEAR_SHARE = 0.02


@dataclass(frozen=True, eq=False)
class SubjectSquare:
    """What is sent to a service.

    Attributes
    ----------
    png : bytes
        Square RGBA, alpha 0 or 255.
    outline : (h, w) bool
        The subject on that square.
    found_by : str
        ``alpha``, ``white`` or ``search``: how the subject was told from the ground.
    trust_ratio : float
        0-1; below ``imaging.mask.TRUSTED_RATIO`` a person should look first.
    """

    png: bytes
    outline: NDArray[np.bool_]
    found_by: str
    trust_ratio: float


def subject_square(
    pixels: NDArray[np.uint8], wish: SubjectWish = NOTHING_SAID, *, square_px: int = SQUARE_PX
) -> SubjectSquare:
    """Cut out the subject of a picture and centre it on a transparent square.

    Parameters
    ----------
    pixels : (h, w, 3) or (h, w, 4) uint8
        RGBA where the picture has a transparent ground already.
    wish : SubjectWish
        What a person said about the subject; anything said goes before what was found on a plain ground.

    Raises
    ------
    InputError
        There is no subject, or hardly any.
    """
    rgb = np.ascontiguousarray(pixels[..., :3])
    mask, found_by, trust = _subject(pixels, rgb, wish)
    if wish == NOTHING_SAID:
        mask = _without_border(mask)
    if float(mask.mean()) < _LEAST_SHARE:
        raise InputError(
            say("It is not clear what on this picture is to become a sculpture."),
            say("Mark the subject, or choose another picture."),
        )
    square, outline = _placed(rgb, mask, square_px)
    out = io.BytesIO()
    Image.fromarray(square, "RGBA").save(out, "PNG")
    return SubjectSquare(out.getvalue(), outline, found_by, trust)


def load_with_ground(path: Path, longest_px: int) -> NDArray[np.uint8]:
    """Decode a picture as :func:`~memoreez_desktop.imaging.photo.load_photo` does, with its transparency.

    Returns
    -------
    (h, w, 3) or (h, w, 4) uint8
        RGBA only where the picture has a transparent ground, and lies upright as it is.

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    """
    rgb = load_photo(path, longest_px)
    with open_photo(path) as source:
        image = source.image
        if not image.has_transparency_data or is_sideways(image):
            return rgb
        whole = image.convert("RGBA").resize(rgb.shape[1::-1], Image.Resampling.BICUBIC)
        return np.dstack([np.asarray(whole.convert("RGB")), np.asarray(whole.getchannel("A"))])


def _subject(
    pixels: NDArray[np.uint8], rgb: NDArray[np.uint8], wish: SubjectWish
) -> tuple[NDArray[np.bool_], str, float]:
    """Find the subject: by its own transparency, by a plain ground, else by a search."""
    if pixels.shape[2] == 4 and wish == NOTHING_SAID:
        mask = pixels[..., 3] >= _SURE_ALPHA
        if float(mask.mean()) < 1 - _LEAST_CLEAR_SHARE:
            return mask, "alpha", 1.0
    if wish == NOTHING_SAID:
        plain = subject_on_white(rgb)
        if plain is not None:
            return plain, "white", 1.0
    found = subject_mask(rgb, wish)
    return found.mask, "search", found.trust_ratio


def _without_border(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    height, width = mask.shape
    border = max(1, round(_BORDER_RATIO * max(height, width)))
    if min(height, width) <= 2 * border:
        return mask
    inner = np.zeros_like(mask)
    inner[border:-border, border:-border] = mask[border:-border, border:-border]
    return inner


def _placed(
    rgb: NDArray[np.uint8], mask: NDArray[np.bool_], square_px: int
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Scale the subject's box to three quarters of the square, and put it into its middle."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    cut, inside = rgb[box], mask[box]
    factor = _FILL_RATIO * square_px / max(inside.shape)
    size = (max(1, round(inside.shape[1] * factor)), max(1, round(inside.shape[0] * factor)))
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    # Ground colours must not bleed into the edge: the subject's own go on beyond it before scaling.
    filled = _spread(cut, inside)
    scaled = np.asarray(cv2.resize(filled, size, interpolation=way), np.uint8)
    soft = cv2.resize(inside.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    outline = np.zeros((square_px, square_px), dtype=bool)
    top, left = (square_px - size[1]) // 2, (square_px - size[0]) // 2
    place = np.s_[top : top + size[1], left : left + size[0]]
    outline[place] = np.asarray(soft) >= 0.5
    square = np.zeros((square_px, square_px, 4), np.uint8)
    square[place][..., :3] = scaled
    square[..., 3] = outline * np.uint8(255)
    square[~outline] = 0
    return square, outline


def _spread(rgb: NDArray[np.uint8], inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Give every pixel of the ground the colour of the subject's nearest one."""
    if inside.all():
        return rgb
    _, labels = cv2.distanceTransformWithLabels(
        (~inside).astype(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
    )
    nearest = np.zeros((int(labels.max()) + 1, 3), np.uint8)
    nearest[labels[inside]] = rgb[inside]
    return np.asarray(nearest[labels], np.uint8)

"""Applies what a person changed about a photo: frame first, then light, then the ground goes white."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit
from memoreez_desktop.imaging.mask import subject_mask
from memoreez_desktop.imaging.photo import load_photo, probe_photo
from memoreez_desktop.imaging.photo_edit_frame import framed, framed_size
from memoreez_desktop.imaging.photo_edit_light import relit

Rgb = NDArray[np.uint8]
Mask = NDArray[np.bool_]

# A small crop is loaded from a larger picture, up to this side: 36 megapixels at most.
_LOADED_MOST_PX = 6000
_STRIP_ROWS = 512


def apply_edit(rgb: Rgb, edit: PhotoEdit, subject: Mask | None = None) -> Rgb:
    """Return the photo as it is to be seen.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
        Never changed.
    edit : PhotoEdit
        :data:`~memoreez_desktop.core.photo_edit.UNTOUCHED` returns the very pixels that came in.
    subject : (h', w') bool, optional
        The subject of the framed photo, of any size, where it is known already; else it is searched when
        the background is to go.

    Returns
    -------
    (h', w', 3) uint8
        At least one pixel.
    """
    if edit.is_nothing:
        return rgb
    view = framed(rgb, edit)
    lit = relit(view, edit)
    if not edit.remove_background:
        return lit
    if subject is None:
        subject = subject_mask(view, edit.subject).mask
    return on_white(lit, subject)


def load_edited(path: Path, edit: PhotoEdit, longest_px: int, subject: Mask | None = None) -> Rgb:
    """Load a photo as it is to be seen, its longest side at most ``longest_px``.

    A crop is cut from a larger picture, so that it is as sharp as the file allows.

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    """
    if edit.is_nothing:
        return load_photo(path, longest_px)
    facts = probe_photo(path)
    kept = max(framed_size(facts.width_px, facts.height_px, edit))
    zoom = longest_px / kept
    needed = math.ceil(zoom * max(facts.width_px, facts.height_px))
    view = framed(load_photo(path, min(_LOADED_MOST_PX, max(longest_px, needed))), edit)
    shrink = longest_px / max(view.shape[:2])
    if shrink < 1:
        size = (max(1, round(view.shape[1] * shrink)), max(1, round(view.shape[0] * shrink)))
        view = np.asarray(cv2.resize(view, size, interpolation=cv2.INTER_AREA), np.uint8)
    return apply_edit(view, _without_frame(edit), subject)


def load_framed(path: Path, edit: PhotoEdit, longest_px: int) -> Rgb:
    """Load a photo turned and cropped, but in its own light and with its ground: where subjects are searched.

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    """
    frame = replace(UNTOUCHED, quarter_turns=edit.quarter_turns, straighten_deg=edit.straighten_deg)
    return load_edited(path, replace(frame, crop=edit.crop), longest_px)


def on_white(rgb: Rgb, subject: Mask) -> Rgb:
    """Put the subject on white, its edge as soft as a pixel.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
    subject : (h', w') bool
        Of any size; stretched over the photo.
    """
    height, width = rgb.shape[:2]
    share = (subject * np.uint8(255)).astype(np.uint8)
    if share.shape != (height, width):
        grows = share.shape[0] < height
        way = cv2.INTER_CUBIC if grows else cv2.INTER_AREA
        share = np.asarray(cv2.resize(share, (width, height), interpolation=way), np.uint8)
        if grows:  # a small mask's cubic slope, made as steep as an edge is
            zoom = height / len(subject)
            share = np.clip((share.astype(np.float32) - 127.5) * zoom + 127.5, 0, 255).astype(np.uint8)
    share = cv2.GaussianBlur(share, (0, 0), 0.8)
    out = np.empty_like(rgb)
    for top in range(0, height, _STRIP_ROWS):  # strips, so that 100 megapixels need no gigabytes
        rows = slice(top, top + _STRIP_ROWS)
        kept = share[rows, :, None].astype(np.float32) / np.float32(255)
        out[rows] = np.rint(rgb[rows] * kept + (1 - kept) * np.float32(255))
    return out


def _without_frame(edit: PhotoEdit) -> PhotoEdit:
    return replace(edit, quarter_turns=0, straighten_deg=0.0, crop=UNTOUCHED.crop)

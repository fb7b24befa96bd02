"""What the photo products ask of a recipe: its photo, its subject, its proportions."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.concept import Detail, Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.photo_edit import UNTOUCHED, Box, PhotoEdit
from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.letterbox import inside_bars
from memoreez_desktop.imaging.mask import NOTHING_SAID, SubjectMask, subject_mask
from memoreez_desktop.imaging.photo_edit import load_edited, load_framed
from memoreez_desktop.imaging.photo_edit_frame import crop_px
from memoreez_desktop.sculpting.wording import words_for

Rgb = NDArray[np.uint8]

_LOADED_PX: dict[Detail, int] = {"draft": 480, "final": 1600}
_MASK_PX = 420
# A card's mesh: a picture of it is some 400 pixels wide, more cells would not be seen.
_DRAFT_TRIANGLES = 28_000
_MOST_PORTRAIT, _MOST_LANDSCAPE = 0.6, 1.7

WORDS_FIELD = FieldSpec(
    "words", say("Write on it"), "bool", True, help=say("Name and words, if there are any.")
)
PROPORTIONS_FIELD = FieldSpec(
    "proportions",
    say("Proportions"),
    "choice",
    "photo",
    choices=(
        ("photo", say("As the photo")),
        ("4:3", say("Landscape 4:3")),
        ("1:1", say("Square")),
        ("3:4", say("Portrait 3:4")),
    ),
)


def recipe_photo(recipe: Recipe, detail: Detail) -> Rgb:
    """Load the recipe's photo as it is to be seen, at the size that the wished detail needs.

    Returns
    -------
    (h, w, 3) uint8
        Read only. Turned, cropped and lit as its edit says; letterbox bars are gone.

    Raises
    ------
    InputError
        The recipe has no photo, or it cannot be read.
    """
    photo = _photo_of(recipe)
    return _seen(photo.digest, photo.path, photo.edit, _LOADED_PX[detail])


def recipe_subject(recipe: Recipe, shape: tuple[int, ...]) -> NDArray[np.bool_] | None:
    """Cut out the photo's subject, (h, w) bool of the given shape; None when the mask is not to be trusted.

    What a person said of the subject is trusted. It is always searched at the same size, so that draft and
    final agree on it.
    """
    photo = _photo_of(recipe)
    mask = _trusted_mask(photo.digest, photo.path, _frame_of(photo.edit))
    if mask is None:
        return None
    soft = cv2.resize(mask, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray(soft > 0.5)


@lru_cache(maxsize=8)
def _seen(digest: str, path: Path, edit: PhotoEdit, longest_px: int) -> Rgb:
    """Load once for all products of a photo; the digest names the contents, so the answer cannot change."""
    subject = None
    if edit.remove_background:
        subject = _subject(digest, path, _frame_of(edit)).mask
    rgb = load_edited(path, edit, longest_px, subject)
    rgb = np.ascontiguousarray(_without_bars(rgb, _bars(digest, path, _frame_of(edit))))
    rgb.flags.writeable = False
    return rgb


@lru_cache(maxsize=8)
def _subject(digest: str, path: Path, edit: PhotoEdit) -> SubjectMask:
    return subject_mask(load_framed(path, edit, _MASK_PX), edit.subject)


@lru_cache(maxsize=32)
def _bars(digest: str, path: Path, edit: PhotoEdit) -> Box:
    """Find what lies inside letterbox bars, in ratios, so that it is the same at every size."""
    rgb = load_framed(path, edit, _MASK_PX)
    top, bottom, left, right = inside_bars(rgb)
    height, width = rgb.shape[:2]
    return left / width, top / height, right / width, bottom / height


def _trusted_mask(digest: str, path: Path, edit: PhotoEdit) -> NDArray[np.float32] | None:
    found = _subject(digest, path, edit)
    told = edit.subject != NOTHING_SAID
    if not (found.trusted or (told and found.mask.any())):
        return None
    return _without_bars(found.mask, _bars(digest, path, edit)).astype(np.float32)


def _without_bars(picture: NDArray[Any], inside: Box) -> NDArray[Any]:
    left, top, right, bottom = crop_px(inside, picture.shape[1], picture.shape[0])
    return picture[top:bottom, left:right]


def _frame_of(edit: PhotoEdit) -> PhotoEdit:
    """Leave out of an edit what does not change where things are: light, and the ground."""
    return replace(
        UNTOUCHED,
        quarter_turns=edit.quarter_turns,
        straighten_deg=edit.straighten_deg,
        crop=edit.crop,
        subject=edit.subject,
    )


def _photo_of(recipe: Recipe) -> PhotoRef:
    if recipe.photo is None:
        raise InputError(
            say("This keepsake is made from a photo, and there is none."), say("Add a photo and try again.")
        )
    return recipe.photo


def recipe_flag(recipe: Recipe, field: FieldSpec) -> bool:
    """Read a switch.

    Raises
    ------
    InputError
        The value is neither true nor false.
    """
    value = dict(recipe.params).get(field.id, field.default)
    if not isinstance(value, bool):
        raise InputError(
            say("{label}: “{value}” is neither yes nor no.", label=field.label, value=str(value)),
            say("Write true or false."),
        )
    return value


def recipe_words(recipe: Recipe) -> tuple[str, ...]:
    """Choose the lines to write; none when the recipe switches them off."""
    return words_for(recipe) if recipe_flag(recipe, WORDS_FIELD) else ()


def width_to_height(proportions: str, rgb: Rgb) -> float:
    """Return width over height of the picture to be made; extreme photos are cropped."""
    if proportions != "photo":
        width, _, height = proportions.partition(":")
        return int(width) / int(height)
    return float(np.clip(rgb.shape[1] / rgb.shape[0], _MOST_PORTRAIT, _MOST_LANDSCAPE))


def pitch_for(
    detail: Detail, final_mm: float, area_mm2: float, draft_triangles: int = _DRAFT_TRIANGLES
) -> float:
    """Return the distance of neighbouring heights: the final one, or a coarser one that a card needs."""
    if detail == "final":
        return final_mm
    return max(final_mm, float(np.sqrt(2 * area_mm2 / draft_triangles)))

"""A photo's edit comes back from the library as it was, and tells keepsakes apart."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.photo_edit import PhotoEdit, Stroke, SubjectWish
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.storage.photo_records import photo_from_record, photo_to_record

_ROOT = Path("/library")
_PHOTO = PhotoRef("ab" * 32, _ROOT / "objects/ab.jpg", "dog.jpg")
_ratio = st.floats(0, 1)
_strokes = st.builds(
    Stroke, st.booleans(), st.floats(0.001, 0.2), st.lists(st.tuples(_ratio, _ratio), max_size=4).map(tuple)
)
_wishes = st.builds(
    SubjectWish,
    st.integers(0, 2),
    st.none() | st.tuples(_ratio, _ratio, _ratio, _ratio),
    st.lists(_strokes, max_size=3).map(tuple),
)
_edits = st.builds(
    PhotoEdit,
    st.integers(0, 3),
    st.floats(-45, 45),
    st.tuples(_ratio, _ratio, _ratio, _ratio),
    st.floats(-3, 3),
    st.floats(-1, 1),
    st.floats(0.3, 3),
    st.booleans(),
    _wishes,
)


@given(_edits)
def test_an_edit_comes_back_as_it_was(edit: PhotoEdit) -> None:
    photo = replace(_PHOTO, edit=edit)
    text = json.dumps(photo_to_record(photo, _ROOT))
    assert photo_from_record(json.loads(text), _ROOT) == photo


def test_records_written_before_there_were_edits_are_untouched_photos() -> None:
    old = {"digest": _PHOTO.digest, "file": "objects/ab.jpg", "name": "dog.jpg"}
    assert photo_from_record(old, _ROOT) == _PHOTO
    assert photo_to_record(_PHOTO, _ROOT) == old


def test_an_edit_makes_another_keepsake_and_none_leaves_it_as_it_was() -> None:
    plain = Recipe("relief-medallion", photo=_PHOTO)
    turned = replace(plain, photo=replace(_PHOTO, edit=PhotoEdit(quarter_turns=1)))
    assert plain.digest != turned.digest
    assert plain.digest == Recipe("relief-medallion", photo=replace(_PHOTO, path=Path("/x"))).digest

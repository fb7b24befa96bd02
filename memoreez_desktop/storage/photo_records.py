"""Photos and what was done to them, as JSON values and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from memoreez_desktop.core.photo_edit import UNTOUCHED, WHOLE, Box, PhotoEdit, Stroke, SubjectWish
from memoreez_desktop.core.story import PhotoRef


def photo_to_record(photo: PhotoRef, root: Path) -> dict[str, Any]:
    """PhotoRef to JSON values; a file inside ``root`` is named relative to it, so the library can move."""
    try:
        file = photo.path.relative_to(root).as_posix()
    except ValueError:
        file = str(photo.path)
    record: dict[str, Any] = {"digest": photo.digest, "file": file, "name": photo.name}
    if not photo.edit.is_nothing:
        record["edit"] = asdict(photo.edit)
    return record


def photo_from_record(record: Mapping[str, Any], root: Path) -> PhotoRef:
    """JSON values to PhotoRef; a record without an edit is an untouched photo."""
    edit = record.get("edit")
    return PhotoRef(
        str(record["digest"]),
        root / str(record["file"]),
        str(record.get("name", "")),
        UNTOUCHED if edit is None else _edit(edit),
    )


def _edit(record: Mapping[str, Any]) -> PhotoEdit:
    return PhotoEdit(
        quarter_turns=int(record.get("quarter_turns", 0)),
        straighten_deg=float(record.get("straighten_deg", 0.0)),
        crop=_box(record.get("crop")) or WHOLE,
        exposure_ev=float(record.get("exposure_ev", 0.0)),
        contrast_ratio=float(record.get("contrast_ratio", 0.0)),
        gamma=float(record.get("gamma", 1.0)),
        remove_background=bool(record.get("remove_background", False)),
        subject=_subject(record.get("subject") or {}),
    )


def _subject(record: Mapping[str, Any]) -> SubjectWish:
    strokes = tuple(
        Stroke(
            bool(stroke["keep"]),
            float(stroke["radius_ratio"]),
            tuple((float(x), float(y)) for x, y in stroke["points"]),
        )
        for stroke in record.get("strokes", ())
    )
    return SubjectWish(int(record.get("candidate", 0)), _box(record.get("box")), strokes)


def _box(values: Any) -> Box | None:
    if values is None:
        return None
    left, top, right, bottom = (float(value) for value in values)
    return left, top, right, bottom

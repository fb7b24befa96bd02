"""The words of the trade to JSON and back: everything the library writes into a column.

Every record carries ``"v"``, the version of its own shape. Reading is forgiving about what a newer
version added (unknown keys are ignored) and strict about types.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from memoreez_desktop.core.concept import ConceptPlan, ConceptStats, Recipe
from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.gcode import GcodeStats, RoleUsage
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.storage.photo_records import photo_from_record, photo_to_record

VERSION = 1
Record = dict[str, Any]


def dump(record: Record) -> str:
    """Return a record as one line of JSON."""
    return json.dumps({"v": VERSION, **record}, ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Record:
    """Read a record.

    Raises
    ------
    StorageError
        It is not one, or a newer program wrote it.
    """
    try:
        record = json.loads(text)
        version = int(record["v"])
    except (ValueError, KeyError, TypeError) as error:
        raise _unreadable() from error
    if version > VERSION:
        raise StorageError(
            say("A record of the library was written by a newer version of the program."),
            say("Install the newer version to open it."),
        )
    return dict(record)


def story_to_record(story: Story) -> Record:
    """Story to JSON values."""
    return {
        "name": story.name,
        "age": story.age,
        "passions": list(story.passions),
        "quirk": story.quirk,
        "occasion": story.occasion,
        "text_lines": list(story.text_lines),
        "free_text": story.free_text,
        "icons": [list(pair) for pair in story.icons],
    }


def story_from_record(record: Mapping[str, Any]) -> Story:
    """JSON values to Story."""
    age = record.get("age")
    return Story(
        name=str(record.get("name", "")),
        age=None if age is None else int(age),
        passions=tuple(str(word) for word in record.get("passions", ())),
        quirk=str(record.get("quirk", "")),
        occasion=str(record.get("occasion", "")),
        text_lines=tuple(str(line) for line in record.get("text_lines", ())),
        free_text=str(record.get("free_text", "")),
        icons=tuple((str(word), str(icon)) for word, icon in record.get("icons", ())),
    )


def brief_to_record(brief: Brief, root: Path) -> Record:
    """Brief to JSON values."""
    return {
        "story": story_to_record(brief.story),
        "photos": [photo_to_record(photo, root) for photo in brief.photos],
        "seed": brief.seed,
    }


def brief_from_record(record: Mapping[str, Any], root: Path) -> Brief:
    """JSON values to Brief."""
    with reading():
        photos = tuple(photo_from_record(photo, root) for photo in record["photos"])
        return Brief(story_from_record(record["story"]), photos, int(record["seed"]))


def recipe_to_record(recipe: Recipe, root: Path) -> Record:
    """Recipe to JSON values."""
    return {
        "product": recipe.product_id,
        "params": [list(pair) for pair in recipe.params],
        "story": story_to_record(recipe.story),
        "photo": None if recipe.photo is None else photo_to_record(recipe.photo, root),
        "seed": recipe.seed,
    }


def recipe_from_record(record: Mapping[str, Any], root: Path) -> Recipe:
    """JSON values to Recipe; the digest of what comes back equals that of what was written."""
    with reading():
        photo = record.get("photo")
        return Recipe(
            product_id=str(record["product"]),
            params=tuple((str(name), value) for name, value in record["params"]),
            story=story_from_record(record["story"]),
            photo=None if photo is None else photo_from_record(photo, root),
            seed=int(record["seed"]),
        )


def plan_to_record(plan: ConceptPlan, root: Path) -> Record:
    """ConceptPlan to JSON values."""
    return {
        "id": plan.id,
        "title": words_to_record(plan.title),
        "kind": words_to_record(plan.kind),
        "recipe": recipe_to_record(plan.recipe, root),
        "provider": plan.provider,
        "colour": plan.colour,
    }


def plan_from_record(record: Mapping[str, Any], root: Path) -> ConceptPlan:
    """JSON values to ConceptPlan."""
    with reading():
        return ConceptPlan(
            id=str(record["id"]),
            title=words_from_record(record["title"]),
            kind=words_from_record(record["kind"]),
            recipe=recipe_from_record(record["recipe"], root),
            provider=str(record.get("provider", "studio")),
            colour=str(record.get("colour", "cream")),
        )


def finding_to_record(finding: Finding) -> Record:
    """Return JSON values without the faces: they belong to one mesh, which is checked again."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "message": words_to_record(finding.message),
        "hint": words_to_record(finding.hint),
        "fix": finding.fix,
        "amount": finding.amount,
        "unit": finding.unit,
        "place_mm": list(finding.place_mm) if finding.place_mm is not None else None,
    }


def finding_from_record(record: Mapping[str, Any]) -> Finding:
    """JSON values to Finding."""
    severity, place = record["severity"], record.get("place_mm")
    return Finding(
        code=str(record["code"]),
        severity=severity if severity in ("error", "warning") else "info",
        message=words_from_record(record["message"]),
        hint=words_from_record(record.get("hint", "")),
        fix=str(record.get("fix", "")),
        amount=float(record.get("amount", 0.0)),
        unit=str(record.get("unit", "")),
        place_mm=(float(place[0]), float(place[1]), float(place[2])) if place else None,
    )


def stats_to_record(stats: ConceptStats) -> Record:
    """ConceptStats to JSON values."""
    return {
        "size_mm": list(stats.size_mm),
        "triangles": stats.triangles,
        "volume_mm3": stats.volume_mm3,
        "watertight": stats.watertight,
        "time_s": stats.time_s,
        "filament_g": stats.filament_g,
        "findings": [finding_to_record(finding) for finding in stats.findings],
        "smallest_mm": stats.smallest_mm,
    }


def stats_from_record(record: Mapping[str, Any]) -> ConceptStats:
    """JSON values to ConceptStats."""
    with reading():
        x, y, z = (float(value) for value in record["size_mm"])
        return ConceptStats(
            size_mm=(x, y, z),
            triangles=int(record["triangles"]),
            volume_mm3=float(record["volume_mm3"]),
            watertight=bool(record["watertight"]),
            time_s=float(record["time_s"]),
            filament_g=float(record["filament_g"]),
            findings=tuple(finding_from_record(finding) for finding in record["findings"]),
            smallest_mm=float(record.get("smallest_mm", 0.0)),
        )


def gcode_to_record(stats: GcodeStats) -> Record:
    """GcodeStats to JSON values."""
    return {
        "time_s": stats.time_s,
        "filament_mm": stats.filament_mm,
        "filament_g": stats.filament_g,
        "layers": stats.layers,
        "bounds_mm": [list(corner) for corner in stats.bounds_mm],
        "roles": {key: [usage.time_s, usage.filament_mm] for key, usage in stats.roles.items()},
        "generator": stats.generator,
    }


def gcode_from_record(record: Mapping[str, Any]) -> GcodeStats:
    """JSON values to GcodeStats."""
    with reading():
        low, high = (tuple(float(v) for v in corner) for corner in record["bounds_mm"])
        return GcodeStats(
            time_s=float(record["time_s"]),
            filament_mm=float(record["filament_mm"]),
            filament_g=float(record["filament_g"]),
            layers=int(record["layers"]),
            bounds_mm=((low[0], low[1], low[2]), (high[0], high[1], high[2])),
            roles={key: RoleUsage(float(t), float(mm)) for key, (t, mm) in record["roles"].items()},
            generator=str(record.get("generator", "")),
        )


def words_to_record(text: str) -> str | Record:
    """Keep a Phrase with its template, so that the window can still translate it after a restart."""
    if not isinstance(text, Phrase):
        return str(text)
    values = {name: _value_to_record(value) for name, value in text.values.items()}
    return {"say": text.template, "with": values}


def words_from_record(record: str | Mapping[str, Any]) -> str:
    """Read what :func:`words_to_record` wrote."""
    if isinstance(record, str):
        return record
    return Phrase(str(record["say"]), {k: _value_from_record(v) for k, v in record["with"].items()})


def _value_to_record(value: object) -> object:
    if isinstance(value, str):
        return words_to_record(value)
    if isinstance(value, bool | int):
        return value
    return float(value) if hasattr(value, "__float__") else str(value)


def _value_from_record(value: object) -> object:
    return words_from_record(value) if isinstance(value, str | dict) else value


@contextlib.contextmanager
def reading() -> Iterator[None]:
    """Turn the mistakes of a damaged record into one StorageError."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise _unreadable() from error


def _unreadable() -> StorageError:
    return StorageError(
        say("A record of the library is damaged and was skipped."),
        say("The files of the library are all still there."),
    )

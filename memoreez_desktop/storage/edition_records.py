"""Editions of keepsakes to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.errors import InputError, StorageError
from memoreez_desktop.core.keepsake_recipe import recipe_from_record, recipe_record
from memoreez_desktop.storage import records


def edition_json(edition: Edition, root: Path) -> str:
    """Return an edition as one line of JSON, always the same for the same edition."""
    return records.dump(
        {
            "plan": records.plan_to_record(edition.plan, root),
            "steps": recipe_record(edition.steps),
            "repaired": edition.repaired,
            "factor": edition.factor,
            "left": sorted(edition.left),
        }
    )


def edition_from_json(text: str, root: Path) -> Edition:
    """Read what :func:`edition_json` wrote.

    Raises
    ------
    StorageError
        It is damaged, or a newer program wrote it.
    """
    record = records.load(text)
    with records.reading():
        plan = records.plan_from_record(record["plan"], root)
        left = frozenset(str(step) for step in record["left"])
        steps: Mapping[str, Any] = record["steps"]
        factor, repaired = float(record["factor"]), bool(record["repaired"])
    try:
        return Edition(plan, recipe_from_record(steps), repaired, factor, left)
    except InputError as error:
        raise StorageError(error.message, error.hint) from error

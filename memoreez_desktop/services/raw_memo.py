"""The raw sculpture of a keepsake, remembered with everything the window says about it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from memoreez_desktop import __version__
from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera
from memoreez_desktop.printability.receipt import MeshFacts, Repair, RepairStep
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.mesh_bytes import StoredMesh
from memoreez_desktop.storage.records import words_from_record, words_to_record

_FIGURES = (
    "deviation_p95_mm",
    "volume_change_ratio",
    "deviation_p50_mm",
    "deviation_max_mm",
)
_STEP_VALUES = ("id", "count", "volume_change_ratio", "p50_mm", "p95_mm", "max_mm", "seconds")


@dataclass(frozen=True, eq=False)
class RawModel:
    """A raw sculpture, in mm.

    Attributes
    ----------
    mesh : StoredMesh
        Where it is in the library.
    camera, backlight
        How it is looked at.
    repair : Repair or None
        What had to be mended, in the size of the raw one.
    """

    mesh: StoredMesh
    camera: Camera = Camera()
    backlight: Backlight | None = None
    repair: Repair | None = None


def keep_raw(
    library: Library,
    key: str,
    mesh: MeshModel,
    camera: Camera | None = None,
    backlight: Backlight | None = None,
    repair: Repair | None = None,
) -> RawModel:
    """Save a raw sculpture and remember what it was made from.

    Parameters
    ----------
    key : str
        Stands for everything that decides the mesh but the version of the program.

    Raises
    ------
    StorageError
    """
    digest = library.save_mesh(mesh)
    camera = camera or Camera()
    receipt = {
        "camera": dataclasses.asdict(camera),
        "backlight": dataclasses.asdict(backlight) if backlight is not None else None,
        "repair": _repair_record(repair, library) if repair is not None else None,
    }
    library.raw_models.keep(_versioned(key), digest, receipt)
    return RawModel(library.stored_mesh(digest), camera, backlight, repair)


def find_raw(library: Library, key: str) -> RawModel | None:
    """Return what :func:`keep_raw` has saved under a key; None when there is none, or it is damaged.

    Raises
    ------
    StorageError
        The library cannot be read.
    """
    found = library.raw_models.find(_versioned(key))
    if found is None:
        return None
    digest, receipt = found
    try:
        backlight, repair = receipt["backlight"], receipt["repair"]
        return RawModel(
            library.stored_mesh(digest),
            Camera(**receipt["camera"]),
            Backlight(**backlight) if backlight is not None else None,
            _repair_from_record(repair, library.load_mesh(digest), library) if repair is not None else None,
        )
    except (StorageError, KeyError, TypeError, ValueError):
        # It is made anew then, and remembered again.
        return None


def _versioned(key: str) -> str:
    """Let a newer program make everything as well as it can by then."""
    return f"{__version__} {key}"


def _repair_record(repair: Repair, library: Library) -> dict[str, Any]:
    return {
        "steps": [_step_record(step, library) for step in repair.steps],
        "before": dataclasses.asdict(repair.before),
        "after": dataclasses.asdict(repair.after),
        "placed_mm": repair.placed_mm,
        **{name: getattr(repair, name) for name in _FIGURES},
    }


def _step_record(step: RepairStep, library: Library) -> dict[str, Any]:
    before = library.save_mesh(step.mesh_before) if step.mesh_before is not None else None
    return {
        "message": words_to_record(step.message),
        "mesh_before": before,
        **{name: getattr(step, name) for name in _STEP_VALUES},
    }


def _repair_from_record(record: dict[str, Any], mesh: MeshModel, library: Library) -> Repair:
    steps = []
    for told in record["steps"]:
        before = library.load_mesh(told["mesh_before"]) if told["mesh_before"] is not None else None
        values = {name: told[name] for name in _STEP_VALUES}
        steps.append(RepairStep(message=words_from_record(told["message"]), mesh_before=before, **values))
    return Repair(
        mesh,
        tuple(steps),
        _facts_from_record(record["before"]),
        _facts_from_record(record["after"]),
        placed_mm=tuple(record["placed_mm"]),
        **{name: record[name] for name in _FIGURES},
    )


def _facts_from_record(record: dict[str, Any]) -> MeshFacts:
    return MeshFacts(**{**record, "size_mm": tuple(record["size_mm"])})

"""A sound model becomes G-code."""

from __future__ import annotations

from pathlib import Path

from memoreez_desktop.core.errors import RefusedError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.core.words import say
from memoreez_desktop.services.profiles import require_possible
from memoreez_desktop.slicing.api import SlicerEngine, SliceResult
from memoreez_desktop.slicing.builtin.warm import prepare_once
from memoreez_desktop.slicing.catalog import engine_catalog

DEFAULT_ENGINE = "memoreez"


def require_engine(engine_id: str) -> SlicerEngine:
    """Return an engine that can be used on this computer; empty means the embedded one.

    Raises
    ------
    UsageError
        It is not known.
    RefusedError
        It is not installed.
    """
    engine = engine_catalog().get(engine_id or DEFAULT_ENGINE)
    state = engine.availability()
    if not state.available:
        raise RefusedError(
            say("{engine} cannot be used on this computer.", engine=engine.info.label), state.why_not
        )
    return engine


def prepare_engine(engine_id: str, job: JobContext) -> None:
    """Do what an engine needs only once on a computer; nothing if that was done, as it is by installing."""
    if (engine_id or DEFAULT_ENGINE) == DEFAULT_ENGINE:
        prepare_once(job)


def slice_keepsake(
    mesh: MeshModel, settings: SliceSettings, out: Path, engine_id: str, job: JobContext
) -> SliceResult:
    """Write the G-code of ``mesh`` to ``out``: complete, or not at all.

    Raises
    ------
    UsageError
        The engine is not known.
    RefusedError
        Not sound, too large, values that do not go together, or the engine is not installed.
    StorageError
        ``out`` cannot be written.
    Cancelled
    """
    engine = require_engine(engine_id)
    require_possible(settings, mesh.extents_mm[2])
    job.progress(0.0, say("Slicing"))
    prepare_engine(engine_id, job)
    return engine.slice(mesh, settings, out, job)

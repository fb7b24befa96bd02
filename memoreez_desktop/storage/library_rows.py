"""What the library gives back: projects, the cards of a project, and keepsakes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from memoreez_desktop.core.concept import ConceptPlan, ConceptStats
from memoreez_desktop.core.gcode import GcodeStats
from memoreez_desktop.core.story import Brief


@dataclass(frozen=True)
class ProjectRow:
    """One story or set of photos with everything made from it. Times are seconds since 1970."""

    id: str
    brief: Brief
    created_s: float = 0.0
    changed_s: float = 0.0


@dataclass(frozen=True)
class Failure:
    """Why a concept could not be drawn, in words."""

    message: str
    hint: str = ""


@dataclass(frozen=True)
class ConceptRow:
    """A card as it was last seen: planned, drawn, or failed.

    ``picture`` and ``stats`` are None until the concept has been drawn.
    """

    plan: ConceptPlan
    picture: Path | None = None
    stats: ConceptStats | None = None
    failure: Failure | None = None
    starred: bool = False
    removed: bool = False
    seconds: float = 0.0

    @property
    def picture_png(self) -> bytes | None:
        """The picture's bytes, read now; None when there is none or its file is gone."""
        return _bytes(self.picture)


@dataclass(frozen=True)
class SliceRow:
    """A file that was sliced before; ``notes`` is what the slicer did by itself, in sentences."""

    gcode: Path
    stats: GcodeStats
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeepsakeRow:
    """A keepsake that was chosen and sculpted.

    ``gcode`` is the newest file sliced from its mesh, if there is one.
    """

    id: str
    project_id: str
    concept_id: str
    plan: ConceptPlan
    mesh_digest: str
    size_mm: tuple[float, float, float]
    triangles: int
    created_s: float
    changed_s: float
    picture: Path | None = None
    gcode: Path | None = None

    @property
    def title(self) -> str:
        """For people."""
        return self.plan.title

    @property
    def picture_png(self) -> bytes | None:
        """The picture's bytes, read now; None when there is none or its file is gone."""
        return _bytes(self.picture)


def _bytes(picture: Path | None) -> bytes | None:
    try:
        return picture.read_bytes() if picture else None
    except OSError:
        return None

"""What every slicer engine is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from memoreez_desktop.core.gcode import GcodeStats
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.core.provider import Availability, ProviderInfo


@dataclass(frozen=True)
class SliceResult:
    """A finished G-code file.

    Attributes
    ----------
    path : Path
        The file, complete: written beside, synced, renamed.
    stats : GcodeStats
        Of the moves in the file; reading the file gives the same.
    seconds : dict
        Wall seconds by stage.
    notes : tuple of str
        What the engine added by itself, in sentences.
    """

    path: Path
    stats: GcodeStats
    engine: str
    seconds: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class SlicerEngine(Protocol):
    """Turns a sound mesh, standing on z = 0, into G-code; the engine centres it on the bed.

    ``slice`` raises ``SlicingError`` (not watertight, nothing to print), ``DoesNotFitError`` and
    ``Cancelled``; it leaves no half-written file.
    """

    @property
    def info(self) -> ProviderInfo:
        """Id, label, description."""
        ...

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        ...

    def availability(self) -> Availability:
        """Tell whether it can run on this machine."""
        ...

    def slice(self, mesh: MeshModel, settings: SliceSettings, out: Path, job: JobContext) -> SliceResult:
        """Write the G-code for ``mesh`` to ``out``."""
        ...

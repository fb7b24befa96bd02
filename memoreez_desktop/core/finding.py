"""What a printability check found, in words and in faces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Severity = Literal["info", "warning", "error"]
_NO_FACES: NDArray[np.int32] = np.empty(0, dtype=np.int32)


@dataclass(frozen=True)
class Finding:
    """One thing about a model that its owner should know.

    Attributes
    ----------
    code : str
        Stable machine name, for example ``not-watertight``.
    severity : str
        ``error`` will not print, ``warning`` may disappoint, ``info`` is good to know.
    message, hint : str
        What it is and what to do, for people.
    faces : (k,) int32
        Faces concerned; empty when the finding is about the whole.
    fix : str
        Id of a repair or studio action that mends it, or empty.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    faces: NDArray[np.int32] = field(default_factory=lambda: _NO_FACES, compare=False, repr=False)
    fix: str = ""


@dataclass(frozen=True)
class CheckReport:
    """The printability of a mesh.

    ``score`` is 0-100: 100 less 30 for each error and 8 for each warning, never below 0.
    ``contact_mm2`` is the area that lies flat on the bed, ``smallest_mm`` the width of the narrowest part
    that matters (3.0 also for everything wider).
    """

    watertight: bool
    volume_mm3: float
    size_mm: tuple[float, float, float]
    bodies: int
    triangles: int
    contact_mm2: float
    findings: tuple[Finding, ...]
    smallest_mm: float = 0.0

    @property
    def errors(self) -> int:
        """How many findings will keep it from printing."""
        return sum(f.severity == "error" for f in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings may disappoint."""
        return sum(f.severity == "warning" for f in self.findings)

    @property
    def score(self) -> int:
        """0-100."""
        return max(0, 100 - 30 * self.errors - 8 * self.warnings)

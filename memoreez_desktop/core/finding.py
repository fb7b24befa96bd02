"""What a printability check found, in words and in faces."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.words import Phrase, say

Severity = Literal["info", "warning", "error"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The gravest first."""
FIXES = ("repair", "turn", "resize", "thicken", "flat-base", "lie-down", "brim", "supports")
"""Every ``fix`` a finding can name, in the order in which they are to be done.

What closes the surface comes first, because nothing else can be measured before; then the size, which
changes every thickness; then what is still too thin; then the foot; last what is said to the slicer only.
"""
WORST = 3
_NO_FACES: NDArray[np.int32] = np.empty(0, dtype=np.int32)


@dataclass(frozen=True)
class Finding:
    """One thing about a model that its owner should know.

    Attributes
    ----------
    code : str
        Stable machine name, for example ``open-edges``.
    severity : str
        ``error`` will not print, ``warning`` may disappoint, ``info`` is good to know.
    message, hint : str
        What it is and what to do, for people.
    faces : (k,) int32
        Faces concerned; empty when the finding is about the whole.
    fix : str
        One of :data:`FIXES`, or empty.
    amount : float
        What the message tells, unrounded, in ``unit``; 0 when there is nothing to measure.
    unit : str
        ``mm``, ``mm2``, ``mm3``, ``deg``, or empty for a count.
    place_mm : (x, y, z) or None
        Where to look, in the coordinates of the mesh; None when it is about the whole.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    faces: NDArray[np.int32] = field(default_factory=lambda: _NO_FACES, compare=False, repr=False)
    fix: str = ""
    amount: float = 0.0
    unit: str = ""
    place_mm: tuple[float, float, float] | None = None


@dataclass(frozen=True)
class CheckReport:
    """The printability of a mesh.

    ``score`` is 0-100: 100 less 30 for each error and 8 for each warning, never below 0.
    ``contact_mm2`` is the area that lies flat on the bed, ``smallest_mm`` the width of the narrowest part
    that matters (3.0 also for everything wider). ``findings`` stand with the gravest first.
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

    @property
    def worst(self) -> tuple[Finding, ...]:
        """The three gravest errors and warnings, the gravest first."""
        grave = [f for f in self.findings if f.severity != "info"]
        return tuple(sorted(grave, key=lambda f: SEVERITIES.index(f.severity))[:WORST])

    @property
    def fixes(self) -> tuple[str, ...]:
        """What mends the errors and warnings: each id once, in the order in which to do it."""
        offered = {f.fix for f in self.findings if f.severity != "info"}
        return tuple(fix for fix in FIXES if fix in offered)

    @property
    def sentence(self) -> Phrase:
        """The whole report in a sentence."""
        worst = self.worst
        if not worst:
            return say("It prints well.")
        if not self.errors:
            return say("It prints, but look at this first: {worst}", worst=worst[0].message)
        return say("It does not print like this: {worst}", worst=worst[0].message)

"""What the Studio has built: a sketch to look at while a person changes things, or all that is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera, ProductInfo
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.studio.symbols import Symbol

if TYPE_CHECKING:
    from memoreez_desktop.printability.receipt import Repair


@dataclass(frozen=True, eq=False)
class Sketch:
    """An edition as it looks; it is neither checked nor kept, and not for printing.

    Attributes
    ----------
    figure_mm : (2, 3) float64
        The box of the figure, without its pedestal.
    """

    edition: Edition
    mesh: MeshModel
    notes: tuple[StepNote, ...] = ()
    figure_mm: NDArray[np.float64] = field(default_factory=lambda: np.zeros((2, 3)))

    @property
    def height_mm(self) -> float:
        """Of the figure alone."""
        return float(self.figure_mm[1, 2] - self.figure_mm[0, 2])


@dataclass(frozen=True, eq=False)
class Made:
    """A built edition: the keepsake, what its product can be asked for, and the words it writes."""

    edition: Edition
    keepsake: Keepsake
    info: ProductInfo | None
    lines: tuple[str, ...]
    camera: Camera = Camera()
    backlight: Backlight | None = None
    symbols: Mapping[str, Symbol] = field(default_factory=dict)
    repair: Repair | None = None
    notes: tuple[StepNote, ...] = ()
    figure_mm: NDArray[np.float64] = field(default_factory=lambda: np.zeros((2, 3)))

    @property
    def sketch(self) -> Sketch:
        """The same, to look at."""
        return Sketch(self.edition, self.keepsake.mesh, self.notes, self.figure_mm)

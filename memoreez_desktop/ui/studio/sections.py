"""What a section of the Studio that changes steps is, and what it is handed.

A new section is one file with a ``build(tools) -> StepSection`` and one line in
:data:`~memoreez_desktop.ui.studio.section_table.SECTIONS`. It knows no other section and no job of the
Studio: it is shown a :class:`Scene`, and it says ``changed``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.pointing import Pointing
from memoreez_desktop.ui.viewport.api import MeshView

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from memoreez_desktop.core.mesh import MeshModel
    from memoreez_desktop.core.profiles import PrinterProfile
    from memoreez_desktop.ui.studio.raw_job import RawShelf
    from memoreez_desktop.ui.workshop import Workshop


@dataclass(frozen=True, eq=False)
class Scene:
    """What is worked on at this moment.

    Attributes
    ----------
    edition : Edition
        The newest one, with the change that was made just now; ``steps`` is its recipe.
    notes : tuple of StepNote
        What the steps of the newest model worked out; their numbers are those of ``noted``'s steps.
    noted : KeepsakeRecipe
        The recipe the notes belong to; while a change is being made it is not yet ``steps``.
    enabled : bool
        False while there is nothing that could be changed.
    info : ProductInfo or None
        The product's own form; None for a model that was brought.
    mesh : MeshModel or None
        The newest finished model, as it stands on the bed.
    figure_mm : (2, 3) float64 or None
        The box of the figure in the model that is seen, without its pedestal.
    printer : PrinterProfile or None
        The one in the settings, once it is known.
    """

    edition: Edition
    notes: tuple[StepNote, ...] = ()
    noted: KeepsakeRecipe = field(default_factory=KeepsakeRecipe)
    enabled: bool = True
    info: ProductInfo | None = None
    mesh: MeshModel | None = None
    figure_mm: NDArray[np.float64] | None = None
    printer: PrinterProfile | None = None

    @property
    def steps(self) -> KeepsakeRecipe:
        """The recipe a section shows and changes."""
        return self.edition.steps


@dataclass(frozen=True, eq=False)
class SectionTools:
    """What a section may use.

    Icons, the view for pointing at things, the workshop for jobs, and where the raw sculpture comes from.
    """

    icon_book: IconBook
    view: MeshView
    workshop: Workshop
    raws: RawShelf

    @cached_property
    def pointing(self) -> Pointing:
        """Pointing at the model, and turning it to what is worked on: one for all sections."""
        return Pointing(self.view)


class StepSection(Protocol):
    """One section of the right column.

    Attributes
    ----------
    widget : QWidget
        A :class:`~memoreez_desktop.ui.viewport.workbench.Section`, put into the column; it hides itself for
        scenes that it does not fit.
    changed : Signal(object, object)
        The :class:`~memoreez_desktop.core.keepsake_recipe.KeepsakeRecipe` after a change that a person made
        (``with_step``, ``without``), and a label for the way back (``tr("Pedestal: oval")``). Quick
        changes of the same values become one entry by themselves. Not emitted from ``show_scene``.
    """

    @property
    def widget(self) -> QWidget:
        """What is seen."""
        ...

    @property
    def changed(self) -> SignalInstance:
        """Tells of a change by a person."""
        ...

    def show_scene(self, scene: Scene) -> None:
        """Bring the controls up to a scene, telling nobody; a line in which somebody types is left alone."""
        ...


Build = Callable[[SectionTools], StepSection]

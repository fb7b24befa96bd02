"""The one keepsake in the making: what the pages share, and how they tell each other.

Pages never know each other. A presenter changes the journey; every other presenter listens to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.story import Brief, PhotoRef

if TYPE_CHECKING:
    from memoreez_desktop.core.concept import ConceptPlan
    from memoreez_desktop.core.edition import Edition
    from memoreez_desktop.core.finding import CheckReport
    from memoreez_desktop.core.mesh import MeshModel

PageId = Literal["welcome", "story", "photo", "concepts", "studio", "print", "library", "settings"]
Level = Literal["good", "info", "warning", "error"]


@dataclass(frozen=True)
class Message:
    """A calm word to the person: what happened, what to do, and perhaps one button."""

    level: Level
    title: str
    text: str = ""
    details: str = ""
    action_label: str = ""
    action: Callable[[], None] | None = field(default=None, compare=False)


@dataclass(frozen=True, eq=False)
class Keepsake:
    """A finished model: made from a concept, or brought as a file (its product is then ``own-model``).

    ``mesh`` stands on z = 0, centred; ``mesh.digest`` names it in the library.
    """

    title: str
    mesh: MeshModel
    report: CheckReport
    plan: ConceptPlan | None = None


@dataclass(frozen=True, eq=False)
class PhotoWish:
    """A photo that is to be edited.

    Attributes
    ----------
    photo : PhotoRef
        With the edit it has now.
    back : PageId
        Where the wish comes from, and where the person goes afterwards.
    done : callable
        Takes the photo with its new edit; not called when nothing is different.
    fix : str
        The code of a verdict that is to be mended at once, or empty.
    """

    photo: PhotoRef
    back: PageId
    done: Callable[[PhotoRef], None]
    fix: str = ""


@dataclass(eq=False)
class RawArrived:
    """A sculpture that came.

    Attributes
    ----------
    plan_id : str
        Of the keepsake that waits for it.
    change : callable
        Puts it into an edition's place.
    label : str
        For the way back.
    taken : bool
        Set by whoever works on that keepsake at this moment.
    later : bool
        Set by whoever is just opening it: ask again in a moment.
    """

    plan_id: str
    change: Callable[[Edition], Edition]
    label: str
    taken: bool = False
    later: bool = False


class Journey(QObject):
    """Shared state of the pages.

    Signals
    -------
    briefChanged(Brief)
        The story or the photos are different.
    createWanted(Brief)
        Draw concepts for this brief, in a new project.
    photoWanted(PhotoWish)
        Edit this photo.
    projectOpened(str)
        Show this project of the library (its concepts, its brief).
    cardKept(str, str)
        The card of this project and concept was written down anew in the library, by a job, perhaps unseen.
    conceptChosen(ConceptPlan)
        Make this concept's real model and show it in the Studio.
    editionChosen(Edition)
        Make this edition, and show it in the Studio.
    modelBrought(Path)
        Open this model file in the Studio.
    sculptureWanted(ConceptPlan)
        Have a service make a sculpture of this concept's picture.
    sculpturesWanted()
        Show every sculpture that was ordered.
    rawArrived(RawArrived)
        The sculpture came that a placeholder stands in for.
    keepsakeChanged(Keepsake or None)
        There is a new model to look at, to check and to slice.
    gcodeChanged(object)
        A ``SliceResult`` for the present keepsake is ready (None: not any more).
    pageWanted(str)
        Go to a page (a :data:`PageId`).
    providerWanted(str)
        Show this service when the settings are seen; remembered in ``provider_wanted`` until then.
    messageRaised(Message)
        Say something in the banner or, for level good, in a toast.
    settingsChanged(object)
        The ``Settings`` are different.
    """

    briefChanged = Signal(object)
    createWanted = Signal(object)
    photoWanted = Signal(object)
    projectOpened = Signal(str)
    cardKept = Signal(str, str)
    conceptChosen = Signal(object)
    editionChosen = Signal(object)
    modelBrought = Signal(object)
    sculptureWanted = Signal(object)
    sculpturesWanted = Signal()
    rawArrived = Signal(object)
    keepsakeChanged = Signal(object)
    gcodeChanged = Signal(object)
    pageWanted = Signal(str)
    providerWanted = Signal(str)
    messageRaised = Signal(object)
    settingsChanged = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.brief = Brief()
        self.project_id = ""
        self.provider_wanted = ""
        self.keepsake: Keepsake | None = None
        self.gcode: object | None = None
        self.providerWanted.connect(self._remember_provider)

    def set_brief(self, brief: Brief) -> None:
        """Remember the brief and tell everyone, when it is a different one."""
        if brief != self.brief:
            self.brief = brief
            self.briefChanged.emit(brief)

    def set_keepsake(self, keepsake: Keepsake | None) -> None:
        """Remember the model; the G-code of the one before is forgotten."""
        self.keepsake = keepsake
        self.gcode = None
        self.keepsakeChanged.emit(keepsake)
        self.gcodeChanged.emit(None)

    def set_gcode(self, result: object | None) -> None:
        """Remember the G-code of the present model."""
        self.gcode = result
        self.gcodeChanged.emit(result)

    def go(self, page: PageId) -> None:
        """Ask for a page."""
        self.pageWanted.emit(page)

    def complain(self, error: MemoreezError) -> None:
        """Show an expected error in the banner."""
        details = getattr(error, "details", "")
        self.messageRaised.emit(Message("error", error.message, error.hint, details))

    def _remember_provider(self, provider_id: str) -> None:
        self.provider_wanted = provider_id

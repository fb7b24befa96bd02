"""What every view of a model is, whether OpenGL draws it, a picture, or nothing at all (tests)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from memoreez_desktop.core.heat_map import HeatMap
    from memoreez_desktop.core.mesh import MeshModel
    from memoreez_desktop.core.profiles import PrinterProfile
    from memoreez_desktop.ui.viewport.colours import ViewColours
    from memoreez_desktop.ui.viewport.shading import ShadedMesh
    from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing

ViewName = Literal["home", "front", "side", "top", "fit", "back", "left", "bottom"]
VIEW_NAMES: tuple[ViewName, ...] = ("home", "front", "side", "top", "fit", "back", "left", "bottom")
Axis = Literal["x", "y", "z"]
AXES: tuple[Axis, ...] = ("x", "y", "z")

PickCallback: TypeAlias = "Callable[[int, NDArray], None]"
"""``picked(face, point_mm)``: an index into the faces of the mesh that is shown, and (3,) float64 on it."""
TurnCallback: TypeAlias = "Callable[[Axis, float], None]"
"""``turned(axis, degrees)``: by hand about a fixed axis, counter-clockwise seen from its positive end."""


@dataclass(frozen=True)
class Pin:
    """A numbered mark at a spot of the model, for a finding."""

    label: str
    position_mm: tuple[float, float, float]
    role: str = "warn"


@dataclass(frozen=True)
class SectionPlane:
    """Where a model is cut open to look into it; the model itself stays whole.

    Attributes
    ----------
    axis : str
        The plane stands square to it.
    at_ratio : float
        Where along the model's extent, 0-1, so that it stays in place when the size changes.
    flipped : bool
        Take away the other half. Usually the half towards the person goes: front, right or top.
    """

    axis: Axis = "y"
    at_ratio: float = 0.5
    flipped: bool = False


SectionCallback: TypeAlias = Callable[[SectionPlane], None]


class MeshView(Protocol):
    """A view of one model on the bed of one printer.

    Everything is in mm, z up, the middle of the bed at x = y = 0. Every call belongs to the window's
    thread and returns at once; what is slow happens on a worker.
    """

    def show_mesh(self, mesh: MeshModel | None, colour: str = "cream") -> None:
        """Show a model that stands on the bed in a filament colour; None takes it away."""
        ...

    def show_quick(self, mesh: MeshModel, colour: str = "cream") -> None:
        """Exchange the model while it is being changed: the camera, the section and the shadow stay.

        The mesh must be closed. Shade in its corners is taken over from the model before, as far as that
        has the same points; :meth:`show_mesh` works it out anew.
        """
        ...

    def show_bed(self, printer: PrinterProfile) -> None:
        """Lay the printer's bed under the model."""
        ...

    def show_toolpaths(self, drawing: ToolpathDrawing | None) -> None:
        """Show extruded lines in place of the model; None brings the model back."""
        ...

    def set_layer(self, layer: int) -> None:
        """Show toolpaths up to and including this layer (an index)."""
        ...

    def highlight_faces(self, faces: NDArray, *, fly: bool = True) -> None:
        """Colour some faces of the model and let the camera look at them; none takes the colour away."""
        ...

    def show_map(self, heat: HeatMap | None) -> None:
        """Colour every face of the model by a measure, with its legend; None brings the filament back."""
        ...

    def show_pins(self, pins: Sequence[Pin]) -> None:
        """Mark spots with numbers."""
        ...

    def view(self, name: ViewName) -> None:
        """Look from a standard side, or keep the side and fit the model into the picture."""
        ...

    def show_ruler(self, visible: bool) -> None:
        """Show width, depth and height as rulers with words."""
        ...

    def show_coin(self, visible: bool) -> None:
        """Lay a 2-euro coin beside the model."""
        ...

    def show_wireframe(self, visible: bool) -> None:
        """Draw the edges of all triangles on the model."""
        ...

    def show_section(self, section: SectionPlane | None, moved: SectionCallback | None = None) -> None:
        """Cut the picture of the model open; None closes it.

        Parameters
        ----------
        moved : callable, optional
            Told where the plane is while a person drags its handle in the view.
        """
        ...

    def pick_mode(
        self, picked: PickCallback | None, words: str = "", left: Callable[[], None] | None = None
    ) -> None:
        """Wait for one click on the model, which ends the mode; the camera can be moved meanwhile.

        Parameters
        ----------
        picked : callable or None
            Told the face and the point; None ends the mode without a word.
        words : str
            What to do, shown in the view ("Click the face that shall lie on the bed").
        left : callable, optional
            Told when the person leaves the mode with Escape.
        """
        ...

    def turn_mode(self, turned: TurnCallback | None, left: Callable[[], None] | None = None) -> None:
        """Show three rings round the model that turn it; None takes them away.

        While a ring is dragged only the picture turns; ``turned`` is told once, when it is let go. The mode
        stays until it is ended or left with Escape.
        """
        ...

    def set_colours(self, colours: ViewColours) -> None:
        """Draw in these colours from now on."""
        ...

    def screenshot(self) -> QImage:
        """Return what is seen."""
        ...

    def clear(self) -> None:
        """Take away model, toolpaths, pins and highlights; the bed stays."""
        ...


class Canvas(MeshView, Protocol):
    """A MeshView that gets its meshes shaded already, and holds something to be closed."""

    def show_shaded(self, shaded: ShadedMesh | None, mesh: MeshModel | None, colour: str) -> None:
        """Show a model whose normals were worked out on a worker."""
        ...

    def show_daylight(self, daylight: NDArray) -> None:
        """Darken what sees little of the sky; one value for each point of the shaded surface."""
        ...

    def works(self) -> bool:
        """Tell, after the first frame, whether anything can be drawn at all."""
        ...

    def finish(self) -> None:
        """Free what the graphics card holds, before the window goes."""
        ...

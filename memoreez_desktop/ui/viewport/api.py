"""What every view of a model is, whether OpenGL draws it, a picture, or nothing at all (tests)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from memoreez_desktop.core.heat_map import HeatMap
    from memoreez_desktop.core.mesh import MeshModel
    from memoreez_desktop.core.profiles import PrinterProfile
    from memoreez_desktop.ui.viewport.colours import ViewColours
    from memoreez_desktop.ui.viewport.shading import ShadedMesh
    from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing

ViewName = Literal["home", "front", "side", "top", "fit"]
VIEW_NAMES: tuple[ViewName, ...] = ("home", "front", "side", "top", "fit")


@dataclass(frozen=True)
class Pin:
    """A numbered mark at a spot of the model, for a finding."""

    label: str
    position_mm: tuple[float, float, float]
    role: str = "warn"


class MeshView(Protocol):
    """A view of one model on the bed of one printer.

    Everything is in mm, z up, the middle of the bed at x = y = 0. Every call belongs to the window's
    thread and returns at once; what is slow happens on a worker.
    """

    def show_mesh(self, mesh: MeshModel | None, colour: str = "cream") -> None:
        """Show a model that stands on the bed in a filament colour; None takes it away."""
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

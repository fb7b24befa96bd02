"""A view that draws nothing and remembers everything, for tests of presenters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport.api import (
    Axis,
    PickCallback,
    Pin,
    SectionCallback,
    SectionPlane,
    TurnCallback,
    ViewName,
)
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing


class FakeMeshView:
    """A :class:`~memoreez_desktop.ui.viewport.api.MeshView` whose attributes are what would be seen."""

    def __init__(self) -> None:
        self.mesh: MeshModel | None = None
        self.colour = ""
        self.printer: PrinterProfile | None = None
        self.drawing: ToolpathDrawing | None = None
        self.layer: int | None = None
        self.faces: NDArray = np.empty(0, np.int64)
        self.pins: tuple[Pin, ...] = ()
        self.heat: HeatMap | None = None
        self.views: list[ViewName] = []
        self.ruler = self.coin = False
        self.wireframe = False
        self.section: SectionPlane | None = None
        self.quick_meshes: list[MeshModel] = []
        self.picked: PickCallback | None = None
        self.turned: TurnCallback | None = None
        self.pick_words = ""
        self._left: Callable[[], None] | None = None
        self._section_moved: SectionCallback | None = None
        self.colours: ViewColours | None = None

    def show_mesh(self, mesh: MeshModel | None, colour: str = "cream") -> None:
        self.mesh, self.colour, self.faces = mesh, colour, np.empty(0, np.int64)
        self.heat = None

    def show_quick(self, mesh: MeshModel, colour: str = "cream") -> None:
        self.show_mesh(mesh, colour)
        self.quick_meshes.append(mesh)

    def show_bed(self, printer: PrinterProfile) -> None:
        self.printer = printer

    def show_toolpaths(self, drawing: ToolpathDrawing | None) -> None:
        self.drawing = drawing

    def set_layer(self, layer: int) -> None:
        self.layer = layer

    def highlight_faces(self, faces: NDArray, *, fly: bool = True) -> None:
        self.faces = np.asarray(faces)

    def show_map(self, heat: HeatMap | None) -> None:
        self.heat = heat

    def show_pins(self, pins: Sequence[Pin]) -> None:
        self.pins = tuple(pins)

    def view(self, name: ViewName) -> None:
        self.views.append(name)

    def show_ruler(self, visible: bool) -> None:
        self.ruler = visible

    def show_coin(self, visible: bool) -> None:
        self.coin = visible

    def show_wireframe(self, visible: bool) -> None:
        self.wireframe = visible

    def show_section(self, section: SectionPlane | None, moved: SectionCallback | None = None) -> None:
        self.section, self._section_moved = section, moved

    def pick_mode(
        self, picked: PickCallback | None, words: str = "", left: Callable[[], None] | None = None
    ) -> None:
        self.picked, self.pick_words, self._left = picked, words, left

    def turn_mode(self, turned: TurnCallback | None, left: Callable[[], None] | None = None) -> None:
        self.turned, self._left = turned, left

    def click(self, face: int, point_mm: Sequence[float]) -> None:
        """Do what a person does who clicks on the model in pick mode."""
        picked, self.picked = self.picked, None
        if picked is not None:
            picked(face, np.asarray(point_mm, dtype=np.float64))

    def drag_ring(self, axis: Axis, degrees: float) -> None:
        """Do what a person does who drags a ring."""
        if self.turned is not None:
            self.turned(axis, degrees)

    def drag_section(self, section: SectionPlane) -> None:
        """Do what a person does who drags the handle of the section plane."""
        self.section = section
        if self._section_moved is not None:
            self._section_moved(section)

    def press_escape(self) -> None:
        """Leave pick or turn mode."""
        left, self.picked, self.turned, self._left = self._left, None, None, None
        if left is not None:
            left()

    def set_colours(self, colours: ViewColours) -> None:
        self.colours = colours

    def screenshot(self) -> QImage:
        return QImage(1, 1, QImage.Format.Format_RGB32)

    def clear(self) -> None:
        self.mesh, self.drawing, self.pins = None, None, ()

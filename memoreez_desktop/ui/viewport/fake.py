"""A view that draws nothing and remembers everything, for tests of presenters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport.api import Pin, ViewName
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
        self.colours: ViewColours | None = None

    def show_mesh(self, mesh: MeshModel | None, colour: str = "cream") -> None:
        self.mesh, self.colour, self.faces = mesh, colour, np.empty(0, np.int64)
        self.heat = None

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

    def set_colours(self, colours: ViewColours) -> None:
        self.colours = colours

    def screenshot(self) -> QImage:
        return QImage(1, 1, QImage.Format.Format_RGB32)

    def clear(self) -> None:
        self.mesh, self.drawing, self.pins = None, None, ()

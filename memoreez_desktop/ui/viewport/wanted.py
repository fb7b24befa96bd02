"""What is to be seen, whichever view there is: told to a view that comes late or takes another's place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport.api import (
    Canvas,
    PickCallback,
    Pin,
    SectionCallback,
    SectionPlane,
    TurnCallback,
    ViewName,
)
from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing

Left = Callable[[], None]


@dataclass
class Wanted:
    """Everything a view was told and has not been told otherwise since."""

    mesh: MeshModel | None = None
    colour: str = "cream"
    printer: PrinterProfile | None = None
    drawing: ToolpathDrawing | None = None
    layer: int | None = None
    faces: NDArray = field(default_factory=lambda: np.empty(0, np.int64))
    heat: HeatMap | None = None
    pins: tuple[Pin, ...] = ()
    name: ViewName | None = "home"
    ruler: bool = False
    coin: bool = False
    wireframe: bool = False
    section: tuple[SectionPlane, SectionCallback | None] | None = None
    pick: tuple[PickCallback, str, Left | None] | None = None
    turn: tuple[TurnCallback, Left | None] | None = None

    def take_model(self, mesh: MeshModel | None, colour: str) -> None:
        """Want another model: what was marked on the one before is gone."""
        self.mesh, self.colour = mesh, colour
        self.faces, self.heat = np.empty(0, np.int64), None

    def wait_for_pick(self, picked: PickCallback | None, words: str, left: Left | None) -> None:
        """Want a place of the model, until there is one or the person gives it up."""

        def done(face: int, point_mm: NDArray) -> None:
            self.pick = None
            if picked is not None:
                picked(face, point_mm)

        self.pick = None if picked is None else (done, words, self._leaving(left))

    def wait_for_turn(self, turned: TurnCallback | None, left: Left | None) -> None:
        """Want the rings, until the person gives them up."""
        self.turn = None if turned is None else (turned, self._leaving(left))

    def furnish(self, canvas: Canvas) -> None:
        """Tell a view all but the model and what is on it."""
        if self.printer is not None:
            canvas.show_bed(self.printer)
        canvas.show_ruler(self.ruler)
        canvas.show_coin(self.coin)
        canvas.show_pins(self.pins)
        canvas.show_wireframe(self.wireframe)
        if self.section is not None:
            canvas.show_section(*self.section)
        if self.pick is not None:
            canvas.pick_mode(*self.pick)
        if self.turn is not None:
            canvas.turn_mode(*self.turn)
        if self.drawing is not None:
            canvas.show_toolpaths(self.drawing)
            if self.layer is not None:
                canvas.set_layer(self.layer)

    def _leaving(self, left: Left | None) -> Left:
        def given_up() -> None:
            self.pick = self.turn = None
            if left is not None:
                left()

        return given_up

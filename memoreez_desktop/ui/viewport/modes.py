"""How the model is looked into and pointed at: section plane, picking a place, turning it by hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui.viewport.api import (
    AXES,
    Axis,
    PickCallback,
    SectionCallback,
    SectionPlane,
    TurnCallback,
)
from memoreez_desktop.ui.viewport.canvas import TurntableCanvas
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.hands import Tool, paint_banner
from memoreez_desktop.ui.viewport.model_actors import ModelActors
from memoreez_desktop.ui.viewport.pick_tool import PickTool
from memoreez_desktop.ui.viewport.scene import Scene
from memoreez_desktop.ui.viewport.section import kept_half, place_mm, section_lines
from memoreez_desktop.ui.viewport.section_tool import SectionTool
from memoreez_desktop.ui.viewport.turn_tool import TurnTool
from memoreez_desktop.ui.words import tr

# Above this the line of the cut is drawn when the plane has come to rest.
_LIVE_TRIANGLES = 400_000
_TURN_BACK_MS = 4000


class Modes:
    """The tools of one view and what they need of it.

    Parameters
    ----------
    canvas, model, scene
        What they work on.
    """

    def __init__(
        self, canvas: TurntableCanvas, model: ModelActors, scene: Scene, colours: ViewColours
    ) -> None:
        self._canvas, self._model, self._scene = canvas, model, scene
        self._colours, self._filament = colours, "cream"
        self._mesh: MeshModel | None = None
        self._turned = False
        self._section: SectionTool | None = None
        self._pick: PickTool | None = None
        self._turn: TurnTool | None = None
        # A turn that could not be made leaves the model as it is: the picture goes back to it.
        self._turn_back = QTimer(canvas, singleShot=True, interval=_TURN_BACK_MS)
        self._turn_back.timeout.connect(lambda: self._show_turned(None))
        canvas.turning.connect(self._draw_line)

    def dress(self, colours: ViewColours, filament: str) -> None:
        """Draw in these colours from now on."""
        self._colours, self._filament = colours, filament

    def follow(self, mesh: MeshModel | None) -> None:
        """Go on with another model: the section stays at its share of it."""
        self._mesh, self._turned = mesh, False
        self._turn_back.stop()
        self._cut()

    def section(self, section: SectionPlane | None, moved: SectionCallback | None) -> None:
        """Cut the model open, or close it."""

        def drag(wanted: SectionPlane) -> None:
            self._canvas.stir()
            self._cut(moving=True)
            if moved is not None:
                moved(wanted)

        moving = self._section is not None and section is not None
        if self._section is not None and section == self._section.section:
            return
        if moving:
            self._canvas.stir()
        self._section = None if section is None else SectionTool(self._canvas, section, self._bounds, drag)
        self._cut(moving=moving)
        self._arm()

    def pick(self, picked: PickCallback | None, words: str, left: Callable[[], None] | None) -> None:
        """Wait for one click on the model, or wait no longer."""

        def done(face: int, point_mm: NDArray) -> None:
            self.pick(None, "", None)
            if picked is not None:
                picked(face, point_mm)

        def given_up() -> None:
            self.pick(None, "", None)
            if left is not None:
                left()

        self._pick = None
        if picked is not None:
            words = words or tr("Click a place on the model.")
            self._pick = PickTool(self._canvas, self._shown, words, done, given_up)
        self._arm()

    def turn(self, turned: TurnCallback | None, left: Callable[[], None] | None) -> None:
        """Show the rings, or take them away."""

        def given_up() -> None:
            self.turn(None, None)
            if left is not None:
                left()

        def told(axis: Axis, degrees: float) -> None:
            self._turn_back.start()
            turned_by_hand(axis, degrees)

        self._turn = None
        if turned is not None:
            turned_by_hand = turned
            words = tr("Drag a ring to turn the model; Shift turns it by single degrees.")
            self._turn = TurnTool(self._canvas, self._bounds, self._show_turned, told, given_up, words)
        else:
            self._show_turned(None)
        self._arm()

    def paint(self, painter: QPainter) -> None:
        """Draw the tools over the picture, and what is waited for."""
        tools = self._tools
        for tool in reversed(tools):
            tool.paint(painter, self._colours)
        hint = next((tool.hint for tool in tools if tool.hint), "")
        if hint:
            paint_banner(painter, hint, self._colours)

    def _show_turned(self, matrix: NDArray | None) -> None:
        self._turn_back.stop()
        self._turned = matrix is not None
        self._model.turn(matrix)
        self._canvas.stir()
        self._canvas.update()

    @property
    def is_turned(self) -> bool:
        """Whether the picture of the model is turned, and its marks are not where it shows them."""
        return self._turned

    @property
    def _tools(self) -> tuple[Tool, ...]:
        return tuple(tool for tool in (self._pick, self._turn, self._section) if tool is not None)

    def _arm(self) -> None:
        self._canvas.use_tools(self._tools)

    def _bounds(self) -> NDArray[np.float64] | None:
        return None if self._mesh is None else self._mesh.bounds_mm

    def _shown(self) -> tuple[MeshModel | None, tuple[NDArray, NDArray] | None]:
        return self._mesh, self._kept()

    def _kept(self) -> tuple[NDArray, NDArray] | None:
        if self._section is None or self._mesh is None:
            return None
        return kept_half(self._section.section, self._mesh.bounds_mm)

    def _cut(self, *, moving: bool = False) -> None:
        self._model.cut(self._kept(), ViewColours.inside(self._filament))
        upright = self._section is not None and self._section.section.axis != "z"
        self._scene.cut_shadow(self._kept() if upright else None)
        self._draw_line(moving)
        self._canvas.update()

    def _draw_line(self, moving: bool) -> None:
        """Draw where the plane cuts; of a large model only when nothing moves."""
        mesh, tool = self._mesh, self._section
        if mesh is None or tool is None:
            self._scene.draw_section(None, self._colours)
        elif not moving or mesh.triangles <= _LIVE_TRIANGLES:
            at_mm = place_mm(tool.section, mesh.bounds_mm)
            lines = section_lines(mesh, AXES.index(tool.section.axis), at_mm)
            self._scene.draw_section(lines, self._colours)
        else:
            self._scene.draw_section(None, self._colours)

"""Pointing at a place of the model: a ring lies on the surface under the mouse, one click takes it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui.viewport.api import PickCallback
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.hands import Stage, Tool
from memoreez_desktop.ui.viewport.picking import Hit, first_hit

_RING_PX, _STEM_PX, _STEPS = 15.0, 26.0, 40
# Looking under the mouse takes longer than a frame above this; a click still finds its face.
_HOVER_TRIANGLES = 1_000_000
Shown = Callable[[], tuple[MeshModel | None, tuple[NDArray, NDArray] | None]]


class PickTool(Tool):
    """Waits for one click on the model.

    Parameters
    ----------
    shown : callable
        Returns the mesh and the half of it that a section plane keeps.
    picked : callable
        Told the face and the point.
    left : callable
        Told when the person gives it up.
    """

    def __init__(
        self, stage: Stage, shown: Shown, words: str, picked: PickCallback, left: Callable[[], None]
    ) -> None:
        self._stage, self._shown, self._picked, self._left = stage, shown, picked, left
        self.hint = words
        self._hit: Hit | None = None

    def hover(self, at: QPointF) -> bool:
        mesh = self._shown()[0]
        small = mesh is not None and mesh.triangles <= _HOVER_TRIANGLES
        self._hit = self._cast(at) if small else None
        self._stage.touch_up()
        return self._hit is not None

    def click(self, at: QPointF) -> None:
        hit = self._cast(at)
        if hit is not None:
            self._picked(hit.face, hit.point_mm)

    def escape(self) -> bool:
        self._left()
        return True

    def paint(self, painter: QPainter, colours: ViewColours) -> None:
        if self._hit is None:
            return
        per_px = 1.0 / max(1e-6, self._stage.px_per_mm)
        out = self._hit.normal
        right = np.cross(out, np.eye(3)[int(np.argmin(np.abs(out)))])
        right /= np.linalg.norm(right)
        up = np.cross(out, right)
        turn = np.linspace(0, 2 * np.pi, _STEPS, endpoint=False)
        ring = self._hit.point_mm + _RING_PX * per_px * (
            np.cos(turn)[:, None] * right + np.sin(turn)[:, None] * up
        )
        fill = QBrush(colours.accent)
        soft = fill.color()
        soft.setAlpha(70)
        painter.setPen(QPen(colours.accent, 2))
        painter.setBrush(soft)
        painter.drawPolygon(QPolygonF([self._stage.to_screen(point) for point in ring]))
        middle = self._stage.to_screen(self._hit.point_mm)
        painter.drawLine(middle, self._stage.to_screen(self._hit.point_mm + out * _STEM_PX * per_px))
        painter.setBrush(fill)
        painter.drawEllipse(middle, 3.0, 3.0)

    def _cast(self, at: QPointF) -> Hit | None:
        mesh, kept = self._shown()
        return None if mesh is None else first_hit(mesh, *self._stage.ray(at), kept)

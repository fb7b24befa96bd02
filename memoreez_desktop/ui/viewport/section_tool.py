"""The handle of the section plane: dragged along its axis in the view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from memoreez_desktop.ui.viewport.api import AXES, SectionPlane
from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.hands import Stage, Tool
from memoreez_desktop.ui.viewport.overlay import paint_boxed
from memoreez_desktop.ui.viewport.section import place_mm
from memoreez_desktop.ui.words import number

_GRIP_PX, _REACH_PX = 13.0, 20.0
_MARGIN_MM = 4.0
# Seen along its axis, a plane would fly away under the smallest movement.
_LEAST_SLOPE_RATIO = 0.3


class SectionTool(Tool):
    """The frame of the plane with a grip on it.

    Parameters
    ----------
    bounds : callable
        The model's box (2, 3) in mm, or None.
    moved : callable
        Told where the plane is now.
    """

    def __init__(
        self,
        stage: Stage,
        section: SectionPlane,
        bounds: Callable[[], NDArray | None],
        moved: Callable[[SectionPlane], None],
    ) -> None:
        self._stage, self._bounds, self._moved = stage, bounds, moved
        self.section = section
        self._held: tuple[QPointF, float] | None = None
        self._near = False

    def press(self, at: QPointF) -> bool:
        grip = self._grip()
        if grip is None or QLineF(at, self._stage.to_screen(grip)).length() > _REACH_PX:
            return False
        self._held = (at, self.section.at_ratio)
        return True

    def drag(self, at: QPointF, *, free: bool) -> None:
        bounds, grip = self._bounds(), self._grip()
        if self._held is None or bounds is None or grip is None:
            return
        axis = AXES.index(self.section.axis)
        along = self._stage.to_screen(grip + np.eye(3)[axis]) - self._stage.to_screen(grip)
        slope = max(QPointF.dotProduct(along, along), (_LEAST_SLOPE_RATIO * self._stage.px_per_mm) ** 2, 1e-9)
        start, ratio = self._held
        moved_mm = QPointF.dotProduct(at - start, along) / slope
        length = max(1e-6, float(bounds[1][axis] - bounds[0][axis]))
        self.section = replace(self.section, at_ratio=min(1.0, max(0.0, ratio + moved_mm / length)))
        self._moved(self.section)

    def release(self) -> None:
        self._held = None

    def hover(self, at: QPointF) -> bool:
        grip = self._grip()
        near = grip is not None and QLineF(at, self._stage.to_screen(grip)).length() <= _REACH_PX
        if near != self._near:
            self._near = near
            self._stage.touch_up()
        return near

    def paint(self, painter: QPainter, colours: ViewColours) -> None:
        grip, frame = self._grip(), self._frame()
        if grip is None or frame is None:
            return
        edge = QPen(colours.accent, 1.5)
        edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([self._stage.to_screen(corner) for corner in frame]))
        at = self._stage.to_screen(grip)
        axis = np.eye(3)[AXES.index(self.section.axis)]
        line = QLineF(at, self._stage.to_screen(grip + axis))
        line.setLength(_GRIP_PX + 13.0)
        painter.setPen(QPen(colours.accent, 2))
        painter.setBrush(QBrush(colours.accent))
        for end in (line.p2(), 2 * at - line.p2()):
            painter.drawLine(at, end)
            painter.drawPolygon(_arrow_head(at, end))
        painter.setPen(QPen(colours.text, 2.0 if self._near or self._held else 1.0))
        painter.drawEllipse(at, _GRIP_PX, _GRIP_PX)
        painter.setPen(colours.panel)
        painter.drawText(
            int(at.x() - _GRIP_PX),
            int(at.y() - _GRIP_PX),
            int(2 * _GRIP_PX),
            int(2 * _GRIP_PX),
            int(Qt.AlignmentFlag.AlignCenter),
            self.section.axis.upper(),
        )
        bounds = self._bounds()
        if bounds is not None:
            axis_at = AXES.index(self.section.axis)
            words = number(f"{place_mm(self.section, bounds) - float(bounds[0][axis_at]):.1f} mm")
            paint_boxed(painter, at + QPointF(_GRIP_PX + 58.0, -_GRIP_PX - 9.0), words, colours)

    def _frame(self) -> NDArray[np.float64] | None:
        """Return the four corners of the plane's frame, or None."""
        bounds = self._bounds()
        if bounds is None:
            return None
        axis = AXES.index(self.section.axis)
        low, high = bounds[0] - _MARGIN_MM, bounds[1] + _MARGIN_MM
        low[2] = max(low[2], 0.0) if axis != 2 else low[2]
        one, other = (k for k in range(3) if k != axis)
        corners = np.empty((4, 3))
        corners[:, axis] = place_mm(self.section, bounds)
        corners[:, one] = [low[one], high[one], high[one], low[one]]
        corners[:, other] = [low[other], low[other], high[other], high[other]]
        return corners

    def _grip(self) -> NDArray[np.float64] | None:
        """Return where the grip sits: on top of an upright frame, at the near corner of a flat one."""
        frame = self._frame()
        if frame is None:
            return None
        if self.section.axis != "z":
            return frame[2:].mean(axis=0)
        eye = np.array(self._stage.turntable.eye_mm)
        return frame[int(np.argmin(np.linalg.norm(frame - eye, axis=1)))]


def _arrow_head(start: QPointF, tip: QPointF) -> QPolygonF:
    away = QLineF(start, tip)
    away.setLength(1.0)
    ahead, aside = away.p2() - away.p1(), away.normalVector().p2() - away.p1()
    return QPolygonF([tip + ahead * 7.0, tip + aside * 5.0, tip - aside * 5.0])

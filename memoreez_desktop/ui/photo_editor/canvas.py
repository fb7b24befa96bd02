"""The photo, large, and what the pointer does to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from memoreez_desktop.core.photo_edit import WHOLE, Box, Stroke
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.photo_editor.canvas_paint import (
    paint_box,
    paint_brush,
    paint_crop,
    paint_outline,
    paint_stroke,
)
from memoreez_desktop.ui.photo_editor.tools import SUBJECT_TOOLS, BoxTool, BrushTool, CropTool, Tool, ToolName
from memoreez_desktop.ui.widgets.painting import Painted, rounded, stage_ground
from memoreez_desktop.ui.words import tr

_MARGIN_PX, _REACH_PX = 32, 14


class PhotoCanvas(Painted):
    """Shows a picture as large as it fits; the tool decides what is drawn over it and what a drag does.

    Signals
    -------
    crop_changed(Box), box_changed(Box or None), stroke_drawn(Stroke)
        The person let go, or pressed a key.
    """

    crop_changed = Signal(object)
    box_changed = Signal(object)
    stroke_drawn = Signal(object)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.image = QImage()
        self.crop: Box = WHOLE
        self.box: Box | None = None
        self.aspect = 0.0
        self.brush_ratio = 0.03
        self.pen: tuple[float, float] | None = None
        self._bare = False
        self._shade = QImage()
        self._rings: Sequence[QPolygonF] = ()
        self._pending: list[Stroke] = []
        self._tools: dict[ToolName, Tool] = {
            "look": Tool(self),
            "crop": CropTool(self),
            "box": BoxTool(self),
            "keep": BrushTool(self, True),
            "remove": BrushTool(self, False),
        }
        self.tool: ToolName = "look"
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Photo"))
        self.set_tool("look")

    def set_tool(self, tool: ToolName) -> None:
        """Take another tool."""
        self.tool = tool
        self.pen = None
        self.setAccessibleDescription(self._tools[tool].words)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self.image = image
        self.update()

    def show_subject(self, shade: QImage, rings: Sequence[QPolygonF]) -> None:
        """Show the subject of the picture; what was brushed is in it."""
        self._shade, self._rings, self._pending = shade, rings, []
        self.update()

    def show_bare(self, bare: bool) -> None:
        """Draw nothing over the picture while this is so."""
        self._bare = bare
        self.update()

    def show_crop(self, crop: Box) -> None:
        """Show another crop without telling anybody."""
        self.crop = crop
        self.update()

    def show_box(self, box: Box | None) -> None:
        """Show another box without telling anybody."""
        self.box = box
        self.update()

    def show_pen(self, pen: tuple[float, float] | None) -> None:
        """Move the brush without painting."""
        self.pen = pen
        self.update()

    def draw_pending(self, stroke: Stroke) -> None:
        """Keep a stroke in sight until the subject with it is there."""
        self._pending.append(stroke)
        self.update()

    def picture_rect(self) -> QRectF:
        """Return where the picture is."""
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        if self.image.isNull():
            return room
        size = QSizeF(self.image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        found = QRectF(QPointF(), size)
        found.moveCenter(room.center())
        return found

    def reach(self) -> tuple[float, float]:
        """Return how near a handle is near enough, in ratios of the picture."""
        rect = self.picture_rect()
        return _REACH_PX / max(rect.width(), 1.0), _REACH_PX / max(rect.height(), 1.0)

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 240)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton and not self.image.isNull() and not self._bare:
            self._tools[self.tool].press(*self._ratio(event.position()))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._ratio(event.position())
        tool = self._tools[self.tool]
        if event.buttons() & Qt.MouseButton.LeftButton:
            tool.move(*at)
        over = self.picture_rect().contains(event.position())
        self.pen = at if isinstance(tool, BrushTool) and over else None
        shape = tool.cursor(*at) if over or not isinstance(tool, BrushTool) else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.ArrowCursor if self.image.isNull() else shape)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._tools[self.tool].release()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.image.isNull() or not self._tools[self.tool].key(event.key(), shift):
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.show_pen(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), stage_ground(self.theme_book, QRectF(self.rect())))
        if not self.image.isNull():
            rect = self.picture_rect()
            painter.drawImage(rect, self.image)
            if not self._bare:
                self._paint_over(painter, rect)
        if self.hasFocus():
            rounded(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), 8, None, self.color("accent"), 2.0)

    def _paint_over(self, painter: QPainter, rect: QRectF) -> None:
        if self.tool == "crop":
            paint_crop(painter, rect, self.crop)
        if self.tool not in SUBJECT_TOOLS:
            return
        if not self._shade.isNull():
            painter.drawImage(rect, self._shade)
            paint_outline(painter, rect, self._rings)
        tool = self._tools[self.tool]
        drawn = list(self._pending)
        if isinstance(tool, BrushTool) and tool.points:
            drawn.append(Stroke(tool.keep, self.brush_ratio, tuple(tool.points)))
        painter.setClipRect(rect)
        for stroke in drawn:
            paint_stroke(painter, rect, stroke)
        painter.setClipping(False)
        if self.tool == "box" and self.box is not None:
            paint_box(painter, rect, self.box)
        if isinstance(tool, BrushTool) and self.pen is not None:
            at = QPointF(rect.x() + self.pen[0] * rect.width(), rect.y() + self.pen[1] * rect.height())
            radius = self.brush_ratio * max(rect.width(), rect.height())
            paint_brush(painter, at, radius, tool.keep)

    def _ratio(self, at: QPointF) -> tuple[float, float]:
        rect = self.picture_rect()
        return (at.x() - rect.x()) / max(rect.width(), 1.0), (at.y() - rect.y()) / max(rect.height(), 1.0)

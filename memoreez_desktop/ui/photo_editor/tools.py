"""What the pointer and the arrow keys do on the photo: crop it, box the subject, brush over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt

from memoreez_desktop.core.photo_edit import WHOLE, Box, Stroke
from memoreez_desktop.ui.photo_editor.crop_box import Handle, grip, moved, pulled, spanned
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.ui.photo_editor.canvas import PhotoCanvas

ToolName = Literal["look", "crop", "box", "keep", "remove"]
SUBJECT_TOOLS: tuple[ToolName, ...] = ("box", "keep", "remove")
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEP, _FIRST_BOX = 0.01, (0.15, 0.15, 0.85, 0.85)
_LEAST_BOX = 0.02
_CURSORS: dict[Handle, Qt.CursorShape] = {
    "nw": Qt.CursorShape.SizeFDiagCursor,
    "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor,
    "sw": Qt.CursorShape.SizeBDiagCursor,
    "n": Qt.CursorShape.SizeVerCursor,
    "s": Qt.CursorShape.SizeVerCursor,
    "e": Qt.CursorShape.SizeHorCursor,
    "w": Qt.CursorShape.SizeHorCursor,
    "inside": Qt.CursorShape.SizeAllCursor,
}


class Tool:
    """Looks only. Points are ratios of the picture that is shown."""

    def __init__(self, canvas: PhotoCanvas) -> None:
        self.canvas = canvas

    @property
    def words(self) -> str:
        """What a screen reader says of it."""
        return tr("The photo as it will be used.")

    def cursor(self, x: float, y: float) -> Qt.CursorShape:
        """Return the pointer's shape at a point."""
        return Qt.CursorShape.ArrowCursor

    def press(self, x: float, y: float) -> None:
        """Begin."""

    def move(self, x: float, y: float) -> None:
        """Go on while the button is down."""

    def release(self) -> None:
        """End."""

    def key(self, key: int, shift: bool) -> bool:
        """Do by keyboard; False when the key means nothing."""
        return False


class _BoxDrag(Tool):
    """Gripping a box: shared by the crop and by the box about the subject."""

    def __init__(self, canvas: PhotoCanvas) -> None:
        super().__init__(canvas)
        self._grip: Handle | None = None
        self._from: tuple[float, float] = (0.0, 0.0)
        self._before: Box = WHOLE

    def _box(self) -> Box | None:
        raise NotImplementedError

    def _show(self, box: Box) -> None:
        raise NotImplementedError

    def _keep(self) -> None:
        raise NotImplementedError

    def _aspect(self) -> float:
        return 0.0

    def cursor(self, x: float, y: float) -> Qt.CursorShape:
        box = self._box()
        found = grip(box, x, y, *self.canvas.reach()) if box is not None else None
        return _CURSORS[found] if found else Qt.CursorShape.CrossCursor

    def press(self, x: float, y: float) -> None:
        box = self._box()
        self._grip = grip(box, x, y, *self.canvas.reach()) if box is not None else None
        self._from, self._before = (x, y), box or WHOLE

    def move(self, x: float, y: float) -> None:
        if self._grip == "inside":
            self._show(moved(self._before, x - self._from[0], y - self._from[1]))
        elif self._grip is not None:
            self._show(pulled(self._before, self._grip, x, y, self._aspect()))

    def release(self) -> None:
        if self._grip is not None:
            self._grip = None
            self._keep()

    def key(self, key: int, shift: bool) -> bool:
        box = self._box()
        if key not in _ARROWS or box is None:
            return False
        dx, dy = (_STEP * way for way in _ARROWS[Qt.Key(key)])
        if shift:
            self._show(
                pulled(
                    box,
                    "se" if self._aspect() else "e" if dx else "s",
                    box[2] + dx,
                    box[3] + dy,
                    self._aspect(),
                )
            )
        else:
            self._show(moved(box, dx, dy))
        self._keep()
        return True


class CropTool(_BoxDrag):
    """Pull the edges of what is kept."""

    @property
    def words(self) -> str:
        return tr("Crop: the arrow keys move it, with Shift they make it larger or smaller.")

    def _box(self) -> Box:
        return self.canvas.crop

    def _show(self, box: Box) -> None:
        self.canvas.show_crop(box)

    def _keep(self) -> None:
        self.canvas.crop_changed.emit(self.canvas.crop)

    def _aspect(self) -> float:
        size = self.canvas.image.size()
        return self.canvas.aspect * size.height() / max(size.width(), 1)


class BoxTool(_BoxDrag):
    """Draw a box about the subject, or pull the one there is."""

    @property
    def words(self) -> str:
        return tr("Box: Space draws one, the arrow keys move it, Delete takes it away.")

    def press(self, x: float, y: float) -> None:
        super().press(x, y)
        self._new = self._grip is None

    def move(self, x: float, y: float) -> None:
        if self._new:
            self._show(spanned(*self._from, x, y))
        else:
            super().move(x, y)

    def release(self) -> None:
        box = self._box()
        drawn = self._new and box is not None and box != self._before
        self._new = False
        if drawn and box is not None and min(box[2] - box[0], box[3] - box[1]) >= _LEAST_BOX:
            self._keep()
        elif drawn:
            self.canvas.show_box(None)
            self._keep()
        else:
            super().release()

    def key(self, key: int, shift: bool) -> bool:
        if key == Qt.Key.Key_Space and self._box() is None:
            self._show(_FIRST_BOX)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._box() is not None:
            self.canvas.show_box(None)
        else:
            return super().key(key, shift)
        self._keep()
        return True

    _new = False

    def _box(self) -> Box | None:
        return self.canvas.box

    def _show(self, box: Box) -> None:
        self.canvas.show_box(box)

    def _keep(self) -> None:
        self.canvas.box_changed.emit(self.canvas.box)


class BrushTool(Tool):
    """Brush over what belongs to the subject, or over what does not."""

    def __init__(self, canvas: PhotoCanvas, keep: bool) -> None:
        super().__init__(canvas)
        self.keep = keep
        self.points: list[tuple[float, float]] = []

    @property
    def words(self) -> str:
        if self.keep:
            return tr("Keep brush: the arrow keys move it, Space paints.")
        return tr("Remove brush: the arrow keys move it, Space paints.")

    def cursor(self, x: float, y: float) -> Qt.CursorShape:
        return Qt.CursorShape.BlankCursor

    def press(self, x: float, y: float) -> None:
        self.points = [(x, y)]

    def move(self, x: float, y: float) -> None:
        if self.points:
            self.points.append((x, y))

    def release(self) -> None:
        if self.points:
            stroke = Stroke(self.keep, self.canvas.brush_ratio, tuple(self.points))
            self.points = []
            self.canvas.draw_pending(stroke)
            self.canvas.stroke_drawn.emit(stroke)

    def key(self, key: int, shift: bool) -> bool:
        x, y = self.canvas.pen or (0.5, 0.5)
        if key == Qt.Key.Key_Space:
            self.press(x, y)
            self.release()
        elif key in _ARROWS:
            step = _STEP / 2 if shift else 2 * _STEP
            dx, dy = (step * way for way in _ARROWS[Qt.Key(key)])
            self.canvas.show_pen((min(max(x + dx, 0.0), 1.0), min(max(y + dy, 0.0), 1.0)))
        else:
            return False
        return True

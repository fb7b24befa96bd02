"""A large button with a picture: one way to begin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import one_line, rounded, stage_ground

_PICTURE = 188
_WORDS = 108


class WayCard(PaintedButton):
    """Picture or icons on a stage, title and a line under it.

    Parameters
    ----------
    icon_book : IconBook
    title, text : str
    icons : tuple of str
        Painted side by side where there is no photo.
    photo : QPixmap, optional
        Fills the picture.
    """

    radius = 12

    def __init__(
        self,
        icon_book: IconBook,
        title: str,
        text: str,
        icons: tuple[str, ...] = (),
        photo: QPixmap | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, title, parent=parent)
        self._words, self._icons, self._photo = text, icons, photo
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(288, _PICTURE + _WORDS)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, _PICTURE + _WORDS)

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        ground = "raised_pressed" if self.isDown() else "raised" if self.underMouse() else "panel"
        return (
            self._color(ground),
            self._color("control" if self.underMouse() else "line"),
            self._color("text"),
        )

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        box = QRectF(rect.x() + 1, rect.y() + 1, rect.width() - 2, _PICTURE)
        shape = QPainterPath()
        shape.addRoundedRect(rect.adjusted(1, 1, -1, -1), 11, 11)
        below = QPainterPath()
        below.addRect(box)
        painter.save()
        painter.setClipPath(shape & below)
        if self._photo is None or self._photo.isNull():
            painter.fillRect(box, stage_ground(self.theme_book, box))
            self._paint_icons(painter, box)
        else:
            self._paint_photo(painter, box, self._photo)
        painter.restore()
        if self.hasFocus():
            rounded(painter, rect, 12, None, self._color("accent"), 2.0)
        x, width = rect.x() + 20, rect.width() - 40
        one_line(painter, QRectF(x, box.bottom() + 16, width, 24), self.text(), words, font("section"))
        painter.setFont(font("small"))
        painter.setPen(self._color("muted"))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRectF(x, box.bottom() + 42, width, 56), flags, self._words)

    def _paint_photo(self, painter: QPainter, box: QRectF, photo: QPixmap) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        factor = max(box.width() / photo.width(), box.height() / photo.height())
        part = QRectF(0, 0, box.width() / factor, box.height() / factor)
        # A face stands in the upper half of a photo.
        part.moveCenter(
            QPointF(photo.width() / 2, min(photo.height() * 0.36, photo.height() - part.height() / 2))
        )
        part.moveTop(max(0.0, part.top()))
        painter.drawPixmap(box, photo, part)

    def _paint_icons(self, painter: QPainter, box: QRectF) -> None:
        side, gap = (72.0, 20.0) if len(self._icons) < 3 else (52.0, 22.0)
        x = box.center().x() - (side * len(self._icons) + gap * (len(self._icons) - 1)) / 2
        for icon in self._icons:
            self.icon_book.paint(painter, QRectF(x, box.center().y() - side / 2, side, side), icon, "violet")
            x += side + gap

"""A small picture with round corners."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.painting import Painted

_THUMB = QSize(96, 72)


class Thumbnail(Painted):
    """A small picture with round corners; its ground while there is none."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.image = QImage()
        self.setFixedSize(_THUMB)

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        painter.fillPath(shape, self.color("raised"))
        if self.image.isNull():
            self.icon_book.paint(painter, box.adjusted(0, 22, 0, -22), "mdi6.image-outline", "muted")
            return
        painter.setClipPath(shape)
        size = self.image.size().scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        whole = QRectF(0, 0, size.width(), size.height())
        whole.moveCenter(box.center())
        painter.drawImage(whole, self.image)

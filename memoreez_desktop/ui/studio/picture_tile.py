"""Small tiles in columns: a drawing over a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import fitted, one_line, rounded
from memoreez_desktop.ui.widgets.tiles import OneOf

Draw = Callable[[QPainter, QRectF, QColor], None]


@dataclass(frozen=True)
class Picture:
    """One tile: its id, its word, what it does in a sentence, and an icon or a drawing."""

    id: str
    title: str
    text: str = ""
    icon: str = ""
    draw: Draw | None = None


class PictureTile(PaintedButton):
    """A drawing over a word, 72 px high."""

    def __init__(self, icon_book: IconBook, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, picture.title, picture.icon, height=72, parent=parent)
        self.picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.text)
        self.setToolTip(picture.text)

    def sizeHint(self) -> QSize:
        return QSize(60, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self._height)

    def _kind(self) -> Kind:
        return "meta"

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            return None, self._color("line"), self._color("faint")
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), self._color("text")
        over = self.underMouse() or self.isDown()
        return self._color("raised" if over else "field"), self._color("control"), self._color("muted")

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        if self.isChecked() and not self.hasFocus():
            rounded(painter, rect, self.radius, None, self._color("accent"), 2.0)
        role = "icon_off" if not self.isEnabled() else "violet" if self.isChecked() else "muted"
        if self.picture.draw is not None:
            box = QRectF(rect.center().x() - 16, rect.y() + 12, 32, 26)
            self.picture.draw(painter, box, self._color(role))
        else:
            box = QRectF(rect.center().x() - 12, rect.y() + 12, 24, 24)
            self.icon_book.paint(painter, box, self.icon_name, role)
        line = QRectF(rect.x() + 4, rect.bottom() - 28, rect.width() - 8, 20)
        size = fitted(self.text(), self.font(), line.width())
        one_line(painter, line, self.text(), words, size, Qt.AlignmentFlag.AlignHCenter)


class PictureChoice(OneOf):
    """Tiles of which exactly one is chosen."""

    def __init__(
        self, icon_book: IconBook, name: str, pictures: Sequence[Picture], *, columns: int = 4
    ) -> None:
        super().__init__(name)
        tiles = lay_out(self, icon_book, pictures, columns)
        for picture, tile in zip(pictures, tiles, strict=True):
            self.take(picture.id, tile)


def lay_out(
    parent: QWidget, icon_book: IconBook, pictures: Sequence[Picture], columns: int
) -> list[PictureTile]:
    """Put tiles into columns of equal width and return them."""
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(8)
    tiles = [PictureTile(icon_book, picture, parent) for picture in pictures]
    for number, tile in enumerate(tiles):
        grid.addWidget(tile, number // columns, number % columns)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return tiles

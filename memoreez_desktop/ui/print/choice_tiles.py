"""Printer, material and quality as one sees them: a field of two lines, swatches, stacks of layers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.fields import ChoiceField
from memoreez_desktop.ui.widgets.painting import fitted, one_line, rounded
from memoreez_desktop.ui.widgets.tiles import Tile, TileGroup, TileSpec

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class PrinterField(ChoiceField):
    """The printers in a list, 64 px high: name over build volume."""

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, name, parent=parent)
        self._book = icon_book
        self.second_line = ""
        self.view().setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 64)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, color = QPainter(self), self._book.theme_book.color
        rect = QRectF(self.rect())
        edge = color("accent") if self.hasFocus() else color("control")
        rounded(painter, rect, 8, color("field"), edge, 2.0 if self.hasFocus() else 1.0)
        self._book.paint(painter, QRectF(14, 18, 28, 28), "mdi6.printer-3d", "muted")
        width = rect.width() - 54 - 40
        one_line(painter, QRectF(54, 10, width, 22), self.currentText(), color("text"), font("label"))
        one_line(painter, QRectF(54, 33, width, 18), self.second_line, color("muted"), font("small"))
        self._book.paint(painter, QRectF(rect.right() - 32, 22, 20, 20), "mdi6.chevron-down", "muted")


class MaterialTile(Tile):
    """A filament: a spot of its colour and its name."""

    def __init__(
        self, icon_book: IconBook, spec: TileSpec, colour: QColor, parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, spec, 44, parent)
        self._spot = colour
        self.setToolTip(spec.title)

    def sizeHint(self) -> QSize:
        return QSize(60, 44)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        _chosen_edge(self, painter, rect)
        side = 18.0 if rect.width() > 92 else 14.0
        spot = QRectF(rect.x() + side / 2, rect.center().y() - side / 2, side, side)
        shine = QRadialGradient(spot.center() - QPointF(4, 4), 16)
        shine.setColorAt(0, self._spot.lighter(118))
        shine.setColorAt(1, self._spot.darker(108))
        painter.setBrush(shine)
        painter.setPen(QPen(self._color("control"), 1))
        painter.drawEllipse(spot)
        box = QRectF(spot.right() + 6, rect.y(), rect.right() - spot.right() - 8, rect.height())
        one_line(painter, box, self.spec.title, words, font("badge"))


class QualityTile(Tile):
    """A quality: a stack of lines as high as its layers, its name, layer height and known time."""

    def __init__(
        self, icon_book: IconBook, spec: TileSpec, layer_mm: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, spec, 96, parent)
        self._layer_mm = layer_mm

    def sizeHint(self) -> QSize:
        return QSize(72, 96)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        _chosen_edge(self, painter, rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color("violet" if self.isChecked() else "muted"))
        step = 6.0 * self._layer_mm / 0.2
        count = max(3, min(8, int(22 / step)))
        top = rect.y() + 24 - count * step / 2 + 4
        for number in range(count):
            shift = (0, 2, -1, 1, -2, 0, 2, -1)[number % 8]
            line = QRectF(rect.center().x() - 21 + shift, top + number * step, 42, step * 0.62)
            painter.drawRoundedRect(line, step * 0.3, step * 0.3)
        one_line(
            painter,
            QRectF(rect.x() + 4, 46, rect.width() - 8, 20),
            self.spec.title,
            words,
            font("meta"),
            _CENTRE,
        )
        quiet = self._color("muted")
        one_line(
            painter,
            QRectF(rect.x() + 2, 67, rect.width() - 4, 18),
            self.spec.text,
            quiet,
            fitted(self.spec.text, font("small"), rect.width() - 8),
            _CENTRE,
        )


def _chosen_edge(tile: Tile, painter: QPainter, rect: QRectF) -> None:
    if tile.isChecked() and not tile.hasFocus():
        rounded(painter, rect, tile.radius, None, tile.theme_book.color("accent"), 2.0)


class _OwnTiles(TileGroup):
    """Tiles of a kind of their own, made once; only their words change afterwards."""

    def take_specs(self, specs: Sequence[TileSpec], make: Callable[[int], Tile], chosen: str) -> None:
        """Offer these; tiles that are there already only get new words, and keep the keyboard."""
        if tuple(self._buttons) == tuple(spec.id for spec in specs):
            for spec in specs:
                tile = self._buttons[spec.id]
                if isinstance(tile, Tile):
                    tile.set_spec(spec)
            self.set_value(chosen)
        else:
            self._take_tiles([make(number) for number in range(len(specs))], chosen)

    def _take_tiles(self, tiles: Sequence[Tile], chosen: str) -> None:
        self.set_specs(())
        for number, tile in enumerate(tiles):
            tile.setParent(self)
            self.take(tile.spec.id, tile)
            self._grid.addWidget(tile, number // self._columns, number % self._columns)
        self.set_value(chosen)


class MaterialTiles(_OwnTiles):
    """The filaments."""

    def offer(self, materials: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Offer ``(id, label, colour)``."""
        specs = [TileSpec(i, label) for i, label, _ in materials]

        def make(number: int) -> Tile:
            return MaterialTile(self._icon_book, specs[number], QColor(materials[number][2]))

        self.take_specs(specs, make, chosen)


class QualityTiles(_OwnTiles):
    """The qualities."""

    def offer(self, qualities: Sequence[tuple[str, str, float, str]], chosen: str) -> None:
        """Offer ``(id, label, layer height, words under it)``."""
        specs = [TileSpec(i, label, text) for i, label, _, text in qualities]

        def make(number: int) -> Tile:
            return QualityTile(self._icon_book, specs[number], qualities[number][2])

        self.take_specs(specs, make, chosen)

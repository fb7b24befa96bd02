"""Choices side by side: a segmented bar of words, and tiles with a picture or an icon, title and sub-line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind, font
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import one_line, rounded


@dataclass(frozen=True)
class TileSpec:
    """One choice: its id, its words, and an icon name or a picture."""

    id: str
    title: str
    text: str = ""
    icon: str = ""
    picture: QPixmap | None = None


class OneOf(QWidget):
    """Buttons of which exactly one is down; arrow keys move the choice.

    Signals
    -------
    changed(str)
        The id the person chose.
    """

    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._buttons: dict[str, PaintedButton] = {}

    @property
    def value(self) -> str:
        """The id chosen."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without telling anybody."""
        for its_value, button in self._buttons.items():
            button.setChecked(its_value == value)

    def button(self, value: str) -> PaintedButton:
        """Return the button of a choice."""
        return self._buttons[value]

    def take(self, value: str, button: PaintedButton) -> None:
        """Make a button one of the choices; placing it is the caller's."""
        button.setCheckable(True)
        button.is_choice = True
        button.setAccessibleDescription(self.accessibleName())
        button.clicked.connect(lambda: self._chosen(value))
        self._buttons[value] = button

    def _chosen(self, value: str) -> None:
        self.set_value(value)
        self.changed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() not in steps or not self._buttons:
            super().keyPressEvent(event)
            return
        ids = list(self._buttons)
        here = ids.index(self.value) if self.value in ids else 0
        chosen = ids[(here + steps[event.key()]) % len(ids)]
        self._buttons[chosen].setFocus(Qt.FocusReason.TabFocusReason)
        self._chosen(chosen)


class _Segment(PaintedButton):
    radius = 7

    def minimumSizeHint(self) -> QSize:
        # In a narrow column the words matter more than the air beside them.
        return QSize(self.sizeHint().width() - 2 * (self._padding() - 6), self._height)

    def _kind(self) -> Kind:
        return "pill"

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            return None, None, self._color("faint")
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), self._color("text")
        return self._color("raised") if self.underMouse() else None, None, self._color("muted")


class Segmented(OneOf):
    """A few words of which one is chosen, in one bar 40 px high."""

    def __init__(
        self,
        icon_book: IconBook,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._icon_book = icon_book
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for value, label in choices:
            segment = _Segment(icon_book, label, height=34, parent=self)
            segment.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.take(value, segment)
            row.addWidget(segment, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        icon_book.theme_book.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self._icon_book.theme_book.color
        rounded(QPainter(self), QRectF(self.rect()), 8, color("field"), color("control"))


class Tile(PaintedButton):
    """A choice with a picture or an icon, a title and a sub-line."""

    def __init__(
        self, icon_book: IconBook, spec: TileSpec, height: int = 64, parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, spec.title, spec.icon, height=height, parent=parent)
        self.set_spec(spec)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_spec(self, spec: TileSpec) -> None:
        """Say something else of the same choice."""
        self.spec = spec
        self.setText(spec.title)
        self.setAccessibleName(f"{spec.title}. {spec.text}" if spec.text else spec.title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height)

    def _kind(self) -> Kind:
        return "label"

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            return None, self._color("line"), self._color("faint")
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), self._color("text")
        return (
            self._color("raised" if self.underMouse() else "field"),
            self._color("control"),
            self._color("text"),
        )

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        if self.isChecked() and not self.hasFocus():
            rounded(painter, rect, self.radius, None, self._color("accent"), 2.0)
        x = rect.x() + 12
        if self.spec.picture is not None:
            side = rect.height() - 16
            painter.drawPixmap(QRectF(x, rect.y() + 8, side, side).toRect(), self.spec.picture)
            x += side + 12
        elif self.icon_name:
            role = "violet" if self.isChecked() else "muted" if self.isEnabled() else "icon_off"
            self.icon_book.paint(painter, QRectF(x, rect.center().y() - 12, 24, 24), self.icon_name, role)
            x += 24 + 12
        width = rect.right() - x - 12
        if not self.spec.text:
            one_line(
                painter, QRectF(x, rect.y(), width, rect.height()), self.spec.title, words, font("label")
            )
            return
        top = rect.center().y() - 21
        one_line(painter, QRectF(x, top, width, 22), self.spec.title, words, font("label"))
        quiet = self._color("muted" if self.isEnabled() else "faint")
        one_line(painter, QRectF(x, top + 22, width, 18), self.spec.text, quiet, font("small"))


class TileGroup(OneOf):
    """Tiles in columns, exactly one of them chosen."""

    def __init__(
        self,
        icon_book: IconBook,
        name: str,
        specs: Sequence[TileSpec] = (),
        *,
        columns: int = 1,
        height: int = 64,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._icon_book = icon_book
        self._columns, self._tile_height = columns, height
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.set_specs(specs)

    def set_specs(self, specs: Sequence[TileSpec]) -> None:
        """Offer other choices; the chosen one stays chosen where it still exists."""
        chosen = self.value
        for button in self._buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for number, spec in enumerate(specs):
            tile = Tile(self._icon_book, spec, self._tile_height, self)
            self.take(spec.id, tile)
            self._grid.addWidget(tile, number // self._columns, number % self._columns)
        self.set_value(chosen)

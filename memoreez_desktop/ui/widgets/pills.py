"""Pills: a few choices in rows, one of them or none chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind, font
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.painting import one_line, text_width


class Pill(PaintedButton):
    """One choice, 36 px high, round."""

    radius = 18

    def __init__(self, icon_book: IconBook, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(icon_book, text, icon, height=36, parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        icon = 20 + 8 if self.icon_name else 0
        return QSize(int(32 + icon + text_width(self.text(), font("pill")) + 0.999), 36)

    def _kind(self) -> Kind:
        return "pill"

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            return None, self._color("line"), self._color("faint")
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), self._color("text")
        ground = self._color("raised") if self.underMouse() or self.isDown() else None
        return ground, self._color("control"), self._color("text")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked() and not self.hasFocus():
            # A chosen pill has an edge of 2 px: told by more than its colour.
            from_edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._color("accent"), 2.0))
            painter.drawRoundedRect(from_edge, 17, 17)

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        x = rect.x() + 16
        if self.icon_name:
            role = "violet" if self.isChecked() else "muted"
            tint = self._color(role if self.isEnabled() else "icon_off")
            self.icon_book.paint(painter, QRectF(x, rect.center().y() - 10, 20, 20), self.icon_name, tint)
            x += 28
        one_line(
            painter, QRectF(x, rect.y(), rect.right() - x - 8, rect.height()), self.text(), words, self.font()
        )


class PillGroup(QWidget):
    """Pills of which at most one is chosen; pressing the chosen one again chooses none (``may_be_none``).

    Signals
    -------
    changed(str)
        The id chosen, or an empty text.
    """

    changed = Signal(str)

    def __init__(
        self,
        icon_book: IconBook,
        name: str,
        choices: Sequence[tuple[str, str, str]],
        *,
        may_be_none: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._may_be_none = may_be_none
        self._pills: dict[str, Pill] = {}
        flow = FlowLayout(self, gap=8)
        for value, label, icon in choices:
            pill = self._pills[value] = Pill(icon_book, label, icon, self)
            pill.setAccessibleDescription(name)
            pill.clicked.connect(lambda checked, value=value: self._clicked(value, checked))
            flow.addWidget(pill)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def value(self) -> str:
        """The id chosen, or an empty text."""
        return next((value for value, pill in self._pills.items() if pill.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without telling anybody."""
        for its_value, pill in self._pills.items():
            pill.setChecked(its_value == value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk along the pills."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        pills = list(self._pills.values())
        here = next((k for k, pill in enumerate(pills) if pill.hasFocus()), None)
        if event.key() in steps and here is not None:
            pills[(here + steps[event.key()]) % len(pills)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _clicked(self, value: str, checked: bool) -> None:
        if not checked and not self._may_be_none:
            checked = True
        self.set_value(value if checked else "")
        self.changed.emit(self.value)

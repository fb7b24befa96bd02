"""Symbols in rows of which one is taken: shared by the Studio's form and the picker of the story."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.painting import rounded
from memoreez_desktop.ui.words import tr

_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SymbolButton(IconButton):
    """A picture one may take."""

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        fill, edge, words = super()._look()
        return fill, edge or self._color("line"), words

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked() and not self.hasFocus():
            rounded(QPainter(self), QRectF(self.rect()), self.radius, None, self._color("accent"), 2.0)


class SymbolGrid(QWidget):
    """Buttons of 40 px, as many in a row as fit; arrow keys walk along them.

    Signals
    -------
    taken(str)
        The id of the symbol the person took.
    """

    taken = Signal(str)

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.setAccessibleName(name)
        self.buttons: dict[str, SymbolButton] = {}
        self._flow = FlowLayout(self, gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def value(self) -> str:
        """The symbol that is marked as taken."""
        return next((icon for icon, button in self.buttons.items() if button.isChecked()), "")

    def offer(self, icons: Sequence[str], taken: str = "") -> None:
        """Show other symbols; those no font has are left out."""
        wanted = [icon for icon in dict.fromkeys(icons) if self._icon_book.has(icon)]
        if wanted != list(self.buttons):
            self._fill(wanted)
        self.mark(taken)

    def mark(self, taken: str) -> None:
        """Show which one is taken without telling anybody."""
        for icon, button in self.buttons.items():
            button.setChecked(icon == taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons = list(self.buttons.values())
        here = next((k for k, button in enumerate(buttons) if button.hasFocus()), -1)
        step = _ACROSS.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = self._columns() * (1 if event.key() == Qt.Key.Key_Down else -1)
        if here < 0 or not step:
            super().keyPressEvent(event)
        elif 0 <= here + step < len(buttons):
            buttons[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 40)

    def _columns(self) -> int:
        return max(1, (self.width() + 8) // 48)

    def _fill(self, icons: list[str]) -> None:
        while self._flow.count():
            old = self._flow.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.buttons = {}
        for icon in icons:
            words = icon.rpartition(":")[2].replace("-", " ")
            button = SymbolButton(self._icon_book, icon, tr("Symbol: {name}", name=words), parent=self)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, icon=icon: self._take(icon))
            self.buttons[icon] = button
            self._flow.addWidget(button)
            button.show()
        self.updateGeometry()

    def _take(self, icon: str) -> None:
        self.mark(icon)
        self.taken.emit(icon)

"""The rail at the left: the road Story → Concepts → Studio → Print, the Library, and Settings at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.painting import Painted, fitted, one_line, rounded
from memoreez_desktop.ui.widgets.surfaces import Divider
from memoreez_desktop.ui.words import tr

WIDTH = 88


class Mark(Painted):
    """The program's sign, 40 × 40."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.setFixedSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 12, self.color("fill"))
        self.icon_book.paint(painter, QRectF(8, 8, 24, 24), "mdi6.cube-scan", "on_fill")


class RailItem(QAbstractButton):
    """A page: icon over word, 72 × 64; the present one has a bar at the window's edge."""

    def __init__(self, icon_book: IconBook, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book, self._icon = icon_book, icon
        self._done = False
        self.setText(title)
        self.setCheckable(True)
        self.setFont(font("rail"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        icon_book.theme_book.changed.connect(self.update)

    def set_done(self, done: bool) -> None:
        """Put a check on a step that is behind us."""
        self._done = done
        self.setAccessibleName(tr("{page}, done", page=self.text()) if done else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 64)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Stay as the window says: a page is chosen there, not by the button."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._icon_book.theme_book.color
        box = QRectF(8, 0, 72, 64)
        here = self.isChecked()
        ground = color("asoft") if here else color("raised") if self.underMouse() else None
        rounded(painter, box, 12, ground, color("accent") if self.hasFocus() else None, 2.0)
        if here:
            # Half of the bar's rounded shape lies outside the window.
            rounded(painter, QRectF(-3, 16, 6, 32), 3, color("accent"))
        self._icon_book.paint(painter, QRectF(32, 10, 24, 24), self._icon, "violet" if here else "muted")
        words = color("text" if here or self.underMouse() else "muted")
        centre = Qt.AlignmentFlag.AlignHCenter
        # A long word (German has them) stays within its tile.
        fitting = fitted(self.text(), self.font(), box.width() - 2)
        one_line(painter, QRectF(2, 38, WIDTH - 4, 16), self.text(), words, fitting, centre)
        if self._done:
            rounded(painter, QRectF(51, 7, 14, 14), 7, color("asoft" if here else "rail"))
            self._icon_book.paint(painter, QRectF(52, 8, 12, 12), "mdi6.check-circle", "good")


class Rail(Painted):
    """The items, above and below the rule, and at the foot.

    Signals
    -------
    chosen(str)
        The id of a page the person wants.
    """

    chosen = Signal(str)

    def __init__(
        self,
        icon_book: IconBook,
        road: Sequence[tuple[str, str, str]],
        beside: Sequence[tuple[str, str, str]],
        foot: Sequence[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Pages"))
        self._items: dict[str, RailItem] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(8)
        column.addWidget(Mark(icon_book), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        for item in road:
            column.addWidget(self._item(*item))
        rule = Divider(icon_book)
        rule.setFixedWidth(40)
        column.addWidget(rule, 0, Qt.AlignmentFlag.AlignHCenter)
        for item in beside:
            column.addWidget(self._item(*item))
        column.addStretch(1)
        for item in foot:
            column.addWidget(self._item(*item))

    def show_page(self, page: str) -> None:
        """Mark the present page."""
        for its_page, item in self._items.items():
            item.setChecked(its_page == page)

    def set_done(self, page: str, done: bool) -> None:
        """Put a check on a page of the road."""
        self._items[page].set_done(done)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.color("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self.color("line"))

    def _item(self, page: str, title: str, icon: str) -> RailItem:
        item = RailItem(self.icon_book, title, icon, self)
        item.clicked.connect(lambda: self.chosen.emit(page))
        self._items[page] = item
        return item

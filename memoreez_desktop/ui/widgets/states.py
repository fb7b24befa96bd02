"""What stands where nothing is yet: an empty state that teaches, a veil over what is being made."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import PrimaryButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.painting import Painted
from memoreez_desktop.ui.widgets.surfaces import Label, Paragraph


class EmptyState(QWidget):
    """What a page is for, and the one button that begins. ``button`` is None without a button text."""

    def __init__(
        self,
        icon_book: IconBook,
        icon: str,
        title: str,
        text: str,
        button: str = "",
        button_icon: str = "",
        *,
        picture: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title = Label(icon_book, title, "empty")
        self.text = Paragraph(icon_book, text, 500)
        self.button: PrimaryButton | None = None
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(picture or IconMark(icon_book, icon, "icon_off", 72), 0, centre)
        column.addSpacing(28)
        column.addWidget(self.title, 0, centre)
        column.addSpacing(4)
        column.addWidget(self.text, 0, centre)
        if button:
            self.button = PrimaryButton(icon_book, button, button_icon, height=48)
            column.addSpacing(24)
            column.addWidget(self.button, 0, centre)
        column.addStretch(1)


class BusyOverlay(Painted):
    """A veil over a part that is being worked on, with what is being done in words."""

    def __init__(self, icon_book: IconBook, parent: QWidget) -> None:
        super().__init__(icon_book, parent)
        self._turn_deg = 0
        self._words = Label(icon_book, "", "body", "muted", parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._clock = QTimer(self)
        self._clock.setInterval(40)
        self._clock.timeout.connect(self._turn)
        self.hide()

    def start(self, words: str) -> None:
        """Veil the parent."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()
        if not self.theme_book.reduced_motion:
            self._clock.start()

    def stop(self) -> None:
        """Lift the veil."""
        self._clock.stop()
        self.hide()

    def resizeEvent(self, event: object) -> None:
        self._words.setGeometry(0, self.height() // 2 + 28, self.width(), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = self.color("bg")
        veil.setAlpha(200)
        painter.fillRect(self.rect(), veil)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(self._turn_deg)
        self.icon_book.paint(painter, QRectF(-16, -16, 32, 32), "mdi6.loading", "accent")

    def _turn(self) -> None:
        self._turn_deg = (self._turn_deg + 12) % 360
        self.update()

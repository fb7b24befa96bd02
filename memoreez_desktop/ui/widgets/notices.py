"""What the window says: a banner that waits, a toast that goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.ui.accessibility import announce
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.widgets.buttons import IconButton, QuietButton, SecondaryButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.painting import Painted, rounded
from memoreez_desktop.ui.widgets.surfaces import BADGE_LOOKS, Label, Panel
from memoreez_desktop.ui.words import tr

_TOAST_MS = 8000


class Banner(Panel):
    """A calm message over a page: what happened, what to do, one button, details behind a click.

    Signals
    -------
    shown(bool)
        It stands there (True), or the person has read it.
    """

    shown = Signal(bool)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, padding=0, spacing=0, level="error", parent=parent)
        self._message: Message | None = None
        self.body.setContentsMargins(20, 16, 12, 16)
        self._mark = IconMark(icon_book, "mdi6.alert-circle-outline", "err")
        self._title = Label(icon_book, "", "strong", wrap=True)
        self._text = Label(icon_book, "", "body", "muted", wrap=True)
        self._details = Label(icon_book, "", "small", "muted", wrap=True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.setAccessibleName(tr("Details"))
        self._action = SecondaryButton(icon_book, tr("Try again"), height=32)
        self._more = QuietButton(icon_book, tr("Details"), "mdi6.chevron-down", height=32)
        self._copy = QuietButton(icon_book, tr("Copy details"), "mdi6.content-copy", height=32)
        self._close = IconButton(icon_book, "mdi6.close", tr("Close this message"), size_px=32)
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        for button in (self._action, self._more, self._copy):
            row.addWidget(button)
        row.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._title, self._text, self._details, self._buttons):
            words.addWidget(widget)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._action.clicked.connect(self._act)
        self._more.clicked.connect(self._show_details)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details.text()))
        self._close.clicked.connect(self.dismiss)
        self.hide()

    def say(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self._message = message
        icon, role, _ground = BADGE_LOOKS[message.level]
        self.set_level(message.level)
        self._mark.set_icon(icon, role)
        self._title.setText(tr(message.title))
        self._text.setText(tr(message.text))
        self._text.setVisible(bool(message.text))
        self._details.setText(message.details)
        self._details.hide()
        self._more.setVisible(bool(message.details))
        self._copy.hide()
        self._action.setText(tr(message.action_label))
        self._action.setVisible(bool(message.action_label))
        self._action.updateGeometry()
        self._buttons.setVisible(bool(message.action_label or message.details))
        self.setAccessibleName(f"{self._title.text()} {self._text.text()}".strip())
        self.show()
        self.shown.emit(True)
        announce(self, self.accessibleName())

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.shown.emit(False)

    def _act(self) -> None:
        message = self._message
        self.dismiss()
        if message is not None and message.action is not None:
            message.action()

    def _show_details(self) -> None:
        shown = not self._details.isVisible()
        self._details.setVisible(shown)
        self._copy.setVisible(shown)


class Toast(Painted):
    """A word that goes by itself, 48 px high, with Undo if there is something to undo."""

    def __init__(self, icon_book: IconBook, parent: QWidget) -> None:
        super().__init__(icon_book, parent)
        self._action_wanted: Callable[[], None] | None = None
        self._mark = IconMark(icon_book, "mdi6.check-circle-outline", "muted", 20, self)
        self._words = Label(icon_book, "", "body", parent=self)
        self._action = QuietButton(icon_book, tr("Undo"), role="violet", height=32, parent=self)
        self._close = IconButton(icon_book, "mdi6.close", tr("Close this message"), size_px=32, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 8, 7)
        row.setSpacing(12)
        for widget in (self._mark, self._words, self._action, self._close):
            row.addWidget(widget)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_TOAST_MS)
        self._clock.timeout.connect(self.hide)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.hide)
        self.hide()

    def say(self, message: Message, icon: str = "") -> None:
        """Show a word for a while; longer where the pointer rests on it."""
        own_icon, role, _ground = BADGE_LOOKS[message.level]
        self._mark.set_icon(icon or own_icon, role)
        self._words.setText(" ".join(part for part in (tr(message.title), tr(message.text)) if part))
        self._action.setText(tr(message.action_label))
        self._action.setVisible(bool(message.action_label))
        self._action.updateGeometry()
        self._action_wanted = message.action
        self.setAccessibleName(self._words.text())
        self.place()
        self.show()
        self.raise_()
        self._clock.start()
        announce(self, self.accessibleName())

    def place(self) -> None:
        """Stand centred, 24 px over the bottom."""
        parent = self.parentWidget()
        if parent is None:
            return
        self.layout().activate()
        width = min(self.sizeHint().width(), parent.width() - 48)
        self.setGeometry((parent.width() - width) // 2, parent.height() - 48 - 24, width, 48)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 48)

    def enterEvent(self, event: object) -> None:
        self._clock.stop()

    def leaveEvent(self, event: object) -> None:
        self._clock.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 12, self.color("raised"), self.color("control"))

    def _act(self) -> None:
        self.hide()
        if self._action_wanted is not None:
            self._action_wanted()

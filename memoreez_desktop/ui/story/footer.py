"""Under the story: who draws, the one button, and what pressing it sends away and costs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.story.drawn_by import DrawnBy
from memoreez_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import ElidedLabel, Label
from memoreez_desktop.ui.words import tr

_LOOKS = {
    "good": ("mdi6.shield-lock-outline", "good"),
    "info": ("mdi6.cloud-upload-outline", "violet"),
    "warning": ("mdi6.alert-outline", "warn"),
}


class StoryFooter(QWidget):
    """Widgets only.

    Signals
    -------
    remedy_wanted()
        The button beside the sentence.
    """

    remedy_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawn_by = DrawnBy(icon_book)
        self.create = PrimaryButton(icon_book, tr("Create concepts"), "mdi6.creation", height=48)
        self.create.setShortcut(QKeySequence("Ctrl+Return"))
        self.mark = IconMark(icon_book, "mdi6.shield-lock-outline", "good", 16)
        self.words = ElidedLabel(icon_book, "", "small", "muted")
        self.detail = Label(icon_book, "", "small", "muted", wrap=True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.remedy = _Remedy(icon_book, tr("Settings…"), role="violet", height=20)
        self._told = ("good", tr("Nothing leaves this computer. It costs nothing."), "", False)
        self._ready = False
        self._lay_out(icon_book)
        self.remedy.clicked.connect(self.remedy_wanted)
        self._show()

    def set_ready(self, ready: bool) -> None:
        """Tell whether there is anything to make concepts from."""
        self._ready = ready
        self.create.setEnabled(ready)
        self._show()

    def show_setup(self, level: str, words: str, detail: str = "", *, remedy: bool = False) -> None:
        """Say what pressing the button sends away and costs; ``remedy`` offers the settings."""
        self._told = (level, tr(words), tr(detail), remedy)
        self._show()

    def _show(self) -> None:
        level, words, detail, remedy = self._told
        if not self._ready:
            words, detail, remedy = tr("Write a name or a hobby, or drop a photo first."), "", False
        self.words.setText(words)
        self.words.set_role("warn" if self._ready and level == "warning" else "muted")
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.remedy.setVisible(remedy)
        self.mark.set_icon(*(_LOOKS[level] if self._ready else ("mdi6.information-outline", "muted")))

    def _lay_out(self, icon_book: IconBook) -> None:
        label = Label(icon_book, tr("Drawn by"), "body", "muted")
        label.setBuddy(self.drawn_by)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(label)
        first.addWidget(self.drawn_by)
        first.addStretch(1)
        first.addWidget(self.create)
        promise = QHBoxLayout()
        promise.setSpacing(6)
        promise.setContentsMargins(0, 6, 0, 0)
        promise.addStretch(1)
        promise.addWidget(self.mark)
        promise.addWidget(self.words)
        promise.addWidget(self.remedy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 10)
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(promise)
        column.addWidget(self.detail)


class _Remedy(QuietButton):
    """As high as the sentence it stands behind, and flush with what is above."""

    def _padding(self) -> int:
        return 4

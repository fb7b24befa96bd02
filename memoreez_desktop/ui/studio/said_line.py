"""What a step worked out by itself, in a sentence with its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.core.step_notes import StepNote

_SIGNS = {
    "good": ("mdi6.auto-fix", "muted"),
    "thin": ("mdi6.alert-outline", "warn"),
    "lost": ("mdi6.alert-circle-outline", "err"),
}


class SaidLine(QWidget):
    """An icon and a sentence; hidden while there is nothing to say."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label(icon_book, "", "small", "muted", wrap=True)
        self._sign = IconMark(icon_book, "mdi6.auto-fix", "muted", 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, note: StepNote | None) -> None:
        """Say a note's sentence, or nothing."""
        self.tell(
            tr(note.sentence) if note is not None and note.sentence else "", note.level if note else "good"
        )

    def tell(self, words: str, level: str = "good") -> None:
        """Say a sentence of a level: ``good``, ``thin`` or ``lost``."""
        icon, role = _SIGNS[level]
        self._sign.set_icon(icon, role)
        self.words.set_role(role)
        self.words.setText(words)
        self.setVisible(bool(words))

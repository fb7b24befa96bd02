"""How a test went."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.accessibility import announce
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import BADGE_LOOKS, Label, Panel


class ResultPanel(Panel):
    """What was found, and what to do; hidden while there is nothing to say."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, padding=0, spacing=0, parent=parent)
        self.body.setContentsMargins(16, 12, 16, 12)
        self._mark = IconMark(icon_book, "mdi6.information-outline", "muted", 22)
        self.title = Label(icon_book, "", "label", wrap=True)
        self.text = Label(icon_book, "", "small", "muted", wrap=True)
        for words in (self.title, self.text):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        self.hide()

    def say(self, level: str, title: str, text: str) -> None:
        """Say something; level as a panel's, empty for what is neither good nor bad."""
        icon, role, _ground = BADGE_LOOKS[level or "info"]
        self.set_level(level)
        self._mark.set_icon(icon, role)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        spoken = f"{title} {text}".strip()
        if self.accessibleName() != spoken or self.isHidden():
            self.setAccessibleName(spoken)
            announce(self, spoken)
        self.show()

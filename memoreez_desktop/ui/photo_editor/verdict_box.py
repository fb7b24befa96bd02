"""Is this photo any good? A word, what to do, and a button where the editor can do it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.accessibility import announce
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.painting import Painted
from memoreez_desktop.ui.widgets.surfaces import BADGE_LOOKS, Label
from memoreez_desktop.ui.words import tr


class VerdictBox(Painted):
    """Mint when all is well, amber when something could be better.

    Signals
    -------
    fix_wanted()
    """

    fix_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self._level = "info"
        self.mark = IconMark(icon_book, "mdi6.information-outline", "muted", 20)
        self.title = Label(icon_book, "", "label")
        self.text = Label(icon_book, "", "small", "muted", wrap=True)
        self.fix = SecondaryButton(icon_book, "", "mdi6.auto-fix", height=32)
        self.fix.setAccessibleName(tr("Mend it"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addSpacing(6)
        words.addWidget(self.fix, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(12)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.fix.clicked.connect(self.fix_wanted)
        self.hide()

    def wait(self, words: str) -> None:
        """Say on the button that it is being mended."""
        self.fix.setText(words)
        self.fix.setEnabled(False)
        self.fix.updateGeometry()

    def show_verdict(
        self, level: str, words: str, hint: str, fix: str = "", fix_icon: str = "mdi6.auto-fix"
    ) -> None:
        """Say it; ``fix`` is the button's word, or empty for none."""
        icon, role, _ground = BADGE_LOOKS[level]
        changed = words != self.title.text()
        self._level = level
        self.mark.set_icon(icon, role)
        self.title.setText(words)
        self.title.set_role(role)
        self.text.setText(hint)
        self.fix.setText(fix)
        self.fix.set_icon(fix_icon)
        self.fix.setEnabled(True)
        self.fix.setAccessibleName(fix or tr("Mend it"))
        self.fix.setVisible(bool(fix))
        self.fix.updateGeometry()
        self.show()
        self.update()
        if changed:
            announce(self, f"{words}. {hint}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.color(BADGE_LOOKS[self._level][2]))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self.color("line"))

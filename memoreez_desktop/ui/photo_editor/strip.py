"""The strip under the photo: which tool the pointer is, and a look at the untouched photo."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.photo_editor.tools import ToolName
from memoreez_desktop.ui.viewport.strip_button import StripButton
from memoreez_desktop.ui.widgets.painting import Painted
from memoreez_desktop.ui.widgets.surfaces import Divider
from memoreez_desktop.ui.words import tr

_WORDS_FROM_PX = 640


class ToolStrip(Painted):
    """One tool is taken.

    Signals
    -------
    chosen(str)
        A tool's name.
    original_wanted(bool)
        Show the untouched photo as long as this is so.
    """

    chosen = Signal(str)
    original_wanted = Signal(bool)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.setFixedHeight(56)
        self.setAccessibleName(tr("Tools"))
        self.buttons: dict[ToolName, StripButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(4)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        table: tuple[tuple[ToolName, str, str, str], ...] = (
            ("look", tr("Result"), "eye-outline", "V"),
            ("crop", tr("Crop"), "crop", "C"),
            ("box", tr("Box"), "select-drag", "B"),
            ("keep", tr("Keep"), "brush-outline", "K"),
            ("remove", tr("Remove"), "eraser", "R"),
        )
        for name, word, icon, key in table:
            if name == "box":
                rule = Divider(icon_book, vertical=True, parent=self)
                rule.setFixedHeight(24)
                row.addSpacing(8)
                row.addWidget(rule)
                row.addSpacing(8)
            button = self.buttons[name] = StripButton(icon_book, word, f"mdi6.{icon}", self)
            button.setToolTip(f"{word} ({key})")
            button.clicked.connect(lambda _checked, name=name: self._taken(name))
            shortcut = QShortcut(QKeySequence(key), self.parentWidget() or self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
            row.addWidget(button)
        row.addStretch(1)
        self.original = StripButton(icon_book, tr("Before"), "mdi6.compare", self)
        self.original.setToolTip(tr("Show the photo as it came"))
        self.original.toggled.connect(self.original_wanted)
        row.addWidget(self.original)
        self.set_tool("look")

    def set_tool(self, tool: ToolName) -> None:
        """Show which tool is taken without telling anybody."""
        for name, button in self.buttons.items():
            button.setChecked(name == tool)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for button in (*self.buttons.values(), self.original):
            button.show_word(event.size().width() >= _WORDS_FROM_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.color("bg"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self.color("line"))

    def _taken(self, tool: ToolName) -> None:
        self.set_tool(tool)
        self.chosen.emit(tool)

"""The photo editor: the photo large at the left, what can be done to it at the right. Widgets only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from memoreez_desktop.core.photo_edit import PhotoEdit
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.photo_editor.canvas import PhotoCanvas
from memoreez_desktop.ui.photo_editor.light_section import LightSection
from memoreez_desktop.ui.photo_editor.strip import ToolStrip
from memoreez_desktop.ui.photo_editor.subject_section import SubjectSection
from memoreez_desktop.ui.photo_editor.tools import ToolName
from memoreez_desktop.ui.photo_editor.turn_section import TurnSection
from memoreez_desktop.ui.photo_editor.verdict_box import VerdictBox
from memoreez_desktop.ui.viewport.workbench import Workbench
from memoreez_desktop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton, SecondaryButton
from memoreez_desktop.ui.widgets.states import BusyOverlay, EmptyState
from memoreez_desktop.ui.widgets.surfaces import Divider
from memoreez_desktop.ui.words import tr


class PhotoEditorPanel(QWidget):
    """Empty, or the bench.

    Signals
    -------
    tool_chosen(str)
        A tool was taken.
    left()
        Another page is shown now.
    """

    tool_chosen = Signal(str)
    left = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.empty = EmptyState(
            icon_book,
            "mdi6.image-edit-outline",
            tr("No photo is open"),
            tr("Choose Edit on a photo of the Story page: turn it, crop it, light it, and say who is meant."),
            tr("Go to the photos"),
            "mdi6.book-open-page-variant-outline",
        )
        self.bench = Workbench(icon_book, tr("Back without changes"))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.bench)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.canvas = PhotoCanvas(icon_book)
        self.strip = ToolStrip(icon_book, self)
        self.bench.left.addWidget(self.canvas, 1)
        self.bench.left.addWidget(self.strip)
        self._busy = BusyOverlay(icon_book, self.canvas)
        self._furnish_header()
        self._furnish_side()
        self.strip.chosen.connect(self.take_tool)

    @property
    def is_open(self) -> bool:
        """True while there is a photo."""
        return self._stack.currentWidget() is self.bench

    def open(self, name: str) -> None:
        """Show the bench for a photo that is still being read."""
        self.bench.header.say(tr("Edit photo"), name)
        self._busy.start(tr("Reading the photo"))
        self._stack.setCurrentWidget(self.bench)
        self.setFocusProxy(self.canvas)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrived(self) -> None:
        """Lift the veil: the photo is there."""
        self._busy.stop()

    def close_photo(self) -> None:
        """Show what this page is for."""
        self._busy.stop()
        self.verdict.hide()
        self._stack.setCurrentWidget(self.empty)
        self.setFocusProxy(self.empty.button)

    def take_tool(self, tool: ToolName) -> None:
        """Take a tool and tell about it."""
        self.strip.set_tool(tool)
        self.canvas.set_tool(tool)
        self.tool_chosen.emit(tool)

    def show_edit(self, edit: PhotoEdit) -> None:
        """Bring every control up to an edit."""
        for section in (self.turn, self.light, self.subject):
            section.show_edit(edit)
        self.canvas.show_crop(edit.crop)
        self.canvas.show_box(edit.subject.box)
        self.reset.setEnabled(not edit.is_nothing)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()

    def _furnish_header(self) -> None:
        book, header = self._icon_book, self.bench.header
        self.reset = QuietButton(book, tr("Reset"), "mdi6.restore", height=32)
        self.reset.setToolTip(tr("Bring the photo back as it came"))
        self.undo = IconButton(book, "mdi6.undo-variant", tr("Undo"), role="text")
        self.redo = IconButton(book, "mdi6.redo-variant", tr("Redo"), role="text")
        for widget in (self.reset, self.undo, self.redo):
            header.right.addWidget(widget)
        keys = (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence(QKeySequence.StandardKey.Redo), self.redo),
        )
        for key, button in keys:
            shortcut = QShortcut(key, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def _furnish_side(self) -> None:
        book, bench = self._icon_book, self.bench
        self.done = PrimaryButton(book, tr("Done"), "mdi6.check")
        self.cancel = SecondaryButton(book, tr("Cancel"))
        self.done.setShortcut(QKeySequence("Ctrl+Return"))
        self.cancel.setShortcut(QKeySequence("Esc"))
        top = QWidget()
        top.setFixedHeight(63)
        row = QHBoxLayout(top)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.cancel)
        row.addWidget(self.done, 1)
        bench.top.addWidget(top)
        bench.top.addWidget(Divider(book))
        self.verdict = VerdictBox(book)
        bench.top.addWidget(self.verdict)
        self.turn = TurnSection(book)
        self.light = LightSection(book)
        self.subject = SubjectSection(book)
        bench.add_section(self.turn)
        bench.add_section(self.light)
        bench.add_section(self.subject, ruled=False)
        bench.sections.addStretch(1)

"""The Studio: the model on its bed at the left, everything about it at the right. Widgets only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.findings_section import FindingsSection
from memoreez_desktop.ui.studio.making_panel import MakingPanel
from memoreez_desktop.ui.studio.maps import MapsSection
from memoreez_desktop.ui.studio.photo_section import PhotoSection
from memoreez_desktop.ui.studio.product_form import ProductForm
from memoreez_desktop.ui.studio.question_panel import QuestionPanel
from memoreez_desktop.ui.studio.receipt_section import ReceiptSection
from memoreez_desktop.ui.studio.size_section import SizeSection
from memoreez_desktop.ui.studio.text_section import TextSection
from memoreez_desktop.ui.viewport.api import MeshView
from memoreez_desktop.ui.viewport.strip import ViewStrip
from memoreez_desktop.ui.viewport.workbench import Ground, Workbench
from memoreez_desktop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.states import EmptyState
from memoreez_desktop.ui.widgets.surfaces import Divider, Label
from memoreez_desktop.ui.words import tr

MODEL_SUFFIXES = (".stl", ".3mf", ".obj", ".ply", ".glb", ".gltf")


class StudioPanel(QWidget):
    """Empty, making, or the model on the workbench.

    Parameters
    ----------
    view : MeshView
        What draws the model; ``view_widget`` is its widget (tests give a plain one).

    Signals
    -------
    fileDropped(Path)
        A model file was dropped anywhere on the page.
    """

    fileDropped = Signal(object)

    def __init__(
        self, icon_book: IconBook, view: MeshView, view_widget: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.icon_book = self._icon_book = icon_book
        self.setAcceptDrops(True)
        self.view = view
        self.empty = EmptyState(
            icon_book,
            "mdi6.cube-outline",
            tr("Your keepsake will stand here"),
            tr("Choose one of the concepts, or bring a model of your own: STL, 3MF, OBJ, PLY or GLB."),
            tr("Choose a concept"),
            "mdi6.cards-outline",
        )
        self.bring = QuietButton(
            icon_book, tr("Open a model file"), "mdi6.folder-open-outline", role="violet", parent=self.empty
        )
        layout = self.empty.layout()
        layout.insertWidget(layout.count() - 1, self.bring, 0, Qt.AlignmentFlag.AlignHCenter)
        self.making = MakingPanel(icon_book)
        self.bench = Workbench(icon_book, tr("Back to the concepts"))
        self._stack = QStackedWidget(self)
        self.question = QuestionPanel(icon_book)
        for page in (self.empty, self.making, self.bench, self.question):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._furnish_header()
        self.strip = ViewStrip(icon_book, view)
        self.bench.left.addWidget(view_widget, 1)
        self.bench.left.addWidget(self.strip)
        self._furnish_side()

    def show_empty(self) -> None:
        """Say what this page is for: nothing is chosen."""
        self._stack.setCurrentWidget(self.empty)

    def show_making(self) -> None:
        """Show how far the model is."""
        self._stack.setCurrentWidget(self.making)

    def show_question(self) -> None:
        """Ask what the file does not say."""
        self._stack.setCurrentWidget(self.question)

    def show_model(self) -> None:
        """Show the model on its bed."""
        self._stack.setCurrentWidget(self.bench)

    @property
    def state(self) -> str:
        """``empty``, ``making``, ``model`` or ``question``."""
        return ("empty", "making", "model", "question")[self._stack.currentIndex()]

    def say_state(self, words: str, icon: str = "mdi6.check") -> None:
        """Say "Saved", or what is being done, at the right of the header."""
        self._saved_icon.set_icon(icon, "muted")
        self._saved_icon.setVisible(bool(words))
        self._saved.setText(words)

    def complain(self, words: str) -> None:
        """Say calmly, beside the controls, why a change cannot be made; empty takes it away."""
        self._trouble.setText(words)
        self._trouble_box.setVisible(bool(words))

    def add_step_section(self, section: QWidget) -> None:
        """Put a section that changes steps behind the ones there are, above the findings."""
        self.bench.add_section_to(self._steps, section)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.fileDropped.emit(path)

    @staticmethod
    def _dropped(event: QDropEvent) -> Path | None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return next((path for path in paths if path.suffix.lower() in MODEL_SUFFIXES), None)

    def _furnish_header(self) -> None:
        book, header = self._icon_book, self.bench.header
        self._saved_icon = IconMark(book, "mdi6.check", "muted", 18)
        self._saved = Label(book, "", "meta", "muted")
        self.compare = IconButton(book, "mdi6.compare", tr("Compare with the raw sculpture"), role="text")
        self.compare.setCheckable(True)
        self.snapshots = IconButton(book, "mdi6.bookmark-multiple-outline", tr("Snapshots"), role="text")
        self.open = IconButton(book, "mdi6.folder-open-outline", tr("Open a model file"))
        self.sculpt = IconButton(
            book, "mdi6.creation-outline", tr("AI sculpture of its picture"), role="text"
        )
        self.undo = IconButton(book, "mdi6.undo-variant", tr("Undo"), role="text")
        self.redo = IconButton(book, "mdi6.redo-variant", tr("Redo"), role="text")
        for widget in (
            self._saved_icon,
            self._saved,
            self.sculpt,
            self.open,
            self.compare,
            self.snapshots,
            self.undo,
            self.redo,
        ):
            header.right.addWidget(widget)
        header.right.insertSpacing(2, 8)
        for key, button in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
        ):
            shortcut = QShortcut(
                QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(button.click)

    def _furnish_side(self) -> None:
        book, bench = self._icon_book, self.bench
        self.go_on = PrimaryButton(book, tr("Continue to Print"), "mdi6.arrow-right", trailing=True)
        top = QWidget()
        top.setFixedHeight(63)
        row = QVBoxLayout(top)
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(self.go_on)
        bench.top.addWidget(top)
        bench.top.addWidget(Divider(book))
        self._trouble_box = Ground(book, "wsoft")
        self._trouble = Label(book, "", "small", "warn", wrap=True)
        inside = QVBoxLayout(self._trouble_box)
        inside.setContentsMargins(24, 12, 24, 12)
        inside.addWidget(self._trouble)
        self._trouble_box.hide()
        bench.top.addWidget(self._trouble_box)
        self.size_section = SizeSection(book)
        self.text = TextSection(book)
        self.photo = PhotoSection(book)
        self.form = ProductForm(book)
        self.findings = FindingsSection(book)
        self.maps = MapsSection(book)
        self.receipt = ReceiptSection(book)
        for section in (self.size_section, self.text, self.photo, self.form):
            bench.add_section(section)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        bench.sections.addLayout(self._steps)
        for section in (self.findings, self.maps):
            bench.add_section(section)
        bench.add_section(self.receipt, ruled=False)
        bench.sections.addStretch(1)

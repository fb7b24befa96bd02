"""Cut-outs: the trained models a person may add, what each is, and getting one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.cutout_model_panel import CutoutModelPanel, ModelFacts
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.fields import Field, TextField
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import BADGE_LOOKS, Label, Panel, SectionTitle
from memoreez_desktop.ui.words import tr


@dataclass(frozen=True)
class CutoutFacts:
    """What the section shows.

    Attributes
    ----------
    runtime : bool
        ONNX Runtime is installed.
    folder : str
        Where models are looked for.
    models : tuple of ModelFacts
        The lightest first.
    """

    runtime: bool
    folder: str
    models: tuple[ModelFacts, ...]


class CutoutSection(QWidget):
    """Widgets only.

    Signals
    -------
    download_wanted(str), cancel_wanted(str)
        A model's id.
    folder_wanted()
        The folder is to be opened.
    looked_at()
        The section came into sight; files may have been put into the folder meanwhile.
    """

    download_wanted = Signal(str)
    cancel_wanted = Signal(str)
    folder_wanted = Signal()
    looked_at = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.models: dict[str, CutoutModelPanel] = {}
        self._mark = IconMark(icon_book, BADGE_LOOKS["info"][0], "muted", 20)
        self.runtime = Label(icon_book, tr("Looking…"), "small", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self._head())
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self._column.addLayout(self._list)
        self._column.addWidget(self._folder_panel())
        self._column.addStretch(1)

    def show_facts(self, facts: CutoutFacts) -> None:
        """Bring everything up to what is on this computer."""
        if facts.runtime:
            level, words = "good", tr("ONNX Runtime, which runs these models, is installed.")
        else:
            level = "warning"
            words = tr(
                "ONNX Runtime, which runs these models, is not installed: {command}",
                command="pip install 'memoreez-desktop[cutout]'",
            )
        icon, role, _ground = BADGE_LOOKS[level]
        self._mark.set_icon(icon, role)
        self.runtime.setText(words)
        self.folder.setText(facts.folder)
        self.folder.setCursorPosition(0)
        self.folder.setToolTip(facts.folder)
        self._show_models(facts.models)

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit()

    def event(self, event: QEvent) -> bool:
        """Look again when the person comes back from the file manager."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.looked_at.emit()
        return super().event(event)

    def _show_models(self, models: Sequence[ModelFacts]) -> None:
        for facts in models:
            if facts.id not in self.models:
                panel = self.models[facts.id] = CutoutModelPanel(self._icon_book, facts.id, self)
                panel.download_wanted.connect(self.download_wanted)
                panel.cancel_wanted.connect(self.cancel_wanted)
                self._list.addWidget(panel)
            self.models[facts.id].show_facts(facts)

    def _head(self) -> Panel:
        panel = Panel(self._icon_book, spacing=12)
        panel.body.addWidget(SectionTitle(self._icon_book, tr("Trained cut-outs")))
        words = tr(
            "The photo editor finds the subject of a photo by itself. A trained model often follows hair and"
            " fur better; where there is one, its cut-out is offered as a fourth. Photos never leave this"
            " computer for it."
        )
        panel.body.addWidget(Label(self._icon_book, words, "body", "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.runtime, 1)
        self.runtime.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        panel.body.addLayout(row)
        return panel

    def _folder_panel(self) -> Panel:
        self.folder = TextField(self._icon_book, tr("Folder of models"))
        self.folder.setReadOnly(True)
        self.open_folder = SecondaryButton(self._icon_book, tr("Open folder"), "mdi6.folder-open-outline")
        self.open_folder.clicked.connect(self.folder_wanted)
        panel = Panel(self._icon_book, spacing=16)
        panel.body.addWidget(SectionTitle(self._icon_book, tr("You have a model already?")))
        words = tr("Put its file into this folder under its own name; it is checked before it is used.")
        panel.body.addWidget(Label(self._icon_book, words, "body", "muted", wrap=True))
        panel.body.addWidget(Field(self._icon_book, tr("Folder of models"), self.folder))
        panel.body.addWidget(self.open_folder, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

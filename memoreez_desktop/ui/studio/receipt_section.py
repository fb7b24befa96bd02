"""What a repair did to a model: each step with its figures, before and after, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.flow_layout import FlowLayout
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import Divider, Label
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import number, tr

if TYPE_CHECKING:
    from memoreez_desktop.printability.receipt import Repair, RepairStep

AFTER, BEFORE = "after", "before"
# Without these a model cannot be printed, or they change nothing one could see.
CAN_BE_LEFT = frozenset({"filled-skins", "dropped-specks", "cut-flat", "added-plinth"})
_LEAST_MM, _LEAST_RATIO = 0.005, 0.0005


class StepRow(QWidget):
    """One step: what was done, how far it moved the surface, Show and Undo.

    Signals
    -------
    looked(bool), undone()
        Whether it is to be shown as it was before this step.
    """

    looked = Signal(bool)
    undone = Signal()

    def __init__(self, icon_book: IconBook, step: RepairStep) -> None:
        super().__init__()
        self.step = step
        words = QVBoxLayout()
        words.setSpacing(4)
        message = tr(step.message)
        words.addWidget(Label(icon_book, message, "label", wrap=True))
        figures = figures_of(step.volume_change_ratio, step.p50_mm, step.p95_mm, step.max_mm)
        words.addWidget(Label(icon_book, figures, "small", "muted", wrap=True))
        self.look = SecondaryButton(icon_book, tr("Before it"), "mdi6.eye-outline", height=32)
        self.look.setCheckable(True)
        self.look.setAccessibleName(tr("Show the model before: {step}", step=message))
        self.look.setVisible(step.mesh_before is not None)
        self.back = SecondaryButton(icon_book, tr("Undo"), "mdi6.undo-variant", height=32)
        self.back.setAccessibleName(tr("Undo: {step}", step=message))
        self.back.setVisible(step.id in CAN_BE_LEFT)
        self.look.toggled.connect(self.looked)
        self.back.clicked.connect(self.undone)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.look)
        buttons.addWidget(self.back)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(IconMark(icon_book, "mdi6.wrench-outline", "muted", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class ReceiptSection(Section):
    """The receipt of the present model; hidden where nothing had to be mended. Widgets only.

    Signals
    -------
    mesh_wanted(object)
        Look at this mesh; None is the model as it is now.
    undo_wanted(str)
        The id of a step that is not to be done.
    """

    mesh_wanted = Signal(object)
    undo_wanted = Signal(str)

    def __init__(self, icon_book: IconBook) -> None:
        super().__init__(icon_book, tr("Mended"))
        self._icon_book = icon_book
        self.sentence = Label(icon_book, "", "body", "muted", wrap=True)
        choices = ((AFTER, tr("After")), (BEFORE, tr("Before")))
        self.choice = Segmented(icon_book, tr("Before and after the repair"), choices)
        self.choice.changed.connect(self._chosen)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.choice)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.rows: list[StepRow] = []
        self.hide()

    def show_repair(self, repair: Repair | None) -> None:
        """Show a receipt, or nothing where nothing was done."""
        steps = repair.steps if repair is not None else ()
        self.setVisible(bool(steps))
        self._empty()
        if repair is None or not steps:
            return
        self.choice.set_value(AFTER)
        whole = figures_of(
            repair.volume_change_ratio,
            repair.deviation_p50_mm,
            repair.deviation_p95_mm,
            repair.deviation_max_mm,
        )
        self.sentence.setText(tr("All in all: {figures}", figures=whole))
        for step in steps:
            row = StepRow(self._icon_book, step)
            row.looked.connect(lambda on, row=row: self._look(row, on))
            row.undone.connect(lambda step=step: self.undo_wanted.emit(step.id))
            self.rows.append(row)
            self._list.addWidget(Divider(self._icon_book))
            self._list.addWidget(row)

    def _empty(self) -> None:
        while self._list.count():
            widget = self._list.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self.rows = []

    def _chosen(self, choice: str) -> None:
        self._release(None)
        first = self.rows[0].step.mesh_before if self.rows else None
        self.mesh_wanted.emit(first if choice == BEFORE else None)

    def _look(self, row: StepRow, on: bool) -> None:
        self._release(row)
        self.choice.set_value("" if on else AFTER)
        self.mesh_wanted.emit(row.step.mesh_before if on else None)

    def _release(self, but: StepRow | None) -> None:
        for row in self.rows:
            if row is not but:
                row.look.blockSignals(True)
                row.look.setChecked(False)
                row.look.blockSignals(False)


def figures_of(volume_ratio: float, p50_mm: float, p95_mm: float, max_mm: float) -> str:
    """Say in words how far a surface and a volume have changed."""
    if max_mm < _LEAST_MM and abs(volume_ratio) < _LEAST_RATIO:
        return tr("the shape is unchanged")
    moved = tr(
        "moved: half of it up to {half} mm, 95 % up to {most} mm, all up to {all} mm",
        half=_short(p50_mm),
        most=_short(p95_mm),
        all=_short(max_mm),
    )
    if abs(volume_ratio) < _LEAST_RATIO:
        return moved
    sign = "+" if volume_ratio > 0 else "−"
    share = number(f"{abs(volume_ratio) * 100:.1f}")
    return tr("{moved}; volume {sign}{share} %", moved=moved, sign=sign, share=share)


def _short(length_mm: float) -> str:
    return number(f"{max(length_mm, 0.01):.2f}")

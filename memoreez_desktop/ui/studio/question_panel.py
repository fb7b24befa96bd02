"""The one question a model file may leave open: in which unit it was drawn, or how tall it shall be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from memoreez_desktop.ui.widgets.fields import Field
from memoreez_desktop.ui.widgets.length_field import LengthField
from memoreez_desktop.ui.widgets.surfaces import Label, Panel
from memoreez_desktop.ui.widgets.tiles import TileGroup, TileSpec
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.printability.unit_detective import UnitChoice, UnitGuess

_WIDE_PX = 520
_HEIGHT_MM = (5.0, 400.0)
_ICONS = {
    "mm": "mdi6.ruler",
    "cm": "mdi6.ruler",
    "inch": "mdi6.ruler-square",
    "m": "mdi6.human-male-height",
    "thousandth": "mdi6.microscope",
    "none": "mdi6.arrow-expand-vertical",
}


class QuestionPanel(QWidget):
    """Widgets only.

    Signals
    -------
    answered(float factor, float height_mm)
        The mesh as it was read, times the factor, is in mm; the height is 0 when none was asked for.
    cancelled()
    """

    answered = Signal(float, float)
    cancelled = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, UnitChoice] = {}
        self.title = Label(icon_book, "", "empty", wrap=True)
        self.text = Label(
            icon_book,
            tr("The file does not say. Nothing but the size depends on it."),
            "body",
            "muted",
            wrap=True,
        )
        self.units = TileGroup(icon_book, tr("Unit of the file"), height=56)
        self.height_mm = LengthField(icon_book, tr("Height"))
        self.height_mm.setSuffix(" mm")
        self.height_mm.setRange(*_HEIGHT_MM)
        self.height_field = Field(icon_book, tr("How tall shall it be?"), self.height_mm)
        self.take = PrimaryButton(icon_book, tr("Go on"), "mdi6.arrow-right", trailing=True)
        self.cancel = QuietButton(icon_book, tr("Cancel"))
        self._lay_out(icon_book)
        self.units.changed.connect(lambda _unit: self._show_height())
        self.take.clicked.connect(self._answer)
        self.cancel.clicked.connect(self.cancelled)

    def ask(self, guess: UnitGuess, height_mm: float) -> None:
        """Ask; the likeliest answer is chosen already, and ``height_mm`` is suggested."""
        self._choices = {choice.unit: choice for choice in guess.alternatives}
        self.title.setText(tr(guess.words))
        specs = [
            TileSpec(unit, tr(choice.words), icon=_ICONS[unit])
            if unit != "none"
            else TileSpec(unit, tr("It has no size of its own"), icon=_ICONS[unit])
            for unit, choice in self._choices.items()
        ]
        self.units.set_specs(specs)
        self.units.set_value(guess.unit)
        self.height_mm.setValue(height_mm or guess.wanted_height_mm)
        self._show_height()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self) -> None:
        choice = self._choices[self.units.value]
        if choice.unit != "none":
            self.answered.emit(choice.factor, 0.0)
            return
        wanted = self.height_mm.value()
        # A sheet without a height is measured by its longest side.
        tall = choice.height_mm if choice.height_mm > 0.01 * choice.size_mm else choice.size_mm
        self.answered.emit(choice.factor * wanted / tall, wanted)

    def _show_height(self) -> None:
        self.height_field.setVisible(self.units.value == "none")

    def _lay_out(self, icon_book: IconBook) -> None:
        panel = Panel(icon_book, spacing=16)
        panel.setFixedWidth(_WIDE_PX)
        for widget in (self.title, self.text, self.units, self.height_field):
            panel.body.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.take)
        panel.body.addSpacing(8)
        panel.body.addLayout(row)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

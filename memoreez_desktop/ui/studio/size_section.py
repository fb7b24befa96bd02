"""The size of the keepsake: a slider for the hand, a number for the ruler."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.length_field import LengthField
from memoreez_desktop.ui.words import tr

_PER_MM = 10


class SizeSection(Section):
    """One length in mm.

    Signals
    -------
    changed(float)
        The person chose another one.
    """

    changed = Signal(float)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Size"), parent=parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Size"))
        self.slider.setSingleStep(_PER_MM)
        self.slider.setPageStep(5 * _PER_MM)
        self.field = LengthField(icon_book, tr("Size in millimetres"))
        self.field.setSuffix(" mm")
        self.field.setFixedWidth(128)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        self.body.addLayout(row)
        self.slider.valueChanged.connect(self._slid)
        self.field.valueChanged.connect(self._typed)

    def offer(self, minimum: float, maximum: float, value: float, step: float, words: str) -> None:
        """Offer a range without telling anybody, and say what the size is of."""
        for control in (self.slider, self.field):
            control.blockSignals(True)
        self.field.setRange(minimum, maximum)
        self.field.setSingleStep(step)
        self.field.setValue(value)
        self.slider.setRange(round(minimum * _PER_MM), round(maximum * _PER_MM))
        self.slider.setValue(round(value * _PER_MM))
        for control in (self.slider, self.field):
            control.blockSignals(False)
        self.aside.setText(words)

    def _slid(self, value: int) -> None:
        # Whole millimetres by hand; tenths by keyboard in the field.
        length = round(value / _PER_MM)
        self.field.blockSignals(True)
        self.field.setValue(length)
        self.field.blockSignals(False)
        self.changed.emit(self.field.value())

    def _typed(self, value: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(value * _PER_MM))
        self.slider.blockSignals(False)
        self.changed.emit(value)

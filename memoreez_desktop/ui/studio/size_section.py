"""The size of the keepsake: a slider for the hand, a number for the ruler."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QSlider, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.words import tr

_PER_MM = 10


class LengthField(QDoubleSpinBox):
    """A length with its unit; ``field.value()`` is in mm."""

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.setAccessibleName(name)
        self.setDecimals(1)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(11, 0, 0, 0)
        self.setFixedHeight(40)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(font("body"))
        icon_book.theme_book.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not a number the pointer happens to be over."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRectF(self.width() - 30, self.height() / 2 - 9, 18, 18)
        self._icon_book.paint(QPainter(self), box, "mdi6.unfold-more-horizontal", "muted")


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

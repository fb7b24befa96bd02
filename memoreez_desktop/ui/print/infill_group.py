"""How much infill, and in which pattern."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.print.pattern_tiles import PatternTiles
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import number, tr


class _CalmSlider(QSlider):
    """A slider that leaves the wheel to the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class InfillGroup(QWidget):
    """A slider in percent and the patterns as pictures.

    Signals
    -------
    densityChanged(float)
        A ratio from 0 to 1.
    patternChanged(str)
    """

    densityChanged = Signal(float)
    patternChanged = Signal(str)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent = Label(icon_book, "", "meta", "muted")
        self.density = _CalmSlider(Qt.Orientation.Horizontal)
        self.density.setAccessibleName(tr("Infill in percent"))
        self.density.setRange(0, 100)
        self.density.setPageStep(5)
        # What is sliced changes when the hand lets go; the number follows at once.
        self.density.setTracking(False)
        self.density.sliderMoved.connect(self._say)
        self.density.valueChanged.connect(self._slid)
        self.patterns = PatternTiles(icon_book)
        self.patterns.changed.connect(self.patternChanged)
        self._hint = Label(icon_book, "", "small", "muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(Label(icon_book, tr("Infill"), "label"), 1)
        head.addWidget(self._percent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for widget in (self.density, self.patterns, self._hint):
            column.addWidget(widget)

    def show_infill(self, ratio: float, pattern: str) -> None:
        """Show what is sliced with, telling nobody."""
        self.density.blockSignals(True)
        self.density.setValue(round(100 * ratio))
        self.density.blockSignals(False)
        self._say(self.density.value())
        self.patterns.set_value(pattern)

    def allow(self, allowed: bool, why_not: str) -> None:
        """Let it be changed, or say why not."""
        for control in (self.density, self.patterns):
            control.setEnabled(allowed)
        self._hint.setText("" if allowed else why_not)
        self._hint.setVisible(not allowed)

    def _say(self, percent: int) -> None:
        self._percent.setText(number(f"{percent} %"))

    def _slid(self, percent: int) -> None:
        self._say(percent)
        self.densityChanged.emit(percent / 100)

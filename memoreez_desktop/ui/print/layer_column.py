"""The layer slider beside the toolpaths: number on top, height and what can happen there at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.print.events_section import EVENT_ICONS
from memoreez_desktop.ui.print.marked_slider import MarkedSlider
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.painting import Painted
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import number, tr


class LayerColumn(Painted):
    """72 px wide; layers are counted from 1 for people.

    Signals
    -------
    layerChanged(int)
        Index of the topmost layer to be shown, from 0.
    eventWanted(str, int)
        ``pause`` or ``color_change`` before the layer with this index.
    """

    layerChanged = Signal(int)
    eventWanted = Signal(str, int)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.setFixedWidth(72)
        self._drawing: ToolpathDrawing | None = None
        self._looked_at = 0, 0
        self.number = QLineEdit()
        self.number.setAccessibleName(tr("Layer"))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFont(font("strong"))
        self.number.setFixedWidth(56)
        self.number.setTextMargins(-8, 0, -8, 0)
        self.slider = MarkedSlider(icon_book)
        self.slider.setAccessibleName(tr("Layers shown"))
        self.slider.setPageStep(10)
        self._of = Label(icon_book, "", "meta", "muted")
        self._height = Label(icon_book, "", "meta", "muted")
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(6)
        column.addWidget(Label(icon_book, tr("Layer"), "meta", "muted"), 0, centre)
        column.addWidget(self.number, 0, centre)
        column.addSpacing(6)
        column.addWidget(self.slider, 1, centre)
        column.addSpacing(4)
        for label in (self._of, self._height):
            column.addWidget(label, 0, centre)
        self.pause = IconButton(icon_book, EVENT_ICONS["pause"], tr("Pause before this layer"))
        self.colour = IconButton(
            icon_book, EVENT_ICONS["color_change"], tr("Change the colour before this layer")
        )
        for button, kind in ((self.pause, "pause"), (self.colour, "color_change")):
            column.addWidget(button, 0, centre)
            button.clicked.connect(lambda _on=False, kind=kind: self._want(kind))
        self.slider.valueChanged.connect(self._take)
        self.number.editingFinished.connect(self._typed)
        self.show_drawing(None)

    def show_drawing(self, drawing: ToolpathDrawing | None) -> None:
        """Offer the layers of a drawing: all of them, or up to the one looked at before."""
        if self._drawing is not None:
            self._looked_at = self._drawing.layers, self.slider.value()
        self._drawing = drawing
        layers = drawing.layers if drawing is not None else 0
        # The same layers sliced anew, perhaps with a pause: the person goes on looking where they looked.
        before, chosen = self._looked_at
        layer = chosen if before == layers else layers
        self.slider.blockSignals(True)
        self.slider.setRange(1 if layers else 0, layers)
        self.slider.setValue(layer)
        self.slider.blockSignals(False)
        for control in (self.slider, self.number):
            control.setEnabled(layers > 0)
        self.number.setText(str(layer) if layers else "")
        self._of.setText(tr("of {layers}", layers=layers) if layers else "")
        self._say_height(layer)

    def show_marks(self, marks: Sequence[tuple[int, str]]) -> None:
        """Mark layers (from 1) at which something happens."""
        self.slider.show_marks(marks)

    def _want(self, kind: str) -> None:
        self.eventWanted.emit(kind, self.slider.value() - 1)

    def _take(self, layer: int) -> None:
        self.number.setText(str(layer))
        self._say_height(layer)
        if layer > 0:
            self.layerChanged.emit(layer - 1)

    def _typed(self) -> None:
        """Take a number from the line; anything else puts the present one back."""
        text = self.number.text().strip()
        self.slider.setValue(int(text) if text.isdecimal() else self.slider.value())
        self.number.setText(str(self.slider.value()) if self._drawing is not None else "")

    def _say_height(self, layer: int) -> None:
        z_mm = self._drawing.layer_z_mm if self._drawing is not None else None
        # Nothing is printed before the first layer, so that nothing can happen in between.
        for button in (self.pause, self.colour):
            button.setEnabled(layer > 1)
        known = z_mm is not None and layer > 0
        self._height.setText(number(f"{float(z_mm[layer - 1]):.1f} mm") if known else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.color("bg"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), self.color("line"))

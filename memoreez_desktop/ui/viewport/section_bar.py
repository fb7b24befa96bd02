"""Where the picture of the model is cut open: the side it is looked into from, how deep, which half stays."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.viewport.api import AXES, Axis, MeshView, SectionPlane
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.painting import Painted
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import tr

_STEPS, _HIGH_PX = 200, 52


class SectionBar(Painted):
    """Speaks to a :class:`~memoreez_desktop.ui.viewport.api.MeshView`.

    Signals
    -------
    closed()
        The person closed it.
    """

    closed = Signal()

    def __init__(self, icon_book: IconBook, view: MeshView, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self._view, self._section = view, SectionPlane()
        self.setFixedHeight(_HIGH_PX)
        choices = (("y", tr("Front")), ("x", tr("Side")), ("z", tr("Top")))
        self.axis = Segmented(icon_book, tr("Look inside from"), choices)
        self.axis.set_value(self._section.axis)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 10)
        self.slider.setAccessibleName(tr("How deep the model is cut open"))
        self.slider.setMinimumWidth(80)
        self.other = IconButton(icon_book, "mdi6.flip-horizontal", tr("Show the other half"), size_px=32)
        self.close_button = IconButton(icon_book, "mdi6.close", tr("Close the section"), size_px=32)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 0)
        row.setSpacing(12)
        row.addWidget(self.axis)
        row.addWidget(self.slider, 1)
        row.addWidget(self.other)
        row.addWidget(self.close_button)
        self.axis.changed.connect(self._choose_axis)
        self.slider.valueChanged.connect(self._slide)
        self.other.clicked.connect(self._flip)
        self.close_button.clicked.connect(self.closed)
        self._show_place()

    def open(self, opened: bool) -> None:
        """Show the bar and cut the model open, or close both."""
        self.setVisible(opened)
        self._tell(self._section if opened else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self.color("line"))

    def _choose_axis(self, axis: str) -> None:
        chosen: Axis = next(name for name in AXES if name == axis)
        self._tell(SectionPlane(chosen))

    def _slide(self, value: int) -> None:
        self._tell(SectionPlane(self._section.axis, value / _STEPS, self._section.flipped))

    def _flip(self) -> None:
        section = self._section
        self._tell(SectionPlane(section.axis, section.at_ratio, not section.flipped))

    def _tell(self, section: SectionPlane | None) -> None:
        if section is not None:
            self._section = section
            self._show_place()
        self._view.show_section(section, self._dragged)

    def _dragged(self, section: SectionPlane) -> None:
        """Follow the handle in the view."""
        self._section = section
        self._show_place()

    def _show_place(self) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(self._section.at_ratio * _STEPS))
        self.slider.blockSignals(False)

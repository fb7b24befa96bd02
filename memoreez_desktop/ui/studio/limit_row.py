"""A slider for the limit from which a map of the model shows trouble."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import number, tr

# Lowest and highest limit and their step: walls in mm, slopes in degrees from the upright.
_RANGES = {"thickness": (0.2, 5.0, 0.1), "overhang": (10.0, 85.0, 1.0)}


class LimitRow(QWidget):
    """Word, slider, number.

    Signals
    -------
    changed()
        The person moved the slider; :attr:`limit` is where it stands.
    """

    changed = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heat: HeatMap | None = None
        self._limits: dict[str, float] = {}
        self._word = Label(icon_book, "", "meta", "muted")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Limit"))
        self._number = Label(icon_book, "", "meta", "text")
        self._number.setFixedWidth(64)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._word)
        row.addWidget(self.slider, 1)
        row.addWidget(self._number)
        self.slider.valueChanged.connect(self._moved)

    @property
    def limit(self) -> float | None:
        """The limit the person chose for this map, None where it is the usual one."""
        return None if self._heat is None else self._limits.get(self._heat.id)

    def offer(self, heat: HeatMap | None) -> None:
        """Offer limits for a map; maps without a limit, or none, hide the row."""
        self._heat = heat if heat is not None and heat.id in _RANGES else None
        self.setVisible(self._heat is not None)
        if self._heat is None:
            return
        thin = self._heat.id == "thickness"
        self._word.setText(tr("Thinner than") if thin else tr("Steeper than"))
        self.slider.setAccessibleName(self._word.text())
        low, high, step = _RANGES[self._heat.id]
        value = self._limits.get(self._heat.id, self._heat.usual_limit)
        self.slider.blockSignals(True)
        self.slider.setRange(0, round((high - low) / step))
        self.slider.setPageStep(5)
        self.slider.setValue(round((value - low) / step))
        self.slider.blockSignals(False)
        self._show(value)

    def _moved(self, at: int) -> None:
        if self._heat is None:
            return
        low, _high, step = _RANGES[self._heat.id]
        value = round(low + at * step, 3)
        self._limits[self._heat.id] = value
        if abs(value - self._heat.usual_limit) < step / 2:
            # Back at the usual limit, the usual colours are there again.
            del self._limits[self._heat.id]
        self._show(value)
        self.changed.emit()

    def _show(self, value: float) -> None:
        thin = self._heat is not None and self._heat.id == "thickness"
        self._number.setText(number(f"{value:.1f} mm") if thin else f"{value:.0f}°")

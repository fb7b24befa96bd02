"""A number with decimals."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.spin_dress import SpinDress


class DecimalField(SpinDress, QDoubleSpinBox):
    """A number with decimals and perhaps a unit; heard of when it has been entered, not key by key."""

    def __init__(
        self,
        icon_book: IconBook,
        name: str,
        lowest: float,
        highest: float,
        *,
        step: float = 1.0,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setDecimals(2)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}" if unit else "")
        self.setKeyboardTracking(False)
        self.dress(icon_book, name)

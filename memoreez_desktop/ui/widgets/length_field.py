"""A number with a unit and decimals."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.spin_dress import SpinDress


class LengthField(SpinDress, QDoubleSpinBox):
    """A length with its unit; ``field.value()`` is in mm."""

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(1)
        self.setKeyboardTracking(False)
        self.dress(icon_book, name)

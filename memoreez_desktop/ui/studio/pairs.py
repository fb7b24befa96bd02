"""Two fields beside each other, as often as needed."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from memoreez_desktop.ui.widgets.fields import Field

# The sign, the margin and four digits; a spin box by itself asks for the longest number it could ever hold.
_LEAST_PX = 88


class Pairs(QGridLayout):
    """Two columns of equal width that fit the narrow column of a small window."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(12)
        for column in (0, 1):
            self.setColumnStretch(column, 1)

    def put(self, field: Field, row: int, column: int) -> None:
        """Put a field into its place; a label that is too long never widens the column."""
        field.control.setMinimumWidth(_LEAST_PX)
        field.label.setMinimumWidth(_LEAST_PX // 2)
        field.label.setToolTip(field.label.text())
        self.addWidget(field, row, column)

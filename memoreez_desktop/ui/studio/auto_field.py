"""A length that may be left to be worked out."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QValidator
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.length_field import LengthField
from memoreez_desktop.ui.words import number, tr


class AutoField(LengthField):
    """A number, or nothing typed: then "Auto" and what was worked out.

    Signals
    -------
    chosen(object)
        A number, or None for "work it out".
    """

    chosen = Signal(object)

    def __init__(
        self,
        icon_book: IconBook,
        name: str,
        lowest: float,
        highest: float,
        *,
        step: float = 1.0,
        unit: str = "mm",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, name, parent)
        self._solved: float | None = None
        self.setRange(lowest - step, highest)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}")
        self.setToolTip(tr("Empty: worked out by itself."))
        self._tell_solved()
        self.valueChanged.connect(lambda _value: self.chosen.emit(self.wish))

    @property
    def wish(self) -> float | None:
        """The number, None for "work it out"."""
        return None if self.value() <= self.minimum() else float(self.value())

    def show_wish(self, wish: float | None, solved: float | None = None) -> None:
        """Show a wish and what was worked out, without telling anybody."""
        self._solved = solved
        self.blockSignals(True)
        self._tell_solved()
        if not (self.hasFocus() and self.lineEdit().isModified()):
            self.setValue(self.minimum() if wish is None else wish)
        self.blockSignals(False)

    def stepBy(self, steps: int) -> None:
        """Step from what was worked out, not from nothing."""
        if self.wish is None and self._solved is not None:
            self.setValue(self._solved + steps * self.singleStep())
        else:
            super().stepBy(steps)

    def validate(self, text: str, at: int) -> object:
        """Let an emptied field be: it means "work it out"."""
        if self._is_empty(text):
            return QValidator.State.Acceptable, text, at
        return super().validate(text, at)

    def valueFromText(self, text: str) -> float:
        return self.minimum() if self._is_empty(text) else super().valueFromText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.wish is None:
            # After the click that brought the focus has put the cursor somewhere.
            QTimer.singleShot(0, self, self.selectAll)

    def _is_empty(self, text: str) -> bool:
        return not text.removesuffix(self.suffix().strip()).strip() or text == self.specialValueText()

    def _tell_solved(self) -> None:
        words = tr("Auto") if self._solved is None else f"{tr('Auto')} {number(f'{self._solved:.1f}')}"
        self.setSpecialValueText(words)

"""A slider with its word and its number over it; a double click brings its usual value back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import number, tr

_HANDLE_PX, _GROOVE_PX = 20, 4


class _Slider(QSlider):
    """Filled from its usual value on; a passing wheel scrolls the column, not the photo's light."""

    doubled = Signal()

    def __init__(self, icon_book: IconBook) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme_book = icon_book.theme_book
        self.usual = 0
        self.setProperty("twoway", True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        usual = 0.0 if self.usual == self.minimum() else self._x(self.usual)
        begin, end = sorted((usual, self._x(self.value())))
        # Not under the handle, which is painted already.
        begin += _HANDLE_PX / 2 if self.value() < self.usual else 0
        end -= _HANDLE_PX / 2 if self.value() > self.usual else 0
        if end > begin:
            groove = QRectF(begin, self.height() / 2 - _GROOVE_PX / 2, end - begin, _GROOVE_PX)
            QPainter(self).fillRect(groove, self._theme_book.color("accent"))

    def _x(self, value: int) -> float:
        share = (value - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        return _HANDLE_PX / 2 + share * (self.width() - _HANDLE_PX)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.doubled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ToneSlider(QWidget):
    """A number between two others.

    Parameters
    ----------
    low, high, usual : float
    step : float
        Of the arrow keys.
    decimals : int
    unit : str
        Written behind the number.
    signed : bool
        A plus is written, too.

    Signals
    -------
    changed(float)
        By the person.
    """

    changed = Signal(float)

    def __init__(
        self,
        icon_book: IconBook,
        name: str,
        low: float,
        high: float,
        usual: float,
        *,
        step: float,
        decimals: int = 2,
        unit: str = "",
        signed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._per_unit = 10**decimals
        self._decimals, self._unit, self._usual, self._signed = decimals, unit, usual, signed
        self.slider = _Slider(icon_book)
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(tr("A double click brings the usual value back."))
        self.slider.setRange(round(low * self._per_unit), round(high * self._per_unit))
        self.slider.usual = round((usual if signed else low) * self._per_unit)
        self.slider.setSingleStep(max(1, round(step * self._per_unit)))
        self.slider.setPageStep(max(1, round(5 * step * self._per_unit)))
        self.label = Label(icon_book, name, "label")
        self.label.setBuddy(self.slider)
        self.label.installEventFilter(self)
        self._number = Label(icon_book, "", "small", "muted")
        self.setFocusProxy(self.slider)
        top = QHBoxLayout()
        top.addWidget(self.label, 1)
        top.addWidget(self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.slider)
        self.slider.valueChanged.connect(self._slid)
        self.slider.doubled.connect(self.reset)
        self.set_value(usual)

    @property
    def value(self) -> float:
        """What it stands at."""
        return self.slider.value() / self._per_unit

    def set_value(self, value: float) -> None:
        """Show a value without telling anybody."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(value * self._per_unit))
        self.slider.blockSignals(False)
        self._tell()

    def reset(self) -> None:
        """Bring the usual value back."""
        self.slider.setValue(round(self._usual * self._per_unit))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.reset()
            return True
        return super().eventFilter(watched, event)

    def _slid(self, _value: int) -> None:
        self._tell()
        self.changed.emit(self.value)

    def _tell(self) -> None:
        sign = "+" if self._signed and self.value > 0 else ""
        words = number(f"{sign}{self.value:.{self._decimals}f}{self._unit}").replace("-", "\N{MINUS SIGN}")
        self._number.setText(words)
        self._number.set_role("muted" if self.value == self._usual else "violet")
        self.slider.setAccessibleDescription(words)

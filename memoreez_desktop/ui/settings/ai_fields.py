"""A provider's own fields as controls: one for each kind of value, none for any provider."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.provider import FieldSpec, ParamValue
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.check_box import CheckBox
from memoreez_desktop.ui.widgets.decimal_field import DecimalField
from memoreez_desktop.ui.widgets.fields import ChoiceField, Field, NumberField, TextField
from memoreez_desktop.ui.widgets.secret_field import SecretField
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_offers import HeldKey

_TWO_COLUMNS_PX = 480
_LONG_TEXT = 40


class FormField(QWidget):
    """A label over a control, with a button beside it where one is given.

    Signals
    -------
    changed(object)
        What was entered; for a text, empty means the default, and for a key, that it is to be forgotten.
    """

    changed = Signal(object)

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    @property
    def is_wide(self) -> bool:
        """Whether it wants a line of its own."""
        return True

    def place(self, icon_book: IconBook, control: QWidget, beside: QWidget | None) -> None:
        """Lay out label, control, button and hint."""
        hint = tr(self.spec.help)
        control.setAccessibleDescription(hint)
        whole = control
        if beside is not None:
            whole = QWidget()
            whole.setFocusProxy(control)
            whole.setAccessibleName(control.accessibleName())
            row = QHBoxLayout(whole)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(control, 1)
            row.addWidget(beside)
        field = Field(icon_book, tr(self.spec.label), whole, hint=hint)
        # A box to tick has its words beside it.
        field.label.setVisible(self.spec.kind != "bool")
        self.column.addWidget(field)


class KeyField(FormField):
    """A key."""

    def __init__(self, icon_book: IconBook, spec: FieldSpec, beside: QWidget | None = None) -> None:
        super().__init__(spec)
        self.control = SecretField(icon_book, tr(spec.label))
        self.control.entered.connect(self.changed.emit)
        self.control.forgotten.connect(lambda: self.changed.emit(""))
        self.place(icon_book, self.control, beside)

    def show_held(self, held: HeldKey | None) -> None:
        """Show whether there is one."""
        self.control.show_kept(held.tail if held is not None else None)


class ValueField(FormField):
    """One value of any kind but a key."""

    def __init__(self, icon_book: IconBook, spec: FieldSpec, beside: QWidget | None = None) -> None:
        super().__init__(spec)
        make = {
            "text": self._text,
            "choice": self._choice,
            "bool": self._switch,
            "int": self._count,
            "float": self._decimal,
        }[spec.kind]
        self.control, self._show = make(icon_book, tr(spec.label))
        self.place(icon_book, self.control, beside)
        self.column.addStretch(1)

    @property
    def is_wide(self) -> bool:
        """Whether it wants a line of its own."""
        return self.spec.kind == "bool" or len(str(self.spec.default)) > _LONG_TEXT

    def show_value(self, plain: Mapping[str, ParamValue]) -> None:
        """Show what was entered without telling anybody; not while the person is typing."""
        if isinstance(self.control, TextField) and self.control.hasFocus() and self.control.isModified():
            return
        self.control.blockSignals(True)
        self._show(plain.get(self.spec.id, "" if self.spec.kind == "text" else self.spec.default))
        self.control.blockSignals(False)

    def _text(self, icon_book: IconBook, name: str) -> tuple[QWidget, Callable[[ParamValue], None]]:
        line = TextField(icon_book, name, str(self.spec.default))

        def entered() -> None:
            line.setModified(False)
            self.changed.emit(line.text().strip())

        line.editingFinished.connect(entered)

        def show(value: ParamValue) -> None:
            line.setText(str(value))
            line.setCursorPosition(0)

        return line, show

    def _choice(self, icon_book: IconBook, name: str) -> tuple[QWidget, Callable[[ParamValue], None]]:
        box = ChoiceField(icon_book, name)
        box.set_choices([(value, tr(label)) for value, label in self.spec.choices], str(self.spec.default))
        box.currentIndexChanged.connect(lambda _row: self.changed.emit(box.value))
        return box, lambda value: box.setCurrentIndex(max(0, box.findData(value)))

    def _switch(self, icon_book: IconBook, name: str) -> tuple[QWidget, Callable[[ParamValue], None]]:
        box = CheckBox(icon_book, name)
        box.toggled.connect(self.changed.emit)
        return box, lambda value: box.setChecked(value is True)

    def _count(self, icon_book: IconBook, name: str) -> tuple[QWidget, Callable[[ParamValue], None]]:
        spec = self.spec
        box = NumberField(icon_book, name, int(spec.minimum or 0), int(spec.maximum or 1_000_000))
        box.setSingleStep(int(spec.step or 1))
        box.setSuffix(f" {spec.unit}" if spec.unit else "")
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self.changed.emit)
        return box, lambda value: box.setValue(int(value))

    def _decimal(self, icon_book: IconBook, name: str) -> tuple[QWidget, Callable[[ParamValue], None]]:
        spec = self.spec
        bounds = (spec.minimum or 0.0, spec.maximum if spec.maximum is not None else 1e6)
        box = DecimalField(icon_book, name, *bounds, step=spec.step or 1.0, unit=spec.unit)
        box.valueChanged.connect(self.changed.emit)
        return box, lambda value: box.setValue(float(value))


class FieldGrid(QWidget):
    """Values side by side where there is room, one under the other where there is none."""

    def __init__(self, fields: Sequence[FormField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(20)
        self._place(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(2 if event.size().width() >= _TWO_COLUMNS_PX else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for field in self._fields:
            if column and (field.is_wide or columns == 1):
                row, column = row + 1, 0
            span = columns if field.is_wide else 1
            self._grid.addWidget(field, row, column, 1, span)
            column += span
            if column >= columns:
                row, column = row + 1, 0
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)

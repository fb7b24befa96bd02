"""A product's own parameters, drawn from what it says of itself: a new product edits no form."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.core.edition import Edition, size_field, value_of
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.provider import FieldSpec, ParamValue
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.symbol_field import SymbolField
from memoreez_desktop.ui.studio.symbols import FURTHER_FIELDS, SYMBOL_FIELD, Symbol
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.fields import ChoiceField, Field, Switch, TextField
from memoreez_desktop.ui.widgets.length_field import LengthField
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import tr

_SEGMENTS, _SEGMENT_LETTERS = 4, 28


class ProductForm(Section):
    """One control for each parameter but the size.

    Signals
    -------
    changed(str, object)
        Parameter and its new value.
    symbol_wanted(SymbolField)
        Another symbol than the offered ones is wanted.
    """

    changed = Signal(str, object)
    symbol_wanted = Signal(object)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Shape"), parent=parent)
        self._icon_book = icon_book
        self._info: ProductInfo | None = None
        self._setters: dict[str, Callable[[ParamValue], None]] = {}
        self._rows: list[QWidget] = []
        self.symbols: dict[str, SymbolField] = {}

    def show_symbols(self, symbols: Mapping[str, Symbol]) -> None:
        """Show which symbols stand on the model, by their fields."""
        for field_id, symbol in symbols.items():
            if field_id in self.symbols:
                self.symbols[field_id].show_symbol(symbol)

    def show_edition(self, info: ProductInfo | None, edition: Edition) -> None:
        """Draw the form of a product, or bring its values up to date."""
        if info != self._info:
            self._build(info)
        for field in info.fields if info is not None else ():
            if field.id in self._setters:
                self._setters[field.id](value_of(edition, field))
        self.setVisible(bool(self._rows))

    def _build(self, info: ProductInfo | None) -> None:
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._setters, self._info, self.symbols = [], {}, info, {}
        main = size_field(info)
        for field in info.fields if info is not None else ():
            if main is None or field.id != main.id:
                row = self._row(field)
                self._rows.append(row)
                self.body.addWidget(row)

    def _row(self, field: FieldSpec) -> QWidget:
        label = tr(field.label)
        tell = self._teller(field.id)
        if field.kind == "bool":
            return self._switch(field, label, tell)
        if field.kind == "choice":
            return self._choice(field, label, tell)
        if field.kind in ("float", "int"):
            number = LengthField(self._icon_book, label)
            number.setDecimals(1 if field.kind == "float" else 0)
            number.setRange(
                field.minimum if field.minimum is not None else -9999.0,
                field.maximum if field.maximum is not None else 9999.0,
            )
            number.setSingleStep(field.step or 1.0)
            number.setSuffix(f" {field.unit}" if field.unit else "")
            whole = field.kind == "int"
            number.valueChanged.connect(lambda value: tell(int(value) if whole else float(value)))
            self._setters[field.id] = quietly(number, lambda value: number.setValue(float(value)))
            return Field(self._icon_book, label, number, hint=tr(field.help))
        if field.kind == "text" and field.id in (SYMBOL_FIELD, *FURTHER_FIELDS):
            return self._symbol_row(field, label, tell)
        line = TextField(self._icon_book, label)
        line.editingFinished.connect(lambda: tell(line.text().strip()))
        self._setters[field.id] = quietly(line, lambda value: line.setText(str(value)))
        return Field(self._icon_book, label, line, hint=tr(field.help))

    def _symbol_row(self, field: FieldSpec, label: str, tell: Callable[[ParamValue], None]) -> QWidget:
        symbol = self.symbols[field.id] = SymbolField(self._icon_book, label)
        symbol.changed.connect(tell)
        symbol.more_wanted.connect(lambda _word, _present: self.symbol_wanted.emit(symbol))
        hint = tr("A word such as “dog” or “sailing”. Left empty, the story decides.")
        return Field(self._icon_book, label, symbol, hint=hint if field.id == SYMBOL_FIELD else "")

    def _switch(self, field: FieldSpec, label: str, tell: Callable[[ParamValue], None]) -> QWidget:
        switch = Switch(self._icon_book, label)
        switch.toggled.connect(lambda on: tell(bool(on)))
        self._setters[field.id] = quietly(switch, lambda value: switch.setChecked(bool(value)))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(self._icon_book, label, "label"), 1)
        line.addWidget(switch)
        row.setToolTip(tr(field.help))
        return row

    def _choice(self, field: FieldSpec, label: str, tell: Callable[[ParamValue], None]) -> QWidget:
        choices = [(value, tr(words)) for value, words in field.choices]
        short = sum(len(words) for _, words in choices) <= _SEGMENT_LETTERS and len(choices) <= _SEGMENTS
        if short:
            bar = Segmented(self._icon_book, label, choices)
            bar.changed.connect(tell)
            self._setters[field.id] = lambda value: bar.set_value(str(value))
            return Field(self._icon_book, label, bar, hint=tr(field.help))
        box = ChoiceField(self._icon_book, label)
        box.set_choices(choices, str(field.default))
        box.currentIndexChanged.connect(lambda _index: tell(box.value))
        self._setters[field.id] = quietly(box, lambda value: box.setCurrentIndex(max(0, box.findData(value))))
        return Field(self._icon_book, label, box, hint=tr(field.help))

    def _teller(self, field_id: str) -> Callable[[ParamValue], None]:
        return lambda value: self.changed.emit(field_id, value)


def quietly(widget: QWidget, set_value: Callable[[ParamValue], None]) -> Callable[[ParamValue], None]:
    """Wrap a setter so that it tells nobody."""

    def quiet(value: ParamValue) -> None:
        widget.blockSignals(True)
        set_value(value)
        widget.blockSignals(False)
        widget.update()

    return quiet

"""One thing that was added: its name, and under it its numbers, its place and the way to take it off."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.keepsake_steps import Emblem, Step
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.auto_field import AutoField
from memoreez_desktop.ui.studio.extra_kinds import EXTRA_BY_KIND, NumberSpec
from memoreez_desktop.ui.studio.fold import Fold
from memoreez_desktop.ui.studio.pairs import Pairs
from memoreez_desktop.ui.studio.recipe_section import solved_numbers
from memoreez_desktop.ui.studio.said_line import SaidLine
from memoreez_desktop.ui.studio.spot_field import SpotField
from memoreez_desktop.ui.studio.step_words import detail_of, icon_of, title_of
from memoreez_desktop.ui.widgets.buttons import IconButton, SecondaryButton
from memoreez_desktop.ui.widgets.fields import Field, TextField
from memoreez_desktop.ui.widgets.length_field import LengthField
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import tr


class ExtraCard(QWidget):
    """A line with icon, name and a cross; open it has everything the step holds.

    Signals
    -------
    wanted(object)
        The step with another value.
    removed()
    point_wanted(object)
        See :class:`SpotField`.
    placed(Spot)
        It lies elsewhere now.
    symbol_wanted(str, str, QRect, object)
        See :class:`ExtrasSection`.
    """

    wanted = Signal(object)
    removed = Signal()
    point_wanted = Signal(object)
    placed = Signal(object)
    symbol_wanted = Signal(str, str, object, object)

    def __init__(self, icon_book: IconBook, step: Step) -> None:
        super().__init__()
        self.step = step
        self._icon_book, self._kind = icon_book, EXTRA_BY_KIND[step.kind]
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 4, 0, 8)
        self._inside.setSpacing(12)
        self.numbers: dict[str, LengthField] = {}
        self.choices: dict[str, Segmented] = {}
        self.line: TextField | None = None
        self.spot: SpotField | None = None
        self.symbol: SecondaryButton | None = None
        self.fold = Fold(icon_book, title_of(step), inside, icon_of(step))
        self.remove = IconButton(
            icon_book, "mdi6.close", tr("Remove: {what}", what=title_of(step)), size_px=32
        )
        self.remove.clicked.connect(self.removed)
        self.said = SaidLine(icon_book)
        self._furnish()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.fold, 1)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(inside)

    def show_step(self, step: Step, note: StepNote | None) -> None:
        """Show its values and what came of it, without telling anybody."""
        self.step = step
        solved = solved_numbers(note)
        for name, field in self.numbers.items():
            value = getattr(step, name)
            if isinstance(field, AutoField):
                field.show_wish(value, solved.get(name))
            else:
                field.blockSignals(True)
                field.setValue(value)
                field.blockSignals(False)
        for name, choice in self.choices.items():
            choice.set_value(getattr(step, name))
        if self.line is not None and self.line.text().strip() != step.text:  # type: ignore[union-attr]
            self.line.setText(step.text)  # type: ignore[union-attr]
        if self.spot is not None:
            self.spot.show_spot(step.spot)  # type: ignore[union-attr]
        if self.symbol is not None and isinstance(step, Emblem):
            self.symbol.set_icon(step.icon_id or "mdi6.shape-plus-outline")
            self.fold.set_icon(icon_of(step))
        self.fold.set_aside(detail_of(step))
        self.said.say(note)

    def _furnish(self) -> None:
        book, kind = self._icon_book, self._kind
        if isinstance(self.step, Emblem):
            self.symbol = SecondaryButton(book, tr("Choose a symbol…"), "mdi6.shape-plus-outline")
            self.symbol.clicked.connect(self._pick)
            self._inside.addWidget(self.symbol)
        if kind.words:
            self.line = TextField(book, tr(kind.words), tr(kind.words))
            self.line.textEdited.connect(lambda text: self._tell(text=text.strip()))
            self._inside.addWidget(self.line)
        for spec in kind.choices:
            choice = Segmented(book, tr(spec.label), [(value, tr(label)) for value, label in spec.choices])
            choice.changed.connect(lambda value, name=spec.field: self._tell(**{name: value}))
            self.choices[spec.field] = choice
            self._inside.addWidget(Field(book, tr(spec.label), choice))
        if kind.numbers:
            self._inside.addLayout(self._number_grid())
        if kind.places:
            self.spot = SpotField(book, kind.places, underside=kind.underside, turns=kind.turns)
            self.spot.chosen.connect(lambda spot: self._tell(spot=spot))
            if not kind.underside:
                self.spot.placed.connect(self.placed)
            self.spot.point_wanted.connect(self.point_wanted)
            self._inside.addWidget(Field(book, tr("Place"), self.spot))

    def _number_grid(self) -> Pairs:
        grid = Pairs()
        for at, spec in enumerate(self._kind.numbers):
            field = self.numbers[spec.field] = self._number(spec)
            grid.put(Field(self._icon_book, tr(spec.label), field), at // 2, at % 2)
        return grid

    def _number(self, spec: NumberSpec) -> LengthField:
        name = spec.field
        label = f"{title_of(self.step)}: {tr(spec.label)}"
        if spec.auto:
            auto = AutoField(
                self._icon_book, label, spec.lowest, spec.highest, step=spec.step, unit=spec.unit
            )
            auto.chosen.connect(lambda wish: self._tell(**{name: wish}))
            return auto
        field = LengthField(self._icon_book, label)
        field.setDecimals(0 if spec.whole or spec.unit == "°" else 2 if spec.step < 0.1 else 1)
        field.setRange(spec.lowest, spec.highest)
        field.setSingleStep(spec.step)
        field.setSuffix(spec.unit if spec.unit == "°" else f" {spec.unit}" if spec.unit else "")
        field.valueChanged.connect(
            lambda value: self._tell(**{name: int(value) if spec.whole else round(float(value), 3)})
        )
        return field

    def _pick(self) -> None:
        button = self.symbol
        if button is not None and isinstance(self.step, Emblem):
            below = QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
            self.symbol_wanted.emit("", self.step.icon_id, below, lambda icon: self._tell(icon_id=icon))

    def _tell(self, **values: Any) -> None:
        step = replace(self.step, **values)
        if step != self.step:
            self.step = step
            self.fold.set_aside(detail_of(step))
            self.wanted.emit(step)

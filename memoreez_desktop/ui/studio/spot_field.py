"""Where something lies on a keepsake: on the pedestal, on a side, or where the person points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.keepsake_steps import Spot, SpotOn
from memoreez_desktop.ui.accessibility import announce
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.pairs import Pairs
from memoreez_desktop.ui.studio.step_words import place_name
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.fields import ChoiceField, Field
from memoreez_desktop.ui.widgets.length_field import LengthField
from memoreez_desktop.ui.words import tr

_PLACES = ((0, 0), (0, 0), (0, 1), (1, 0))


class SpotField(QWidget):
    """A choice of places, a button to point with, and how far it is moved and turned there.

    Parameters
    ----------
    places : sequence of str
        The sides that make sense; pointing always does.
    underside : bool
        ``pedestal`` is the underside here, where nothing can be moved.
    turns : bool
        It matters how it is turned on the surface.

    Signals
    -------
    chosen(Spot)
    placed(Spot)
        Chosen was another side, which perhaps is not in sight; where a person points is.
    point_wanted(object)
        ``take(Spot)`` hears where the person pointed.
    """

    chosen = Signal(object)
    placed = Signal(object)
    point_wanted = Signal(object)

    def __init__(
        self, icon_book: IconBook, places: Sequence[SpotOn], *, underside: bool = False, turns: bool = True
    ) -> None:
        super().__init__()
        self._places, self._underside, self._turns = tuple(places), underside, turns
        self._spot = Spot()
        self.place = ChoiceField(icon_book, tr("Place"))
        self.place.currentIndexChanged.connect(lambda _index: self._placed(self.place.value))
        self.point = IconButton(icon_book, "mdi6.crosshairs", tr("Point at the place on the model"))
        self.point.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        row.addWidget(self.point)
        self.round = _angle(icon_book, tr("Round the pedestal"))
        self.turn = _angle(icon_book, tr("Turned"))
        self.across = _share(icon_book, tr("To the right"))
        self.up = _share(icon_book, tr("Upwards"))
        labels = (
            tr("Angle"),
            self.across.accessibleName(),
            self.up.accessibleName(),
            self.turn.accessibleName(),
        )
        numbers = zip(labels, self._numbers, strict=True)
        self._fields = [Field(icon_book, label, number) for label, number in numbers]
        grid = Pairs()
        # Round a wall or across a side: never both, so they share a place.
        for field, control, at in zip(self._fields, self._numbers, _PLACES, strict=True):
            grid.put(field, *at)
            control.valueChanged.connect(lambda _value: self._moved())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addLayout(grid)
        self.setFocusProxy(self.place)

    @property
    def _numbers(self) -> tuple[LengthField, ...]:
        return (self.round, self.across, self.up, self.turn)

    def show_spot(self, spot: Spot) -> None:
        """Show a place without telling anybody."""
        self._spot = spot
        places = [*dict.fromkeys((*self._places, spot.on))]
        choices = [(on, self._name(on)) for on in places if on != "free"]
        choices.append(("free", place_name("free") if spot.on == "free" else tr("Point at it…")))
        self.place.set_choices(choices, spot.on)
        values = (
            spot.angle_deg % 360,
            100 * spot.shift_ratio[0],
            100 * spot.shift_ratio[1],
            spot.turn_deg % 360,
        )
        for field, value in zip(self._numbers, values, strict=True):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)
        wall = spot.on == "pedestal"
        fixed = wall and self._underside
        for field, shown in zip(self._fields, (wall, not wall, True, not wall and self._turns), strict=True):
            field.setVisible(shown and not fixed)

    def _name(self, on: str) -> str:
        return tr("On the underside") if on == "pedestal" and self._underside else place_name(on)

    def _placed(self, on: str) -> None:
        if on == "free":
            self._ask()
        else:
            self._tell(Spot(on=on))  # type: ignore[arg-type]
            self.placed.emit(self._spot)

    def _ask(self) -> None:
        announce(self, tr("Click the place on the model."))
        self.point_wanted.emit(self._tell)
        self.show_spot(self._spot)

    def _moved(self) -> None:
        before = self._spot.angle_deg
        round_deg, across, up, turn = (float(field.value()) for field in self._numbers)
        self._tell(
            replace(self._spot, angle_deg=round_deg, shift_ratio=(across / 100, up / 100), turn_deg=turn)
        )
        if round_deg != before:
            self.placed.emit(self._spot)

    def _tell(self, spot: Spot) -> None:
        if spot != self._spot:
            self.show_spot(spot)
            self.chosen.emit(spot)


def _angle(icon_book: IconBook, name: str) -> LengthField:
    field = LengthField(icon_book, name)
    field.setDecimals(0)
    field.setRange(0.0, 359.0)
    field.setSingleStep(5.0)
    field.setWrapping(True)
    field.setSuffix("°")
    return field


def _share(icon_book: IconBook, name: str) -> LengthField:
    field = LengthField(icon_book, name)
    field.setDecimals(0)
    field.setRange(-100.0, 100.0)
    field.setSingleStep(5.0)
    field.setSuffix(" %")
    return field

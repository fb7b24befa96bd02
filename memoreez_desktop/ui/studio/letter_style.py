"""How a text looks and where it stands: place, raised or engraved, face, size, spacing, reach and arc."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from memoreez_desktop.core.keepsake_steps import Lettering
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.auto_field import AutoField
from memoreez_desktop.ui.studio.pairs import Pairs
from memoreez_desktop.ui.studio.recipe_edits import on_wall
from memoreez_desktop.ui.studio.spot_field import SpotField
from memoreez_desktop.ui.widgets.fields import ChoiceField, Field, Switch
from memoreez_desktop.ui.widgets.length_field import LengthField
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import tr

STRAIGHT, UP, DOWN = "straight", "up", "down"
_ARC_MM = 40.0


class LetterStyle(QWidget):
    """Every value of a text but its words.

    Signals
    -------
    wanted(object, str)
        Values by the names of the step's fields, and what the change is called.
    point_wanted(object)
        See :class:`SpotField`.
    """

    wanted = Signal(object, str)
    point_wanted = Signal(object)

    def __init__(self, icon_book: IconBook) -> None:
        super().__init__()
        self._icon_book = icon_book
        self.spot = SpotField(icon_book, ("pedestal", "front", "back", "top"))
        self.spot.chosen.connect(lambda spot: self._tell(tr("Place of the text"), spot=spot))
        self.spot.point_wanted.connect(self.point_wanted)
        modes = (("raised", tr("Raised")), ("engraved", tr("Engraved")))
        self.mode = Segmented(icon_book, tr("Raised or engraved"), modes)
        self.mode.changed.connect(lambda mode: self._tell(tr("Raised or engraved"), mode=mode))
        self.face = ChoiceField(icon_book, tr("Typeface"))
        self.face.currentIndexChanged.connect(lambda _i: self._tell(tr("Typeface"), face=self.face.value))
        sides = (("left", tr("Left")), ("centre", tr("Centre")), ("right", tr("Right")))
        self.align = Segmented(icon_book, tr("Alignment"), sides)
        self.align.changed.connect(lambda side: self._tell(tr("Alignment"), align=side))
        self.cap = AutoField(icon_book, tr("Height of the capitals"), 1.5, 60.0, step=0.5)
        self.cap.chosen.connect(lambda wish: self._tell(tr("Height of the capitals"), cap_mm=wish))
        self.depth = AutoField(icon_book, tr("Depth of the letters"), 0.2, 5.0, step=0.1)
        self.depth.chosen.connect(lambda wish: self._tell(tr("Depth of the letters"), depth_mm=wish))
        self.spacing = _percent(icon_book, tr("Space between letters"), -10.0, 60.0)
        self.spacing.valueChanged.connect(
            lambda share: self._tell(tr("Space between letters"), spacing_em=round(share / 100, 3))
        )
        self.gap = _percent(icon_book, tr("Space between lines"), 10.0, 200.0)
        self.gap.valueChanged.connect(
            lambda share: self._tell(tr("Space between lines"), line_gap_ratio=round(share / 100, 3))
        )
        self._make_bends()
        self.solved = Switch(icon_book, tr("Change what does not print"))
        self.solved.toggled.connect(lambda on: self._tell(tr("Change what does not print"), solved=bool(on)))
        self._lay_out()

    def show_faces(self, faces: list[tuple[str, str]]) -> None:
        """Offer typefaces as ``(id, label)``."""
        self.face.set_choices(faces, self.face.value or "sans")

    def show_step(self, step: Lettering, solved: dict[str, float]) -> None:
        """Show a text's values without telling anybody."""
        self.spot.show_spot(step.spot)
        self.mode.set_value(step.mode)
        self.align.set_value(step.align)
        self.cap.show_wish(step.cap_mm, solved.get("cap_mm"))
        self.depth.show_wish(step.depth_mm, solved.get("depth_mm"))
        bend = STRAIGHT if not step.arc_mm else UP if step.arc_mm > 0 else DOWN
        self.arc.set_value(bend)
        for control in (self.face, self.spacing, self.gap, self.reach, self.radius, self.solved):
            control.blockSignals(True)
        self.face.setCurrentIndex(max(0, self.face.findData(step.face)))
        self.spacing.setValue(100 * step.spacing_em)
        self.gap.setValue(100 * step.line_gap_ratio)
        self.reach.setValue(round(step.reach_deg))
        self.radius.setValue(abs(step.arc_mm) or _ARC_MM)
        self.solved.setChecked(step.solved)
        for control in (self.face, self.spacing, self.gap, self.reach, self.radius, self.solved):
            control.blockSignals(False)
        self._reach.aside.setText(f"{step.reach_deg:.0f}°")
        self._reach.setVisible(on_wall(step))
        self._arc.setVisible(not on_wall(step))
        self._radius.setVisible(not on_wall(step) and bend != STRAIGHT)
        self._gap.setVisible(len(step.lines) > 1)
        self.solved.update()

    def _make_bends(self) -> None:
        book = self._icon_book
        self.reach = QSlider(Qt.Orientation.Horizontal)
        self.reach.setAccessibleName(tr("How far round the pedestal"))
        self.reach.setRange(30, 360)
        self.reach.setSingleStep(5)
        self.reach.setPageStep(30)
        self.reach.valueChanged.connect(self._reached)
        bends = ((STRAIGHT, tr("Straight")), (UP, tr("Arch")), (DOWN, tr("Bowl")))
        self.arc = Segmented(book, tr("Arc"), bends)
        self.arc.changed.connect(lambda _bend: self._bent())
        self.radius = LengthField(book, tr("Radius of the arc"))
        self.radius.setRange(5.0, 400.0)
        self.radius.setSingleStep(5.0)
        self.radius.setSuffix(" mm")
        self.radius.valueChanged.connect(lambda _value: self._bent())
        self._reach = Field(book, tr("How far round the pedestal"), self.reach)
        self._arc = Field(book, tr("Arc"), self.arc)
        self._radius = Field(book, tr("Radius of the arc"), self.radius)

    def _lay_out(self) -> None:
        book = self._icon_book
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(12)
        self._gap = Field(book, tr("Line spacing"), self.gap)
        pairs = Pairs()
        pairs.put(Field(book, tr("Capitals"), self.cap), 0, 0)
        pairs.put(Field(book, tr("Depth"), self.depth), 0, 1)
        pairs.put(Field(book, tr("Spacing"), self.spacing), 1, 0)
        pairs.put(self._gap, 1, 1)
        fit = QHBoxLayout()
        fit.addWidget(Label(book, tr("Change what does not print"), "label", wrap=True), 1)
        fit.addWidget(self.solved)
        column.addWidget(Field(book, tr("Place"), self.spot))
        column.addWidget(self.mode)
        column.addWidget(Field(book, tr("Typeface"), self.face))
        column.addLayout(pairs)
        column.addWidget(Field(book, tr("Alignment"), self.align))
        for field in (self._reach, self._arc, self._radius):
            column.addWidget(field)
        column.addLayout(fit)

    def _reached(self, degrees: int) -> None:
        self._reach.aside.setText(f"{degrees}°")
        self._tell(tr("How far round the pedestal"), reach_deg=float(degrees))

    def _bent(self) -> None:
        sign = {STRAIGHT: 0.0, UP: 1.0, DOWN: -1.0}[self.arc.value]
        self._radius.setVisible(bool(sign))
        self._tell(tr("Arc of the text"), arc_mm=sign * float(self.radius.value()))

    def _tell(self, words: str, **values: Any) -> None:
        self.wanted.emit(values, words)


def _percent(icon_book: IconBook, name: str, lowest: float, highest: float) -> LengthField:
    field = LengthField(icon_book, name)
    field.setDecimals(0)
    field.setRange(lowest, highest)
    field.setSingleStep(2.0)
    field.setSuffix(" %")
    return field

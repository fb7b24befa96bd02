"""More settings: closed at first; everything a maker may want to say about one print. Widgets only."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.core.profiles import QualityProfile
from memoreez_desktop.core.slice_rules import Conflict
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.print.brim_field import BrimField
from memoreez_desktop.ui.print.infill_group import InfillGroup
from memoreez_desktop.ui.widgets.buttons import QuietButton
from memoreez_desktop.ui.widgets.fields import ChoiceField, NumberField, Switch
from memoreez_desktop.ui.widgets.length_field import LengthField
from memoreez_desktop.ui.widgets.rows import Disclosure, Row
from memoreez_desktop.ui.words import tr

_NARROW_PX, _WIDE_PX = 104, 152


class MoreSection(QWidget):
    """The heading that opens it, and the rows.

    Signals
    -------
    changed(str, object)
        A field of the quality and its new value.
    brimChanged(str, float)
        The kind of brim and its width in mm.
    copiesChanged(int)
    resetWanted()
    """

    changed = Signal(str, object)
    brimChanged = Signal(str, float)
    copiesChanged = Signal(int)
    resetWanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.rows: dict[str, Row] = {}
        self.heading = Disclosure(icon_book, tr("More settings"))
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(24, 0, 24, 16)
        self._column.setSpacing(14)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.heading)
        outer.addWidget(self._body)
        self._furnish_strength()
        self._furnish_surface()
        self._furnish_foot()
        self._furnish_plate()
        self.reset = QuietButton(icon_book, tr("Back to the quality's own"), "mdi6.restore", height=32)
        self.reset.clicked.connect(self.resetWanted)
        self._column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.heading.opened.connect(self._body.setVisible)
        self._body.hide()

    def show_values(self, quality: QualityProfile, copies: int, changes: int) -> None:
        """Show what is sliced with, telling nobody."""
        for control in self._quiet():
            control.blockSignals(True)
        self.infill.show_infill(quality.fill_density_ratio, quality.fill_pattern)
        self.walls.setValue(quality.perimeters)
        self.seam.setCurrentIndex(max(0, self.seam.findData(quality.seam_position)))
        self.external_first.setChecked(quality.external_perimeters_first)
        self.adaptive.setChecked(quality.adaptive_layers)
        self.vase.setChecked(quality.spiral_vase)
        self.plate_only.setChecked(quality.support_material_buildplate_only)
        self.brim.show_brim(quality.brim_type, quality.brim_width_mm)
        self.raft.setValue(quality.raft_layers)
        self.foot.setValue(quality.elephant_foot_compensation_mm)
        self.copies.setValue(copies)
        for control in self._quiet():
            control.blockSignals(False)
            control.update()
        self.heading.set_aside(tr("%n changed", n=changes) if changes else "")
        self.reset.setVisible(changes > 0)
        self._allow(quality)

    def show_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Say beside a control what cannot be."""
        for conflict in conflicts:
            row = self.rows.get(conflict.field)
            if row is not None:
                row.say(f"{tr(conflict.message)} {tr(conflict.hint)}".strip(), "warn")

    def show_room(self, fit: int | None) -> None:
        """Say how many copies fit; None while it is not known."""
        self.copies.blockSignals(True)
        self.copies.setMaximum(max(1, fit or 1))
        self.copies.blockSignals(False)
        row = self.rows["copies"]
        if fit is not None and self.copies.isEnabled():
            row.say(tr("%n fit on this bed.", n=fit))

    def _allow(self, quality: QualityProfile) -> None:
        """Close what this print cannot have, and say why beside it."""
        vase = quality.spiral_vase
        self.infill.allow(not vase, tr("A vase is one wall without infill."))
        for name in ("perimeters", "adaptive_layers", "raft_layers", "copies"):
            self.rows[name].allow(not vase, tr("Not with a vase."))
        self.rows["support_material_buildplate_only"].allow(
            quality.supports != "off" and not vase, tr("Supports are switched off.")
        )

    def _furnish_strength(self) -> None:
        self.infill = InfillGroup(self._icon_book)
        self.infill.densityChanged.connect(lambda ratio: self.changed.emit("fill_density_ratio", ratio))
        self.infill.patternChanged.connect(lambda value: self.changed.emit("fill_pattern", value))
        self._column.addWidget(self.infill)
        self.walls = self._number("perimeters", tr("Walls"), 1, 12)

    def _furnish_surface(self) -> None:
        self.seam = ChoiceField(self._icon_book, tr("Seam"))
        self.seam.set_choices(
            [
                ("aligned", tr("In one line")),
                ("rear", tr("At the back")),
                ("hidden", tr("In corners")),
                ("nearest", tr("Shortest way")),
            ],
            "aligned",
        )
        self.seam.currentIndexChanged.connect(
            lambda _index: self.changed.emit("seam_position", self.seam.value)
        )
        self._row("seam_position", tr("Seam"), self.seam, wide=_WIDE_PX)
        self.external_first = self._switch("external_perimeters_first", tr("Outer wall first"))
        self.adaptive = self._switch(
            "adaptive_layers",
            tr("Adaptive layers"),
            tr("Thinner where it slopes, thicker where it is upright."),
        )
        self.vase = self._switch(
            "spiral_vase", tr("Vase"), tr("One wall in a spiral, with a bottom, open at the top.")
        )

    def _furnish_foot(self) -> None:
        self.plate_only = self._switch("support_material_buildplate_only", tr("Supports only from the bed"))
        self.brim = BrimField(self._icon_book)
        self.brim.chosen.connect(self.brimChanged)
        self._row("brim_width_mm", tr("Brim"), self.brim, wide=_WIDE_PX)
        self.raft = self._number("raft_layers", tr("Raft, in layers"), 0, 8, empty_text=tr("None"))
        self.foot = LengthField(self._icon_book, tr("Elephant foot"))
        self.foot.setDecimals(2)
        self.foot.setRange(0.0, 0.5)
        self.foot.setSingleStep(0.05)
        self.foot.setSuffix(" mm")
        self.foot.valueChanged.connect(
            lambda value: self.changed.emit("elephant_foot_compensation_mm", round(value, 2))
        )
        words = tr("How much narrower the first layer is drawn, because it is pressed wider.")
        self._row("elephant_foot_compensation_mm", tr("Elephant foot"), self.foot, words, _NARROW_PX + 16)

    def _furnish_plate(self) -> None:
        self.copies = NumberField(self._icon_book, tr("Copies"), 1, 1)
        self.copies.setKeyboardTracking(False)
        self.copies.valueChanged.connect(self.copiesChanged)
        self._row("copies", tr("Copies"), self.copies, wide=_NARROW_PX)

    def _row(self, name: str, label: str, control: QWidget, hint: str = "", wide: int = 0) -> None:
        self.rows[name] = Row(self._icon_book, label, control, hint=hint, wide=wide)
        self._column.addWidget(self.rows[name])

    def _number(self, name: str, label: str, low: int, high: int, empty_text: str = "") -> NumberField:
        made = NumberField(self._icon_book, label, low, high, empty_text=empty_text)
        made.setKeyboardTracking(False)
        made.valueChanged.connect(lambda value: self.changed.emit(name, value))
        self._row(name, label, made, wide=_NARROW_PX)
        return made

    def _switch(self, name: str, label: str, hint: str = "") -> Switch:
        made = Switch(self._icon_book, label)
        made.toggled.connect(lambda on: self.changed.emit(name, bool(on)))
        self._row(name, label, made, hint)
        return made

    def _quiet(self) -> tuple[QWidget, ...]:
        return tuple(row.control for row in self.rows.values())

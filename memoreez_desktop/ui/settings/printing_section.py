"""Printing: the printer, material and quality a new keepsake begins with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.core.profiles import MaterialProfile, PrinterProfile, QualityProfile
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.fields import ChoiceField, Field
from memoreez_desktop.ui.widgets.surfaces import Label, Panel, SectionTitle
from memoreez_desktop.ui.widgets.tiles import TileGroup, TileSpec
from memoreez_desktop.ui.words import tr


class PrintingSection(QWidget):
    """Widgets only.

    Signals
    -------
    printer_chosen(str), material_chosen(str), quality_chosen(str)
        Ids.
    """

    printer_chosen = Signal(str)
    material_chosen = Signal(str)
    quality_chosen = Signal(str)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printers: dict[str, PrinterProfile] = {}
        self._materials: dict[str, MaterialProfile] = {}
        self.printer = ChoiceField(icon_book, tr("Printer"), "mdi6.printer-3d")
        self.material = ChoiceField(icon_book, tr("Material"), "mdi6.palette-outline")
        self.quality = TileGroup(icon_book, tr("Quality"), columns=1, height=64)
        self._printer_field = Field(icon_book, tr("Printer"), self.printer, hint=" ")
        self._material_field = Field(icon_book, tr("Material"), self.material, hint=" ")
        self.printer.currentIndexChanged.connect(self._printer_changed)
        self.material.currentIndexChanged.connect(self._material_changed)
        self.quality.changed.connect(self.quality_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        panel = Panel(icon_book, spacing=20)
        panel.body.addWidget(SectionTitle(icon_book, tr("What you print with")))
        panel.body.addWidget(self._printer_field)
        panel.body.addWidget(self._material_field)
        panel.body.addWidget(Field(icon_book, tr("Quality"), self.quality))
        words = tr("The Print page begins with these and can choose others for one keepsake.")
        panel.body.addWidget(Label(icon_book, words, "small", "muted", wrap=True))
        column.addWidget(panel)
        column.addStretch(1)

    def set_profiles(
        self,
        printers: Sequence[PrinterProfile],
        materials: Sequence[MaterialProfile],
        qualities: Sequence[QualityProfile],
    ) -> None:
        """Offer these."""
        self._printers = {printer.id: printer for printer in printers}
        self._materials = {material.id: material for material in materials}
        self.printer.set_choices([(one.id, tr(one.label)) for one in printers], self.printer.value)
        self.material.set_choices([(one.id, tr(one.label)) for one in materials], self.material.value)
        specs = [
            TileSpec(one.id, tr(one.label), tr(one.description), "mdi6.layers-outline") for one in qualities
        ]
        self.quality.set_specs(specs)

    def show_chosen(self, printer_id: str, material_id: str, quality_id: str) -> None:
        """Show what is chosen without telling anybody."""
        for field, chosen in ((self.printer, printer_id), (self.material, material_id)):
            field.blockSignals(True)
            field.setCurrentIndex(field.findData(chosen))
            field.blockSignals(False)
        self.quality.set_value(quality_id)
        self._show_hints()

    def _printer_changed(self, _row: int) -> None:
        self._show_hints()
        self.printer_chosen.emit(self.printer.value)

    def _material_changed(self, _row: int) -> None:
        self._show_hints()
        self.material_chosen.emit(self.material.value)

    def _show_hints(self) -> None:
        printer = self._printers.get(self.printer.value)
        if printer is not None:
            size = (printer.bed_x_mm, printer.bed_y_mm, printer.height_mm)
            words = " × ".join(f"{value:.0f}" for value in size)
            hint = tr("Prints up to {size} mm, {nozzle:.1f} mm nozzle.", size=words, nozzle=printer.nozzle_mm)
            self._printer_field.set_hint(f"{hint} {tr(printer.note)}".strip())
        material = self._materials.get(self.material.value)
        if material is not None:
            values = {"nozzle": material.temperature_c, "bed": material.bed_temperature_c}
            self._material_field.set_hint(tr("Nozzle {nozzle:.0f} °C, bed {bed:.0f} °C.", **values))

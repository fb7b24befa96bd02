"""What a person does at the product's own controls and at the findings, as changes of the edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QRect

from memoreez_desktop.core.edition import Edition, size_field
from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.keepsake_steps import Size
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.provider import ParamValue
from memoreez_desktop.ui.studio.fixes import all_fixed, fixed
from memoreez_desktop.ui.studio.made import Made
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.symbol_field import SymbolField
from memoreez_desktop.ui.symbol_finder import SymbolFinder
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

Change = Callable[[Callable[[Edition], Edition], str], None]


class StudioControls(QObject):
    """Listens to size, form, words, findings and receipt.

    Parameters
    ----------
    change : callable
        Takes ``edition -> edition`` and what that is called.

    Attributes
    ----------
    made : Made or None
        The model that is being changed.
    printer : PrinterProfile or None
        The one in the settings.
    """

    def __init__(self, panel: StudioPanel, workshop: Workshop, change: Change, parent: QObject) -> None:
        super().__init__(parent)
        self._change = change
        self.made: Made | None = None
        self.printer: PrinterProfile | None = None
        self._finder = SymbolFinder(panel.icon_book, workshop, panel)
        panel.size_section.changed.connect(self._resize)
        panel.form.changed.connect(self._set_value)
        panel.form.symbol_wanted.connect(self._pick_symbol)
        panel.text.changed.connect(
            lambda lines: change(lambda edition: edition.with_lines(lines), tr("Text"))
        )
        panel.findings.showWanted.connect(lambda finding: panel.view.highlight_faces(finding.faces))
        panel.findings.fixWanted.connect(self._fix)
        panel.findings.fixAllWanted.connect(self._fix_all)
        panel.receipt.undo_wanted.connect(
            lambda step: change(
                lambda edition: replace(edition, left=edition.left | {step}), tr("A repair left out")
            )
        )

    def _set_value(self, field_id: str, value: ParamValue) -> None:
        info = self.made.info if self.made is not None else None
        if info is not None:
            label = next((tr(field.label) for field in info.fields if field.id == field_id), field_id)
            self._change(lambda edition: edition.with_value(info, field_id, value), label)

    def _pick_symbol(self, field: SymbolField) -> None:
        present = field.line.symbol.icon_id if field.line.symbol is not None else ""
        below = QRect(field.mapToGlobal(QPoint(0, 0)), field.line.size())
        self._finder.pick(field.word, present, below, field.take)

    def _resize(self, length_mm: float) -> None:
        field = size_field(self.made.info) if self.made is not None else None
        if field is not None:
            self._set_value(field.id, length_mm)
        else:
            size = Size(height_mm=length_mm)
            self._change(lambda edition: edition.with_steps(edition.steps.with_step(size)), tr("Size"))

    def _fix(self, finding: Finding) -> None:
        made, printer = self.made, self.printer
        if made is not None and printer is not None:
            words = tr("Mended: {finding}", finding=tr(finding.message))
            self._change(lambda edition: fixed(edition, finding, made, printer), words)

    def _fix_all(self) -> None:
        made, printer = self.made, self.printer
        if made is not None and printer is not None:
            self._change(lambda edition: all_fixed(edition, made, printer), tr("All mended"))

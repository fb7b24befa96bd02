"""The Print page: toolpaths at the left, settings, figures and export at the right. Widgets only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.print.choice_tiles import MaterialTiles, PrinterField, QualityTiles
from memoreez_desktop.ui.print.events_section import EventsSection, ShownEvent
from memoreez_desktop.ui.print.export_section import ExportSection
from memoreez_desktop.ui.print.figures_section import FiguresSection
from memoreez_desktop.ui.print.layer_column import LayerColumn
from memoreez_desktop.ui.print.legend_bar import LegendBar
from memoreez_desktop.ui.print.more_section import MoreSection
from memoreez_desktop.ui.viewport.api import MeshView
from memoreez_desktop.ui.viewport.workbench import Ground, Section, Workbench
from memoreez_desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from memoreez_desktop.ui.widgets.states import EmptyState
from memoreez_desktop.ui.widgets.surfaces import Badge, Divider, Label
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import tr

# Less than elsewhere, so that everything stands on a page of 900 px without scrolling.
_AIR = 12


class PrintPanel(QWidget):
    """Empty, or the workbench of a print.

    Parameters
    ----------
    view : MeshView
        What draws the toolpaths; ``view_widget`` is its widget.
    """

    def __init__(
        self, icon_book: IconBook, view: MeshView, view_widget: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.view = view
        self.empty = EmptyState(
            icon_book,
            "mdi6.printer-3d-nozzle-outline",
            tr("Nothing to print yet"),
            tr("Choose a concept first. Its toolpaths, time and cost appear here by themselves."),
            tr("Choose a concept"),
            "mdi6.cards-outline",
        )
        self.bench = Workbench(icon_book, tr("Back to the Studio"))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.bench)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._furnish_header()
        self._furnish_view(view_widget)
        self._furnish_side()

    def show_empty(self) -> None:
        """There is no keepsake."""
        self._stack.setCurrentWidget(self.empty)

    def show_bench(self) -> None:
        """There is one."""
        self._stack.setCurrentWidget(self.bench)

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to print."""
        return self._stack.currentWidget() is self.empty

    def say_slicing(self, words: str) -> None:
        """Say that it is being sliced, and offer to stop."""
        self.badge.set_word("info", words, "mdi6.progress-clock")
        self.badge.show()
        self.stop.show()
        self.again.hide()

    def say_state(self, level: str, words: str, *, again: bool = False) -> None:
        """Say how it went; ``again`` offers to slice now."""
        self.badge.set_word(level, words)
        self.badge.setVisible(bool(words))
        self.stop.hide()
        self.again.setVisible(again)

    def complain(self, words: str) -> None:
        """Say calmly why this cannot be printed like this; empty takes it away."""
        self._trouble.setText(words)
        self._trouble_box.setVisible(bool(words))

    def show_events(self, events: Sequence[ShownEvent]) -> None:
        """Show the pauses and colour changes, in the list and on the slider."""
        self.events.show_events(events)
        self.events_rule.setVisible(bool(events))
        self.layers.show_marks([(shown.layer, shown.event.kind) for shown in events if shown.layer])

    def _furnish_header(self) -> None:
        book, right = self._icon_book, self.bench.header.right
        self.badge = Badge(book, "neutral", "")
        self.stop = QuietButton(book, tr("Cancel"), "mdi6.close", height=32)
        self.again = SecondaryButton(book, tr("Slice now"), "mdi6.refresh", height=32)
        for widget in (self.badge, self.stop, self.again):
            right.addWidget(widget)
            widget.hide()

    def _furnish_view(self, view_widget: QWidget) -> None:
        self.layers = LayerColumn(self._icon_book)
        self.legend = LegendBar(self._icon_book)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(view_widget, 1)
        row.addWidget(self.layers)
        self.bench.left.addLayout(row, 1)
        self.bench.left.addWidget(self.legend)

    def _furnish_side(self) -> None:
        book, bench = self._icon_book, self.bench
        self._trouble_box = Ground(book, "wsoft")
        self._trouble = Label(book, "", "small", "warn", wrap=True)
        inside = QVBoxLayout(self._trouble_box)
        inside.setContentsMargins(24, 12, 24, 12)
        inside.addWidget(self._trouble)
        self._trouble_box.hide()
        bench.top.addWidget(self._trouble_box)
        self.printer_section = Section(book, tr("Printer"), air=_AIR)
        self.printer = PrinterField(book, tr("Printer"))
        self.printer_section.body.addWidget(self.printer)
        self.material_section = Section(book, tr("Material"), air=_AIR)
        self.materials = MaterialTiles(book, tr("Material"), columns=3, height=44)
        self.material_section.body.addWidget(self.materials)
        self.quality_section = Section(book, tr("Quality"), tr("layer height in mm"), air=_AIR)
        self.qualities = QualityTiles(book, tr("Quality"), columns=3, height=96)
        self.quality_section.body.addWidget(self.qualities)
        self.supports_section = Section(book, tr("Supports"), air=_AIR)
        words = (("auto", tr("Auto")), ("on", tr("Always")), ("off", tr("Never")))
        self.supports = Segmented(book, tr("Supports"), words)
        self.supports_section.head.addWidget(self.supports, 2)
        self.figures = FiguresSection(book)
        self.export = ExportSection(book)
        self.events = EventsSection(book, air=_AIR)
        self.events_rule = Divider(book)
        self.more = MoreSection(book)
        for section in (
            self.printer_section,
            self.material_section,
            self.quality_section,
            self.supports_section,
        ):
            bench.add_section(section)
        bench.add_section(self.events, ruled=False)
        bench.sections.addWidget(self.events_rule)
        bench.add_section(self.more, ruled=False)
        self.show_events(())
        bench.sections.addStretch(1)
        for widget in (Divider(book), self.figures, Divider(book), self.export):
            bench.foot.addWidget(widget)

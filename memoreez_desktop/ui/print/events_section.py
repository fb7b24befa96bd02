"""The pauses and colour changes of a print, each with a way to take it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.core.profiles import LayerEvent
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import ElidedLabel
from memoreez_desktop.ui.words import number, tr

EVENT_ICONS = {"pause": "mdi6.pause-circle-outline", "color_change": "mdi6.palette-outline"}


@dataclass(frozen=True)
class ShownEvent:
    """An event and the layer (from 1) it happens before; 0 while that is not known."""

    event: LayerEvent
    layer: int = 0


class EventsSection(Section):
    """One line for each; the section is not there while there is none.

    Signals
    -------
    removed(LayerEvent)
    """

    removed = Signal(object)

    def __init__(self, icon_book: IconBook, *, air: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Pauses"), air=air, parent=parent)
        self._icon_book = icon_book
        self._lines: list[QWidget] = []
        self.buttons: list[IconButton] = []
        self.body.setSpacing(6)

    def show_events(self, events: Sequence[ShownEvent]) -> None:
        """Show these."""
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.buttons = []
        self._lines = [self._line(shown) for shown in events]
        for line in self._lines:
            self.body.addWidget(line)
        self.setVisible(bool(events))

    def _line(self, shown: ShownEvent) -> QWidget:
        words = event_words(shown)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconMark(self._icon_book, EVENT_ICONS[shown.event.kind], "violet", 20))
        row.addWidget(ElidedLabel(self._icon_book, words, "meta"), 1)
        remove = IconButton(self._icon_book, "mdi6.close", tr("{what}, remove", what=words), size_px=32)
        remove.clicked.connect(lambda: self.removed.emit(shown.event))
        row.addWidget(remove)
        self.buttons.append(remove)
        return line


def event_words(shown: ShownEvent) -> str:
    """Return what happens and where."""
    what = tr("Pause") if shown.event.kind == "pause" else tr("Change of colour")
    height = number(f"{shown.event.height_mm:.1f}")
    if not shown.layer:
        return tr("{what} at {height} mm", what=what, height=height)
    return tr("{what} before layer {layer}, {height} mm", what=what, layer=shown.layer, height=height)

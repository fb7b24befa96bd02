"""Keeps the person's own wishes for the present print, and lets the page show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.core.profiles import EventKind, LayerEvent, SliceSettings
from memoreez_desktop.core.slice_rules import conflicts
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.print import slice_job
from memoreez_desktop.ui.print.events_section import ShownEvent
from memoreez_desktop.ui.print.own_wishes import OwnWishes, height_before, layer_after
from memoreez_desktop.ui.print.panel import PrintPanel
from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import TaskHandle
    from memoreez_desktop.ui.workshop import Workshop


class WishesKeeper(QObject):
    """Listens to supports, more settings and the layer column.

    Signals
    -------
    changed()
        The person wants something else of this print.
    """

    changed = Signal()

    def __init__(self, panel: PrintPanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._workshop = panel, workshop
        self.wishes = OwnWishes()
        self._plain: SliceSettings | None = None
        self._drawing: ToolpathDrawing | None = None
        self._room: dict[tuple[object, ...], int] = {}
        self._asking: TaskHandle | None = None
        more = panel.more
        panel.supports.changed.connect(lambda value: self._set(supports=value))
        more.changed.connect(lambda name, value: self._set(**{name: value}))
        more.brimChanged.connect(lambda kind, width: self._set(brim_type=kind, brim_width_mm=width))
        more.copiesChanged.connect(self._set_copies)
        more.resetWanted.connect(self._reset)
        panel.layers.eventWanted.connect(self._add_event)
        panel.events.removed.connect(self._remove_event)

    def forget(self) -> None:
        """Begin anew, for another keepsake."""
        self.wishes, self._drawing = OwnWishes(), None

    def applied(self, plain: SliceSettings) -> SliceSettings:
        """Return what is sliced with where ``plain`` is what the profiles say."""
        self._plain = plain
        return self.wishes.apply(plain)

    def show(self, keepsake: Keepsake, settings: SliceSettings) -> None:
        """Show the values, what cannot be, and how many copies fit."""
        wishes, more = self.wishes, self._panel.more
        self._panel.supports.set_value(settings.quality.supports)
        self._panel.supports.setEnabled(not settings.quality.spiral_vase)
        self._find_room(keepsake, settings)
        more.show_values(settings.quality, wishes.bodies, wishes.count)
        more.show_room(self._room.get(_room_key(keepsake, settings)))
        more.show_conflicts(conflicts(settings, keepsake.mesh.extents_mm[2]))
        self._show_events()

    def take_drawing(self, drawing: ToolpathDrawing) -> None:
        """Know where the layers are, to say before which one something happens."""
        self._drawing = drawing
        self._show_events()

    def _show_events(self) -> None:
        z_mm = self._drawing.layer_z_mm if self._drawing is not None else None
        shown = []
        for event in self.wishes.events:
            layer = 0 if z_mm is None else layer_after(event.height_mm, z_mm) + 1
            shown.append(ShownEvent(event, layer if z_mm is None or layer <= len(z_mm) else 0))
        self._panel.show_events(shown)

    def _find_room(self, keepsake: Keepsake, settings: SliceSettings) -> None:
        """Ask how many copies fit, once for a model and a bed."""
        key = _room_key(keepsake, settings)
        if key in self._room:
            return
        if self._asking is not None:
            self._asking.cancel()
        self._asking = self._workshop.runner.submit(
            slice_job.room_job(keepsake, settings, self._workshop),
            done=lambda fit: self._take_room(key, fit),
        )

    def _take_room(self, key: tuple[object, ...], fit: int) -> None:
        self._asking = None
        self._room[key] = fit
        self._panel.more.show_room(fit)
        if self.wishes.copies > max(1, fit):
            self._set_copies(max(1, fit))

    def _set(self, **values: object) -> None:
        if self._plain is not None:
            self._take(self.wishes.with_values(self._plain.quality, **values))

    def _set_copies(self, copies: int) -> None:
        self._take(OwnWishes(self.wishes.values, copies, self.wishes.events))

    def _reset(self) -> None:
        self._take(OwnWishes(events=self.wishes.events))

    def _add_event(self, kind: EventKind, layer: int) -> None:
        if self._drawing is not None:
            height_mm = height_before(layer, self._drawing.layer_z_mm)
            self._take(self.wishes.with_event(kind, height_mm))

    def _remove_event(self, event: LayerEvent) -> None:
        self._take(self.wishes.without_event(event))

    def _take(self, wishes: OwnWishes) -> None:
        if wishes != self.wishes:
            self.wishes = wishes
            self.changed.emit()


def _room_key(keepsake: Keepsake, settings: SliceSettings) -> tuple[object, ...]:
    """Return everything that says how many copies fit."""
    printer, quality = settings.printer, settings.quality
    around = quality.brim_type, quality.brim_width_mm, quality.raft_layers, quality.raft_expansion_mm
    return keepsake.mesh.digest, printer.bed_x_mm, printer.bed_y_mm, around

"""The Print page's decisions: what is sliced when, and what is shown of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.core.units import duration_words
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.print import slice_job
from memoreez_desktop.ui.print.exporter import Exporter
from memoreez_desktop.ui.print.figures import legend
from memoreez_desktop.ui.print.panel import PrintPanel
from memoreez_desktop.ui.print.slice_job import Choices, Sliced, SliceOrder
from memoreez_desktop.ui.print.wishes_keeper import WishesKeeper
from memoreez_desktop.ui.words import number, tr

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import TaskHandle
    from memoreez_desktop.ui.workshop import Workshop

_SLICE_AFTER_MS = 1500


class PrintPresenter(QObject):
    """Slices in the background 1.5 s after the last change and keeps every result.

    Parameters
    ----------
    panel : PrintPanel
    workshop : Workshop
    """

    def __init__(self, panel: PrintPanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._journey = panel, workshop, workshop.journey
        self._choices: Choices | None = None
        self._keepsake: Keepsake | None = None
        self._own_quality = ""
        self._own = WishesKeeper(panel, workshop, self)
        self._own.changed.connect(self._settings_changed)
        self._times: dict[tuple[str, str], float] = {}
        self._slicing: TaskHandle | None = None
        self._sliced: Sliced | None = None
        self._wait = QTimer(self, singleShot=True, interval=_SLICE_AFTER_MS)
        self._wait.timeout.connect(self.slice_now)
        self._exporter = Exporter(panel, workshop, self)
        panel.printer.currentIndexChanged.connect(lambda _index: self._choose(printer_id=panel.printer.value))
        panel.materials.changed.connect(lambda chosen: self._choose(material_id=chosen))
        panel.qualities.changed.connect(self._choose_quality)
        panel.layers.layerChanged.connect(panel.view.set_layer)
        panel.stop.clicked.connect(self.cancel)
        panel.again.clicked.connect(self.slice_now)
        panel.empty.button.clicked.connect(lambda: self._journey.go("concepts"))
        panel.bench.header.backWanted.connect(lambda: self._journey.go("studio"))
        self._journey.keepsakeChanged.connect(self._take_keepsake)
        workshop.keeper.changed.connect(lambda _settings: self._settings_changed())
        workshop.runner.submit(
            slice_job.choices_job, pool="disk", done=self._take_choices, failed=self._journey.complain
        )
        self._take_keepsake(self._journey.keepsake)

    @property
    def settings(self) -> SliceSettings | None:
        """What is sliced with; None until the profiles have been read."""
        chosen = self._workshop.keeper.settings
        if self._choices is None:
            return None
        quality = self._own_quality or chosen.quality_id
        plain = self._choices.settings(chosen.printer_id, chosen.material_id, quality)
        return self._own.applied(plain)

    def slice_now(self) -> None:
        """Slice, or fetch what was sliced before."""
        self._wait.stop()
        keepsake, settings = self._keepsake, self.settings
        if keepsake is None or settings is None:
            return
        self._stop()
        self._panel.complain("")
        self._panel.say_slicing(tr("Slicing"))
        self._panel.figures.show_progress(None)
        self._slicing = self._workshop.runner.submit(
            slice_job.slice_job(SliceOrder(keepsake, settings, self._own.wishes.bodies), self._workshop),
            progress=self._progress,
            done=self._arrived,
            failed=self._failed,
        )

    def cancel(self) -> None:
        """Stop slicing until something changes or the person asks for it."""
        self._stop()
        self._panel.figures.show_nothing()
        self._panel.say_state("neutral", tr("Not sliced"), again=True)

    def _take_choices(self, choices: Choices) -> None:
        self._choices = choices
        self._offer()
        self._soon(immediately=True)

    def _take_keepsake(self, keepsake: Keepsake | None) -> None:
        first = self._keepsake is None
        self._keepsake, self._own_quality = keepsake, ""
        self._own.forget()
        self._forget()
        if keepsake is None:
            self._panel.show_empty()
            return
        self._panel.show_bench()
        self._offer()
        height = number(f"{keepsake.mesh.extents_mm[2]:.1f}")
        told = keepsake.plan.recipe.story.name if keepsake.plan is not None else ""
        kind = tr(keepsake.plan.kind) if keepsake.plan is not None else tr("Your own model")
        for_whom = tr("{kind} for {name}", kind=kind, name=told) if told else kind
        title = tr("Print “{title}”", title=tr(keepsake.title))
        self._panel.bench.header.say(title, tr("{what}, {height} mm tall", what=for_whom, height=height))
        colour = keepsake.plan.colour if keepsake.plan is not None else "cream"
        self._panel.view.show_mesh(keepsake.mesh, colour)
        self._panel.view.view("home")
        self._workshop.runner.submit(slice_job.suited_quality(keepsake), pool="disk", done=self._suit)
        self._soon(immediately=first)

    def _suit(self, quality_id: str) -> None:
        """Slice with what the product needs (a lithophane is solid) until the person says otherwise."""
        if quality_id and quality_id != self._own_quality:
            self._own_quality = quality_id
            self._settings_changed()

    def _choose(self, **ids: str) -> None:
        try:
            self._workshop.keeper.change(**ids)
        except MemoreezError as error:
            self._journey.complain(error)

    def _choose_quality(self, quality_id: str) -> None:
        if self._own_quality:
            # This keepsake's product had a wish of its own: the answer is for this keepsake alone.
            self._own_quality = quality_id
            self._settings_changed()
        else:
            self._choose(quality_id=quality_id)

    def _settings_changed(self) -> None:
        settings, keepsake, sliced = self.settings, self._keepsake, self._sliced
        if settings is None:
            return
        if keepsake and sliced and sliced.order.is_same(keepsake, settings, self._own.wishes.bodies):
            return
        self._offer()
        self._forget()
        self._soon()

    def _offer(self) -> None:
        """Show what can be chosen and what is."""
        settings, choices, panel = self.settings, self._choices, self._panel
        if settings is None or choices is None:
            return
        printer = settings.printer
        panel.printer.set_choices([(p.id, tr(p.label)) for p in choices.printers], printer.id)
        size = f"{printer.bed_x_mm:.0f} × {printer.bed_y_mm:.0f} × {printer.height_mm:.0f} mm"
        panel.printer.second_line = size
        panel.printer.setToolTip(
            tr("{size}, nozzle {nozzle} mm", size=size, nozzle=number(f"{printer.nozzle_mm:g}"))
        )
        panel.printer.update()
        panel.materials.offer(
            [(m.id, tr(m.label), m.colour) for m in choices.materials], settings.material.id
        )
        panel.material_section.aside.setText(
            tr("€{price} per kg", price=number(f"{settings.material.price_per_kg:g}"))
        )
        panel.qualities.offer(
            [
                (q.id, tr(q.label), q.layer_height_mm, self._quality_words(q.id, q.layer_height_mm))
                for q in choices.qualities
            ],
            settings.quality.id,
        )
        panel.view.show_bed(printer)
        if self._keepsake is not None:
            self._own.show(self._keepsake, settings)

    def _quality_words(self, quality_id: str, layer_mm: float) -> str:
        known = self._times.get((self._keepsake.mesh.digest if self._keepsake else "", quality_id))
        layer = number(f"{layer_mm:.2f}")
        return f"{layer} · {duration_words(known)}" if known else f"{layer} mm"

    def _soon(self, *, immediately: bool = False) -> None:
        if self._keepsake is None or self._choices is None:
            return
        self._panel.say_slicing(tr("Slicing in a moment"))
        self._wait.start(0 if immediately else _SLICE_AFTER_MS)

    def _progress(self, fraction: float | None, words: str) -> None:
        self._panel.figures.show_progress(fraction)
        percent = "" if fraction is None else f" {fraction * 100:.0f} %"
        self._panel.say_slicing((tr(words) if words else tr("Slicing")) + percent)

    def _arrived(self, sliced: Sliced) -> None:
        self._slicing, self._sliced = None, sliced
        stats, panel = sliced.result.stats, self._panel
        if self._keepsake is not None and self._own.wishes.are_none:
            self._times[self._keepsake.mesh.digest, sliced.order.settings.quality.id] = stats.time_s
        panel.figures.show_stats(stats, sliced.order.settings.material)
        panel.figures.say_notes([tr(note) for note in sliced.result.notes])
        panel.legend.show_entries(legend(stats))
        panel.layers.show_drawing(sliced.drawing)
        self._own.take_drawing(sliced.drawing)
        panel.view.show_toolpaths(sliced.drawing)
        panel.view.set_layer(panel.layers.slider.value() - 1)
        words = (
            tr("Sliced before")
            if sliced.known
            else tr("Sliced in {time}", time=duration_words(max(1, sliced.seconds)))
        )
        panel.say_state("good", words)
        self._offer()
        title = self._keepsake.title if self._keepsake is not None else ""
        self._exporter.offer(sliced.result.path, str(tr(title)))
        self._journey.set_gcode(sliced.result)

    def _failed(self, error: MemoreezError) -> None:
        self._slicing = None
        self._panel.figures.show_nothing()
        self._panel.say_state("error", tr("Cannot be sliced"), again=error.retryable)
        self._panel.complain(" ".join(tr(part) for part in (error.message, error.hint) if part))

    def _forget(self) -> None:
        """Let go of what was sliced: it does not fit any more."""
        self._stop()
        self._exporter.offer(None, "")
        self._panel.figures.show_nothing()
        self._panel.legend.show_entries(())
        self._panel.layers.show_drawing(None)
        self._panel.view.show_toolpaths(None)
        self._panel.complain("")
        if self._sliced is not None:
            self._sliced = None
            self._journey.set_gcode(None)

    def _stop(self) -> None:
        self._wait.stop()
        if self._slicing is not None:
            self._slicing.cancel()
            self._slicing = None

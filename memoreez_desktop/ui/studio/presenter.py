"""The Studio's decisions: what is built when, what is shown meanwhile, and the way back."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

from memoreez_desktop.core.concept import ConceptPlan
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.provider import ParamValue
from memoreez_desktop.ui.history import History
from memoreez_desktop.ui.journey import Keepsake
from memoreez_desktop.ui.studio import sculpt_job
from memoreez_desktop.ui.studio.bringing import Bringing
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer
from memoreez_desktop.ui.studio.draft import Draft, size_field
from memoreez_desktop.ui.studio.fixes import all_fixed, fix_labels, fixed
from memoreez_desktop.ui.studio.maps import StudioMaps
from memoreez_desktop.ui.studio.mend_job import MendShelf
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.photo_section import StudioPhoto
from memoreez_desktop.ui.studio.sculpt_job import Made
from memoreez_desktop.ui.studio.show_made import pins_of, show_findings, show_form, show_keepsake
from memoreez_desktop.ui.studio.symbol_field import SymbolField
from memoreez_desktop.ui.symbol_finder import SymbolFinder
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import TaskHandle
    from memoreez_desktop.ui.workshop import Workshop

_DEBOUNCE_MS = 300
_REMEMBERED = 6


class StudioPresenter(QObject):
    """Listens to the journey and to the panel; builds in the child process.

    Parameters
    ----------
    panel : StudioPanel
    workshop : Workshop
    """

    def __init__(self, panel: StudioPanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._journey = panel, workshop, workshop.journey
        self._history: History[Draft] = History()
        self._made: Made | None = None
        self._remembered: OrderedDict[tuple[Draft, str], Made] = OrderedDict()
        self._building: TaskHandle | None = None
        self._printer: PrinterProfile | None = None
        self._mine: Keepsake | None = None
        self._photo = StudioPhoto(panel.photo, workshop, self._change)
        self._maps = StudioMaps(panel.maps, panel.view, workshop, self)
        self._bringing = Bringing(panel, workshop, self._begin, self._nothing_brought, self)
        self._shelf = MendShelf()
        self._finder = SymbolFinder(panel.icon_book, workshop, panel)
        self._wait = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._wait.timeout.connect(self._build)
        self._listen()
        self._fetch_printer()
        if self._journey.keepsake is not None:
            self._adopt(self._journey.keepsake)

    def _listen(self) -> None:
        panel, journey = self._panel, self._journey
        journey.conceptChosen.connect(self.choose)
        journey.keepsakeChanged.connect(self._adopt)
        self._workshop.keeper.changed.connect(lambda _settings: self._fetch_printer())
        panel.making.cancelled.connect(self.cancel)
        panel.fileDropped.connect(self._open_file)
        panel.empty.button.clicked.connect(lambda: journey.go("concepts"))
        panel.bench.header.backWanted.connect(lambda: journey.go("concepts"))
        panel.go_on.clicked.connect(lambda: journey.go("print"))
        for button in (panel.bring, panel.open):
            button.clicked.connect(self._bringing.ask_for_file)
        panel.undo.clicked.connect(lambda: self._travel(self._history.undo()))
        panel.redo.clicked.connect(lambda: self._travel(self._history.redo()))
        panel.size_section.changed.connect(self._resize)
        panel.form.changed.connect(self._set_value)
        panel.form.symbol_wanted.connect(self._pick_symbol)
        panel.text.changed.connect(lambda lines: self._change(lambda draft: draft.with_lines(lines)))
        panel.findings.showWanted.connect(lambda finding: panel.view.highlight_faces(finding.faces))
        panel.findings.fixWanted.connect(self._fix)
        panel.findings.fixAllWanted.connect(self._fix_all)
        panel.receipt.mesh_wanted.connect(self._look_back)
        panel.receipt.undo_wanted.connect(
            lambda step: self._change(lambda draft: replace(draft, left=draft.left | {step}))
        )

    def choose(self, plan: ConceptPlan) -> None:
        """Make a concept's real model."""
        self._begin(Draft(plan))
        job = sculpt_job.concept_picture_job(plan, self._workshop, self._journey.project_id)
        self._workshop.runner.submit(job, pool="disk", done=self._show_picture)

    def _open_file(self, path: Path) -> None:
        self._stop()
        self._made = None
        self._bringing.open_file(path)

    def _nothing_brought(self, error: MemoreezError | None) -> None:
        if error is not None:
            self._journey.complain(error)
        self._give_up()

    def _look_back(self, mesh: MeshModel | None) -> None:
        """Show the model as it was before a repair, or as it is."""
        if self._made is not None:
            made = self._made.keepsake.mesh
            self._panel.view.show_mesh(mesh or made, self._made.draft.plan.colour)
            self._panel.view.show_pins(() if mesh else pins_of(self._made))
            self._maps.show_model(mesh or made)

    def cancel(self) -> None:
        """Stop making; what was there before is shown again."""
        self._stop()
        self._give_up()

    def _begin(self, draft: Draft) -> None:
        self._stop()
        self._history.begin(draft)
        self._made = None
        self._panel.making.begin(tr(draft.plan.title))
        self._panel.show_making()
        self._journey.go("studio")
        self._build()

    def _change(self, change: object) -> None:
        """Apply ``change(draft) -> draft``, keep the way back, and build a moment later."""
        draft = self._history.draft
        if draft is not None and self._history.add(change(draft)):  # type: ignore[operator]
            self._refresh_history()
            self._panel.say_state(tr("Changed"), "mdi6.pencil-outline")
            self._wait.start()

    def _set_value(self, field_id: str, value: ParamValue) -> None:
        info = self._made.info if self._made is not None else None
        if info is not None:
            self._change(lambda draft: draft.with_value(info, field_id, value))

    def _pick_symbol(self, field: SymbolField) -> None:
        present = field.line.symbol.icon_id if field.line.symbol is not None else ""
        below = QRect(field.mapToGlobal(QPoint(0, 0)), field.line.size())
        self._finder.pick(field.word, present, below, field.take)

    def _resize(self, length_mm: float) -> None:
        field = size_field(self._made.info) if self._made is not None else None
        if field is not None:
            self._set_value(field.id, length_mm)
        else:
            self._change(lambda draft: replace(draft, height_mm=length_mm))

    def _fix(self, finding: Finding) -> None:
        made, printer = self._made, self._printer
        if made is not None and printer is not None:
            self._change(lambda draft: fixed(draft, finding, made, printer))

    def _fix_all(self) -> None:
        made, printer = self._made, self._printer
        if made is not None and printer is not None:
            self._change(lambda draft: all_fixed(draft, made, printer))

    def _travel(self, draft: Draft) -> None:
        self._refresh_history()
        if self._made is not None:
            show_form(self._panel, self._made, draft)
        self._wait.start()

    def _build(self) -> None:
        draft = self._history.draft
        if draft is None:
            return
        self._stop()
        known = self._remembered.get((draft, self._workshop.keeper.settings.printer_id))
        if known is not None:
            job = sculpt_job.keep_job(known, self._workshop, self._journey.project_id)
            self._building = self._workshop.runner.submit(
                job, pool="disk", done=self._arrived, failed=self._failed
            )
            return
        self._building = self._workshop.runner.submit(
            sculpt_job.make_job(draft, self._workshop, self._journey.project_id, self._shelf),
            progress=self._progress,
            done=self._arrived,
            failed=self._failed,
        )

    def _progress(self, fraction: float | None, words: str) -> None:
        if self._panel.state == "making":
            self._panel.making.show_progress(fraction, words)
        elif words:
            self._panel.say_state(tr(words), "mdi6.progress-clock")

    def _arrived(self, made: Made) -> None:
        before = self._made
        self._building, self._made = None, made
        key = (made.draft, self._workshop.keeper.settings.printer_id)
        self._remembered[key] = made
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)
        self._mine = made.keepsake
        show_keepsake(self._panel, made, before)
        self._maps.show_model(made.keepsake.mesh)
        show_findings(self._panel, made, fix_labels(made, self._printer))
        self._refresh_history()
        self._journey.set_keepsake(made.keepsake)
        if made.draft.is_own or before is not None:
            job = sculpt_job.picture_job(made, self._workshop, self._journey.project_id)
            self._workshop.runner.submit(job, pool="compute")

    def _failed(self, error: MemoreezError) -> None:
        self._building = None
        if self._made is None:
            self._journey.complain(error)
            self._give_up()
            return
        self._panel.complain(" ".join(tr(part) for part in (error.message, error.hint) if part))
        self._panel.say_state(tr("Not changed"), "mdi6.alert-outline")

    def _give_up(self) -> None:
        """Show again what is still there."""
        keepsake = self._journey.keepsake
        self._mine = None
        if keepsake is not None:
            self._adopt(keepsake)
        else:
            self._panel.show_empty()
            self._journey.go("concepts")

    def _adopt(self, keepsake: Keepsake | None) -> None:
        """Show a keepsake that came from elsewhere: the library, or from before a cancel."""
        if keepsake is self._mine and keepsake is not None:
            return
        self._stop()
        if keepsake is None:
            self._made = self._mine = None
            self._panel.show_empty()
            return
        self._mine = keepsake
        self._building = self._workshop.runner.submit(
            sculpt_job.adopt_job(keepsake, self._workshop), done=self._adopted, failed=self._failed
        )

    def _adopted(self, made: Made) -> None:
        self._building, self._made = None, made
        self._history.begin(made.draft)
        show_keepsake(self._panel, made, None)
        self._maps.show_model(made.keepsake.mesh)
        show_findings(self._panel, made, fix_labels(made, self._printer))
        self._refresh_history()

    def _stop(self) -> None:
        self._wait.stop()
        self._bringing.stop()
        if self._building is not None:
            self._building.cancel()
            self._building = None

    def _refresh_history(self) -> None:
        self._panel.undo.setEnabled(self._history.can_undo)
        self._panel.redo.setEnabled(self._history.can_redo)
        self._photo.show(self._history.draft)

    def _show_picture(self, png: bytes | None) -> None:
        if png:
            self._panel.making.show_picture(png)

    def _fetch_printer(self) -> None:
        self._workshop.runner.submit(
            lambda _job: chosen_printer(self._workshop), pool="disk", done=self._show_printer
        )

    def _show_printer(self, printer: PrinterProfile) -> None:
        different = self._printer is not None and printer != self._printer
        self._printer = printer
        self._panel.strip.show_printer(printer)
        if different and self._made is not None:
            self._maps.forget_printer()
            self._build()

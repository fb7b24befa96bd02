"""Decides what happens with trained cut-outs: looks which are here, downloads one, stops when told."""

from __future__ import annotations

import threading
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.tasks.runner import TaskHandle
from memoreez_desktop.ui.settings.cutout_model_panel import ModelFacts
from memoreez_desktop.ui.settings.cutout_section import CutoutFacts, CutoutSection
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

_PATIENCE_S = 0.1


class CutoutsPresenter(QObject):
    """Nothing leaves this computer before the button is pressed that names size and host."""

    def __init__(self, section: CutoutSection, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._section, self._workshop = section, workshop
        self._downloads: dict[str, TaskHandle | None] = {}
        # A download that was cancelled may write for most of a second longer.
        self._line = threading.Lock()
        self._left = False
        section.looked_at.connect(self.look)
        section.download_wanted.connect(self.download)
        section.cancel_wanted.connect(self.cancel)
        section.folder_wanted.connect(self._open_folder)

    def leave(self) -> None:
        """Stop what is on its way, and touch no widget any more; what has arrived is kept."""
        self._left = True
        for handle in self._downloads.values():
            if handle is not None:
                handle.cancel()

    def look(self) -> None:
        """Look anew which models are here."""
        self._workshop.runner.submit(
            _look, pool="disk", done=self._show, failed=self._workshop.journey.complain
        )

    def download(self, model_id: str) -> None:
        """Get a model, or go on where it was broken off."""
        if model_id in self._downloads:
            return
        panel = self._section.models[model_id]
        panel.show_progress(None, tr("Connecting"))
        settings = self._workshop.keeper.settings

        def job(job: JobContext) -> None:
            # ONNX Runtime and OpenCV: on a worker, and only for whoever wants a model.
            from memoreez_desktop.services.better_cutout import download_cutout  # noqa: PLC0415

            while not self._line.acquire(timeout=_PATIENCE_S):
                job.check_cancelled()
            try:
                wire = self._workshop.services.desk().wire(settings)
                download_cutout(model_id, wire, job)
            finally:
                self._line.release()

        def over(trouble: str = "") -> None:
            self._downloads.pop(model_id, None)
            if not self._left:
                panel.rest(trouble)
                self.look()

        def failed(error: MemoreezError) -> None:
            over(f"{tr(error.message)} {tr(error.hint)}".strip())

        def progress(fraction: float | None, doing: str) -> None:
            if not self._left:
                panel.show_progress(fraction, doing)

        self._downloads[model_id] = None
        handle = self._workshop.runner.submit(
            job,
            pool="network",
            progress=progress,
            done=lambda _nothing: over(),
            failed=failed,
            cancelled=over,
        )
        if model_id in self._downloads:
            self._downloads[model_id] = handle

    def cancel(self, model_id: str) -> None:
        """Stop a download; what has arrived is kept."""
        handle = self._downloads.get(model_id)
        if handle is not None:
            handle.cancel()

    def _show(self, facts: CutoutFacts) -> None:
        if not self._left:
            self._section.show_facts(facts)

    def _open_folder(self) -> None:
        def job(job: JobContext) -> str:
            # As in _look.
            from memoreez_desktop.services.better_cutout import models_folder  # noqa: PLC0415

            folder = models_folder()
            folder.mkdir(parents=True, exist_ok=True)
            return str(folder)

        def show(folder: str) -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

        self._workshop.runner.submit(job, pool="disk", done=show, failed=self._workshop.journey.complain)


def _look(job: JobContext) -> CutoutFacts:
    # OpenCV and httpx: not at the window's start.
    from memoreez_desktop.services import better_cutout  # noqa: PLC0415

    models = tuple(
        ModelFacts(
            id=choice.model.id,
            label=choice.model.label,
            file_name=choice.model.file_name,
            licence=choice.model.licence,
            source=choice.model.source,
            host=urlsplit(choice.model.url).hostname or "",
            size_bytes=choice.model.size_bytes,
            arrived_bytes=choice.arrived_bytes,
            on_disk=choice.on_disk,
        )
        for choice in better_cutout.cutout_choices()
    )
    return CutoutFacts(better_cutout.runtime_is_here(), str(better_cutout.models_folder()), models)

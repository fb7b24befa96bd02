"""Bringing a model of one's own: read, asked about when its size is not clear, and handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.ui.studio import library_job
from memoreez_desktop.ui.studio.library_job import Opened
from memoreez_desktop.ui.studio.panel import MODEL_SUFFIXES, StudioPanel
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import TaskHandle
    from memoreez_desktop.ui.workshop import Workshop


class Bringing(QObject):
    """From a file to its first edition.

    Parameters
    ----------
    begin : callable
        Takes the edition that is to be built.
    give_up : callable
        Called when nothing comes of it: with the error, or None when the person changed their mind.
    """

    def __init__(
        self,
        panel: StudioPanel,
        workshop: Workshop,
        begin: Callable[[Edition], None],
        give_up: Callable[[MemoreezError | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel, self._workshop = panel, workshop
        self._begin, self._give_up = begin, give_up
        self._opened: Opened | None = None
        self._reading: TaskHandle | None = None
        panel.question.answered.connect(self._answered)
        panel.question.cancelled.connect(self._changed_mind)

    def open_file(self, path: Path) -> None:
        """Read a file."""
        self.stop()
        self._panel.making.begin(path.name)
        self._panel.show_making()
        self._reading = self._workshop.runner.submit(
            library_job.open_job(path, self._workshop),
            progress=self._panel.making.show_progress,
            done=self._read,
            failed=self._failed,
        )

    def ask_for_file(self) -> None:
        """Let the person choose a file."""
        kinds = " ".join(f"*{suffix}" for suffix in MODEL_SUFFIXES)
        path, _kind = QFileDialog.getOpenFileName(
            self._panel,
            tr("Open a model file"),
            self._workshop.keeper.settings.last_folder,
            tr("Models ({kinds})", kinds=kinds),
        )
        if path:
            self._workshop.keeper.change(last_folder=str(Path(path).parent))
            self._panel.fileDropped.emit(Path(path))

    def stop(self) -> None:
        """Read no further, and ask nothing any more."""
        self._opened = None
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _read(self, opened: Opened) -> None:
        self._reading = None
        if opened.guess.certain:
            self._begin(replace(opened.edition, factor=opened.guess.factor))
            return
        self._opened = opened
        self._panel.question.ask(opened.guess, self._workshop.keeper.settings.figure_height_mm)
        self._panel.show_question()

    def _answered(self, factor: float, height_mm: float) -> None:
        opened, self._opened = self._opened, None
        if opened is None:
            return
        if height_mm:
            # Asked once: the next model without a size begins with the same height.
            self._workshop.keeper.change(figure_height_mm=height_mm)
        self._begin(replace(opened.edition, factor=factor))

    def _changed_mind(self) -> None:
        self._opened = None
        self._give_up(None)

    def _failed(self, error: MemoreezError) -> None:
        self._reading = None
        self._give_up(error)

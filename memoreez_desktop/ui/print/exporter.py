"""Saving G-code to a card or a file: cards are looked for while the page is seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.units import bytes_words
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.print import slice_job
from memoreez_desktop.ui.print.panel import PrintPanel
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.printing.api import SendReceipt
    from memoreez_desktop.printing.drives import Drive
    from memoreez_desktop.tasks.runner import TaskHandle
    from memoreez_desktop.ui.workshop import Workshop

_LOOK_EVERY_MS = 2000


class Exporter(QObject):
    """Knows the file, the cards, and what is being saved."""

    def __init__(self, panel: PrintPanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._workshop = panel, workshop
        self._gcode: Path | None = None
        self._title = ""
        self._drives: tuple[Drive, ...] = ()
        self._looking = False
        self._saving = False
        self._handle: TaskHandle | None = None
        self._clock = QTimer(self, interval=_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)
        panel.installEventFilter(self)
        panel.export.driveWanted.connect(
            lambda drive: self._send("drive", str(drive.path), self._title, drive.label)
        )
        panel.export.fileWanted.connect(self._ask_where)
        panel.export.cancelled.connect(self.cancel)

    def offer(self, gcode: Path | None, title: str) -> None:
        """Offer a file to be saved, or none."""
        self._gcode, self._title = gcode, title
        self._panel.export.set_ready(gcode is not None)
        if gcode is not None:
            self._panel.export.say(tr("What is saved is read back and compared."))

    def look(self) -> None:
        """Look which cards are plugged in; one look at a time."""
        if not self._looking and not self._saving:
            self._looking = True
            self._workshop.runner.submit(
                slice_job.drives_job,
                pool="network",
                done=self._seen,
                failed=lambda _error: self._seen(self._drives),
            )

    def save_to(self, path: Path) -> None:
        """Save under a name the person chose."""
        self._workshop.keeper.change(last_folder=str(path.parent))
        self._send("folder", str(path.parent), path.name, path.parent.name or str(path.parent))

    def cancel(self) -> None:
        """Stop saving; nothing half-written stays."""
        if self._saving and self._handle is not None:
            self._handle.cancel()
        self._saving = False
        self._panel.export.show_rest()
        self._panel.export.say(tr("Stopped. Nothing was saved."), "stopped")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._panel and event.type() == QEvent.Type.Show:
            self.look()
            self._clock.start()
        elif watched is self._panel and event.type() == QEvent.Type.Hide:
            self._clock.stop()
        return False

    def _seen(self, drives: tuple[Drive, ...]) -> None:
        self._looking = False
        # Free space changes by the second on a busy card; only what is read at a glance redraws the buttons.
        told = [(d.path, d.label, d.writable, bytes_words(d.free_bytes)) for d in drives]
        if told != [(d.path, d.label, d.writable, bytes_words(d.free_bytes)) for d in self._drives]:
            self._drives = drives
            self._panel.export.show_drives(drives)

    def _ask_where(self) -> None:
        if self._gcode is None:
            return
        folder = self._workshop.keeper.settings.last_folder or str(Path.home())
        proposed = Path(folder) / slice_job.proposed_name(self._title, self._gcode.suffix)
        kinds = tr("G-code ({kinds})", kinds=f"*{self._gcode.suffix}")
        path, _kind = QFileDialog.getSaveFileName(self._panel, tr("Save file"), str(proposed), kinds)
        if path:
            self.save_to(Path(path))

    def _send(self, link_id: str, target: str, name: str, place: str) -> None:
        if self._gcode is None or self._saving:
            return
        export = self._panel.export
        self._saving = True
        export.say(tr("What is saved is read back and compared."))
        export.show_saving(None, tr("Saving to {place}", place=place))
        self._handle = self._workshop.runner.submit(
            slice_job.send_job(self._gcode, link_id, target, name),
            pool="network",
            progress=lambda fraction, words: export.show_saving(fraction, tr(words) if words else ""),
            done=lambda receipt: self._sent(receipt, place),
            failed=self._failed,
        )

    def _sent(self, receipt: SendReceipt, place: str) -> None:
        self._saving = False
        self._panel.export.show_rest()
        title = tr("“{name}” is on {place}.", name=receipt.name_on_printer, place=place)
        words = tr("Read back and compared.") if receipt.verified else ""
        self._panel.export.say(f"{title} {words}".strip(), "good")
        self._workshop.journey.messageRaised.emit(Message("good", title, words))
        self.look()

    def _failed(self, error: MemoreezError) -> None:
        self._saving = False
        self._panel.export.show_rest()
        self._panel.export.say(tr("Not saved."), "error")
        self._workshop.journey.complain(error)

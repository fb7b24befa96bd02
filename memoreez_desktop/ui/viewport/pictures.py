"""Pictures of what is seen: to the clipboard, to a file, and of the keepsake turning once round."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import Camera
from memoreez_desktop.ui.journey import Keepsake, Message
from memoreez_desktop.ui.viewport.api import MeshView
from memoreez_desktop.ui.viewport.clay_picture import turntable_file, turntable_side
from memoreez_desktop.ui.viewport.strip import ViewStrip
from memoreez_desktop.ui.viewport.turntable import Turntable
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import TaskHandle
    from memoreez_desktop.ui.workshop import Workshop

_FRAMES, _SIZE_PX = 36, 480
_FORBIDDEN = '<>:"/\\|?*'


class ViewPictures(QObject):
    """Does what the strip's menu offers.

    Parameters
    ----------
    strip : ViewStrip
        Its menu is listened to, its progress shown.
    view : MeshView
        What is taken a picture of.
    """

    def __init__(self, strip: ViewStrip, view: MeshView, workshop: Workshop) -> None:
        super().__init__(strip)
        self._strip, self._view, self._workshop = strip, view, workshop
        self._drawing: TaskHandle | None = None
        self._busy = False
        strip.menu.pictureWanted.connect(self._wanted)
        strip.busy.cancelled.connect(self._stop)

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self._view.screenshot())
        self._say(tr("The picture is on the clipboard."))

    def save(self, path: Path) -> None:
        """Save the picture as PNG."""
        data = png_of(self._view.screenshot())

        def job(_job: JobContext) -> None:
            from memoreez_desktop.storage.files import write_atomic  # noqa: PLC0415 - not at start-up

            write_atomic(path, data)

        self._workshop.runner.submit(
            job,
            pool="disk",
            done=lambda _nothing: self._saved(path),
            failed=self._workshop.journey.complain,
        )

    def save_turntable(self, path: Path) -> None:
        """Draw the keepsake from all sides, then write the file."""
        keepsake = self._workshop.journey.keepsake
        if keepsake is None or self._busy:
            return
        self._busy = True
        self._strip.menu.pictures["turntable"].setEnabled(False)
        self._progress(0.0, "")
        self._strip.busy.show()
        self._drawing = self._workshop.runner.submit(
            turntable_job(self._workshop, keepsake, path, self._ground()),
            pool="pictures",
            progress=self._progress,
            done=lambda _paths: self._ended(lambda: self._saved(path)),
            failed=lambda error: self._ended(lambda: self._workshop.journey.complain(error)),
            cancelled=lambda: self._ended(lambda: None),
        )

    def _wanted(self, kind: str) -> None:
        if kind == "copy":
            self.copy()
            return
        title, name, kinds = {
            "save": (tr("Save picture"), ".png", tr("Pictures (*.png)")),
            "turntable": (
                tr("Save turntable"),
                ".gif",
                f"{tr('Animation (*.gif)')};;{tr('A row of pictures (*.png)')}",
            ),
        }[kind]
        path, chosen = QFileDialog.getSaveFileName(self._strip, title, str(self._proposed(name)), kinds)
        if not path:
            return
        target = Path(path)
        if target.suffix.lower() not in (".png", ".gif"):
            target = target.with_name(target.name + (".png" if "*.png" in chosen else name))
        if kind == "save":
            self.save(target)
        else:
            self.save_turntable(target)

    def _proposed(self, suffix: str) -> Path:
        keepsake = self._workshop.journey.keepsake
        title = keepsake.title if keepsake is not None else tr("Picture")
        name = "".join(" " if letter in _FORBIDDEN else letter for letter in title).strip()
        folder = self._workshop.keeper.settings.last_folder or str(Path.home())
        return Path(folder) / f"{name or 'keepsake'}{suffix}"

    def _ground(self) -> tuple[int, int, int]:
        colour = self._strip.color("panel")
        return colour.red(), colour.green(), colour.blue()

    def _progress(self, fraction: float | None, _words: str) -> None:
        self._strip.busy.show_state(tr("Turntable"), tr("Drawing it from every side"), fraction)

    def _ended(self, then: Callable[[], None]) -> None:
        self._busy = False
        self._strip.busy.hide()
        self._strip.menu.pictures["turntable"].setEnabled(True)
        then()

    def _stop(self) -> None:
        if self._busy and self._drawing is not None:
            self._drawing.cancel()

    def _saved(self, path: Path) -> None:
        self._workshop.keeper.change(last_folder=str(path.parent))
        self._say(tr("Saved “{name}”", name=path.name))

    def _say(self, words: str) -> None:
        self._workshop.journey.messageRaised.emit(Message("good", words))


def png_of(image: QImage) -> bytes:
    """Return an image as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise MemoreezError(tr("There is no picture yet."))
    return bytes(buffer.data().data())


def turntable_job(
    workshop: Workshop, keepsake: Keepsake, path: Path, ground: tuple[int, int, int]
) -> Callable[[JobContext], tuple[Path, ...]]:
    """Return the job that draws side after side in the geometry process and writes what was drawn."""
    mesh = keepsake.mesh
    colour = keepsake.plan.colour if keepsake.plan is not None else "cream"
    start = Turntable().seen_from("home", mesh.bounds_mm)

    def work(job: JobContext) -> tuple[Path, ...]:
        frames = []
        for k in range(_FRAMES):
            job.progress(k / (_FRAMES + 1))
            camera = Camera(start.azimuth_deg + 360.0 * k / _FRAMES, start.elevation_deg)
            # One side a call: whatever else is wanted of the geometry processes comes in between.
            frames.append(workshop.children.run(turntable_side, (mesh, camera, colour, _SIZE_PX), job))
        return workshop.children.run(turntable_file, (frames, path, ground), job)

    return work

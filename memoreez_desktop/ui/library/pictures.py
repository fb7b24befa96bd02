"""Pictures of keepsakes, read and scaled on a worker, kept as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import Runner

_KEPT = 240
_SIDE_PX = 320


def read_picture(path: Path) -> QImage:
    """Read a picture at the size a card needs; empty when it cannot be read."""
    image = QImage(str(path))
    if image.isNull():
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(_SIDE_PX, _SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio, smooth)


class Pictures(QObject):
    """Hands out pixmaps; what is not there yet is asked for and announced.

    Signals
    -------
    arrived()
        Paint again.
    """

    arrived = Signal()

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._kept: OrderedDict[Path, QPixmap] = OrderedDict()
        self._asked: set[Path] = set()

    def pixmap(self, path: Path | None) -> QPixmap | None:
        """Return the picture if it is there, else ask for it."""
        if path is None:
            return None
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        if path not in self._asked:
            self._asked.add(path)
            self._runner.submit(
                lambda _job: read_picture(path), pool="disk", done=lambda image: self._keep(path, image)
            )
        return None

    def _keep(self, path: Path, image: QImage) -> None:
        self._asked.discard(path)
        self._kept[path] = QPixmap.fromImage(image)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()

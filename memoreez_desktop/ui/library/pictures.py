"""Pictures of keepsakes, read and scaled on a worker, kept as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import Runner

_KEPT = 240
_SIDE_PX = 320
_LOOK_PX = 48
_SOLID_ALPHA = 160
# A model this much wider than high is shown larger; see KeepsakeDelegate.
_WIDE_RATIO = 2.0


@dataclass(frozen=True, eq=False)
class Picture:
    """A keepsake's picture at the size a card needs; ``wide`` models leave room above and below."""

    image: QImage
    wide: bool = False


def read_picture(path: Path) -> Picture:
    """Read a picture; an empty one when it cannot be read."""
    image = QImage(str(path))
    if image.isNull():
        return Picture(image)
    smooth = Qt.TransformationMode.SmoothTransformation
    look = image.scaled(_LOOK_PX, _LOOK_PX, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    solid = [
        (x, y)
        for y in range(_LOOK_PX)
        for x in range(_LOOK_PX)
        if look.pixelColor(x, y).alpha() > _SOLID_ALPHA
    ]
    columns, rows = {x for x, _ in solid}, {y for _, y in solid}
    wide = bool(solid) and max(columns) - min(columns) > _WIDE_RATIO * (max(rows) - min(rows) + 1)
    return Picture(image.scaled(_SIDE_PX, _SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio, smooth), wide)


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
        self._kept: OrderedDict[Path, tuple[QPixmap, bool]] = OrderedDict()
        self._asked: set[Path] = set()

    def pixmap(self, path: Path | None) -> tuple[QPixmap, bool] | None:
        """Return the picture and whether it is a wide one, if it is there; else ask for it."""
        if path is None:
            return None
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        if path not in self._asked:
            self._asked.add(path)
            self._runner.submit(
                lambda _job: read_picture(path), pool="disk", done=lambda picture: self._keep(path, picture)
            )
        return self._kept.get(path)

    def _keep(self, path: Path, picture: Picture) -> None:
        self._asked.discard(path)
        self._kept[path] = QPixmap.fromImage(picture.image), picture.wide
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit()

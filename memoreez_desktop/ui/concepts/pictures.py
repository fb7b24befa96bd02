"""Pictures of cards: decoded off the window's thread, kept scaled within a budget, decoded again at need."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.tasks.runner import Runner

_IMAGES_BYTES = 64_000_000
_PIXMAPS_BYTES = 96_000_000
_WIDE_RATIO = 1.6
_LOOK_PX = 64
_SOLID = 128


@dataclass(frozen=True, eq=False)
class CardPicture:
    """A decoded picture; ``wide`` tells that the model is much wider than high."""

    image: QImage
    wide: bool


def decode_picture(png: bytes) -> CardPicture:
    """Decode a concept's picture; called on a worker."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        return CardPicture(image, False)
    small = image.scaled(_LOOK_PX, _LOOK_PX).convertToFormat(QImage.Format.Format_Alpha8)
    step = small.bytesPerLine()
    alpha = bytes(small.constBits())
    lines = [alpha[y * step : y * step + _LOOK_PX] for y in range(_LOOK_PX)]
    rows = [y for y, line in enumerate(lines) if max(line) > _SOLID]
    columns = [x for x in range(_LOOK_PX) if any(line[x] > _SOLID for line in lines)]
    if not rows or not columns:
        return CardPicture(image, False)
    return CardPicture(image, columns[-1] - columns[0] + 1 > _WIDE_RATIO * (rows[-1] - rows[0] + 1))


class PictureShelf(QObject):
    """Hands out pixmaps of the size that is needed.

    Signals
    -------
    arrived(str)
        The picture of this card can be shown now.
    """

    arrived = Signal(str)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._pictures: OrderedDict[str, CardPicture] = OrderedDict()
        self._pixmaps: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._wanted: set[str] = set()
        self._left = False

    def put(self, key: str, picture: CardPicture) -> None:
        """Keep a decoded picture; the scaled ones of this card are out of date."""
        self._pictures[key] = picture
        self._pictures.move_to_end(key)
        for known in [known for known in self._pixmaps if known[0] == key]:
            del self._pixmaps[known]
        while (
            len(self._pictures) > 1
            and sum(p.image.sizeInBytes() for p in self._pictures.values()) > _IMAGES_BYTES
        ):
            self._pictures.popitem(last=False)
        self.arrived.emit(key)

    def leave(self) -> None:
        """Take in nothing more."""
        self._left = True

    def pixmap(self, key: str, png: bytes, side_px: float, ratio: float) -> tuple[QPixmap, bool] | None:
        """Return (pixmap, wide) for a square of ``side_px`` on a screen of ``ratio``; None if not yet there.

        A wide model is returned 1.35 times as large.
        """
        picture = self._pictures.get(key)
        if picture is None:
            self._ask(key, png)
            return None
        pixels = round(side_px * ratio * (1.35 if picture.wide else 1.0))
        found = self._pixmaps.get((key, pixels))
        if found is None:
            found = self._scaled(picture.image, pixels, ratio)
            self._pixmaps[key, pixels] = found
            self._trim()
        self._pixmaps.move_to_end((key, pixels))
        self._pictures.move_to_end(key)
        return found, picture.wide

    @staticmethod
    def _scaled(image: QImage, pixels: int, ratio: float) -> QPixmap:
        mode = Qt.TransformationMode.SmoothTransformation
        scaled = image.scaled(QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatio, mode)
        pixmap = QPixmap.fromImage(scaled)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _trim(self) -> None:
        def size() -> int:
            return sum(p.width() * p.height() * 4 for p in self._pixmaps.values())

        while len(self._pixmaps) > 1 and size() > _PIXMAPS_BYTES:
            self._pixmaps.popitem(last=False)

    def _ask(self, key: str, png: bytes) -> None:
        if not png or key in self._wanted:
            return
        self._wanted.add(key)

        def job(job: JobContext) -> CardPicture:
            return decode_picture(png)

        def done(picture: CardPicture) -> None:
            self._wanted.discard(key)
            if not self._left:
                self.put(key, picture)

        self._runner.submit(job, pool="disk", done=done)

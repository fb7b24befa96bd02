"""Pictures of cards: decoded and scaled off the window's thread when they are seen, kept within a budget."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QPixmap

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.tasks.runner import Runner

BUDGET_BYTES = 96_000_000
_WIDE_RATIO, WIDER = 1.6, 1.35
_LOOK_PX = 64
_SOLID = 128
_AT_ONCE, _REMEMBERED = 2, 32
_FIRST_SIDE_PX = 256


@dataclass(frozen=True, eq=False)
class CardPicture:
    """A decoded picture of the size in which it is shown.

    Attributes
    ----------
    wide : bool
        The model is much wider than high.
    ground : QColor or None
        What is all round a picture that fills its square; None for a model on a transparent ground.
    side_px : int
        The square it was scaled for; a wide one is larger by ``WIDER``.
    """

    image: QImage
    wide: bool
    ground: QColor | None
    side_px: int


@dataclass(frozen=True, eq=False)
class Shown:
    """A picture that is ready to be painted; see :class:`CardPicture`."""

    pixmap: QPixmap
    wide: bool
    ground: QColor | None
    side_px: int


def decode_picture(source: bytes | Path, side_px: int) -> CardPicture:
    """Decode and scale a concept's picture; called on a worker. It is null where there is none."""
    image = _unpacked(source)
    if image.isNull():
        return CardPicture(image, False, None, side_px)
    small = image.scaled(_LOOK_PX, _LOOK_PX).convertToFormat(QImage.Format.Format_Alpha8)
    step = small.bytesPerLine()
    alpha = bytes(small.constBits())
    lines = [alpha[y * step : y * step + _LOOK_PX] for y in range(_LOOK_PX)]
    rows = [y for y, line in enumerate(lines) if max(line) > _SOLID]
    columns = [x for x in range(_LOOK_PX) if any(line[x] > _SOLID for line in lines)]
    whole = min(min(line) for line in lines) > _SOLID
    wide = bool(rows and columns) and columns[-1] - columns[0] + 1 > _WIDE_RATIO * (rows[-1] - rows[0] + 1)
    pixels = round(side_px * (WIDER if wide and not whole else 1.0))
    scaled = image.scaled(
        QSize(pixels, pixels), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return CardPicture(scaled, wide and not whole, _ground(image) if whole else None, side_px)


def _unpacked(source: bytes | Path) -> QImage:
    """Decode a picture while Python goes on elsewhere: ``QImage.fromData`` would hold up the window."""
    if isinstance(source, Path):
        return QImage(str(source))
    buffer = QBuffer()
    buffer.setData(source)
    return QImageReader(buffer).read()


def _ground(image: QImage) -> QColor:
    """Return the middle colour of the pixels round the edge: half of them are darker, half are lighter."""
    small = image.scaled(_LOOK_PX, _LOOK_PX)
    last = _LOOK_PX - 1
    edge = [small.pixelColor(n, side) for n in range(_LOOK_PX) for side in (0, last)]
    edge += [small.pixelColor(side, n) for n in range(1, last) for side in (0, last)]
    parts = [[each.red() for each in edge], [each.green() for each in edge], [each.blue() for each in edge]]
    return QColor(*(sorted(part)[len(part) // 2] for part in parts))


class PictureShelf(QObject):
    """Hands out pixmaps of the size that is needed; what is not there yet is asked for, the newest first.

    Attributes
    ----------
    side_px : int
        The square in which cards were painted last, for those who decode pictures themselves.

    Signals
    -------
    arrived(str)
        The picture of this card can be shown now.
    """

    arrived = Signal(str)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._shown: OrderedDict[str, Shown] = OrderedDict()
        self._bytes = 0
        # Whoever scrolls past a thousand cards wants those where he stops.
        self._wanted: OrderedDict[str, tuple[Path, int]] = OrderedDict()
        self._coming: set[str] = set()
        self._gone: set[Path] = set()
        self._left = False
        self.side_px = _FIRST_SIDE_PX

    @property
    def kept_bytes(self) -> int:
        """What the pictures take that are kept."""
        return self._bytes

    def put(self, key: str, picture: CardPicture) -> None:
        """Keep a decoded picture in place of the one before."""
        if picture.image.isNull() or self._left:
            return
        self._forget(key)
        shown = Shown(QPixmap.fromImage(picture.image), picture.wide, picture.ground, picture.side_px)
        self._shown[key] = shown
        self._bytes += _size(shown)
        while len(self._shown) > 1 and self._bytes > BUDGET_BYTES:
            self._forget(next(iter(self._shown)))
        self.arrived.emit(key)

    def leave(self) -> None:
        """Take in nothing more."""
        self._left = True
        self._wanted.clear()

    def picture(self, key: str, source: Path | None, side_px: int) -> Shown | None:
        """Return a card's picture; None if it is not yet there. In another size until it has come anew."""
        self.side_px = side_px
        found = self._shown.get(key)
        if found is not None:
            self._shown.move_to_end(key)
        if (found is None or found.side_px != side_px) and source is not None and source not in self._gone:
            self._wanted[key] = source, side_px
            self._wanted.move_to_end(key)
            if len(self._wanted) > _REMEMBERED:
                self._wanted.popitem(last=False)
            self._go_on()
        return found

    def _forget(self, key: str) -> None:
        gone = self._shown.pop(key, None)
        self._bytes -= _size(gone) if gone else 0

    def _go_on(self) -> None:
        while self._wanted and len(self._coming) < _AT_ONCE and not self._left:
            key, (source, side_px) = self._wanted.popitem()
            if key not in self._coming:
                self._fetch(key, source, side_px)

    def _fetch(self, key: str, source: Path, side_px: int) -> None:
        self._coming.add(key)

        def job(job: JobContext) -> CardPicture:
            return decode_picture(source, side_px)

        def done(picture: CardPicture) -> None:
            self._coming.discard(key)
            if picture.image.isNull():
                # Not asked for again and again with every painting.
                self._gone.add(source)
            self.put(key, picture)
            self._go_on()

        self._runner.submit(job, pool="pictures", done=done)


def _size(shown: Shown) -> int:
    return shown.pixmap.width() * shown.pixmap.height() * 4

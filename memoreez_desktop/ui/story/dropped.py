"""What a drop or the clipboard holds: files and folders, picture data, or only addresses."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

# The first that is there is taken as it is; Qt's own picture would be encoded anew.
_RAW = (
    ("image/jpeg", ".jpg"),
    ("image/webp", ".webp"),
    ("image/heic", ".heic"),
    ("image/png", ".png"),
    ("image/gif", ".gif"),
    ("image/tiff", ".tiff"),
    ("image/bmp", ".bmp"),
)


@dataclass(frozen=True)
class Dropped:
    """Pictures in whatever form they came.

    Attributes
    ----------
    paths : tuple of Path
        Files and folders.
    pictures : tuple of (name, bytes or QImage)
        A QImage is encoded by the worker that takes it.
    addresses : tuple of str
        Web addresses without any picture data: nothing is fetched from the network.
    """

    paths: tuple[Path, ...] = ()
    pictures: tuple[tuple[str, bytes | QImage], ...] = ()
    addresses: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.paths or self.pictures or self.addresses)


def may_hold_pictures(mime: QMimeData) -> bool:
    """Tell, cheaply, whether a drag is worth accepting."""
    return mime.hasUrls() or mime.hasImage() or any(mime.hasFormat(kind) for kind, _suffix in _RAW)


def read_mime(mime: QMimeData | None) -> Dropped:
    """Read a drop or the clipboard.

    Files win over picture data, and picture data over addresses: a browser offers the latter two together.
    """
    if mime is None:
        return Dropped()
    urls = list(mime.urls()) if mime.hasUrls() else _urls_of_text(mime.text() if mime.hasText() else "")
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    if paths:
        return Dropped(paths=paths)
    name = next((Path(url.path()).name for url in urls if url.path()), "") or "picture"
    for kind, suffix in _RAW:
        data = bytes(mime.data(kind).data()) if mime.hasFormat(kind) else b""
        if data:
            return Dropped(pictures=((_named(name, suffix), data),))
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Dropped(pictures=((_named(name, ".png"), image),))
    inline = tuple(found for url in urls if (found := _data_url(url)) is not None)
    if inline:
        return Dropped(pictures=inline)
    return Dropped(addresses=tuple(url.toString() for url in urls if url.scheme() in ("http", "https")))


def picture_bytes(picture: bytes | QImage) -> bytes:
    """Return a picture as the bytes of a file (PNG for a QImage); called on a worker."""
    if isinstance(picture, bytes):
        return picture
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _named(name: str, suffix: str) -> str:
    return f"{Path(name).stem[:60] or 'picture'}{suffix}"


def _urls_of_text(text: str) -> list[QUrl]:
    lines = [line.strip() for line in text.splitlines()[:1000]]
    starts = ("file:", "http:", "https:", "data:image/")
    urls = [QUrl(line) for line in lines if line.lower().startswith(starts)]
    urls += [QUrl.fromLocalFile(line) for line in lines if line and Path(line).is_absolute()]
    return urls


def _data_url(url: QUrl) -> tuple[str, bytes] | None:
    """Decode ``data:image/png;base64,…``."""
    if url.scheme() != "data":
        return None
    head, _, body = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(",")
    kind = head.removeprefix("data:").split(";")[0]
    if not kind.startswith("image/") or not body:
        return None
    try:
        raw = unquote_to_bytes(body)
        data = base64.b64decode(raw, validate=False) if head.endswith(";base64") else raw
    except (binascii.Error, ValueError):
        return None
    return _named("picture", dict(_RAW).get(kind, ".png")), data

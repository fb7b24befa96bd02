"""Opens a photo file without trusting it: everything that can be refused is refused before decoding."""

from __future__ import annotations

import stat
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from pillow_heif import HeifImageFile

from memoreez_desktop.core.errors import PhotoError
from memoreez_desktop.core.words import say
from memoreez_desktop.imaging.photo_format import READABLE, SNIFF_BYTES, sniff_format, webp_size

LARGEST_PX = 100_000_000
LARGEST_BYTES = 200_000_000

# The readers themselves, not Image.open: that one tries every format it knows and complains about
# pictures far below our own limit.
_READERS: dict[str, type[ImageFile.ImageFile]] = {
    "JPEG": JpegImagePlugin.JpegImageFile,
    "PNG": PngImagePlugin.PngImageFile,
    "WebP": WebPImagePlugin.WebPImageFile,
    "TIFF": TiffImagePlugin.TiffImageFile,
    "BMP": BmpImagePlugin.BmpImageFile,
    "GIF": GifImagePlugin.GifImageFile,
    "HEIC": HeifImageFile,
}

# What the readers have been seen to raise on damaged bytes; Image.open has such a list for the same reason.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


@dataclass(frozen=True)
class PhotoSource:
    """An opened picture whose pixels have not been touched yet.

    ``image`` is only valid inside the ``with`` block it came from.
    """

    image: ImageFile.ImageFile
    format: str
    bytes: int


@contextmanager
def open_photo(path: Path) -> Iterator[PhotoSource]:
    """Open a picture for reading; decoding errors inside the block become words, too.

    Raises
    ------
    PhotoError
        Missing, a folder, not readable, empty, over :data:`LARGEST_BYTES` or :data:`LARGEST_PX`, not a
        picture, damaged or incomplete.
    """
    size_bytes = _checked_size(path)
    try:
        file = path.open("rb")
    except OSError as error:
        raise _no_access(path, error) from error
    with file:
        try:
            head = file.read(SNIFF_BYTES)
        except OSError as error:
            raise _no_access(path, error) from error
        kind = sniff_format(head)
        if kind is None:
            raise PhotoError(
                say("“{name}” is not a picture this program can read.", name=path.name),
                say("These can be used: {formats}.", formats=", ".join(READABLE)),
            )
        if kind == "WebP":
            refuse_large(path, webp_size(head))
        file.seek(0)
        try:
            with _quiet_reader(), _READERS[kind](file) as image:
                refuse_large(path, image.size)
                _refuse_large_tiles(path, image)
                yield PhotoSource(image, kind, size_bytes)
        except _DAMAGE as error:
            raise damaged(path) from error


def refuse_large(path: Path, size: tuple[int, int]) -> None:
    """Raise PhotoError when a picture has more than :data:`LARGEST_PX` pixels."""
    if size[0] * size[1] > LARGEST_PX:
        raise PhotoError(
            say(
                "“{name}” is too large: {width} × {height} pixels.",
                name=path.name,
                width=size[0],
                height=size[1],
            ),
            say("Up to {limit} megapixels can be used; save a smaller copy.", limit=LARGEST_PX // 10**6),
        )


def damaged(path: Path) -> PhotoError:
    """Make the error for a picture whose bytes do not add up."""
    return PhotoError(
        say("“{name}” is damaged or incomplete.", name=path.name),
        say("Copy or download it again, or choose another photo."),
    )


def _refuse_large_tiles(path: Path, image: ImageFile.ImageFile) -> None:
    # A TIFF of few pixels may announce huge tiles, and a whole tile is decoded at once.
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        tile = int(image.tag_v2.get(322, 0)), int(image.tag_v2.get(323, 0))
        refuse_large(path, tile)


def _checked_size(path: Path) -> int:
    try:
        facts = path.stat()
    except (OSError, ValueError) as error:
        raise _no_access(path, error) from error
    if stat.S_ISDIR(facts.st_mode):
        raise PhotoError(
            say("“{name}” is a folder.", name=path.resolve().name or str(path)),
            say("Choose the pictures inside it, or drop it as a whole."),
        )
    if not stat.S_ISREG(facts.st_mode):
        raise PhotoError(say("“{name}” is not a file.", name=path.name), say("Choose a picture file."))
    if facts.st_size == 0:
        raise PhotoError(
            say("“{name}” is empty.", name=path.name),
            say("Copy or download it again, or choose another photo."),
        )
    if facts.st_size > LARGEST_BYTES:
        raise PhotoError(
            say("“{name}” is too large: {size} MB.", name=path.name, size=round(facts.st_size / 1e6)),
            say("Up to {limit} MB can be used; save a smaller copy.", limit=LARGEST_BYTES // 10**6),
        )
    return facts.st_size


def _no_access(path: Path, error: Exception) -> PhotoError:
    if isinstance(error, PermissionError):
        return PhotoError(
            say("“{name}” may not be read.", name=path.name),
            say("Give yourself permission to read it, or choose another photo."),
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return PhotoError(
            say("“{name}” is not there.", name=path.name),
            say("It may have been moved or renamed; choose it again."),
        )
    return PhotoError(
        say("“{name}” cannot be read.", name=path.name), say("Copy it to this computer and choose it again.")
    )


@contextmanager
def _quiet_reader() -> Iterator[None]:
    """Keep the readers' remarks about odd but readable metadata off the screen."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"PIL\b")
        yield

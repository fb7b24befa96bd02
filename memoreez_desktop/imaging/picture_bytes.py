"""Whether bytes from elsewhere are a picture: whole, within bounds, and not one even colour.

Only what has to be unpacked for the answer is: a service's picture of one megapixel takes a millisecond.
"""

from __future__ import annotations

import io
import warnings
import zlib

from PIL import Image, UnidentifiedImageError

from memoreez_desktop.imaging.photo_format import SNIFF_BYTES, sniff_format

MOST_PIXELS = 40_000_000
_WELCOME = ("PNG", "JPEG", "WebP", "GIF")
_EVEN = 3
_SMALL_PX = 32
_PIXELS_A_BYTE = 4
"""A PNG of fewer pixels for each of its bytes than this is never even: those pack a hundred times better."""
_PNG_HEAD, _CHUNK_FRAME = 8, 12


def is_whole_picture(data: bytes) -> bool:
    """Tell whether the bytes are a picture to its end and no larger than :data:`MOST_PIXELS`.

    Notes
    -----
    A PNG is known by the length and the checksum of each of its chunks up to the last (PNG specification,
    5.3); others are decoded, a JPEG at an eighth of its size, which reads all of it as well.
    """
    kind = sniff_format(data[:SNIFF_BYTES])
    if kind not in _WELCOME:
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > MOST_PIXELS:
                    return False
                if kind == "PNG":
                    return _has_all_chunks(data)
                image.draft("RGB", (1, 1))
                image.load()
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError, Warning):
        return False
    return True


def is_blank(data: bytes) -> bool:
    """Tell whether a whole picture is one even colour: what a filter leaves of it."""
    with Image.open(io.BytesIO(data)) as image:
        pixels = image.width * image.height
        # Small ones are looked at whatever they weigh.
        if image.format == "PNG" and _SMALL_PX**2 * _PIXELS_A_BYTE < pixels < _PIXELS_A_BYTE * len(data):
            return False
        image.draft("L", (_SMALL_PX, _SMALL_PX))
        small = image.convert("L").resize((_SMALL_PX, _SMALL_PX))
    low, high = small.getextrema()
    return float(high) - float(low) <= _EVEN  # type: ignore[arg-type]


def _has_all_chunks(png: bytes) -> bool:
    """Tell whether a PNG is sound from its first chunk to its last."""
    start, has_pixels, view = _PNG_HEAD, False, memoryview(png)
    while start + _CHUNK_FRAME <= len(png):
        end = start + _CHUNK_FRAME + int.from_bytes(view[start : start + 4])
        kind = png[start + 4 : start + 8]
        if end > len(png) or zlib.crc32(view[start + 4 : end - 4]) != int.from_bytes(view[end - 4 : end]):
            return False
        has_pixels |= kind == b"IDAT"
        if kind == b"IEND":
            return has_pixels
        start = end
    return False

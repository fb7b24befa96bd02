"""Photos as people have them -> upright 8-bit sRGB pixels of the size that is needed.

JPEG, PNG, WebP, TIFF, BMP, GIF (first frame) and HEIC are told apart by their contents. Up to 100
megapixels and 200 MB are read; what is larger, empty or no picture is refused from its first bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from memoreez_desktop.imaging.photo_pixels import is_sideways, to_srgb
from memoreez_desktop.imaging.photo_source import open_photo, refuse_large

Rgb = NDArray[np.uint8]


@dataclass(frozen=True)
class PhotoFacts:
    """What a picture file says of itself.

    ``width_px`` and ``height_px`` are those of the upright picture; ``format`` is ``JPEG``, ``PNG``,
    ``WebP``, ``TIFF``, ``BMP``, ``GIF`` or ``HEIC``.
    """

    width_px: int
    height_px: int
    format: str
    bytes: int


def probe_photo(path: Path) -> PhotoFacts:
    """Read a picture's headers; nothing is decoded.

    Raises
    ------
    PhotoError
        The file cannot be used, in words; see :func:`memoreez_desktop.imaging.photo_source.open_photo`.
    """
    with open_photo(path) as source:
        width, height = source.image.size
        if is_sideways(source.image) and source.format not in ("TIFF", "HEIC"):
            width, height = height, width
        return PhotoFacts(width, height, source.format, source.bytes)


def load_photo(path: Path, longest_px: int) -> Rgb:
    """Decode a picture, shrunk so that its longest side is at most ``longest_px``.

    Exif and HEIC rotation are applied; CMYK, 16-bit, grey, palette and 1-bit pixels and embedded colour
    profiles become sRGB; transparent parts become white; of an animation the first frame is taken. A
    smaller picture is not enlarged.

    Returns
    -------
    (h, w, 3) uint8, sRGB

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    """
    with open_photo(path) as source:
        rgb = to_srgb(source.image, longest_px)
        # Some containers learn their true size only while decoding.
        refuse_large(path, source.image.size)
        return rgb


def thumbnail_png(path: Path, size_px: int) -> bytes:
    """Make a PNG of a picture that fits into a square of ``size_px``.

    Raises
    ------
    PhotoError
        The file cannot be used, in words.
    """
    out = io.BytesIO()
    Image.fromarray(load_photo(path, size_px)).save(out, "PNG", compress_level=3)
    return out.getvalue()

"""Whether bytes from elsewhere are a picture: by their first bytes and by decoding them, within bounds."""

from __future__ import annotations

import io
import warnings

from PIL import Image, UnidentifiedImageError

from memoreez_desktop.imaging.photo_format import SNIFF_BYTES, sniff_format

MOST_PIXELS = 40_000_000
_WELCOME = ("PNG", "JPEG", "WebP", "GIF")
_EVEN = 3


def is_whole_picture(data: bytes) -> bool:
    """Tell whether the bytes decode to the last pixel and are no larger than :data:`MOST_PIXELS`."""
    if sniff_format(data[:SNIFF_BYTES]) not in _WELCOME:
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > MOST_PIXELS:
                    return False
                image.load()
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError, Warning):
        return False
    return True


def is_blank(data: bytes) -> bool:
    """Tell whether a whole picture is one even colour: what a filter leaves of it."""
    with Image.open(io.BytesIO(data)) as image:
        small = image.convert("L").resize((32, 32))
    low, high = small.getextrema()
    return float(high) - float(low) <= _EVEN  # type: ignore[arg-type]

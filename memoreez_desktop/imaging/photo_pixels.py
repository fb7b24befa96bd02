"""Any kind of pixels a picture file may hold -> plain 8-bit sRGB."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, JpegImagePlugin
from PIL.Image import Resampling, Transpose

_ORIENTATION_TAG = 0x0112
_PHOTOMETRIC_TAG = 262
# Source: TIFF 6.0 / Exif 2.32, tag Orientation; 1 means upright.
_TURNS: dict[int, Transpose] = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
_SIDEWAYS = (5, 6, 7, 8)
_PROFILE_SPACES = {"RGB": "RGB ", "CMYK": "CMYK", "L": "GRAY"}


def orientation(image: Image.Image) -> int:
    """Read the Exif orientation, 1-8; 1 when there is none or it makes no sense."""
    if image.format == "PNG" and image.info.get("exif") is None and getattr(image, "tile", None):
        return 1  # asking a PNG that has not been decoded yet would decode all of it
    value = image.getexif().get(_ORIENTATION_TAG, 1)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def is_sideways(image: Image.Image) -> bool:
    """Tell whether width and height change places when the picture is put upright."""
    return orientation(image) in _SIDEWAYS


def shrunk_size(size: tuple[int, int], longest_px: int) -> tuple[int, int]:
    """Fit a size into a square of ``longest_px`` without ever enlarging it."""
    ratio = min(1.0, longest_px / max(size))
    return max(1, round(size[0] * ratio)), max(1, round(size[1] * ratio))


def to_srgb(image: Image.Image, longest_px: int) -> NDArray[np.uint8]:
    """Decode, shrink, put upright and turn into sRGB; transparency becomes white.

    Parameters
    ----------
    image : PIL.Image.Image
        As opened; its pixels may be of any kind Pillow knows.
    longest_px : int
        Largest side of the result; a smaller picture keeps its size.

    Returns
    -------
    (h, w, 3) uint8
    """
    if isinstance(image, JpegImagePlugin.JpegImageFile) and image.mode in ("RGB", "L"):
        # The decoder itself can leave out what would be averaged away: an eighth of the work.
        image.draft(None, shrunk_size(image.size, longest_px))
    image.load()
    turn = _TURNS.get(orientation(image))
    profile = image.info.get("icc_profile")
    inverted = image.mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info
    plain = _eight_bit(image)
    plain = plain.resize(shrunk_size(plain.size, longest_px), Resampling.BICUBIC, reducing_gap=2.0)
    if inverted:
        # Pillow takes every four-colour JPEG for one of Adobe's, which are stored upside down.
        plain = plain.point(lambda value: 255 - value)
    rgb = _flat_rgb(plain, profile)
    if turn is not None:
        rgb = rgb.transpose(turn)
    return np.array(rgb, dtype=np.uint8)


def _eight_bit(image: Image.Image) -> Image.Image:
    """Return an image in a mode that can be resized: L, RGB, RGBA, CMYK or LAB."""
    mode = image.mode
    if mode.startswith(("I", "F")):
        return Image.fromarray(_scaled_grey(image))
    if image.has_transparency_data:
        return image if mode == "RGBA" else image.convert("RGBA")
    if mode in ("L", "RGB", "CMYK", "LAB", "YCbCr"):
        return image
    return image.convert("L" if mode == "1" else "RGB")


def _scaled_grey(image: Image.Image) -> NDArray[np.uint8]:
    """Scale 16- and 32-bit grey to 8 bits: a full 16-bit range where that is what it is, else by contents."""
    values = np.asarray(image)
    if image.mode.startswith("I;16"):
        grey = (values >> 8).astype(np.uint8)
    else:
        values = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
        low, high = float(values.min()), float(values.max())
        if low >= 0 and high <= 1 and image.mode == "F":
            low, high = 0.0, 1.0
        elif low >= 0 and 255 < high <= 65535:
            low, high = 0.0, 65535.0
        elif low >= 0 and high <= 255:
            low, high = 0.0, 255.0
        grey = ((values - low) * (255.0 / max(high - low, 1e-12))).astype(np.uint8)
    tags = getattr(image, "tag_v2", {})
    return 255 - grey if tags.get(_PHOTOMETRIC_TAG) == 0 else grey


def _flat_rgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    opaque = image.convert("RGB") if alpha is not None or image.mode in ("LAB", "YCbCr") else image
    rgb = _by_profile(opaque, profile) or opaque.convert("RGB")
    if alpha is None:
        return rgb
    ground = Image.new("RGB", rgb.size, "white")
    ground.paste(rgb, mask=alpha)
    return ground


def _by_profile(image: Image.Image, profile: bytes | None) -> Image.Image | None:
    """Convert by the embedded colour profile; None when there is none that fits these pixels."""
    if not profile or image.mode not in _PROFILE_SPACES:
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space != _PROFILE_SPACES[image.mode]:
            return None
        if "sRGB" in (source.profile.profile_description or ""):
            return None
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None  # a broken profile is no reason to refuse a good picture
    return converted

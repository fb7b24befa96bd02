"""The person's photo, as a service gets it."""

from __future__ import annotations

import io

from PIL import Image

from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.imaging.photo_edit import load_edited

_LONGEST_PX, _QUALITY = 1024, 90


def photo_for_service(photo: PhotoRef) -> bytes:
    """Return a photo as a service gets it: as it is to be seen, small, without a word of where or when.

    Raises
    ------
    PhotoError
        It cannot be read, in words.
    """
    out = io.BytesIO()
    Image.fromarray(load_edited(photo.path, photo.edit, _LONGEST_PX)).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()

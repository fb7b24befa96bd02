"""Looking at what a service sent before it is called a picture."""

from __future__ import annotations

import base64
import binascii

from memoreez_desktop.imaging.picture_bytes import is_blank, is_whole_picture
from memoreez_desktop.network.refusals import refusal, unreadable


def require_picture(data: bytes, service: str, *, paid: bool = True) -> None:
    """Make sure that bytes are a whole picture with something in it.

    Parameters
    ----------
    paid : bool
        Something may have been charged for it; False for servers of one's own.

    Raises
    ------
    ServiceError
        It is none, it is cut off or too large (``server``), or one even colour (``content_filter``): what
        filters leave of a picture.
    """
    if not is_whole_picture(data):
        raise unreadable(service, maybe_charged=paid)
    if is_blank(data):
        raise refusal(service, "content_filter", maybe_charged=paid)


def bytes_of_base64(text: object, service: str, *, paid: bool = True) -> bytes:
    """Decode a picture out of JSON, with or without the head of a ``data:`` address.

    Raises
    ------
    ServiceError
        It is no text, empty or no base64.
    """
    if not isinstance(text, str) or not text:
        raise unreadable(service, maybe_charged=paid)
    try:
        return base64.b64decode(text.rpartition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        raise unreadable(service, maybe_charged=paid) from None

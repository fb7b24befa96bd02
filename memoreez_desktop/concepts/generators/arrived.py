"""Looking at what a service sent before it is called a picture."""

from __future__ import annotations

from memoreez_desktop.concepts.refusals import refusal, unreadable
from memoreez_desktop.imaging.picture_bytes import is_blank, is_whole_picture


def require_picture(data: bytes, service: str) -> None:
    """Make sure that bytes are a whole picture with something in it.

    Raises
    ------
    ServiceError
        It is none, it is cut off or too large (``server``), or one even colour (``content_filter``): what
        filters leave of a picture.
    """
    if not is_whole_picture(data):
        raise unreadable(service)
    if is_blank(data):
        raise refusal(service, "content_filter", maybe_charged=True)

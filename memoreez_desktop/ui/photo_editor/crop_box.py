"""A box over a photo that is moved and resized by its handles, at any or at one proportion."""

from __future__ import annotations

from typing import Literal

from memoreez_desktop.core.photo_edit import Box

Handle = Literal["nw", "n", "ne", "e", "se", "s", "sw", "w", "inside"]
_SMALLEST = 0.04
"""A crop keeps at least this share of each side."""


def handles(box: Box) -> dict[Handle, tuple[float, float]]:
    """Return where the handles of a box are, in the box's own units."""
    left, top, right, bottom = box
    x, y = (left + right) / 2, (top + bottom) / 2
    return {
        "nw": (left, top),
        "ne": (right, top),
        "se": (right, bottom),
        "sw": (left, bottom),
        "n": (x, top),
        "e": (right, y),
        "s": (x, bottom),
        "w": (left, y),
    }


def grip(box: Box, x: float, y: float, reach_x: float, reach_y: float) -> Handle | None:
    """Return what of a box is at a point; corners come before sides, sides before the inside."""
    for handle, (at_x, at_y) in handles(box).items():
        if abs(x - at_x) <= reach_x and abs(y - at_y) <= reach_y:
            return handle
    left, top, right, bottom = box
    along_x, along_y = left <= x <= right, top <= y <= bottom
    for side, at in (("w", left), ("e", right)):
        if abs(x - at) <= reach_x and along_y:
            return side  # type: ignore[return-value]
    for side, at in (("n", top), ("s", bottom)):
        if abs(y - at) <= reach_y and along_x:
            return side  # type: ignore[return-value]
    return "inside" if along_x and along_y else None


def moved(box: Box, dx: float, dy: float) -> Box:
    """Move a box, but not out of the photo."""
    left, top, right, bottom = box
    dx = min(max(dx, -left), 1 - right)
    dy = min(max(dy, -top), 1 - bottom)
    return left + dx, top + dy, right + dx, bottom + dy


def pulled(box: Box, handle: Handle, x: float, y: float, aspect: float = 0.0) -> Box:
    """Pull a handle to a point.

    Parameters
    ----------
    box : Box
        As it was when the handle was gripped.
    handle : Handle
    x, y : float
        Ratios of the photo.
    aspect : float
        Width over height of the box in the photo's ratios that is kept; 0 for any.
    """
    left, top, right, bottom = box
    x, y = min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
    if "w" in handle:
        left = min(x, right - _SMALLEST)
    if "e" in handle:
        right = max(x, left + _SMALLEST)
    if "n" in handle:
        top = min(y, bottom - _SMALLEST)
    if "s" in handle:
        bottom = max(y, top + _SMALLEST)
    free = (max(left, 0.0), max(top, 0.0), min(right, 1.0), min(bottom, 1.0))
    return _at_aspect(box, free, handle, aspect) if aspect > 0 else free


def fitted(box: Box, aspect: float) -> Box:
    """Return the box of one proportion about the same middle: as large in area as fits the photo."""
    left, top, right, bottom = box
    area = max((right - left) * (bottom - top), _SMALLEST**2)
    width = (area * aspect) ** 0.5
    height = width / aspect
    shrink = min(1.0, 1 / width, 1 / height)
    width, height = width * shrink, height * shrink
    x = min(max((left + right) / 2, width / 2), 1 - width / 2)
    y = min(max((top + bottom) / 2, height / 2), 1 - height / 2)
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def spanned(x0: float, y0: float, x1: float, y1: float) -> Box:
    """Return the box between two points, inside the photo."""

    def within(value: float) -> float:
        return min(max(value, 0.0), 1.0)

    return within(min(x0, x1)), within(min(y0, y1)), within(max(x0, x1)), within(max(y0, y1))


def _at_aspect(box: Box, free: Box, handle: Handle, aspect: float) -> Box:
    """Bring a freely pulled box to a proportion; what was not pulled stays where it is."""
    left, top, right, bottom = free
    width, height = right - left, bottom - top
    if handle in ("n", "s"):
        width = height * aspect
    elif handle in ("e", "w") or width / height > aspect:
        height = width / aspect
    else:
        width = height * aspect
    # The room from the corner or side that stays to the edges of the photo.
    middle_x, middle_y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    room_x = right if "w" in handle else 1 - left if "e" in handle else 2 * min(middle_x, 1 - middle_x)
    room_y = bottom if "n" in handle else 1 - top if "s" in handle else 2 * min(middle_y, 1 - middle_y)
    shrink = min(1.0, room_x / width, room_y / height)
    width, height = width * shrink, height * shrink
    if "w" in handle:
        left = right - width
    elif "e" not in handle:
        left = middle_x - width / 2
    if "n" in handle:
        top = bottom - height
    elif "s" not in handle:
        top = middle_y - height / 2
    return max(left, 0.0), max(top, 0.0), min(left + width, 1.0), min(top + height, 1.0)

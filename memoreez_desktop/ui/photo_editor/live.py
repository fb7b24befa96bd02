"""What a photo looks like while its edit is being changed: the product's own functions on a small copy."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPolygonF

from memoreez_desktop.core.photo_edit import UNTOUCHED, WHOLE, PhotoEdit

Rgb = NDArray[np.uint8]
Mask = NDArray[np.bool_]
SHOWN_PX = 1400
"""Longest side of the copy that is worked on."""

_LEAST_OUTLINE_PX = 12


@dataclass(eq=False)
class LivePhoto:
    """A small copy of the untouched photo and the last frames made of it.

    OpenCV holds the interpreter only while it is imported, which the job that fetched the copy did; a frame
    of 1,400 px takes some 10 ms.
    """

    rgb: Rgb
    _framed: tuple[PhotoEdit, Rgb] | None = field(default=None, repr=False)
    _lit: tuple[PhotoEdit, Rgb] | None = field(default=None, repr=False)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.rgb.shape[1], self.rgb.shape[0]

    def whole(self, edit: PhotoEdit) -> Rgb:
        """Return the photo turned, straightened and lit, but not cropped."""
        from memoreez_desktop.imaging.photo_edit_frame import framed  # noqa: PLC0415 - see the class
        from memoreez_desktop.imaging.photo_edit_light import relit  # noqa: PLC0415 - see the class

        frame = replace(UNTOUCHED, quarter_turns=edit.quarter_turns, straighten_deg=edit.straighten_deg)
        if self._framed is None or self._framed[0] != frame:
            self._framed, self._lit = (frame, framed(self.rgb, frame)), None
        light = replace(
            UNTOUCHED, exposure_ev=edit.exposure_ev, contrast_ratio=edit.contrast_ratio, gamma=edit.gamma
        )
        if self._lit is None or self._lit[0] != light:
            self._lit = light, relit(self._framed[1], light)
        return self._lit[1]

    def cropped(self, edit: PhotoEdit) -> Rgb:
        """Return the photo as it is to be seen, with its background."""
        from memoreez_desktop.imaging.photo_edit_frame import crop_px  # noqa: PLC0415 - see the class

        whole = self.whole(edit)
        if edit.crop == WHOLE:
            return whole
        left, top, right, bottom = crop_px(edit.crop, whole.shape[1], whole.shape[0])
        return np.ascontiguousarray(whole[top:bottom, left:right])

    def result(self, edit: PhotoEdit, mask: Mask | None) -> Rgb:
        """Return the photo as it is to be seen; on white where that is wanted and the subject is known."""
        from memoreez_desktop.imaging.photo_edit import on_white  # noqa: PLC0415 - see the class

        rgb = self.cropped(edit)
        return on_white(rgb, mask) if edit.remove_background and mask is not None and mask.any() else rgb


def to_image(rgb: Rgb) -> QImage:
    """Return a picture of its own."""
    height, width = rgb.shape[:2]
    flat = np.ascontiguousarray(rgb)
    return QImage(flat.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def shade_of(mask: Mask, color: tuple[int, int, int, int]) -> QImage:
    """Return a veil over everything that is not the subject, in a colour (r, g, b, a)."""
    height, width = mask.shape
    veil = np.zeros((height, width, 4), np.uint8)
    veil[~mask] = color
    return QImage(veil.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def outline_of(mask: Mask) -> list[QPolygonF]:
    """Return the edges of a subject as polygons in ratios of the photo."""
    import cv2  # noqa: PLC0415 - see LivePhoto

    height, width = mask.shape
    found, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_TC89_L1)
    return [
        QPolygonF([QPointF((x + 0.5) / width, (y + 0.5) / height) for x, y in ring[:, 0].tolist()])
        for ring in found
        if len(ring) >= _LEAST_OUTLINE_PX // 4 and cv2.arcLength(ring, closed=True) >= _LEAST_OUTLINE_PX
    ]


def cut_out(rgb: Rgb, mask: Mask, ground: tuple[int, int, int], longest_px: int) -> QImage:
    """Return a small picture of the subject on a plain ground."""
    import cv2  # noqa: PLC0415 - see LivePhoto

    shrink = min(1.0, longest_px / max(rgb.shape[:2]))
    size = (max(1, round(rgb.shape[1] * shrink)), max(1, round(rgb.shape[0] * shrink)))
    small = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    share = cv2.resize(mask.astype(np.float32), size, interpolation=cv2.INTER_AREA)[..., None]
    return to_image(np.rint(small * share + np.float32(ground) * (1 - share)).astype(np.uint8))

"""Ways to guess where a subject is: each marks the pixels from which GrabCut starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.imaging.faces import Face

Labels = NDArray[np.uint8]
Map = NDArray[np.float32]
BoxPx = tuple[int, int, int, int]

_WIDE, _NARROW, _AGAIN = 0.62, 1.4, 1.15
_HIGHEST = 0.9
_FACE_LEAST_SALIENT = 0.35


@dataclass(frozen=True, eq=False)
class Clues:
    """What is known of a photo before anything is cut.

    Attributes
    ----------
    rated : (h, w) float32, 0-1
        Saliency.
    faces : tuple of Face
    box : (left, top, right, bottom) in pixels, or None
        The subject is inside; given by a person.
    """

    rated: Map
    faces: tuple[Face, ...]
    box: BoxPx | None = None

    @property
    def otsu(self) -> float:
        """The saliency that parts the photo best."""
        levels = (self.rated * 255).astype(np.uint8)
        return float(cv2.threshold(levels, 0, 255, cv2.THRESH_OTSU)[0]) / 255


Seeds = Callable[[Clues], Labels]


def salient(clues: Clues, factor: float = 1.0) -> Labels:
    """Mark what stands out, and the people whose faces do."""
    threshold = min(clues.otsu * factor, _HIGHEST)
    labels = np.where(clues.rated > threshold, cv2.GC_PR_FGD, cv2.GC_PR_BGD).astype(np.uint8)
    for face in clues.faces:
        if _standing_out(clues, face, threshold):
            _mark_person(labels, face)
    band = max(2, int(0.012 * min(labels.shape)))
    border = np.ones(labels.shape, dtype=bool)
    border[band:-band, band:-band] = False
    labels[border & (clues.rated < threshold)] = cv2.GC_BGD
    return _boxed(labels, clues.box)


def salient_again(clues: Clues) -> Labels:
    """Mark by a slightly stricter measure: the second opinion that trust asks for."""
    return salient(clues, _AGAIN)


def wide(clues: Clues) -> Labels:
    """Mark whatever stands out a little: the whole figure where only its brightest part was found."""
    return salient(clues, _WIDE)


def narrow(clues: Clues) -> Labels:
    """Mark only what stands out most."""
    return salient(clues, _NARROW)


def filled(clues: Clues) -> Labels:
    """Mark an upright ellipse that fills the box or most of the photo: for a subject that fills the frame."""
    height, width = clues.rated.shape
    left, top, right, bottom = clues.box or (int(0.06 * width), int(0.04 * height), int(0.94 * width), height)
    labels = np.full((height, width), cv2.GC_PR_BGD, np.uint8)
    middle = ((left + right) // 2, (top + bottom) // 2)
    half = (max(1, (right - left) // 2), max(1, (bottom - top) // 2))
    cv2.ellipse(labels, middle, half, 0, 0, 360, int(cv2.GC_PR_FGD), -1)
    cv2.ellipse(labels, middle, (max(1, half[0] // 2), max(1, half[1] // 2)), 0, 0, 360, int(cv2.GC_FGD), -1)
    corners = np.ones((height, width), dtype=bool)
    corners[top:bottom, left:right] = False
    labels[corners] = cv2.GC_BGD
    return labels


def boxed(clues: Clues) -> Labels:
    """Mark the whole box as the subject, as far as its colours differ from those outside."""
    if clues.box is None:
        return filled(clues)
    labels = np.full(clues.rated.shape, cv2.GC_BGD, np.uint8)
    labels[_inside(clues.box)] = cv2.GC_PR_FGD
    return labels


def people(clues: Clues) -> Labels:
    """Mark heads and shoulders below faces, nothing else."""
    labels = np.full(clues.rated.shape, cv2.GC_PR_BGD, np.uint8)
    for face in clues.faces:
        _mark_person(labels, face)
    return _boxed(labels, clues.box)


def _boxed(labels: Labels, box: BoxPx | None) -> Labels:
    if box is not None:
        outside = np.ones(labels.shape, dtype=bool)
        outside[_inside(box)] = False
        labels[outside] = cv2.GC_BGD
    return labels


def _inside(box: BoxPx) -> tuple[slice, slice]:
    return slice(box[1], box[3]), slice(box[0], box[2])


def _standing_out(clues: Clues, face: Face, threshold: float) -> bool:
    height, width = clues.rated.shape
    rows = slice(int(face.y * height), int((face.y + face.height) * height) + 1)
    columns = slice(int(face.x * width), int((face.x + face.width) * width) + 1)
    part = clues.rated[rows, columns]
    return part.size > 0 and float((part > threshold).mean()) > _FACE_LEAST_SALIENT


def _mark_person(labels: Labels, face: Face) -> None:
    """Mark a head with its hair, the shoulders below it, and of both the core for sure."""
    height, width = labels.shape
    wide_px, high_px = face.width * width, face.height * height
    x, y = (face.x + face.width / 2) * width, (face.y + face.height / 2) * height

    def disc(across: float, along: float, up: float, label: int) -> None:
        size = (max(1, int(across * wide_px)), max(1, int(along * high_px)))
        cv2.ellipse(labels, (int(x), int(y - up * high_px)), size, 0, 0, 360, label, -1)

    def block(across: float, start: float, end: float, label: int) -> None:
        low, high = (int(x - across * wide_px), int(start)), (int(x + across * wide_px), int(end))
        cv2.rectangle(labels, low, high, label, -1)

    block(1.35, y + 0.95 * high_px, height, int(cv2.GC_PR_FGD))
    disc(0.75, 0.95, 0.05, int(cv2.GC_PR_FGD))
    disc(0.36, 0.45, 0.0, int(cv2.GC_FGD))
    block(0.3, y + 1.15 * high_px, min(height, y + 2 * high_px), int(cv2.GC_FGD))

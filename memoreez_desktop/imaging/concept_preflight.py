"""Measuring a drawn concept before anything is made of it: one body, on its feet, thick enough.

Services are asked for one object alone on white. Everything here is measured from the pixels; nothing is
guessed about the side that the picture does not show.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.words import say

Mask = NDArray[np.bool_]

_WORK_PX = 640
_LIGHT, _GREY = 228, 20
"""A pixel of the ground: its darkest channel at least this, its channels no further apart than that."""
_PURE = 247
"""An enclosed place is a hole, not a highlight, when it is as white as this."""
_EDGE_SHARE = 0.55
"""Of the picture's edge, so much must be ground; the rest may be a subject that is cut off or a shadow."""
_LEAST_SHARE, _SPECK_SHARE, _HOLE_SHARE = 0.01, 0.004, 0.001
_BAND_RATIO, _FOOT_RATIO = 0.03, 0.2
_FULL_RATIO = 0.003
_LINE_MM, _STURDY_MM, _THICKEST_MM = 0.9, 1.6, 12.0
"""Two lines of a 0.4 mm nozzle; what holds in the hand; from here on everything is thick."""
_FIRST_PX, _RUNG, _HALVINGS = 1.5, 1.2, 3


@dataclass(frozen=True, eq=False)
class Preflight:
    """What was measured.

    Attributes
    ----------
    mask : (h, w) bool
        The subject, at the size at which it was measured; empty where there is no plain ground.
    bodies : int
        Parts that hang together; 0 when there is no subject.
    foot_ratio : float
        Width of what stands on the ground over the width of the whole, 0-1.
    thinnest_mm : float
        Width of the narrowest part at the chosen height; 12.0 also for everything wider, 0.0 not measured.
    findings : tuple of Finding
        What its owner should know; empty for a picture without blame.
    """

    mask: Mask
    bodies: int
    foot_ratio: float
    thinnest_mm: float
    findings: tuple[Finding, ...]

    @property
    def has_subject(self) -> bool:
        """True when the subject could be told from the ground."""
        return self.bodies > 0

    @property
    def score(self) -> int:
        """0-100, counted as for a checked mesh: less 30 for each error and 8 for each warning."""
        cost = {"error": 30, "warning": 8, "info": 0}
        return max(0, 100 - sum(cost[finding.severity] for finding in self.findings))


def check_concept_picture(rgb: NDArray[np.uint8], height_mm: float) -> Preflight:
    """Measure a picture of one object on a white ground.

    Parameters
    ----------
    rgb : (h, w, 3) uint8
    height_mm : float
        How high the object is going to be.
    """
    small = _shrunk(rgb)
    mask = subject_on_white(small)
    if mask is None:
        return Preflight(np.zeros(small.shape[:2], bool), 0, 0.0, 0.0, (_no_ground(),))
    bodies = _bodies(mask)
    rows = np.flatnonzero(mask.any(axis=1))
    foot = _foot_ratio(mask, int(rows[0]), int(rows[-1]))
    thinnest = thinnest_mm(mask, height_mm / (rows[-1] - rows[0] + 1))
    findings = (
        *_of_bodies(bodies),
        *_of_edges(mask),
        *_of_foot(foot),
        *_of_thickness(thinnest, height_mm),
    )
    return Preflight(mask, bodies, foot, thinnest, findings)


def subject_on_white(rgb: NDArray[np.uint8]) -> Mask | None:
    """Return what is not the near-white ground, (h, w) bool; None when the ground is not plain.

    The ground is what is light and grey and hangs together with the picture's edge, and enclosed places that
    are pure white. Specks are left out.
    """
    low, high = rgb.min(axis=2), rgb.max(axis=2)
    light = (low >= _LIGHT) & (high - low <= _GREY)
    count, labels = cv2.connectedComponents(light.astype(np.uint8), connectivity=4)
    edge = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    if np.count_nonzero(edge) < _EDGE_SHARE * len(edge):
        return None
    pure = light & (low >= _PURE)
    sizes = np.bincount(labels[pure], minlength=count)
    ground = sizes >= _HOLE_SHARE * labels.size
    ground[np.unique(edge)] = True
    ground[0] = False
    mask = _without_specks(~ground[labels])
    return mask if np.count_nonzero(mask) >= _LEAST_SHARE * mask.size else None


def thinnest_mm(mask: Mask, mm_per_px: float) -> float:
    """Return the width of the narrowest part of a mask, to 0.1 mm.

    A part is thin when a disc of a width cannot reach it. A disc cannot reach into sharp corners either, so
    that what it leaves counts only from twice its width squared on.
    """
    solid = np.pad(mask, 1).astype(np.uint8)
    inner = cv2.distanceTransform(solid, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    low, high = 0.0, _FIRST_PX
    # From thin to thick: a thin part that is short is no longer counted among wide ones.
    while not _has_thin(solid, inner, high):
        low, high = high, high * _RUNG
        if low * mm_per_px >= _THICKEST_MM:
            return _THICKEST_MM
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if _has_thin(solid, inner, middle) else (middle, high)
    return round(min(low * mm_per_px, _THICKEST_MM), 1)


def _has_thin(solid: NDArray[np.uint8], inner: NDArray[np.float32], width_px: float) -> bool:
    radius = width_px / 2
    # The distance is to the centre of the next pixel outside, half a pixel beyond the edge.
    core = inner - 0.5 >= radius
    if not core.any():
        return True
    reach = cv2.distanceTransform((~core).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    left = ((solid > 0) & (reach > radius + 1.0)).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(left, connectivity=8)
    areas = stats[1:, cv2.CC_STAT_AREA]
    return bool(areas.size and areas.max() >= 2 * width_px * width_px)


def _shrunk(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    zoom = _WORK_PX / max(rgb.shape[:2])
    if zoom >= 1:
        return rgb
    size = (max(1, round(rgb.shape[1] * zoom)), max(1, round(rgb.shape[0] * zoom)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)


def _without_specks(mask: Mask) -> Mask:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8), connectivity=8)
    if count <= 1:
        return mask
    areas = stats[:, cv2.CC_STAT_AREA]
    kept = areas >= _SPECK_SHARE * areas[1:].sum()
    kept[0] = False
    return np.asarray(kept[labels])


def _bodies(mask: Mask) -> int:
    return int(cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)[0]) - 1


def _foot_ratio(mask: Mask, top: int, bottom: int) -> float:
    band = max(1, round(_BAND_RATIO * (bottom - top + 1)))
    foot = np.flatnonzero(mask[bottom - band + 1 : bottom + 1].any(axis=0))
    whole = np.flatnonzero(mask.any(axis=0))
    return float(len(foot) / (whole[-1] - whole[0] + 1))


def _no_ground() -> Finding:
    return Finding(
        "no-plain-ground",
        "info",
        say("The picture has no plain white ground."),
        say("It becomes a relief with everything in it. Ask for a pure white background to get a figure."),
    )


def _of_bodies(bodies: int) -> tuple[Finding, ...]:
    if bodies == 1:
        return ()
    return (
        Finding(
            "several-parts",
            "warning",
            say("The picture shows {count} separate parts.", count=bodies),
            say("Loose parts are left out or joined. Ask for one single body."),
        ),
    )


def _of_edges(mask: Mask) -> tuple[Finding, ...]:
    touching = sum(np.count_nonzero(side) for side in (mask[0], mask[:, 0], mask[:, -1]))
    if touching <= _FULL_RATIO * sum(mask.shape):
        return ()
    return (
        Finding(
            "cut-off",
            "warning",
            say("The object is cut off at the edge of the picture."),
            say("Ask for the whole object in the picture."),
        ),
    )


def _of_foot(foot_ratio: float) -> tuple[Finding, ...]:
    if foot_ratio >= _FOOT_RATIO:
        return ()
    return (
        Finding(
            "narrow-foot",
            "warning",
            say("It stands on a narrow foot, {share:.0f} % of its width.", share=100 * foot_ratio),
            say("Ask for a wide foundation; a pedestal helps, too."),
        ),
    )


def _of_thickness(thinnest: float, height_mm: float) -> tuple[Finding, ...]:
    if thinnest >= _STURDY_MM:
        return ()
    return (
        Finding(
            "thin-in-picture",
            "error" if thinnest < _LINE_MM else "warning",
            say(
                "Its narrowest part is {width:.1f} mm wide at a height of {height:.0f} mm.",
                width=thinnest,
                height=height_mm,
            ),
            say("Make it larger, or ask for thick sturdy forms."),
        ),
    )

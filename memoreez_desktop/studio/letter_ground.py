"""Words on a figure: flat where it is flat, bent where it bends gently, on a plate where it is rough."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from memoreez_desktop.geometry.shapes import Shape, bounds, offset, rounded_rectangle
from memoreez_desktop.geometry.solids import Solid, extrude, sound
from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.frame import Frame, ground_mm

F64 = NDArray[np.float64]

_MOST_RAYS = 700
_MARGIN_MM = 1.0
_EVEN_MM = 0.12
_STEEPEST = 0.9
_ROUGHEST_MM = 0.7
_SOFT_MM = 1.6
_SUNK_MM = 0.4
_OVER_MM = 0.4
"""How far a cutter reaches out of the ground, so that no skin is left over the letters."""
_CHORD_MM = 0.7
_PLATE_MARGIN_MM, _PLATE_RADIUS_MM, _PLATE_MM = 2.0, 1.6, 0.8
_PLATE_DEEP_MM = 12.0
_BEVEL = 0.55
"""Sideways per depth: the lower edge of a plate on an upright side prints without support."""


@dataclass(frozen=True, eq=False)
class Ground:
    """The surface under some words.

    Attributes
    ----------
    rise_mm : (rows, columns) float64
        Softened, without holes; row 0 lies highest.
    half_width_mm, half_height_mm : float
        Of the measured rectangle about ``middle_mm``.
    middle_mm : (u, v)
        In the frame.
    low_mm, high_mm : float
        The lowest and the highest ground that was met.
    kind : str
        ``flat``, ``bent`` or ``rough``.
    """

    rise_mm: F64
    half_width_mm: float
    half_height_mm: float
    middle_mm: tuple[float, float]
    low_mm: float
    high_mm: float
    kind: str

    def at(self, u: F64, v: F64) -> F64:
        """Return the ground at places of the frame, mm."""
        rows, columns = self.rise_mm.shape
        row = (self.half_height_mm + self.middle_mm[1] - v) / (2 * self.half_height_mm) * (rows - 1)
        column = (u - self.middle_mm[0] + self.half_width_mm) / (2 * self.half_width_mm) * (columns - 1)
        return np.asarray(
            ndimage.map_coordinates(self.rise_mm, [row, column], order=1, mode="nearest"), dtype=np.float64
        )


def ground_under(piece: Workpiece, frame: Frame, shape: Shape) -> Ground:
    """Measure the surface under a shape that lies in a frame."""
    x0, y0, x1, y1 = bounds(shape)
    half = (x1 - x0) / 2 + _MARGIN_MM, (y1 - y0) / 2 + _MARGIN_MM
    middle = (x0 + x1) / 2, (y0 + y1) / 2
    pitch = max(0.5, float(np.sqrt(4 * half[0] * half[1] / _MOST_RAYS)))
    there = replace(frame, origin_mm=frame.origin_mm + frame.right * middle[0] + frame.up * middle[1])
    rise = ground_mm(piece, there, *half, pitch)
    met = ~np.isnan(rise)
    if not met.any():
        return Ground(np.zeros_like(rise), *half, middle, 0.0, 0.0, "rough")
    low, high = float(np.nanmin(rise)), float(np.nanmax(rise))
    soft = ndimage.gaussian_filter(np.where(met, rise, low), _SOFT_MM / pitch, mode="nearest")
    kind = "rough"
    if met.all():
        down, across = np.gradient(soft, pitch)
        steep = float(np.hypot(down, across).max())
        rough = float(np.abs(rise - soft).max())
        if high - low <= _EVEN_MM:
            kind = "flat"
        elif steep <= _STEEPEST and rough <= _ROUGHEST_MM:
            kind = "bent"
    return Ground(soft, *half, middle, low, high, kind)


def raise_on(ground: Ground, shape: Shape, depth_mm: float) -> Solid:
    """Return what is to be added for raised words, in the frame: x right, y up, z out."""
    if ground.kind == "rough":
        plate, face = plate_on(ground, shape)
        return sound(plate + extrude(shape, depth_mm + _SUNK_MM, face - _SUNK_MM))
    if ground.kind == "flat":
        bottom = ground.low_mm - _SUNK_MM
        return extrude(shape, ground.high_mm + depth_mm - bottom, bottom)
    return _bent(ground, shape, -_SUNK_MM - _roughness(ground), depth_mm)


def cut_into(ground: Ground, shape: Shape, depth_mm: float) -> tuple[Solid | None, Solid]:
    """Return a plate to be added first, or None, and what is to be cut out for engraved words."""
    if ground.kind == "rough":
        plate, face = plate_on(ground, shape)
        return plate, extrude(shape, depth_mm + _OVER_MM, face - depth_mm)
    if ground.kind == "flat":
        bottom = ground.low_mm - depth_mm
        return None, extrude(shape, ground.high_mm + _OVER_MM - bottom, bottom)
    return None, _bent(ground, shape, -depth_mm, _OVER_MM + _roughness(ground))


def _roughness(ground: Ground) -> float:
    """How far the softened ground may lie beside the real one."""
    return min(_ROUGHEST_MM, 0.25 * (ground.high_mm - ground.low_mm))


def _bent(ground: Ground, shape: Shape, bottom_mm: float, top_mm: float) -> Solid:
    flat = extrude(shape, top_mm - bottom_mm, bottom_mm).refine_to_length(_CHORD_MM)

    def bend(points: F64) -> F64:
        moved = points.copy()
        moved[:, 2] += ground.at(points[:, 0], points[:, 1])
        return moved

    return sound(flat.warp_batch(bend))


def plate_on(
    ground: Ground,
    shape: Shape,
    margin_mm: float = _PLATE_MARGIN_MM,
    over_mm: float = _PLATE_MM,
    corner_mm: float = _PLATE_RADIUS_MM,
) -> tuple[Solid, float]:
    """Make a small plate that reaches into the figure; return it and where its face is."""
    x0, y0, x1, y1 = bounds(shape)
    width, height = x1 - x0 + 2 * margin_mm, y1 - y0 + 2 * margin_mm
    face = ground.high_mm + over_mm
    deep = min(face - ground.low_mm + 0.5, _PLATE_DEEP_MM)
    outline = rounded_rectangle(width, height, corner_mm)
    grown = offset(outline, _BEVEL * deep)
    body = Solid.hull_points(
        np.vstack(
            [
                np.column_stack([ring, np.full(len(ring), z)])
                for rings, z in ((outline.to_polygons(), face), (grown.to_polygons(), face - deep))
                for ring in rings
            ]
        )
    )
    return sound(body.translate(((x0 + x1) / 2, (y0 + y1) / 2, 0.0))), face

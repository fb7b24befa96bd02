"""Shapes on a figure: flat where it is flat, bent with it where it bends, on a plate where it is rough."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from memoreez_desktop.geometry.shapes import Shape, bounds, offset, rounded_rectangle
from memoreez_desktop.geometry.solids import Solid, extrude, sound
from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.ground_line import GroundLine, ground_line
from memoreez_desktop.studio.ground_rays import heights_mm

F64 = NDArray[np.float64]

_MOST_RAYS = 480
_MARGIN_MM = 0.6
_EVEN_MM = 0.12
_STEEPEST_ACROSS, _STEEPEST_UP = 2.2, 1.3
_ROUGHEST_MM = 0.7
_SOFT_MM = 1.2
_SUNK_MM = 0.4
_OVER_MM = 0.4
"""How far a cutter reaches out of the ground, so that no skin is left over the letters."""
_CHORD_MM, _SQUEEZE = 0.7, 0.05
_PLATE_MARGIN_MM, _PLATE_RADIUS_MM, _PLATE_MM = 1.8, 1.6, 0.8
_PLATE_DEEP_MM = 12.0
_PLATE_FALL = 1.6
_SPARE_MM = 0.8
"""How far a plate reaches below the lowest ground, so that no hollow stays under it."""
_BEVEL = 0.55
"""Sideways per depth: the lower edge of a plate on an upright side prints without support."""


@dataclass(frozen=True, eq=False)
class Ground:
    """The surface under a shape.

    Attributes
    ----------
    rise_mm : (rows, columns) float64
        Softened, without holes; row 0 lies highest.
    half_width_mm, half_height_mm : float
        Of the measured rectangle about ``middle_mm``.
    middle_mm : (x, y)
        In the frame.
    line : GroundLine
        From side to side through the middle: along it the shape is laid.
    low_mm, high_mm : float
        The lowest and the highest ground that was met.
    rough_mm : float
        How far it lies beside the softened one.
    kind : str
        ``flat``, ``bent`` or ``rough``.
    """

    rise_mm: F64
    half_width_mm: float
    half_height_mm: float
    middle_mm: tuple[float, float]
    line: GroundLine
    low_mm: float
    high_mm: float
    rough_mm: float
    kind: str

    def carries(self, plate_mm: float) -> bool:
        """Tell whether a shape can lie on it, or on a plate under which it falls away no farther."""
        return self.kind != "rough" or bool(0 < np.ptp(self.rise_mm) <= _PLATE_FALL * plate_mm)

    def at(self, x: F64, y: F64) -> F64:
        """Return the ground at places of the frame, mm."""
        rows, columns = self.rise_mm.shape
        row = (self.half_height_mm + self.middle_mm[1] - y) / (2 * self.half_height_mm) * (rows - 1)
        column = (x - self.middle_mm[0] + self.half_width_mm) / (2 * self.half_width_mm) * (columns - 1)
        return np.asarray(
            ndimage.map_coordinates(self.rise_mm, [row, column], order=1, mode="nearest"), dtype=np.float64
        )


def ground_under(piece: Workpiece, frame: Frame, shape: Shape) -> Ground:
    """Measure the surface under a shape that lies in a frame."""
    x0, y0, x1, y1 = bounds(shape)
    line = ground_line(piece, frame, max(-x0, x1) + _MARGIN_MM, (y0 + y1) / 2).softened(_SOFT_MM)
    left, right = (float(x) for x in line.across(np.array([x0, x1])))
    half = (right - left) / 2 + _MARGIN_MM, (y1 - y0) / 2 + _MARGIN_MM
    middle = (left + right) / 2, (y0 + y1) / 2
    pitch = max(0.5, float(np.sqrt(4 * half[0] * half[1] / _MOST_RAYS)))
    rise = _measured(piece, frame, middle, half, pitch)
    met = ~np.isnan(rise)
    low, high = (float(np.nanmin(rise)), float(np.nanmax(rise))) if met.any() else (0.0, 0.0)
    if not met.all():
        low = _under_plate_mm(piece, frame, middle, half, (low, high))
        return Ground(np.where(met, rise, low), *half, middle, line, low, high, 0.0, "rough")
    soft = _softened(rise, _SOFT_MM / pitch)
    up, across = np.gradient(soft, pitch) if min(soft.shape) > 1 else (np.zeros(1), np.zeros(1))
    rough = float(np.abs(rise - soft).max())
    steep = max(np.abs(up).max() / _STEEPEST_UP, np.abs(across).max() / _STEEPEST_ACROSS) > 1
    kind = "rough" if steep or rough > _ROUGHEST_MM else "bent" if high - low > _EVEN_MM else "flat"
    if kind == "rough":
        low = _under_plate_mm(piece, frame, middle, half, (low, high))
    return Ground(soft, *half, middle, line, low, high, rough, kind)


def _measured(
    piece: Workpiece, frame: Frame, middle: tuple[float, float], half: tuple[float, float], pitch_mm: float
) -> F64:
    """Measure a rectangle of the ground, row 0 highest."""
    across, up = (
        there + np.linspace(-side, side, max(2, round(2 * side / pitch_mm) + 1))
        for there, side in zip(middle, half, strict=True)
    )
    return heights_mm(piece.solid, frame, across, up)[::-1]


def _under_plate_mm(
    piece: Workpiece,
    frame: Frame,
    middle: tuple[float, float],
    half: tuple[float, float],
    found_mm: tuple[float, float],
) -> float:
    """Return the lowest ground under the foot of a plate, which is wider than what stands on it."""
    low, high = found_mm
    wider = _PLATE_MARGIN_MM + _BEVEL * min(high - low + _PLATE_MM + _SPARE_MM, _PLATE_DEEP_MM)
    foot = half[0] + wider, half[1] + wider
    pitch = max(0.5, float(np.sqrt(4 * foot[0] * foot[1] / _MOST_RAYS)))
    rise = _measured(piece, frame, middle, foot, pitch)
    return min(low, float(np.nanmin(rise))) if not np.isnan(rise).all() else low


def _softened(rise: F64, sigma: float) -> F64:
    """Blur a ground without flattening it at its edges."""
    margin = min(int(np.ceil(3 * sigma)), min(rise.shape) - 1)
    wide = np.pad(rise, margin, mode="reflect", reflect_type="odd")
    soft = ndimage.gaussian_filter(wide, sigma, mode="nearest")
    return np.asarray(soft[margin : margin + rise.shape[0], margin : margin + rise.shape[1]])


def raise_on(ground: Ground, shape: Shape, depth_mm: float) -> Solid:
    """Return what is to be added for a raised shape, in the frame: x right, y up, z out."""
    if ground.kind == "rough":
        plate, face = plate_on(ground, shape)
        return sound(plate + extrude(shape, depth_mm + _SUNK_MM, face - _SUNK_MM))
    if ground.kind == "flat":
        bottom = ground.low_mm - _SUNK_MM
        return extrude(shape, ground.high_mm + depth_mm - bottom, bottom)
    return _bent(ground, shape, -_SUNK_MM - ground.rough_mm, depth_mm)


def cut_into(ground: Ground, shape: Shape, depth_mm: float) -> tuple[Solid | None, Solid]:
    """Return a plate to be added first, or None, and what is to be cut out for an engraved shape."""
    if ground.kind == "rough":
        plate, face = plate_on(ground, shape)
        return plate, extrude(shape, depth_mm + _OVER_MM, face - depth_mm)
    if ground.kind == "flat":
        bottom = ground.low_mm - depth_mm
        return None, extrude(shape, ground.high_mm + _OVER_MM - bottom, bottom)
    return None, _bent(ground, shape, -depth_mm, _OVER_MM + ground.rough_mm)


def _bent(ground: Ground, shape: Shape, bottom_mm: float, top_mm: float) -> Solid:
    """Lay a shape along the ground; it keeps its lengths from side to side, and its depth."""
    flat = extrude(shape, (top_mm - bottom_mm) * _SQUEEZE).refine_to_length(_CHORD_MM)

    def bend(points: F64) -> F64:
        x = ground.line.across(points[:, 0])
        z = ground.at(x, points[:, 1])
        slope = ground.line.slope(x)
        deep = (points[:, 2] / _SQUEEZE + bottom_mm) / np.hypot(slope, 1.0)
        return np.column_stack([x - slope * deep, points[:, 1], z + deep])

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
    deep = min(face - ground.low_mm + _SPARE_MM, _PLATE_DEEP_MM)
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

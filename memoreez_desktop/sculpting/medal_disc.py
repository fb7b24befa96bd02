"""The disc of coins and medals: a field with a relief, a bead, a band for words and a rim."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.shapes import circle
from memoreez_desktop.sculpting.round_sheets import round_grid, round_sheet

Heights = NDArray[np.float32]

_SHOULDER_MM = 0.9


@dataclass(frozen=True)
class Medal:
    """The section of a medal, from the middle outwards: field, bead, band, rim.

    Attributes
    ----------
    radius_mm : float
        Of the whole.
    field_mm : float
        Radius of the field.
    bead_mm, rim_mm : float
        Width of the bead round the field and of the half-round rim.
    base_mm, rim_height_mm : float
        Thickness of the ground, and how far the rim stands above it.
    bead_height_mm : float
        How far the bead stands above the ground; 0 leaves the band level.
    """

    radius_mm: float
    field_mm: float
    bead_mm: float
    rim_mm: float
    base_mm: float
    rim_height_mm: float
    bead_height_mm: float


def medal_disc(medal: Medal, relief_mm: Heights, pitch_mm: float) -> MeshModel:
    """Strike a relief into a medal.

    Parameters
    ----------
    relief_mm : (n, n) float32
        Above the ground, over the square about the field; 0 at the field's edge.
    pitch_mm : float
        Wished distance of the heights.
    """
    field = medal.field_mm
    turn = np.linspace(0.0, np.pi, 8)
    bead_at = field + 0.03 + (medal.bead_mm - 0.03) * (1 - np.cos(turn)) / 2
    rim_at = medal.radius_mm - medal.rim_mm * (1 + np.cos(turn)) / 2
    shoulder = np.where(turn > np.pi / 2, _SHOULDER_MM, 0.0)
    rim_height = shoulder + (medal.rim_height_mm - shoulder) * np.sin(turn)
    height = medal.base_mm + np.r_[medal.bead_height_mm * np.sin(turn), rim_height]
    cells = max(24, round(np.sqrt(np.pi) * field / (2 * pitch_mm)))
    shares = (np.r_[bead_at, rim_at] - field) / (medal.radius_mm - field)
    grid = round_grid(circle(field, 360), circle(medal.radius_mm, 360), shares, cells)
    side = len(relief_mm)
    x = (grid.field_mm[..., 0] / field + 1) * side / 2 - 0.5
    y = (1 - grid.field_mm[..., 1] / field) * side / 2 - 0.5
    struck: Heights = cv2.remap(
        relief_mm,
        x.astype(np.float32),
        y.astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return round_sheet(grid, struck + np.float32(medal.base_mm), height.astype(np.float32), 0.0)


def within_field(relief_mm: Heights, field_mm: float, ramp_mm: float = 0.9) -> Heights:
    """Let a relief over the square about a round field run out steeply at its edge."""
    side = len(relief_mm)
    at = (np.arange(side, dtype=np.float32) + 0.5 - side / 2) * np.float32(2 * field_mm / side)
    from_edge = np.float32(field_mm) - np.hypot(at[None], at[:, None])
    return np.asarray(relief_mm * np.clip((from_edge - 0.1) / ramp_mm, 0, 1), np.float32)

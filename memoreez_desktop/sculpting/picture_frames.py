"""A picture of heights in a moulded frame, with a band for words: one grid, sharp at every edge.

Grid lines run along every edge of the frame, so the edges are as sharp in a draft as in the final.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.float32]
Line = NDArray[np.float64]

_GAP_MM = 0.06
"""Between an edge and the picture beside it; next to vertical, and still two places for a vertex."""
_RASTER_MM = 0.2
_FALL = 1.1
"""Down for each mm inwards: 42 degrees from the vertical, which prints without supports."""
_FLANK_SHARES = np.array([0.0, 0.10, 0.30, 0.60, 1.0])
_RIDGE_MM = 1.8
FLAT_MM = 1.0
"""On top of a frame that prints lying: two lines side by side, where a round crest would be one thread."""


@dataclass(frozen=True)
class Moulding:
    """The section of a frame: a half-round between two shoulders.

    Attributes
    ----------
    width_mm, shoulder_mm, crown_mm : float
        Width, height at both edges and height in the middle.
    flat_mm : float
        How much of the middle is level; half the width at most.
    """

    width_mm: float
    shoulder_mm: float
    crown_mm: float
    flat_mm: float = 0.0

    @property
    def inset_mm(self) -> float:
        """From the outer edge to the picture."""
        return self.width_mm + _GAP_MM

    def height_mm(self, inward_mm: Line) -> Line:
        """Height at a distance from the outer edge; the shoulder's beyond the width."""
        from_edge = np.minimum(inward_mm, self.width_mm - inward_mm)
        share = np.clip(from_edge / self._flank_mm, 0, 1)
        return self.shoulder_mm + (self.crown_mm - self.shoulder_mm) * np.sin(np.pi / 2 * share) ** 0.7

    def offsets_mm(self) -> Line:
        """Where grid lines follow the section, from the outer edge inwards."""
        rise = _FLANK_SHARES * self._flank_mm
        return np.unique(np.r_[rise, self.width_mm - rise])

    @property
    def _flank_mm(self) -> float:
        """Width of the slope on either side of the crown."""
        return (self.width_mm - min(self.flat_mm, self.width_mm / 2)) / 2


def on_raster(distance_mm: float) -> float:
    """Round to 0.2 mm, the raster of previews and verifiers.

    A panel of one millimetre whose back lies between two cells is seen up to 0.1 mm beside its place.
    """
    return round(distance_mm / _RASTER_MM) * _RASTER_MM


def under_head(picture_mm: Grid, below_mm: Line, shoulder_mm: float) -> Grid:
    """Let the head of a frame fall into a picture that is printed upright, or it would be a ledge in the air.

    Parameters
    ----------
    picture_mm : (h, w) float32
    below_mm : (h, 1) or (h, w) float
        How far below the inner edge of the frame each place lies.
    shoulder_mm : float
        Height of the frame at its inner edge.
    """
    return np.maximum(picture_mm, shoulder_mm - below_mm / _FALL).astype(np.float32)


@dataclass(frozen=True, eq=False)
class FramedPicture:
    """The grid of a picture in its frame, lying, lower left corner of the frame at x = -width/2, y = 0.

    Attributes
    ----------
    x_mm : (h, w) float32
        Rows differ where the corners are round.
    y_mm : (h,) float32
        Falling.
    front_mm : (h, w) float32
    band_mm : (y of its middle, height) or None
        Where words go.
    width_mm, height_mm : float
        Outer size.
    """

    x_mm: Grid
    y_mm: Grid
    front_mm: Grid
    band_mm: tuple[float, float] | None
    width_mm: float
    height_mm: float


def frame_picture(
    picture_mm: Grid,
    size_mm: tuple[float, float],
    moulding: Moulding,
    *,
    band_mm: float = 0.0,
    band_floor_mm: float = 0.0,
    round_below: bool = True,
    upright: bool = False,
) -> FramedPicture:
    """Put a frame round a picture.

    Parameters
    ----------
    picture_mm : (h, w) float32
        Heights, row 0 at the top.
    size_mm : (width, height)
        Of the picture.
    moulding : Moulding
    band_mm : float
        Height of a band for words between picture and lower frame; 0 leaves it out.
    band_floor_mm : float
        Height of the band's ground.
    round_below : bool
        Round the lower corners as the upper ones are.
    upright : bool
        It is printed standing: the head of the frame gets a slope below.
    """
    wide, high = size_mm
    frame = moulding.offsets_mm()
    inner = moulding.inset_mm
    rows, columns = picture_mm.shape
    width = wide + 2 * inner
    across = np.r_[frame, inner + np.linspace(0, wide, columns), width - frame[::-1]]
    below = inner + high
    band = np.zeros(0)
    if band_mm > 0:
        moulded = Moulding(_RIDGE_MM, band_floor_mm, moulding.shoulder_mm, FLAT_MM)
        ridge = below + _GAP_MM + moulded.offsets_mm()
        below = float(ridge[-1]) + _GAP_MM + band_mm
        band = np.r_[ridge, ridge[-1] + _GAP_MM, below]
    height = below + inner
    down = np.r_[frame, inner + np.linspace(0, high, rows), band, height - frame[::-1]]
    edge = np.minimum(np.minimum(across, width - across)[None], np.minimum(down, height - down)[:, None])
    front = moulding.height_mm(edge)
    inside = slice(len(frame), len(frame) + columns)
    first = len(frame) + rows
    if band_mm > 0:
        ridge_height = moulded.height_mm(moulded.offsets_mm())
        # No groove between picture and ridge.
        near = ridge_height[: len(_FLANK_SHARES)]
        near[:] = np.maximum(near, 0.25 * band_floor_mm + 0.75 * moulding.shoulder_mm)
        front[first : first + len(ridge_height), inside] = ridge_height[:, None]
        front[first + len(ridge_height) : first + len(band), inside] = band_floor_mm
    if upright:
        below_head = down[len(frame) : first, None] - moulding.width_mm
        picture_mm = under_head(picture_mm, below_head, moulding.shoulder_mm)
    front[len(frame) : first, inside] = picture_mm
    return FramedPicture(
        _with_round_corners(across - width / 2, down, height, moulding.width_mm, round_below),
        (height - down).astype(np.float32),
        front.astype(np.float32),
        (height - below + band_mm / 2, band_mm) if band_mm > 0 else None,
        width,
        height,
    )


def _with_round_corners(across: Line, down: Line, height: float, radius: float, round_below: bool) -> Grid:
    """Pull the frame's columns in towards the corners; the picture's columns stay straight."""
    x = np.tile(across, (len(down), 1))
    half = float(across[-1])
    from_end = np.minimum(down, height - down) if round_below else down
    short = np.clip(radius - from_end, 0, radius)
    reach = half - radius + np.sqrt(np.maximum(radius**2 - short**2, 0))
    straight = half - radius
    outside = np.abs(x) > straight
    pulled = straight + (np.abs(x) - straight) * ((reach - straight) / radius)[:, None]
    # At the very end the corner would close to a point: a little of the frame's end stays straight.
    pulled = np.maximum(pulled, straight + (np.abs(x) - straight) * 0.02)
    return np.where(outside, np.sign(x) * pulled, x).astype(np.float32)

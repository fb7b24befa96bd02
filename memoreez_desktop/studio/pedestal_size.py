"""How large a pedestal is: it reaches under the figure, keeps it upright, and carries its words."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.keepsake_steps import Pedestal
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.flat_base import tip_angle_deg
from memoreez_desktop.geometry.shapes import from_contours
from memoreez_desktop.studio.api import StepTools
from memoreez_desktop.studio.frame import wall_length_mm
from memoreez_desktop.studio.pedestal_plans import RATIOS, SET_BACK, Outline, plan_outline
from memoreez_desktop.studio.pedestal_profile import Profile, height_for_mm, profile
from memoreez_desktop.studio.pedestal_standing import Standing
from memoreez_desktop.studio.words_room import words_room

F64 = NDArray[np.float64]

STABLE_DEG = 20.0
SMALLEST_MM, LARGEST_MM = 8.0, 1000.0
LOWEST_MM, HIGHEST_MM = 3.0, 300.0
CAPS_MM = (5.0, 11.0)
LEAST_CAP_MM = 4.8
_CAP_RATIO = 0.075
"""A capital looks well at this share of the pedestal's width."""
_CAP_HEIGHT_RATIO = 0.085
"""And at this share of the figure's height: a low figure gets no tower under it."""
_GAP_RATIO = 0.5
_HANGING_RATIO = 0.4
"""Room for what hangs below the last line, and a little air."""
_REACH_RATIO = 118 / 360
"""How far round a wall a line goes by default."""
_CORNER_MM = 1.2
_SAME_MM = 1e-6
_WIDER_RATIO = 1.4
"""So much wider may a pedestal become for the sake of its words."""
_LEAST_WIDEST_MM = 40.0
"""And so wide under the smallest figure."""
_MARGIN_RATIO, _MARGIN_MM = 0.06, (1.5, 5.0)
_PLAIN_RATIO, _PLAIN_MM = 0.11, (6.0, 14.0)


@dataclass(frozen=True, eq=False)
class Sized:
    """A pedestal as it will be made.

    Attributes
    ----------
    centre_mm : (2,) float64
        Where its middle lies, in the figure's coordinates.
    outline : Outline
    profile : Profile
    width_mm, depth_mm, height_mm : float
    grown : bool
        Larger than was asked for, so that the figure has something under its feet.
    """

    centre_mm: F64
    outline: Outline
    profile: Profile
    width_mm: float
    depth_mm: float
    height_mm: float
    grown: bool


def sized(step: Pedestal, standing: Standing, tools: StepTools, figure_height_mm: float) -> Sized:
    """Work out what the recipe leaves open.

    Raises
    ------
    InputError
        A measure that cannot be made.
    """
    _check(step)
    centre = (standing.low.min(axis=0) + standing.low.max(axis=0)) / 2
    feet, low = _dense(standing.feet - centre), _dense(standing.low - centre)
    ratio = _ratio(step, low)
    count, length_caps = words_room(tools.wanted_lines)
    guess = _height_mm(step, 60.0, count, tools.wanted_band_mm, figure_height_mm)
    margin = float(np.clip(_MARGIN_RATIO * np.ptp(low[:, 0]), *_MARGIN_MM))
    wanted, back = min(
        (_containing_mm(step, ratio, guess, low, margin, back), back)
        for back in SET_BACK.get(step.style, (0.0,))
    )
    least = _containing_mm(step, ratio, guess, feet, 0.4, back)
    if step.width_mm is None and step.depth_mm is None:
        width = max(wanted, least, SMALLEST_MM)
        width = _upright_mm(step, ratio, width, guess, standing, centre - (0.0, back * width))
        longest = length_caps * _cap_mm(width, figure_height_mm, count)
        width = _wide_enough_mm(step, ratio, width, guess, longest)
    else:
        width = step.width_mm if step.width_mm is not None else step.depth_mm / ratio  # type: ignore[operator]
    grown = width < least - 0.05
    width = math.ceil(max(width, least) * 10 - 1e-6) / 10
    height = _height_mm(step, width, count, tools.wanted_band_mm, figure_height_mm)
    outline = plan_outline(step.style, width, width * ratio)
    drawn = profile(step.style, height, step.edge_mm, step.chamfer_mm, step.steps)
    return Sized(centre - (0.0, back * width), outline, drawn, width, width * ratio, height, grown)


def _check(step: Pedestal) -> None:
    limits = [
        (step.width_mm, SMALLEST_MM, LARGEST_MM),
        (step.depth_mm, SMALLEST_MM, LARGEST_MM),
        (step.height_mm, LOWEST_MM, HIGHEST_MM),
        (step.edge_mm, 0.0, 10.0),
        (step.chamfer_mm, 0.0, 5.0),
        (step.overlap_mm, 0.2, 3.0),
        (float(step.steps), 0.0, 5.0),
    ]
    for value, lowest, highest in limits:
        if value is not None and not lowest <= value <= highest:
            raise InputError(
                say("A pedestal with a measure of {size} cannot be made.", size=f"{value:g}"),
                say("Choose a value from {low} to {high}.", low=f"{lowest:g}", high=f"{highest:g}"),
            )
    if step.style not in RATIOS:
        raise InputError(
            say("There is no pedestal called “{name}”.", name=step.style),
            say("Known: {names}.", names=", ".join(RATIOS)),
        )


def _ratio(step: Pedestal, low: F64) -> float:
    """Depth in widths: as wished, or like what stands on it as far as the style allows."""
    least, most = RATIOS[step.style]
    if least == most:
        return least
    if step.width_mm is not None and step.depth_mm is not None:
        return float(np.clip(step.depth_mm / step.width_mm, 0.3, 3.0))
    span = np.ptp(low, axis=0)
    return float(np.clip(span[1] / max(span[0], 1e-6), least, most))


def _dense(ring: F64) -> F64:
    """Put points on the edges of a ring, so that a cleft cannot pass between them."""
    share = np.linspace(0, 1, 8, endpoint=False)[None, :, None]
    return np.asarray(
        (ring[:, None] * (1 - share) + np.roll(ring, -1, axis=0)[:, None] * share).reshape(-1, 2)
    )


def _containing_mm(
    step: Pedestal, ratio: float, height_mm: float, points: F64, margin_mm: float, back: float
) -> float:
    """Smallest width whose level top holds all points with a margin, set back by a share of the width."""
    inset = profile(step.style, height_mm, step.edge_mm, step.chamfer_mm, step.steps).top_mm + margin_mm
    low, high = 2 * inset + 1.0, LARGEST_MM * 2
    for _ in range(24):
        width = (low + high) / 2
        top = plan_outline(step.style, width, width * ratio).stepped_in(inset) if width > 2 * inset else None
        at = points + np.array([0.0, back * width])
        turn, reach = np.arctan2(at[:, 1], at[:, 0]), np.hypot(at[:, 0], at[:, 1])
        fits = top is not None and bool((reach <= _radius_at(top, turn)).all())
        low, high = (low, width) if fits else (width, high)
    return high


def _radius_at(ring: F64, turn: F64) -> F64:
    """How far a ring lies from the origin in each direction, (n,)."""
    angle = np.arctan2(ring[:, 1], ring[:, 0])
    order = np.argsort(angle)
    return np.asarray(
        np.interp(turn, angle[order], np.hypot(ring[order, 0], ring[order, 1]), period=2 * np.pi)
    )


def _upright_mm(
    step: Pedestal, ratio: float, width_mm: float, height_mm: float, standing: Standing, centre: F64
) -> float:
    """Smallest width, not below ``width_mm``, with which the whole may lean by 20° before it falls."""
    for _ in range(60):
        foot = from_contours([plan_outline(step.style, width_mm, width_mm * ratio).points_mm])
        own = float(foot.area()) * height_mm
        figure = standing.centre_of_mass_mm - (*centre, standing.cut_mm - height_mm)
        whole = (figure * standing.volume_mm3 + np.array([0, 0, height_mm / 2]) * own) / (
            standing.volume_mm3 + own
        )
        if tip_angle_deg(foot, whole) >= STABLE_DEG:
            break
        width_mm *= 1.03
    return width_mm


def _wide_enough_mm(
    step: Pedestal, ratio: float, width_mm: float, height_mm: float, longest_mm: float
) -> float:
    """Widen a pedestal, within reason, until its longest line has room."""
    widest = max(width_mm * _WIDER_RATIO, _LEAST_WIDEST_MM)
    while width_mm < widest and _room_mm(step, ratio, width_mm, height_mm) < longest_mm:
        width_mm *= 1.02
    return width_mm


def _room_mm(step: Pedestal, ratio: float, width_mm: float, height_mm: float) -> float:
    """How long a line may be."""
    inset = profile(step.style, height_mm, step.edge_mm, step.chamfer_mm, step.steps).wall_mm
    outline = plan_outline(step.style, width_mm, width_mm * ratio)
    wall = outline.stepped_in(inset)
    reach = _REACH_RATIO * wall_length_mm(wall)
    if outline.flat_mm is None or step.style == "octagon":
        return reach
    side = float(np.ptp(wall[np.abs(wall[:, 1] - wall[0, 1]) < _SAME_MM, 0])) - 2 * _CORNER_MM
    return side if step.style == "plinth" else max(reach, side)


def _cap_mm(width_mm: float, figure_height_mm: float, count: int) -> float:
    cap = float(np.clip(min(_CAP_RATIO * width_mm, _CAP_HEIGHT_RATIO * figure_height_mm), *CAPS_MM))
    return cap if count < 2 else max(LEAST_CAP_MM, 0.92 * cap)


def _height_mm(
    step: Pedestal, width_mm: float, count: int, wanted_band_mm: float, figure_height_mm: float
) -> float:
    if step.height_mm is not None:
        return step.height_mm
    if not count and not wanted_band_mm:
        plain = float(np.clip(_PLAIN_RATIO * figure_height_mm, *_PLAIN_MM))
        return round(plain + (1.6 * step.steps if step.style == "plinth" else 0.0), 1)
    cap = _cap_mm(width_mm, figure_height_mm, count)
    band = cap * (count + _GAP_RATIO * (count - 1)) + _HANGING_RATIO * cap if count else 0.0
    return height_for_mm(step.style, max(band, wanted_band_mm), step.edge_mm, step.steps)

"""A ring to hang the keepsake by."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Loop, SpotOn
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.drilling import in_frame, straightened
from memoreez_desktop.studio.frame import Frame, turned
from memoreez_desktop.studio.hanging import balance_place, centre_mm, edge_place, lean_deg, lies_flat
from memoreez_desktop.studio.ring import Ring
from memoreez_desktop.studio.spots import resolve

_HOLES_MM, _WALLS_MM, _THICKNESSES_MM = (1.5, 40.0), (1.2, 12.0), (1.2, 20.0)
_FREE_RATIO = 0.6
"""So much of its wall the ring stands clear of the surface below the hole."""
_SUNK_MM = np.arange(0.8, 12.0, 0.4)
_HELD = 0.85
_HARDLY_HELD = 0.25
_UPWARDS = 0.7
_STRAIGHT_DEG, _ASKEW_DEG, _OVER_DEG = 2.0, 12.0, 90.0
_PLACES = np.linspace(-1.0, 1.0, 7)


def apply(step: Loop, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Put on a ring: above the centre of mass, so that it hangs straight, or where a person pointed.

    Raises
    ------
    InputError
        Sizes that cannot be made, or a place where the ring has nothing to stand on.
    """
    _check(step)
    first = Ring(step.hole_mm, step.wall_mm, step.thick_mm, 0.0, 0.0)
    centre = centre_mm(piece.solid)
    frame = _place(step, piece, first, centre)
    # Its plane holds the way up where it stands on a side: the ring then carries itself while printing.
    upright = bool(frame.out[2] < _UPWARDS) and not _at_edge(step, piece)
    bracket = upright and not step.turn_deg
    frame = turned(frame, 90.0 + step.turn_deg if upright else step.turn_deg)
    local = in_frame(piece.solid, frame)
    middle = _highest(local, first) + _FREE_RATIO * step.wall_mm + step.hole_mm / 2
    ring = replace(first, middle_mm=middle, foot_mm=_sunk_mm(local, first), bracket=bracket)
    low = float(piece.solid.bounding_box()[2])
    body = frame.placed(ring.solid()).trim_by_plane((0.0, 0.0, 1.0), low)
    share = float(body.volume()) / float(body.volume() + piece.solid.volume())
    centre = centre + share * (centre_mm(body) - centre)
    up = frame.out if _at_edge(step, piece) else np.array([0.0, 0.0, 1.0])
    held = frame.origin_mm + frame.out * middle + up * step.hole_mm / 2
    return piece.became(piece.solid + body).noted(_note(frame, lean_deg(centre, held, up)))


def _check(step: Loop) -> None:
    sizes = ((step.hole_mm, _HOLES_MM), (step.wall_mm, _WALLS_MM), (step.thick_mm, _THICKNESSES_MM))
    for value, (low, high) in sizes:
        if not low <= value <= high:
            raise InputError(
                say("A ring with {size} mm cannot be made.", size=f"{value:g}"),
                say("Choose {low:g} to {high:g} mm.", low=low, high=high),
            )


def _place(step: Loop, piece: Workpiece, ring: Ring, centre: NDArray[np.float64]) -> Frame:
    """Return where the ring stands; its plane is that of right and out."""
    spot, found = step.spot, None
    if _at_edge(step, piece):
        found = edge_place(piece.solid, centre, step.thick_mm)
    elif _by_itself(step, "top"):
        found = balance_place(piece.solid, centre, (ring.foot_half_mm, ring.thick_mm / 2))
    if found is not None:
        return turned(found, spot.turn_deg)
    return straightened(resolve(piece, spot), spot)


def _by_itself(step: Loop, *sides: SpotOn) -> bool:
    return step.spot.on in sides and step.spot.shift_ratio == (0.0, 0.0)


def _at_edge(step: Loop, piece: Workpiece) -> bool:
    """Tell whether the ring lies beside something flat rather than standing on it."""
    return _by_itself(step, "top", "back") and lies_flat(piece.solid)


def _highest(local: Solid, ring: Ring) -> float:
    """How far the ground rises above the frame where the hole will be, so that it stays open."""
    box = local.bounding_box()
    heights = [0.0]
    for u in _PLACES * ring.hole_mm / 2:
        for v in _PLACES[::3] * ring.thick_mm / 2:
            met = local.ray_cast((u, v, ring.outer_mm), (u, v, box[2]))
            heights += [float(met[0].position[2])] if met else []
    return max(heights)


def _sunk_mm(local: Solid, ring: Ring) -> float:
    """How deep its foot has to go until it is held.

    Raises
    ------
    InputError
        It is not held anywhere.
    """
    foot = Solid.cube((2 * ring.foot_half_mm, ring.thick_mm, 1.0), True).slice(0.0)
    best = (0.0, 0.0)
    for sunk in _SUNK_MM:
        held = float((local.slice(-float(sunk)) ^ foot).area() / foot.area())
        if held >= _HELD:
            return float(sunk)
        best = max(best, (held, -float(sunk)))
    if best[0] < _HARDLY_HELD:
        raise InputError(
            say("The ring has nothing to stand on there."),
            say("Point at a broader place, or make the ring smaller."),
        )
    return -best[1]


def _note(frame: Frame, lean: float) -> StepNote:
    x, y, z = (round(float(value), 3) for value in frame.origin_mm)
    values = {"x_mm": x, "y_mm": y, "z_mm": z, "lean_deg": round(lean, 2)}
    if lean <= _STRAIGHT_DEG:
        return StepNote(sentence=say("It hangs straight."), values=values)
    if lean > _OVER_DEG:
        words = say("Hung by this ring it turns over: it is held below its centre of mass.")
        return StepNote(sentence=words, values=values, level="thin")
    words = say("It hangs {lean:.0f}° from straight.", lean=lean)
    return StepNote(sentence=words, values=values, level="good" if lean <= _ASKEW_DEG else "thin")

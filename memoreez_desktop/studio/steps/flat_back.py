"""Cutting a side flat."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import FlatBack, Side
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.studio.api import StepTools, Workpiece

_OUT: dict[Side, tuple[float, float, float]] = {
    "back": (0.0, 1.0, 0.0),
    "front": (0.0, -1.0, 0.0),
    "left": (-1.0, 0.0, 0.0),
    "right": (1.0, 0.0, 0.0),
}
_ENOUGH_RATIO = 0.35
"""Of what the side shows: so much of it flat lies still and holds glue."""
_DEEPEST_RATIO = 0.25
_WORTH = 0.9
_TRIES = 40
_SHALLOWEST_MM = 0.2
_FLAT_ALREADY_MM = 0.03
_CRUMB_RATIO = 0.01
_MUST_STAY_RATIO = 0.1


def apply(step: FlatBack, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Cut off as little of a side as leaves enough of it flat, or as much as is wished.

    Raises
    ------
    InputError
        A depth that is none, or that leaves nothing to keep.
    """
    out = np.array(_OUT[step.side])
    lying = _side_down(piece.solid, out)
    thick = float(lying.bounding_box()[5])
    if step.depth_mm is None and _is_flat(lying):
        return piece.noted(StepNote(sentence=say("This side is flat already.")))
    depth = _found_mm(lying, thick) if step.depth_mm is None else _wished_mm(step.depth_mm, thick)
    area = float(lying.slice(depth).area())
    reach = float((np.array(piece.solid.bounding_box()).reshape(2, 3) @ out).max())
    cut = piece.solid.trim_by_plane(tuple(-out), depth - reach)
    solid, dropped = _without_crumbs(cut)
    figure = _cut_box(piece.figure_mm, out, reach - depth)
    box = np.array(solid.bounding_box()).reshape(2, 3)
    shift = np.array([*(-box.mean(axis=0)[:2]), -box[0, 2]])
    made = piece.became(solid.translate(tuple(shift)), figure_mm=figure + shift)
    return made.noted(_note(depth, area, dropped))


def _wished_mm(depth: float, thick: float) -> float:
    if not math.isfinite(depth) or not 0 < depth <= (1 - _MUST_STAY_RATIO) * thick:
        raise InputError(
            say("A cut of {depth} mm cannot be made here.", depth=f"{depth:g}"),
            say("Choose up to {most:.0f} mm.", most=math.floor((1 - _MUST_STAY_RATIO) * thick)),
        )
    return depth


def _is_flat(lying: Solid) -> bool:
    return bool(lying.slice(_FLAT_ALREADY_MM).area() >= _ENOUGH_RATIO * lying.project().area())


def _found_mm(lying: Solid, thick: float) -> float:
    """Return the smallest depth at which enough is flat; failing that, one that gains most of what can be."""
    enough = _ENOUGH_RATIO * float(lying.project().area())
    depths = np.linspace(min(_SHALLOWEST_MM, 0.1 * thick), _DEEPEST_RATIO * thick, _TRIES)
    areas = np.empty(len(depths))
    for k, depth in enumerate(depths):
        areas[k] = float(lying.slice(float(depth)).area())
        if areas[k] >= enough:
            return float(depth)
    return float(depths[int(np.argmax(areas >= _WORTH * areas.max()))])


def _side_down(solid: Solid, out: NDArray[np.float64]) -> Solid:
    """Lay a solid on one of its sides, that side on z = 0."""
    across = np.cross(out, (0.0, 0.0, 1.0))
    turned = solid.transform(np.column_stack([np.stack([across, (0.0, 0.0, 1.0), -out]), np.zeros(3)]))
    return turned.translate((0.0, 0.0, -float(turned.bounding_box()[2])))


def _without_crumbs(cut: Solid) -> tuple[Solid, int]:
    """Leave out what the cut made too small to keep, hair and finger tips; count it."""
    parts = cut.decompose()
    least = _CRUMB_RATIO * float(cut.volume())
    kept = [part for part in parts if abs(float(part.volume())) >= least]
    dropped = len(parts) - len(kept)
    return (Solid.compose(kept), dropped) if dropped else (cut, 0)


def _cut_box(box: NDArray[np.float64], out: NDArray[np.float64], at: float) -> NDArray[np.float64]:
    """Return the figure's box without what lies beyond the cut."""
    axis = int(np.abs(out).argmax())
    made = box.copy()
    if out[axis] > 0:
        made[:, axis] = np.minimum(made[:, axis], at)
    else:
        made[:, axis] = np.maximum(made[:, axis], -at)
    return made


def _note(depth: float, area: float, dropped: int) -> StepNote:
    values = {"depth_mm": round(depth, 3), "flat_mm2": round(area, 2), "dropped": float(dropped)}
    words: Phrase = say("Cut flat by {depth:.1f} mm: {area:.1f} cm² to lie on.", depth=depth, area=area / 100)
    if dropped:
        words = say(
            "Cut flat by {depth:.1f} mm: {area:.1f} cm² to lie on; loose tips were left out.",
            depth=depth,
            area=area / 100,
        )
    return StepNote(sentence=words, values=values)

"""A stand under the figure."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Pedestal
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.geometry.lofting import lofted
from memoreez_desktop.geometry.solids import Solid, sound
from memoreez_desktop.studio.api import PARTS, StepTools, Wall, Workpiece
from memoreez_desktop.studio.pedestal_size import Sized, sized
from memoreez_desktop.studio.pedestal_standing import Standing, how_it_stands

_WEAK_MM2 = 12.0
"""Less contact than this breaks when the keepsake is taken off the bed."""


def apply(step: Pedestal, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Cut the figure flat, make a pedestal for it, and sink it in.

    Raises
    ------
    InputError
        A measure that cannot be made.
    MeshError
        The figure is no sound solid.

    Notes
    -----
    A piece that stands on a pedestal of this kind already loses that one first.
    """
    cut = _cut_flat(piece, step.overlap_mm)
    job.check_cancelled()
    standing = cut.standing
    made = sized(step, standing, tools, cut.height_mm)
    sunk = min(step.overlap_mm, made.height_mm / 3, cut.height_mm / 4)
    solid = lofted(made.outline.points_mm, made.outline.inwards, made.profile.points_mm)
    x, y = (float(v) for v in made.centre_mm)
    foot = cut.solid.translate((-x, -y, made.height_mm - sunk - standing.cut_mm))
    whole = sound(solid + foot)
    low_x, low_y, _, high_x, high_y, _ = whole.bounding_box()
    shift = np.array([-(low_x + high_x) / 2, -(low_y + high_y) / 2])
    box = np.array(foot.bounding_box()).reshape(2, 3)
    box[:, :2] += shift
    box[0, 2] = made.height_mm
    wall = Wall(
        made.outline.stepped_in(made.profile.wall_mm) + shift,
        made.profile.low_mm,
        made.profile.high_mm,
        _flat_mm(made),
    )
    stood = piece.became(whole.translate((*shift, 0.0)), figure_mm=box, wall=wall)
    # Not evaluated before somebody looks at them: until then the figure shares its triangles.
    stood.memo[PARTS] = tuple(part.translate((*shift, 0.0)) for part in (solid, foot))
    return stood.noted(_note(made, standing))


def fingerprint(step: Pedestal, piece: Workpiece, tools: StepTools) -> str:
    """Return what the outcome depends on: words count only by the size of what carries them.

    Raises
    ------
    InputError
        A measure that cannot be made.
    """
    cut = _cut_flat(piece, step.overlap_mm)
    made = sized(step, cut.standing, tools, cut.height_mm)
    return f"{step!r} {made.width_mm!r} {made.depth_mm!r} {made.height_mm!r} {made.grown}"


@dataclass(frozen=True, eq=False)
class _Cut:
    """A figure that is cut flat, its height before, and how it stands."""

    solid: Solid
    height_mm: float
    standing: Standing


def _cut_flat(piece: Workpiece, overlap_mm: float) -> _Cut:
    """Return the figure without its lowest end; found out once for a piece."""
    name = f"cut for a pedestal {overlap_mm!r}"
    found = piece.memo.get(name)
    if found is None:
        figure = _figure_alone(piece)
        standing = how_it_stands(figure, overlap_mm)
        deep = standing.cut_mm > 0
        solid = sound(figure.trim_by_plane((0.0, 0.0, 1.0), standing.cut_mm)) if deep else figure
        found = piece.memo[name] = _Cut(solid, float(figure.bounding_box()[5]), standing)
    assert isinstance(found, _Cut)  # for the type checker: nobody else uses this name
    return found


def _figure_alone(piece: Workpiece) -> Solid:
    """Return the figure on z = 0, without the pedestal that an earlier visit made."""
    if piece.wall is None:
        return piece.solid
    low = float(piece.figure_mm[0, 2])
    return sound(piece.solid.trim_by_plane((0.0, 0.0, 1.0), low).translate((0.0, 0.0, -low)))


def _flat_mm(made: Sized) -> float | None:
    """Return how long the straight front of the wall is."""
    if made.outline.flat_mm is None:
        return None
    points = made.outline.stepped_in(made.profile.wall_mm)
    front = points[np.abs(points[:, 1] - points[0, 1]) < 1e-6]
    return float(np.ptp(front[:, 0]))


def _note(made: Sized, standing: Standing) -> StepNote:
    values: dict[str, float | str] = {
        "width_mm": round(made.width_mm, 2),
        "depth_mm": round(made.depth_mm, 2),
        "height_mm": round(made.height_mm, 2),
        "cut_mm": round(standing.cut_mm, 2),
        "contact_mm2": round(standing.contact_mm2, 1),
    }
    weak = not standing.enough and standing.contact_mm2 < _WEAK_MM2
    return StepNote(sentence=_sentence(made, standing, weak), values=values, level="thin" if weak else "good")


def _sentence(made: Sized, standing: Standing, weak: bool) -> Phrase | str:
    if weak:
        return say(
            "Only {area} mm² of the figure touch the pedestal: it may break off. Turn it or make it larger.",
            area=f"{standing.contact_mm2:.0f}",
        )
    if made.grown:
        return say(
            "The pedestal is {width} mm wide, so that the figure stands on it.", width=f"{made.width_mm:g}"
        )
    if standing.cut_mm > 0:
        return say(
            "The lowest {cut} mm of the figure were cut flat for the pedestal.",
            cut=f"{math.ceil(standing.cut_mm * 20 - 1e-6) / 20:g}",
        )
    return ""

"""A pocket for a magnet."""

from __future__ import annotations

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import MagnetPocket
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.shapes import circle
from memoreez_desktop.geometry.solids import Solid, extrude
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.drilling import covers, drilled, filled, in_frame
from memoreez_desktop.studio.frame import Frame
from memoreez_desktop.studio.spots import resolve
from memoreez_desktop.studio.underside import underside_place

SLACK_MM = 0.3
"""On the diameter and on the depth: a slip fit of 0.2 mm, and holes print a little small."""
WALL_MM = 1.2
_BOSS_MM = 1.6
_SIZES_MM = (2.0, 60.0)
_THICKNESSES_MM = (0.5, 30.0)
_COVERS_MM = (0.2, 5.0)
_MOST_UNEVEN_MM = 3.0
_STEP_MM = 0.2
_FLARE_MM = 0.4
_ABOVE_MM = 2.0
_SEGMENTS = 96


def apply(step: MagnetPocket, piece: Workpiece, tools: StepTools, job: JobContext) -> Workpiece:
    """Make a round pocket, with a wall of its own where the keepsake is hollow.

    Raises
    ------
    InputError
        A magnet that no pocket can be made for, or a place without room for it.
    """
    _check(step)
    radius, deep = (step.diameter_mm + SLACK_MM) / 2, step.thick_mm + SLACK_MM
    on_bed = step.spot.on == "pedestal"
    if on_bed:
        frame = underside_place(piece, step.spot, radius + WALL_MM, step.cover_mm + deep + WALL_MM)
    else:
        frame = resolve(piece, step.spot)
    local = in_frame(piece.solid, frame)
    top = -step.cover_mm if on_bed else -_seat_mm(local, radius)
    bottom = top - deep
    boss = _boss(local, radius, top, bottom)
    pocket = frame.placed(_pocket(radius, deep, bottom, closed=step.cover_mm > 0))
    whole = piece if boss is None else piece.became(piece.solid + frame.placed(boss))
    return drilled(whole, pocket).noted(_note(step, frame, step.cover_mm + deep))


def _check(step: MagnetPocket) -> None:
    for value, (low, high) in ((step.diameter_mm, _SIZES_MM), (step.thick_mm, _THICKNESSES_MM)):
        if not low <= value <= high:
            raise InputError(
                say("A magnet of {size} mm has no pocket here.", size=f"{value:g}"),
                say("Choose {low:g} to {high:g} mm.", low=low, high=high),
            )
    if not step.cover_mm:
        return
    low, high = _COVERS_MM
    if step.spot.on != "pedestal":
        raise InputError(
            say("Only a pocket in the underside can be covered."),
            say("Leave it open, or put it into the underside."),
        )
    if not low <= step.cover_mm <= high:
        raise InputError(
            say("A cover of {cover} mm cannot be made.", cover=f"{step.cover_mm:g}"),
            say("Choose {low:g} to {high:g} mm.", low=low, high=high),
        )


def _seat_mm(local: Solid, radius: float) -> float:
    """How deep the surface is wholly there: a magnet on a belly must not stand out at its rim.

    Raises
    ------
    InputError
        The surface is too uneven.
    """
    for step in range(round(_MOST_UNEVEN_MM / _STEP_MM)):
        depth = step * _STEP_MM + 0.02
        if covers(filled(local.slice(-depth)), radius):
            return depth
    raise InputError(
        say("The surface is too uneven there for a magnet of {size:.0f} mm.", size=2 * radius - SLACK_MM),
        say("Cut the back flat first, or choose a smaller magnet."),
    )


def _boss(local: Solid, radius: float, top: float, bottom: float) -> Solid | None:
    """Return walls for the pocket where the inside is hollow; refuse where it would come out again.

    Raises
    ------
    InputError
        There is not enough behind or beside the pocket.
    """
    levels = (bottom - WALL_MM, bottom, (top + bottom) / 2)
    sections = [local.slice(z) for z in levels]
    outlines = [filled(section) for section in sections]
    if not all(covers(outline, radius + WALL_MM / 2) for outline in outlines):
        raise InputError(
            say("There is no room for the magnet: its pocket would come out again."),
            say("Choose a smaller magnet, or another place."),
        )
    if all(covers(section, radius + WALL_MM / 2) for section in sections):
        return None
    boss = circle(radius + _BOSS_MM, _SEGMENTS)
    for outline in outlines:
        boss = boss ^ outline
    return extrude(boss, top - _STEP_MM - (bottom - _BOSS_MM), bottom - _BOSS_MM)


def _pocket(radius: float, deep: float, bottom: float, *, closed: bool) -> Solid:
    """Return the room for a magnet, its mouth flared a little against a spread first layer."""
    room = Solid.cylinder(deep if closed else deep + _ABOVE_MM, radius, circular_segments=_SEGMENTS)
    if not closed:
        flare = Solid.cylinder(_FLARE_MM, radius, radius + _FLARE_MM, circular_segments=_SEGMENTS)
        rim = Solid.cylinder(_ABOVE_MM, radius + _FLARE_MM, circular_segments=_SEGMENTS)
        room = room + flare.translate((0, 0, deep - _FLARE_MM)) + rim.translate((0, 0, deep))
    return room.translate((0.0, 0.0, bottom))


def _note(step: MagnetPocket, frame: Frame, height_mm: float) -> StepNote:
    x, y, z = (round(float(value), 3) for value in frame.origin_mm)
    values = {"x_mm": x, "y_mm": y, "z_mm": z}
    if step.cover_mm:
        words = say(
            "Pause the print at {height:.1f} mm, lay the magnet in, and go on: it will be hidden.",
            height=height_mm,
        )
        return StepNote(sentence=words, values={**values, "pause_mm": round(height_mm, 3)})
    words = say(
        "Pocket for a magnet of {size:g} × {thick:g} mm; a drop of glue holds it.",
        size=step.diameter_mm,
        thick=step.thick_mm,
    )
    return StepNote(sentence=words, values=values)

"""Cutting what is too large for a bed into pieces that fit, where the cut is least seen and holds best."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.solids import Solid
from memoreez_desktop.studio.pegs import Peg, PegSize, pegs_for, with_sockets
from memoreez_desktop.studio.placing import centred_solid

MOST_PIECES = 48
_SLACK_MM = 0.01
_TRIES = 17
_UPWARDS = (
    ((0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)),
    ((0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)),
    ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
)
_OFF_CENTRE = 2.0
_CRUMB_MM3 = 1.0
_ON_BED_MM = 0.1
_GOOD_STAND = 0.5


@dataclass(frozen=True, eq=False)
class Piece:
    """A part of what was cut.

    Attributes
    ----------
    solid : Solid
    faces : tuple of (axis, sign)
        Where it was cut: which way each cut looks.
    """

    solid: Solid
    faces: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, eq=False)
class Pieces:
    """What came of it: the pieces, the pegs, and how many joints have none."""

    pieces: tuple[Piece, ...]
    pegs: tuple[Peg, ...]
    bare_joints: int


def fits(solid: Solid, room_mm: NDArray[np.float64]) -> bool:
    """Tell whether a solid fits into a room, one way round or the other."""
    size = _size(solid)
    return all(size <= room_mm + _SLACK_MM) or all(size[[1, 0, 2]] <= room_mm + _SLACK_MM)


def cut_to_fit(solid: Solid, room_mm: NDArray[np.float64], size: PegSize, job: JobContext) -> Pieces:
    """Cut until every piece fits.

    Parameters
    ----------
    room_mm : (3,) float64
    size : PegSize

    Raises
    ------
    InputError
        There would be too many pieces.
    """
    waiting, done = [Piece(solid)], list[Piece]()
    pegs: list[Peg] = []
    bare = 0
    while waiting:
        job.progress(len(done) / (len(done) + len(waiting) + 1), say("Cutting it to fit the bed"))
        piece = waiting.pop()
        if fits(piece.solid, room_mm):
            done.append(piece)
            continue
        if len(waiting) + len(done) + 2 > MOST_PIECES:
            raise InputError(
                say("It would fall into more than {most} pieces.", most=MOST_PIECES),
                say("Make it smaller."),
            )
        halves, found = _halved(piece, room_mm, size)
        waiting += halves
        pegs += found
        bare += not found
    return Pieces(tuple(done), tuple(pegs), bare)


def lying(piece: Piece, room_mm: NDArray[np.float64]) -> Solid:
    """Put a piece on the bed: as it was made, or on a cut face where it stands much better on one."""
    upright = centred_solid(piece.solid)
    ways = [upright]
    for axis, sign in piece.faces:
        turned = centred_solid(_face_down(piece.solid, axis, sign))
        if fits(turned, room_mm):
            ways.append(turned)
    stands = [float(way.slice(_ON_BED_MM).area()) for way in ways]
    best = int(np.argmax(stands))
    return upright if stands[0] >= _GOOD_STAND * stands[best] else ways[best]


def _size(solid: Solid) -> NDArray[np.float64]:
    box = np.array(solid.bounding_box()).reshape(2, 3)
    return np.asarray(box[1] - box[0], dtype=np.float64)


def _turned(solid: Solid, turn: NDArray[np.float64]) -> Solid:
    return solid.transform(np.column_stack([turn, np.zeros(3)]))


def _halved(piece: Piece, room_mm: NDArray[np.float64], size: PegSize) -> tuple[list[Piece], list[Peg]]:
    """Cut a piece once, across where it is the most too long."""
    axis = int(np.argmax(_size(piece.solid) / _room_for(piece.solid, room_mm)))
    turn = np.array(_UPWARDS[axis])
    standing = _turned(piece.solid, turn)
    low, high = (float(standing.bounding_box()[k]) for k in (2, 5))
    at = _best_height(standing, low, high, float(_room_for(piece.solid, room_mm)[axis]))
    pegs = pegs_for(standing, at, size)
    above, below = with_sockets(standing, pegs).split_by_plane((0.0, 0.0, 1.0), at)
    halves = []
    for half, sign in ((above, -1), (below, 1)):
        for body in _bodies(half):
            back = _turned(body, turn.T)
            faces = [face for face in piece.faces if _still_there(back, piece.solid, face)]
            halves.append(Piece(back, (*faces, (axis, sign))))
    return halves, [replace(peg, axis=axis) for peg in pegs]


def _still_there(part: Solid, whole: Solid, face: tuple[int, int]) -> bool:
    """Tell whether a part has the cut face that the whole of it had: it reaches as far as that did."""
    axis, sign = face
    place = axis + 3 * (sign > 0)
    return bool(abs(part.bounding_box()[place] - whole.bounding_box()[place]) < _SLACK_MM)


def _room_for(solid: Solid, room_mm: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the room, turned by a quarter where the solid is longer the other way."""
    size = _size(solid)
    turned = (size[0] - size[1]) * (room_mm[0] - room_mm[1]) < 0
    return room_mm[[1, 0, 2]] if turned else room_mm


def _best_height(standing: Solid, low: float, high: float, limit: float) -> float:
    """Choose where to cut: through one thick place rather than many thin ones, and not far off the middle."""
    count = math.ceil((high - low) / limit - 1e-9)
    first, last = max(high - (count - 1) * limit, low), min(low + limit, high)
    middle = low + (high - low) / count if count > 2 else (low + high) / 2
    middle = min(max(middle, first), last)
    # Never on the very ends of the span: a sliver would be left.
    inner = np.linspace(first, last, _TRIES + 2)[1:-1]
    heights = [middle, *inner] if last - first > 1.0 else [middle]
    scores = []
    for height in heights:
        section = standing.slice(float(height))
        bodies = len(section.decompose())
        away = abs(height - middle) / max(high - low, 1e-9)
        scores.append(math.inf if bodies == 0 else bodies + _OFF_CENTRE * away)
    return float(heights[int(np.argmin(scores))])


def _bodies(half: Solid) -> list[Solid]:
    """Take apart what no longer hangs together; the closed rooms inside stay with their bodies."""
    parts = half.decompose()
    outer = sorted((part for part in parts if part.volume() > _CRUMB_MM3), key=_by_place)
    rooms = [part for part in parts if part.volume() < 0]
    if len(outer) == 1:
        return [Solid.compose([*outer, *rooms])] if rooms else outer
    held: list[list[Solid]] = [[part] for part in outer]
    for room in rooms:
        about = [k for k, part in enumerate(outer) if _holds(part, room)]
        if about:
            held[min(about, key=lambda k: outer[k].volume())].append(room)
    return [Solid.compose(group) if len(group) > 1 else group[0] for group in held]


def _by_place(part: Solid) -> tuple[float, ...]:
    """Order by where a part is: the order in which they come is no promise."""
    return tuple(round(value, 3) for value in part.bounding_box())


def _holds(part: Solid, room: Solid) -> bool:
    whole, inner = (np.array(solid.bounding_box()) for solid in (part, room))
    return bool((whole[:3] <= inner[:3]).all() and (inner[3:] <= whole[3:]).all())


def _face_down(solid: Solid, axis: int, sign: int) -> Solid:
    """Turn a solid until what looked along an axis looks down."""
    up = _turned(solid, np.array(_UPWARDS[axis]))
    return up.rotate((180.0, 0.0, 0.0)) if sign > 0 else up

"""Thickness against what the nozzle can draw, layer by layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from manifold3d import JoinType
from numpy.typing import NDArray

from memoreez_desktop.core.finding import Finding, Severity
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inside import points_inside
from memoreez_desktop.geometry.sections import Section
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.printability.api import CheckInfo
from memoreez_desktop.printability.many_parts import boxes_about, joined, shared_areas
from memoreez_desktop.printability.slabs import RESOLUTION_MM, Slab
from memoreez_desktop.printability.subject import Subject

_BORDER_MM = 0.02
_ARC_SEGMENTS = 16
_LONE_CRUMB, _ATTACHED_CRUMB = 0.25, 2.0
_RIDGE_MM = 0.35
"""Not two layers: what widens within them is the crest of a relief, not a wall."""
_MATTERS_MM3 = {"vanishes": 0.8, "fragile": 2.0}
_WIDTHS_MM = (0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.2, 1.6, 2.0, 3.0)
_MUCH_RATIO = 0.05


def thin_parts(shape: Shape, width_mm: float) -> list[Shape]:
    """Return the parts of a cut that are narrower than ``width_mm``.

    What a disc of that width cannot reach is thin. It also cannot reach into sharp corners, so crumbs
    are left out: below a quarter of width² when they stand alone, below twice width² when they are the corner
    of something thick.
    """
    return _parts(shape, width_mm)[0]


def _parts(shape: Shape, width_mm: float) -> tuple[list[Shape], float]:
    """Thin parts, and the area in mm² of all that a disc cannot reach, crumbs included."""
    if shape.is_empty():
        return [], 0.0
    radius = (width_mm - _BORDER_MM) / 2
    opened = shape.offset(-radius, JoinType.Round, 2.0, _ARC_SEGMENTS)
    opened = opened.offset(radius + _BORDER_MM, JoinType.Round, 2.0, _ARC_SEGMENTS)
    left = shape - opened
    left_mm2 = left.area()
    least, surely = _LONE_CRUMB * width_mm**2, _ATTACHED_CRUMB * width_mm**2
    if left_mm2 < least:
        return [], left_mm2
    large, small = [], []
    for part in left.decompose():
        area = part.area()
        if area >= surely:
            large.append(part)
        elif area >= least:
            small.append(part)
    grown = [part.offset(2 * _BORDER_MM, JoinType.Miter) for part in small]
    shared = shared_areas(grown, opened)
    alone = [part for part, common_mm2 in zip(small, shared, strict=True) if common_mm2 == 0]
    return large + alone, left_mm2


def _parts_of(slab: Slab, width_mm: float) -> list[Shape]:
    """Thin parts of a slab.

    A narrower disc reaches all that a wider one does: where that left less than a crumb, nothing is thin.
    """
    least = _LONE_CRUMB * width_mm**2
    if any(left_mm2 < least for wider_mm, left_mm2 in slab.left_mm2.items() if wider_mm >= width_mm):
        return []
    parts, slab.left_mm2[width_mm] = _parts(slab.section.shape, width_mm)
    return parts


class ThinWallsCheck:
    """Walls narrower than one line vanish; walls narrower than two nozzle widths are fragile.

    Tolerance: the limits within 0.02 mm, the volume within 5 %.
    """

    info = CheckInfo("thin-walls", say("Thick enough"))
    id = info.id

    def run(self, subject: Subject) -> Iterator[Finding]:
        """See :class:`~memoreez_desktop.printability.api.Check`."""
        slabs = subject.slabs
        if not slabs:
            return
        whole = sum(slab.section.shape.area() * slab.height_mm for slab in slabs)
        line, two_lines = subject.line_width_mm, 2 * subject.printer.nozzle_mm
        weak_mm3, weak_faces = _thin(subject, slabs, two_lines)
        gone_mm3, gone_faces = _thin(subject, slabs, line)
        weak_mm3 -= gone_mm3
        if gone_mm3 >= _MATTERS_MM3["vanishes"]:
            severity: Severity = "error" if gone_mm3 >= _MUCH_RATIO * whole else "warning"
            yield Finding(
                "too-thin",
                severity,
                say("Some of it is thinner than {line:.2f} mm, one line of the nozzle.", line=line),
                say("Those parts will not print. Make it larger or thicken them."),
                subject.original_faces(gone_faces),
                "thicken",
                gone_mm3,
                "mm3",
            )
        if weak_mm3 >= _MATTERS_MM3["fragile"]:
            yield Finding(
                "fragile",
                "warning",
                say("Some walls are thinner than {width:.1f} mm and break easily.", width=two_lines),
                say("Thicken them, make it larger, or print it with care."),
                subject.original_faces(np.setdiff1d(weak_faces, gone_faces)),
                "thicken",
                weak_mm3,
                "mm3",
            )


def smallest_feature_mm(subject: Subject) -> float:
    """Return the width of the narrowest part that matters, rounded down to a usual width.

    Returns
    -------
    float
        One of 0.3 to 3.0 mm; 3.0 also when everything is wider, and 0.0 for what is narrower than 0.3 mm.
    """
    if not subject.slabs:
        return 0.0
    low, high = -1, len(_WIDTHS_MM) - 1
    # The thin share only grows with the width: the widest of them that still finds nothing is sought.
    while low < high:
        middle = (low + high + 1) // 2
        if _stays_below(subject, _WIDTHS_MM[middle], _MATTERS_MM3["fragile"]):
            low = middle
        else:
            high = middle - 1
    return _WIDTHS_MM[low] if low >= 0 else 0.0


def _stays_below(subject: Subject, width_mm: float, limit_mm3: float) -> bool:
    """Whether less than a volume is thinner than a width; looks no further once that is settled."""
    if width_mm in subject.thin_mm3:
        return subject.thin_mm3[width_mm] < limit_mm3
    found = [(slab, _parts_of(slab, width_mm)) for slab in subject.slabs]
    most = [sum(part.area() for part in parts) * slab.height_mm for slab, parts in found]
    volume, possible = 0.0, sum(most)
    for k in np.argsort(most)[::-1]:
        if volume >= limit_mm3 or volume + possible < limit_mm3:
            break
        slab, parts = found[k]
        volume += sum(part.area() for part in _standing(subject, slab, parts, width_mm)) * slab.height_mm
        possible -= most[k]
    return volume < limit_mm3


def _thin(subject: Subject, slabs: Sequence[Slab], width_mm: float) -> tuple[float, NDArray[np.int64]]:
    """Volume that is thinner than a width, and the faces around it."""
    volume = 0.0
    faces = [np.zeros(0, dtype=np.int64)]
    for slab in slabs:
        for part in _standing(subject, slab, _parts_of(slab, width_mm), width_mm):
            volume += part.area() * slab.height_mm
            faces.append(faces_around(part, slab.section))
    subject.thin_mm3[width_mm] = volume
    return volume, np.unique(np.concatenate(faces))


def _standing(subject: Subject, slab: Slab, parts: list[Shape], width_mm: float) -> list[Shape]:
    """Leave out crests, below which the model is wide enough, and specks of a single layer."""
    below_mm = slab.section.z_mm - _RIDGE_MM
    if not parts or below_mm <= 0:
        return parts
    radius = (width_mm - _BORDER_MM) / 2
    below = subject.cutter.cut(below_mm).shape.simplify(RESOLUTION_MM)
    # An opening looks no further than its width.
    wide = (below ^ boxes_about(parts, width_mm + 4 * _BORDER_MM)).offset(
        -radius, JoinType.Round, 2.0, _ARC_SEGMENTS
    )
    wide = wide.offset(radius + 2 * _BORDER_MM, JoinType.Round, 2.0, _ARC_SEGMENTS)
    above = subject.cutter.cut(slab.section.z_mm + _RIDGE_MM).shape
    least = _LONE_CRUMB * width_mm**2
    rests = [rest for rest in (joined(parts) - wide).decompose() if rest.area() >= least]
    # A speck of one layer is nobody's wall: what matters goes on below or above.
    goes_down, goes_up = shared_areas(rests, below), shared_areas(rests, above)
    return [
        rest
        for rest, down_mm2, up_mm2 in zip(rests, goes_down, goes_up, strict=True)
        if max(down_mm2, up_mm2) >= 0.5 * rest.area()
    ]


def faces_around(part: Shape, section: Section) -> NDArray[np.int64]:
    """Find the faces whose cut runs along the outline of a part."""
    return section.faces[pieces_around(part, section)]


def pieces_around(part: Shape, section: Section) -> NDArray[np.int64]:
    """Find the pieces of a cut's outline that run along the outline of a part."""
    grown = part.offset(2 * _BORDER_MM, JoinType.Miter)
    x0, y0, x1, y1 = grown.bounds()
    x, y = section.middles[:, 0], section.middles[:, 1]
    near = np.flatnonzero((x >= x0) & (x <= x1) & (y >= y0) & (y <= y1))
    return near[points_inside(section.middles[near], grown)]

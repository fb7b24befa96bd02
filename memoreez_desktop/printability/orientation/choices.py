"""From hundreds of poses to the few that a person is offered."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.turning import Matrix, turn_of
from memoreez_desktop.geometry.flat_base import centre_of_mass_mm, tip_angle_deg
from memoreez_desktop.geometry.sections import Cutter
from memoreez_desktop.geometry.shapes import Shape
from memoreez_desktop.geometry.standing import CONTACT_Z_MM
from memoreez_desktop.printability.bed_fit import fit
from memoreez_desktop.printability.orientation.api import AIMS, Aim, Orientation
from memoreez_desktop.printability.orientation.detail import clean_ratio
from memoreez_desktop.printability.orientation.search import Search, search

_WORTH_RATIO = 0.85
"""Against the model as it stands, only less support than this is called less: the estimate is no finer."""
_WORTH_DETAIL = 0.02
_LARGER_RATIO = 1.1
_STANDS_DEG = 5.0
_FALLS_DEG = -90.0
_FLATS_MEASURED, _CAREFUL_MEASURED, _STANDING_MEASURED = 6, 12, 12
_SAME_COSINE = math.cos(math.radians(3.0))
_AS_GOOD = 0.03
_WORTH_CM3 = 1.0
"""Of air, for a model of 100 mm: below it bridges and lips decide, which slicers see otherwise than we."""


def orientations(mesh: MeshModel, printer: PrinterProfile, job: JobContext) -> tuple[Orientation, ...]:
    """Offer a model as it stands, and the best way to lay it for each aim.

    Parameters
    ----------
    mesh : MeshModel
        As large as it will be printed and as it stands now.
    printer : PrinterProfile
        What does not fit its bed is turned on it, where that helps.

    Returns
    -------
    tuple of Orientation
        As it stands first, always. What is the best for several aims is there once, and an aim for which
        nothing is clearly better than how it stands is served by that.

    Raises
    ------
    MeshError
        There is nothing in it.
    Cancelled
    """
    found = search(mesh, stage(job, 0.0, 0.95))
    return _Choosing(found, printer, job).offer()


class _Choosing:
    """Picks one pose for each aim out of a search."""

    def __init__(self, found: Search, printer: PrinterProfile, job: JobContext) -> None:
        self._found, self._tried = found, found.tried
        self._printer, self._job = printer, job
        self._weight_at = centre_of_mass_mm(found.mesh)
        self._footing = cache(self._measured_footing)

    def offer(self) -> tuple[Orientation, ...]:
        """Return the choices, as it stands first."""
        flat = self._flattest()
        least = self._least_support(flat)
        best: dict[Aim, int] = {
            "upright": 0,
            "least-support": least,
            "flat-face": flat,
            "detail": self._most_detail((flat, least)),
        }
        served: dict[int, list[Aim]] = {}
        for aim in AIMS:
            alike = (n for n in served if self._alike(n, best[aim]))
            served.setdefault(next(alike, best[aim]), []).append(aim)
        return tuple(self._told(number, tuple(aims)) for number, aims in served.items())

    def _flattest(self) -> int:
        """Return the pose with the largest face on the bed that stands by itself."""
        order = sorted(range(len(self._tried)), key=lambda n: -self._tried[n].pose.lying_mm2)
        standing = [n for n in order[:_FLATS_MEASURED] if self._footing(n)[1] >= _STANDS_DEG]
        best = max(standing, key=lambda n: self._footing(n)[0], default=0)
        return best if self._footing(best)[0] > _LARGER_RATIO * self._footing(0)[0] else 0

    def _least_support(self, flat: int) -> int:
        """Return the pose with the least support; what stands by itself is never made to lean on supports."""
        air = self._tried[0].pose.air_mm3
        worth_mm3 = _WORTH_CM3 * 1000 * (max(self._found.mesh.extents_mm) / 100.0) ** 2
        able = [
            n
            for n in range(1, len(self._tried))
            if self._tried[n].worst <= _WORTH_RATIO and air - self._tried[n].pose.air_mm3 >= worth_mm3
        ]
        if not able:
            return 0
        order = sorted(able, key=lambda n: self._tried[n].effort)
        best = order[0]
        # A large face on the bed is worth a little more support.
        if flat in able and self._tried[flat].effort <= self._tried[best].effort + _AS_GOOD:
            return flat
        if self._footing(0)[1] < _STANDS_DEG:
            return best
        return next((n for n in order[:_STANDING_MEASURED] if self._footing(n)[1] >= _STANDS_DEG), 0)

    def _most_detail(self, others: tuple[int, ...]) -> int:
        """Return the pose in which the detail comes out best, of those that need nothing to hold them."""
        order = sorted(range(len(self._tried)), key=lambda n: -self._tried[n].detail)
        best = next((n for n in order[:_CAREFUL_MEASURED] if self._footing(n)[1] >= 0.0), 0)
        most = self._tried[best].detail
        if most <= self._tried[0].detail + _WORTH_DETAIL:
            return 0
        return next((n for n in others if self._tried[n].detail >= most - _WORTH_DETAIL), best)

    def _alike(self, one: int, other: int) -> bool:
        """Tell whether the same side lies on the bed in two poses."""
        return float(self._matrix(one)[2] @ self._matrix(other)[2]) > _SAME_COSINE

    def _matrix(self, number: int) -> Matrix:
        return self._tried[number].pose.matrix

    def _measured_footing(self, number: int) -> tuple[float, float]:
        """Area on the bed in mm², and the angle in degrees by which it can lean."""
        self._job.check_cancelled()
        points = self._found.mesh.vertices.astype(np.float64) @ self._matrix(number).T
        lift = float(points[:, 2].min())
        laid = MeshModel((points - (0.0, 0.0, lift)).astype(np.float32), self._found.mesh.faces)
        contact = Cutter(laid).cut(CONTACT_Z_MM).shape
        if contact.is_empty():
            return 0.0, _FALLS_DEG
        centre = self._matrix(number) @ self._weight_at - (0.0, 0.0, lift)
        return float(contact.area()), tip_angle_deg(contact, centre)

    def _told(self, number: int, aims: tuple[Aim, ...]) -> Orientation:
        pose = self._tried[number].pose
        contact_mm2, tip_deg = self._footing(number)
        turn = turn_of(self._on_the_bed(pose.matrix) if number else pose.matrix)
        clean = clean_ratio(pose, self._found.weights)
        return Orientation(aims, turn, pose.air_mm3 / 1000, contact_mm2, tip_deg, pose.height_mm, clean)

    def _on_the_bed(self, matrix: Matrix) -> Matrix:
        """Turn on the bed what only then fits it."""
        shadow = Shape.hull_points(self._found.mesh.vertices.astype(np.float64) @ matrix[:2].T)
        angle = math.radians(fit(shadow, self._printer).turn_deg)
        cos, sin = math.cos(angle), math.sin(angle)
        return np.array([[cos, -sin, 0.0], [sin, cos, 0.0], [0.0, 0.0, 1.0]]) @ matrix

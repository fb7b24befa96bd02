"""Fewer triangles: as many as the nozzle can draw, and a measured word on what that changed.

Source of the method: M. Garland and P. Heckbert, "Surface Simplification Using Quadric Error Metrics" (1997).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np
from fast_simplification import simplify as collapse

from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.deviation import Deviation, deviation
from memoreez_desktop.geometry.mesh_merge import merged
from memoreez_desktop.geometry.topology import bodies, edge_table

ALWAYS_FINE = 50_000
"""Triangles nobody waits for: slicing and checks take about a second."""
MOST_DEVIATION_MM = 0.05
"""An eighth of the usual nozzle, and half of what printers repeat."""
_WORTH_IT_RATIO = 0.75
_STEPS = (1.0, 1.6, 2.6)
_CAREFUL = 5.0  # The library's "aggression": 7 is its default, less keeps more of the shape.
_LONGEST_LOST_NOZZLES = 3.0
"""So long are pins and crumbs that may vanish: thinner than the nozzle, they cannot be drawn."""
_FLAT_MM = 0.005
# WORKAROUND fast-simplification 0.2: it keeps the mesh it works on in one place for the whole process.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, eq=False)
class Simplified:
    """A mesh of no more triangles than before.

    Attributes
    ----------
    mesh : MeshModel
        The given one when nothing was gained.
    deviation : Deviation
        Between the two surfaces, mm; zeros when nothing was done.
    before, after : int
        Triangles.
    """

    mesh: MeshModel
    deviation: Deviation
    before: int
    after: int

    @property
    def done(self) -> bool:
        """True when the mesh is another than before."""
        return self.after < self.before


def enough_triangles(mesh: MeshModel, nozzle_mm: float) -> int:
    """Count the triangles whose sides would be as long as the nozzle is wide, were they all alike."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]].astype(np.float64) for k in range(3))
    area_mm2 = float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum()) / 2
    return max(ALWAYS_FINE, int(area_mm2 / (np.sqrt(3) / 4 * nozzle_mm**2)))


def simplify(
    mesh: MeshModel,
    nozzle_mm: float = 0.4,
    most_deviation_mm: float = MOST_DEVIATION_MM,
    job: JobContext | None = None,
) -> Simplified:
    """Take away the triangles a nozzle cannot draw.

    Flat places lose theirs first, so that edges and faces stay; what is finer than the nozzle may go. A
    mesh is left as it is when it has few triangles, or when every way to fewer would change it too much.

    Parameters
    ----------
    mesh : MeshModel
        Merged by position, at the size it will be printed.
    nozzle_mm : float
    most_deviation_mm : float
        95 of 100 parts of either surface stay nearer than this to the other, and all of it nearer than three
        times the width of the nozzle.
    job : JobContext, optional

    Returns
    -------
    Simplified
        Closed when it was closed, never of more bodies, never larger; a flat base stays flat.

    Raises
    ------
    Cancelled

    Notes
    -----
    About 2.5 s for 700,000 triangles.
    """
    job = job or JobContext()
    wanted = enough_triangles(mesh, nozzle_mm)
    for number, more in enumerate(_STEPS):
        count = int(wanted * more)
        if count > _WORTH_IT_RATIO * mesh.triangles:
            break
        step = stage(job, number / len(_STEPS), (number + 1) / len(_STEPS))
        step.progress(0.0, say("Leaving out what the nozzle cannot draw"))
        step.check_cancelled()
        fewer = _collapsed(mesh, count)
        if not _as_sound(mesh, fewer):
            continue
        step.progress(0.6, say("Measuring against the original"))
        away = deviation(mesh, fewer)
        if away.p95_mm <= most_deviation_mm and away.max_mm <= _LONGEST_LOST_NOZZLES * nozzle_mm:
            return Simplified(fewer, away, mesh.triangles, fewer.triangles)
    return Simplified(mesh, Deviation(), mesh.triangles, mesh.triangles)


def _collapsed(mesh: MeshModel, count: int) -> MeshModel:
    # About the origin and at unit size: the quadrics lose digits far from it.
    low, high = mesh.bounds_mm
    middle, size = (low + high) / 2, max(float((high - low).max()), 1e-9)
    points = (mesh.vertices.astype(np.float64) - middle) / size
    with _ONE_AT_A_TIME:
        fewer, faces = collapse(points, np.array(mesh.faces), target_count=count, agg=_CAREFUL)[:2]
    fewer = np.clip(fewer * size + middle, low, high)
    # What rounding lifted off the lowest plane goes back to it, or the first layer would miss it.
    fewer[np.abs(fewer[:, 2] - low[2]) < _FLAT_MM, 2] = low[2]
    return merged(fewer.astype(np.float32), faces.astype(np.int32))


def _as_sound(mesh: MeshModel, fewer: MeshModel) -> bool:
    """Tell whether a closed mesh is still closed, and none has come apart. Specks may have gone."""
    if not fewer.triangles:
        return False
    before, after = (edge_table(m.faces, len(m.vertices)) for m in (mesh, fewer))
    if before.watertight and not after.watertight:
        return False
    return bodies(fewer.triangles, after.pairs)[0] <= bodies(mesh.triangles, before.pairs)[0]

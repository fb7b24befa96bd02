"""Telling a sheet, which encloses nothing however its rim is covered, from a torn solid and from a soup."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.printability.ladder.look import Look

_LID_SHARE = 0.35
_THIN_RATIO = 0.002
"""Of the diagonal: a fifth of a millimetre of something 100 mm long."""
_SOUP_SHARE, _FEW_PIECES = 0.25, 12


def encloses_nothing(covered: Look, first_lid: int) -> bool:
    """Tell whether what was covered is a sheet: no volume, or as good as none beneath a lid like itself.

    Parameters
    ----------
    covered : Look
        After covering every hole.
    first_lid : int
        Number of the first face that was added.
    """
    if covered.no_volume.all():
        return True
    whole = float(_areas_mm2(covered.mesh).sum())
    thickness = 2 * float(np.abs(covered.volumes_mm3).sum()) / max(whole, 1e-300)
    return thickness < _THIN_RATIO * covered.diagonal_mm and mostly_lid(covered, first_lid)


def mostly_lid(covered: Look, first_lid: int) -> bool:
    """Tell whether what covers the holes is about as large as the surface itself, as it is of a sheet."""
    areas = _areas_mm2(covered.mesh)
    return bool(areas[first_lid:].sum() >= _LID_SHARE * areas.sum())


def is_soup(look: Look) -> bool:
    """Tell whether there are so many pieces that they can be no surface."""
    pieces = look.bodies[0]
    return pieces > _FEW_PIECES and pieces > _SOUP_SHARE * look.mesh.triangles


def _areas_mm2(mesh: MeshModel) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    a, b, c = (mesh.vertices.astype(np.float64)[mesh.faces[:, k]] for k in range(3))
    return np.asarray(np.linalg.norm(np.cross(b - a, c - a), axis=1) / 2, dtype=np.float64)

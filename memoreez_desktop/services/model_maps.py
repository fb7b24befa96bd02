"""Heat maps of a model: its walls, its slopes, and what the nozzle cannot draw."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.heat_map import ColourScale, HeatMap
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.lost_detail_map import LOST_DETAIL_SCALE, lost_detail_map
from memoreez_desktop.printability.overhang_map import OVERHANG_SCALE, overhang_map
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.printability.thickness_map import thickness_map, thickness_scale

Measure = Callable[[Subject], NDArray[np.float32]]
MAPS = {
    "thickness": (say("Wall thickness"), "mm"),
    "overhang": (say("Lean from upright"), "deg"),
    "lost-detail": (say("Detail the nozzle cannot draw"), "ratio"),
}
"""Label and unit of every map, in the order in which people see them."""


def model_map(mesh: MeshModel, printer: PrinterProfile, map_id: str, job: JobContext) -> HeatMap:
    """Measure every face of a model as it stands and as large as it is.

    Parameters
    ----------
    map_id : str
        One of :data:`MAPS`.

    Raises
    ------
    InputError
        There is no such map.
    Cancelled
    """
    measures: dict[str, tuple[Measure, ColourScale]] = {
        "thickness": (thickness_map, thickness_scale(printer.nozzle_mm)),
        "overhang": (overhang_map, OVERHANG_SCALE),
        "lost-detail": (lost_detail_map, LOST_DETAIL_SCALE),
    }
    if map_id not in measures:
        raise InputError(
            say("There is no map called {name}.", name=map_id),
            say("Choose one of: {names}.", names=", ".join(measures)),
        )
    measure, scale = measures[map_id]
    label, unit = MAPS[map_id]
    job.progress(0.0, label)
    return HeatMap(map_id, label, unit, measure(Subject(mesh, printer)), scale)

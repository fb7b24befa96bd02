"""A rung that hangs is ended, and the ladder goes on; whoever asked may change their mind."""

from __future__ import annotations

import dataclasses
import os
import threading
import time

import numpy as np
import pytest
from manifold3d import Manifold

from memoreez_desktop.core.errors import Cancelled, MeshError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.solids import to_mesh
from memoreez_desktop.printability.ladder.api import Change, RungInfo, Wishes
from memoreez_desktop.printability.ladder.catalog import rung_catalog
from memoreez_desktop.printability.ladder.look import Look
from memoreez_desktop.printability.ladder.ward import OwnProcess, RungEnded
from memoreez_desktop.printability.repair import repair_mesh
from memoreez_desktop.tasks.child import ChildPool

BOX = to_mesh(Manifold.cube((20, 20, 20)))
TORN = MeshModel(BOX.vertices, BOX.faces[1:])


class OddRung:
    """Does what it is told when it is climbed."""

    def __init__(self, what: str, limit_s: float = 60.0) -> None:
        self.what = what
        self.info = RungInfo("odd", "Being odd", limit_s=limit_s)
        self.id = "odd"

    def needed(self, look: Look, wishes: Wishes) -> bool:
        return not look.table.watertight

    def heavy(self, look: Look) -> bool:
        return True

    def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
        if self.what == "hang":
            while True:
                time.sleep(1)
        if self.what == "crash":
            os._exit(3)
        if self.what == "refuse":
            raise MeshError("No.", "Not this one.")
        if self.what == "bug":
            raise ValueError
        return [Change("odd-step", "Odd", 1, BOX)]


def test_what_a_rung_made_comes_back() -> None:
    (change,) = OwnProcess().climb(OddRung("work"), TORN, Wishes(), JobContext())
    assert change.id == "odd-step"
    assert np.array_equal(change.mesh.faces, BOX.faces)


@pytest.mark.parametrize("fault", ["crash", "bug"])
def test_a_rung_that_breaks_down_is_ended(fault: str) -> None:
    with pytest.raises(RungEnded):
        OwnProcess().climb(OddRung(fault), TORN, Wishes(), JobContext())


def test_what_a_rung_refuses_is_refused() -> None:
    with pytest.raises(MeshError, match="No"):
        OwnProcess().climb(OddRung("refuse"), TORN, Wishes(), JobContext())


def test_a_rung_that_hangs_is_ended_and_the_ladder_goes_on() -> None:
    rungs = [OddRung("hang", limit_s=0.5), *rung_catalog()]
    made = repair_mesh(TORN, flat_base=False, rungs=rungs)
    assert [step.id for step in made.steps] == ["left-out", "closed-holes"]
    assert made.steps[0].seconds < 30
    assert made.after.watertight


def test_a_wish_to_stop_holds_within_a_second() -> None:
    token = CancelToken()
    began: list[float] = []
    threading.Timer(2.0, lambda: (began.append(time.monotonic()), token.cancel())).start()
    with pytest.raises(Cancelled):
        OwnProcess().climb(OddRung("hang"), TORN, Wishes(), JobContext(token))
    assert time.monotonic() - began[0] < 1.0


def climb_there(rung: OddRung, job: JobContext) -> str:
    """Climb in a process of the geometry process."""
    return OwnProcess().climb(rung, TORN, Wishes(), job)[0].id


def test_it_works_from_the_windows_geometry_process() -> None:
    pool = ChildPool(1)
    try:
        assert pool.run(climb_there, (OddRung("work"),), JobContext()) == "odd-step"
    finally:
        pool.close()


def test_a_rung_that_ruins_the_shape_is_not_taken() -> None:
    class Ruins(OddRung):
        def heavy(self, look: Look) -> bool:
            return False

        def climb(self, mesh: MeshModel, wishes: Wishes, job: JobContext) -> list[Change]:
            return [Change("ruined", "Ruined", 1, BOX.moved(9, 9, 9))]

    ruins = Ruins("ruin")
    ruins.info = dataclasses.replace(ruins.info, least_iou=0.97)
    made = repair_mesh(TORN, flat_base=False, rungs=[ruins, *rung_catalog()])
    assert [step.id for step in made.steps] == ["closed-holes"]

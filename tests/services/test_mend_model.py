"""A brought model in mm, as fine as the nozzle draws, mended, with one receipt of all of it."""

import pytest

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.services.mend_model import mend_model
from tests.fakes.made_meshes import figure, in_unit, with_floaters

PRINTER = PrinterProfile("p", "P", 220, 220, 250)


def test_the_receipt_tells_of_the_simplifying_too():
    fine = in_unit(with_floaters(figure(400_000)), "inch")
    made = mend_model(fine, 25.4, PRINTER, JobContext())
    first, *others = made.steps
    assert first.id == "simplified"
    assert first.count > 100_000
    assert first.mesh_before.extents_mm == pytest.approx(fine.scaled(25.4).extents_mm, abs=1e-3)
    assert "dropped-specks" in [step.id for step in others]
    assert made.after.watertight
    assert made.deviation_p95_mm >= first.p95_mm > 0
    assert made.deviation_max_mm >= first.max_mm


def test_what_is_coarse_is_not_simplified():
    made = mend_model(figure(20_000), 1.0, PRINTER, JobContext())
    assert "simplified" not in [step.id for step in made.steps]

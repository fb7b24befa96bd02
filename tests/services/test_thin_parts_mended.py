"""What the check calls thin is mended by the step that its fix names."""

import numpy as np
import pytest
from manifold3d import Manifold

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_steps import Thicken
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.geometry.solids import weld
from memoreez_desktop.printability.checks import check_mesh
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.steps import thicken

BASE = Manifold.cube((30, 16, 6), True).translate((0, 0, 3))
FIN = Manifold.cube((1, 12, 16), True).translate((0, 0, 13))
PRINTER = PrinterProfile("p", "P", nozzle_mm=0.4)


def thin_findings(solid):
    report = check_mesh(weld(solid), PRINTER)
    return [finding for finding in report.findings if finding.code in ("too-thin", "fragile")]


@pytest.mark.parametrize("wall", [0.25, 0.6])
def test_a_thin_fin_is_found_and_mended(wall):
    solid = BASE + FIN.scale((wall, 1, 1)).rotate((0, 0, 20))
    found = thin_findings(solid)
    assert {finding.fix for finding in found} == {"thicken"}
    piece = Workpiece(solid, np.array(solid.bounding_box()).reshape(2, 3))
    after = thicken.apply(Thicken(1.2), piece, StepTools(), JobContext())
    assert thin_findings(after.solid) == []

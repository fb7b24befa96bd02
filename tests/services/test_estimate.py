"""The rough figures of the cards against the embedded slicer's exact ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.story import Story
from memoreez_desktop.services.estimate import rough_print
from memoreez_desktop.services.make_sculpture import make_sculpture
from memoreez_desktop.services.profiles import slice_settings
from memoreez_desktop.services.slice_keepsake import slice_keepsake

FACES = "021 123 456 576 014 154 263 367 042 246 135 375"


def box(x, y, z):
    corner = np.array([[i & 1, i >> 1 & 1, i >> 2 & 1] for i in range(8)], float) * (x, y, z)
    return MeshModel(corner, np.array([[int(digit) for digit in face] for face in FACES.split()]))


@pytest.mark.parametrize("product_id", ["keychain", "icon-figurine", "nameplate"])
@pytest.mark.parametrize("quality", ["draft", "standard"])
def test_right_within_a_quarter(product_id, quality, tmp_path):
    recipe = Recipe(product_id, story=Story("Karl", passions=("fishing",), quirk="hates Mondays"))
    mesh = make_sculpture(recipe, JobContext()).mesh
    settings = slice_settings(quality_id=quality)
    exact = slice_keepsake(mesh, settings, tmp_path / "x.gcode", "", JobContext()).stats
    rough = rough_print(mesh, settings)
    assert exact.time_s / 1.3 < rough.time_s < exact.time_s * 1.3
    assert exact.filament_g / 1.25 < rough.filament_g < exact.filament_g * 1.25


sides = st.floats(0.5, 200)


@given(sides, sides, sides)
def test_never_more_plastic_than_the_model_has_room_for(x, y, z):
    for quality in ("draft", "standard", "fine", "lithophane"):
        rough = rough_print(box(x, y, z), slice_settings(quality_id=quality))
        assert 0 < rough.filament_g <= 1.07 * x * y * z / 1000 * 1.24
        assert rough.time_s > 0


@given(st.floats(5, 100), st.floats(1.1, 2))
def test_more_model_takes_longer_and_weighs_more(side, factor):
    settings = slice_settings()
    small, large = (rough_print(box(s, s, s), settings) for s in (side, side * factor))
    assert large.time_s > small.time_s
    assert large.filament_g > small.filament_g

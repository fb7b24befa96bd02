"""A model is looked at through a measure: taken when it is wanted, and anew when the model is another."""

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.core.heat_map import CAREFUL, MIDDLE, PERFECT, TROUBLE, ColourScale, HeatMap
from memoreez_desktop.ui.studio.maps import MapsSection, StudioMaps
from memoreez_desktop.ui.viewport.fake import FakeMeshView
from tests.fakes.inline_workshop import HeldRunner, InlineWorkshop
from tests.fakes.made_solids import box

SCALE = ColourScale("two", ((0.0, (0, 0, 255)), (1.0, (255, 0, 0))))


@pytest.fixture
def asked(monkeypatch):
    """What was measured, with a measure that costs nothing."""
    made = []

    def measure(mesh, printer, map_id, job):
        made.append((map_id, mesh.triangles))
        if map_id == "lost-detail":
            raise MeshError("It has no layers.")
        return HeatMap(map_id, map_id, "mm", np.ones(mesh.triangles, np.float32), SCALE)

    monkeypatch.setattr("memoreez_desktop.ui.child_steps.measure", measure)
    return made


def bench(tmp_path, qtbot, runner=None):
    shop = InlineWorkshop(tmp_path, runner)
    section, view, owner = MapsSection(shop.icon_book), FakeMeshView(), QWidget()
    qtbot.addWidget(section)
    qtbot.addWidget(owner)
    return shop, section, view, StudioMaps(section, view, shop.workshop, owner), owner


def test_a_measure_is_taken_once_and_the_plain_model_comes_back(tmp_path, qtbot, asked):
    shop, section, view, maps, _owner = bench(tmp_path, qtbot)
    maps.show_model(box(10, 10, 10))
    assert view.heat is None
    assert asked == []
    for name in ("thickness", "overhang", "thickness"):
        section.choice.button(name).click()
        assert view.heat.id == name
    assert [name for name, _ in asked] == ["thickness", "overhang"]
    section.choice.button("").click()
    assert view.heat is None
    shop.close()


def test_another_model_is_measured_in_the_same_way(tmp_path, qtbot, asked):
    shop, section, view, maps, _owner = bench(tmp_path, qtbot)
    maps.show_model(box(10, 10, 10))
    section.choice.button("overhang").click()
    maps.show_model(box(20, 20, 20))
    maps.forget_printer()
    assert view.heat.id == "overhang"
    assert [name for name, _ in asked] == ["overhang"] * 3
    shop.close()


def test_what_cannot_be_measured_says_so_and_shows_the_model(tmp_path, qtbot, asked):
    shop, section, view, maps, _owner = bench(tmp_path, qtbot)
    maps.show_model(box(10, 10, 10))
    section.choice.button("lost-detail").click()
    assert view.heat is None
    assert section.choice.value == ""
    assert "no layers" in section.aside.text()
    shop.close()


def test_a_measure_that_comes_too_late_is_not_shown(tmp_path, qtbot, asked):
    held = HeldRunner()
    shop, section, view, maps, _owner = bench(tmp_path, qtbot, held)
    maps.show_model(box(10, 10, 10))
    section.choice.button("thickness").click()
    assert section.aside.text()
    section.choice.button("").click()
    held.run_all()
    assert view.heat is None
    assert asked == []
    assert section.aside.text() == ""
    shop.close()


def test_a_limit_of_ones_own_shows_sharply_what_is_beyond_it(tmp_path, qtbot, monkeypatch):
    stops = ((0.4, TROUBLE), (0.8, CAREFUL), (1.2, MIDDLE), (3.0, PERFECT))

    def measure(mesh, printer, map_id, job):
        values = np.linspace(0.5, 3.0, mesh.triangles, dtype=np.float32)
        return HeatMap(map_id, map_id, "mm", values, ColourScale("walls", stops))

    monkeypatch.setattr("memoreez_desktop.ui.child_steps.measure", measure)
    shop, section, view, maps, _owner = bench(tmp_path, qtbot)
    maps.show_model(box(10, 10, 10))
    section.show()
    assert not section.limit.isVisible()
    section.choice.button("thickness").click()
    assert section.limit.isVisible()
    assert view.heat.scale.name == "walls"
    section.limit.slider.setValue(section.limit.slider.maximum())
    assert view.heat.scale.name == "walls-limit"
    assert (view.heat.colours == TROUBLE).all()
    assert section.aside.text() == "6.0 cm² beyond it"
    maps.show_model(box(20, 20, 20))
    assert section.aside.text() == "24.0 cm² beyond it"
    section.limit.slider.setValue(6)
    assert view.heat.scale.name == "walls"
    assert section.aside.text() == ""
    section.choice.button("").click()
    assert not section.limit.isVisible()
    shop.close()


def test_slopes_are_trouble_above_their_limit_and_walls_below():
    values = np.array([10.0, 44.0, 46.0, 90.0, np.nan], np.float32)
    slopes = HeatMap("overhang", "o", "deg", values, ColourScale("s", ((0.0, PERFECT), (70.0, TROUBLE))))
    assert slopes.more_is_worse
    assert slopes.beyond(45.0).tolist() == [False, False, True, True, False]
    painted = (slopes.limited(45.0).colours == TROUBLE).all(axis=1)
    np.testing.assert_array_equal(painted, slopes.beyond(45.0))
    walls = HeatMap("thickness", "t", "mm", values, ColourScale("w", ((0.4, TROUBLE), (3.0, PERFECT))))
    assert walls.beyond(45.0).tolist() == [True, True, False, False, False]
    np.testing.assert_array_equal((walls.limited(45.0).colours == TROUBLE).all(axis=1), walls.beyond(45.0))

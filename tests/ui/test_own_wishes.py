"""What a person wants of one print, without a window."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.core.profiles import (
    LayerEvent,
    MaterialProfile,
    PrinterProfile,
    QualityProfile,
    SliceSettings,
)
from memoreez_desktop.core.slice_rules import as_vase, conflicts
from memoreez_desktop.ui.print.own_wishes import OwnWishes, height_before, layer_after

PLAIN = SliceSettings(PrinterProfile("p", "P"), MaterialProfile("m", "M"), QualityProfile("q", "Q"))


def test_what_the_quality_says_anyway_is_no_change():
    wishes = OwnWishes().with_values(PLAIN.quality, perimeters=4, supports="off")
    assert wishes.count == 2
    back = wishes.with_values(PLAIN.quality, perimeters=PLAIN.quality.perimeters)
    assert back.values == {"supports": "off"}
    assert back.apply(PLAIN).quality.perimeters == PLAIN.quality.perimeters
    assert OwnWishes().apply(PLAIN) == PLAIN
    assert OwnWishes().are_none


def test_a_brim_is_one_change():
    wishes = OwnWishes().with_values(PLAIN.quality, brim_type="outer_only", brim_width_mm=5.0)
    assert wishes.count == 1


def test_a_vase_forgets_nothing_and_stands_alone():
    wishes = OwnWishes(copies=3).with_values(PLAIN.quality, perimeters=4, supports="on")
    vase = wishes.with_values(PLAIN.quality, spiral_vase=True)
    settings = vase.apply(PLAIN)
    assert settings.quality == as_vase(settings.quality)
    assert conflicts(settings) == ()
    assert vase.bodies == 1
    again = vase.with_values(PLAIN.quality, spiral_vase=False)
    assert again == wishes
    assert again.bodies == 3


@given(
    st.lists(st.integers(8, 30), min_size=2, max_size=300),
    st.data(),
)
def test_an_event_happens_before_the_layer_that_was_looked_at(hundredths, data):
    z_mm = (np.cumsum(hundredths) / 100).astype(np.float32)
    layer = data.draw(st.integers(1, len(z_mm) - 1))
    height_mm = height_before(layer, z_mm)
    assert layer_after(height_mm, z_mm) == layer
    # The slicer's rule: before the first layer that ends above the height.
    assert next(k for k, top in enumerate(z_mm) if top > height_mm) == layer


def test_events_stand_by_height_and_one_place_has_one():
    wishes = OwnWishes().with_event("pause", 4.0).with_event("pause", 2.0).with_event("color_change", 4.0)
    assert [(event.kind, event.height_mm) for event in wishes.events] == [
        ("pause", 2.0),
        ("color_change", 4.0),
    ]
    assert wishes.apply(PLAIN).events == wishes.events
    assert wishes.without_event(LayerEvent("pause", 2.0)).events == wishes.events[1:]


def test_an_event_that_the_model_does_not_reach_has_no_layer():
    z_mm = np.array([0.2, 0.4], np.float32)
    assert layer_after(5.0, z_mm) == len(z_mm)
    assert height_before(0, z_mm) == pytest.approx(0.01)

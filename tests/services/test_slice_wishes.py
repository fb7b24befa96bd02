"""What is asked of the slicer on top of the profiles, and the words for what cannot be."""

import dataclasses

import pytest

from memoreez_desktop.core.errors import RefusedError, UsageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.profiles import LayerEvent, PrinterProfile
from memoreez_desktop.core.slice_rules import as_vase, conflicts
from memoreez_desktop.services import plate, profiles
from memoreez_desktop.services.slice_wishes import SliceWishes
from tests.fakes.made_solids import box

PLAIN = profiles.slice_settings()


@pytest.mark.parametrize(
    ("assignment", "owner", "key", "value"),
    [
        ("perimeters=3", "quality", "perimeters", 3),
        ("quality.fill_density_ratio=0", "quality", "fill_density_ratio", 0.0),
        ("fill_pattern=gyroid", "quality", "fill_pattern", "gyroid"),
        ("adaptive_layers=yes", "quality", "adaptive_layers", True),
        ("avoid_crossing_perimeters=false", "quality", "avoid_crossing_perimeters", False),
        ("xy_size_compensation_mm=-0.1", "quality", "xy_size_compensation_mm", -0.1),
        (" temperature_c = 205 ", "material", "temperature_c", 205.0),
        ("material.max_volumetric_mm3_s=4.5", "material", "max_volumetric_mm3_s", 4.5),
        ("printer.max_volumetric_mm3_s=9", "printer", "max_volumetric_mm3_s", 9.0),
        ("retract_lift_mm=0.4", "printer", "retract_lift_mm", 0.4),
        ("pause_gcode=M400\\nM0", "printer", "pause_gcode", "M400\nM0"),
        ("gcode_flavor=klipper", "printer", "gcode_flavor", "klipper"),
    ],
)
def test_any_value_can_be_set(assignment, owner, key, value):
    settings = SliceWishes(values=(assignment,)).apply(PLAIN)
    assert getattr(getattr(settings, owner), key) == value
    assert type(getattr(getattr(settings, owner), key)) is type(value)
    changed = dataclasses.replace(getattr(PLAIN, owner), **{key: value})
    assert settings == dataclasses.replace(PLAIN, **{owner: changed})


@pytest.mark.parametrize(
    ("assignment", "words"),
    [
        ("perimeters", "no key=value"),
        ("perimetres=2", "Did you mean perimeters"),
        ("zzz=2", "Known, among others"),
        ("printer.perimeters=2", "no value"),
        ("id=x", "no value"),
        ("max_volumetric_mm3_s=9", "material.max_volumetric_mm3_s, printer.max_volumetric_mm3_s"),
        ("perimeters=1.5", "whole number"),
        ("perimeters=0", "out of range"),
        ("fill_density_ratio=1.5", "above 1"),
        ("fill_density_ratio=nan", "out of range"),
        ("fill_density_ratio=lots", "must be a number"),
        ("fill_pattern=honey", "one of grid"),
        ("adaptive_layers=perhaps", "true or false"),
        ("layer_height_mm=0.5", "wider than it is high"),
        ("min_layer_height_mm=0.4", "above max_layer_height_mm"),
        ("elephant_foot_compensation_mm=5", "out of range"),
        ("start_gcode=G1 X{nothing}", "not known"),
        ("raft_layers=90", "out of range"),
    ],
)
def test_wrong_values_are_told_in_words(assignment, words):
    with pytest.raises(UsageError) as told:
        SliceWishes(values=(assignment,)).apply(PLAIN)
    assert words in str(told.value)
    assert told.value.hint


def test_a_vase_has_one_wall_and_refuses_what_it_has_not():
    settings = SliceWishes(vase=True).apply(PLAIN)
    assert settings.quality == as_vase(PLAIN.quality)
    assert conflicts(settings) == ()
    for quality in ({"perimeters": 3}, {"fill_density_ratio": 0.2}, {"raft_layers": 2}, {"supports": "on"}):
        asked = SliceWishes(quality=quality, vase=True).apply(PLAIN)
        (conflict,) = conflicts(asked)
        assert conflict.field == next(iter(quality))
        with pytest.raises(RefusedError, match="vase"):
            profiles.require_possible(asked)


def test_an_event_must_happen():
    settings = SliceWishes(events=(LayerEvent("pause", 12.0),)).apply(PLAIN)
    assert conflicts(settings, 12.5) == ()
    with pytest.raises(RefusedError, match=r"Nothing is printed above 12\.00 mm: the model is 10\.00 mm"):
        profiles.require_possible(settings, 10.0)
    dumb = dataclasses.replace(settings, printer=PrinterProfile("x", "Old one", pause_gcode=" "))
    assert [conflict.field for conflict in conflicts(dumb)] == ["events"]


@pytest.mark.parametrize("printer", profiles.printers(), ids=profiles.printers().ids)
def test_every_quality_suits_every_printer(printer):
    for quality in profiles.qualities():
        settings = profiles.slice_settings(printer.id, "pla", quality.id)
        assert conflicts(settings) == ()
        vase = dataclasses.replace(settings, quality=as_vase(quality))
        assert conflicts(vase) == ()


def test_copies_keep_the_room_of_their_brims():
    job = JobContext()
    model = box(50, 50, 5)
    assert plate.most_copies(model, PLAIN, job) == 16
    brim = PLAIN.with_quality(brim_width_mm=5.0)
    # (210 + 12) / (50 + 12) = 3.6
    assert plate.most_copies(model, brim, job) == 9
    laid = plate.lay_out([model] * 9, brim, job)
    assert max(laid.mesh.extents_mm[:2]) <= 210.01

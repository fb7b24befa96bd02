"""Speeds: nothing melts faster than it may, and every kind of line keeps its own pace."""

from __future__ import annotations

from dataclasses import replace

import manifold3d
import numpy as np
import pytest

from memoreez_desktop.core.gcode import Role
from memoreez_desktop.slicing.builtin.speeds import Speeds

SMALL_MM = 40.84


def lines_of(text):
    """Speed in mm/s, plastic in mm³ per mm, role word and height of each printed line."""
    at = {"X": 0.0, "Y": 0.0, "Z": 0.0, "F": 0.0}
    role, rows = "", []
    for line in text.split(";TYPE:", 1)[1].split(";TYPE:Custom")[0].splitlines():
        if line.startswith((";TYPE:", "Skirt")):
            role = line.removeprefix(";TYPE:")
        words = line.split(";")[0].split()
        if not words or words[0] not in ("G0", "G1"):
            continue
        new = {word[0]: float(word[1:]) for word in words[1:]}
        length = np.hypot(new.get("X", at["X"]) - at["X"], new.get("Y", at["Y"]) - at["Y"])
        at.update({key: value for key, value in new.items() if key in at})
        # The last digits of short lines say nothing of their plastic.
        if new.get("E", 0.0) > 0.002 and length > 0.1:
            rows.append((at["F"] / 60, new["E"] * np.pi * 1.75**2 / 4 / length, role, at["Z"]))
    return rows


def model():
    """A block with a fin of changing thickness, an overhang, a bridge and a small tower."""
    parts = [
        manifold3d.Manifold.cube((30, 20, 3)),
        manifold3d.Manifold.extrude(manifold3d.CrossSection([[(2, 2), (28, 2), (28, 3.6), (2, 2.4)]]), 6),
        manifold3d.Manifold.cylinder(5, 3, 3, 48).translate((24, 14, 3)),
        manifold3d.Manifold.cylinder(4, 2, 6, 48).translate((8, 13, 3)),
    ]
    return manifold3d.Manifold.batch_boolean(parts, manifold3d.OpType.Add)


@pytest.mark.parametrize("melt_mm3_s", [0.8, 2.0, 4.0])
def test_no_line_takes_more_plastic_than_the_material_melts(melt_mm3_s, settings, solid_mesh, slice_it):
    material = replace(settings.material, max_volumetric_mm3_s=melt_mm3_s, extrusion_multiplier_ratio=1.05)
    sliced = slice_it(solid_mesh(model()), replace(settings, material=material), layer_height_mm=0.25)
    flows: dict[str, float] = {}
    for speed, area, role, _ in lines_of(sliced.text):
        flows[role] = max(flows.get(role, 0.0), speed * area)
    assert {"Gap fill", "Solid infill", "Internal infill", "Perimeter", "Skirt"} <= set(flows)
    assert max(flows.values()) < 1.02 * melt_mm3_s
    assert max(flows.values()) > 0.95 * min(melt_mm3_s, 4.0)


def test_each_kind_of_line_has_its_pace(settings, solid_mesh, slice_it):
    quick = replace(settings, material=replace(settings.material, slowdown_below_layer_time_s=0.0))
    sliced = slice_it(solid_mesh(model()), quick)
    quality = sliced.settings.quality
    fastest: dict[str, float] = {}
    for speed, _, role, z in lines_of(sliced.text):
        key = "first" if z < 0.21 else role
        fastest[key] = max(fastest.get(key, 0.0), speed)
    assert fastest["first"] <= quality.first_layer_speed_mm_s
    assert fastest["External perimeter"] == pytest.approx(quality.external_perimeter_speed_mm_s, abs=0.02)
    assert fastest["Perimeter"] == pytest.approx(quality.perimeter_speed_mm_s, abs=0.02)
    assert fastest["Top solid infill"] == pytest.approx(quality.top_solid_infill_speed_mm_s, abs=0.02)
    assert fastest["Solid infill"] == pytest.approx(quality.solid_infill_speed_mm_s, abs=0.02)
    assert fastest["Overhang perimeter"] <= quality.overhang_speed_0_mm_s + 0.02


def test_what_hangs_over_is_never_quicker_than_what_rests(settings, solid_mesh, slice_it):
    cone = solid_mesh(manifold3d.Manifold.cylinder(6, 8, 13, 96))
    hasty = {f"overhang_speed_{k}_mm_s": 500.0 for k in range(4)}
    sliced = slice_it(cone, external_perimeter_speed_mm_s=22.0, perimeter_speed_mm_s=22.0, **hasty)
    hanging = [speed for speed, _, role, _ in lines_of(sliced.text) if role == "Overhang perimeter"]
    assert hanging
    assert max(hanging) <= 22.02


def test_small_loops_are_slow(settings, solid_mesh, slice_it):
    quick = replace(settings, material=replace(settings.material, slowdown_below_layer_time_s=0.0))
    radius = SMALL_MM / (2 * np.pi)
    for share, ratio in ((0.9, 0.5), (1.2, 1.0)):
        peg = solid_mesh(manifold3d.Manifold.cylinder(2, radius * share, radius * share, 64))
        outer = [v for v, _, role, z in lines_of(slice_it(peg, quick).text) if role[0] == "E" and z > 0.3]
        assert max(outer) == pytest.approx(30.0 * ratio, abs=0.02)


def test_the_first_layer_is_slow_for_every_role(settings):
    first = Speeds(settings, first_layer=True)
    for role in (Role.PERIMETER, Role.INFILL, Role.SOLID_INFILL, Role.SUPPORT_MATERIAL, Role.BRIM):
        assert first.of(role, 0.08) == settings.quality.first_layer_speed_mm_s

"""Toolpaths in chunks: nothing lost, nothing shown too early."""

import itertools

import numpy as np
import pytest

from memoreez_desktop.core.gcode import Role, Toolpaths
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.viewport.toolpath_drawing import (
    CHUNKS,
    ROLE_FAMILIES,
    family_of_roles,
    prepare_toolpaths,
)
from tests.fakes.made_solids import square_paths

PRINTER = PrinterProfile("p", "P", 220, 220, 250)


def shown(drawing, layer):
    """How many segments are visible up to a layer."""
    count = 0
    for chunk in drawing.chunks:
        for strand in (chunk.shell, chunk.inside):
            if layer >= chunk.first_layer:
                count += int(strand.layer_end[min(layer, chunk.last_layer) - chunk.first_layer])
    return count


@pytest.mark.parametrize("layers", [1, 2, 5, 40, 333])
def test_every_layer_shows_exactly_its_own_lines_and_those_below(layers):
    paths = square_paths(layers)
    drawing = prepare_toolpaths(paths, PRINTER)
    extruded = paths.role != Role.TRAVEL
    assert drawing.segments == extruded.sum()
    assert len(drawing.chunks) <= CHUNKS
    for layer in {0, 1, layers // 2, layers - 1}:
        assert shown(drawing, layer) == (extruded & (paths.layer <= layer)).sum()


def test_chunks_follow_each_other_without_a_gap():
    drawing = prepare_toolpaths(square_paths(100), PRINTER)
    ends = [(chunk.first_layer, chunk.last_layer) for chunk in drawing.chunks]
    assert ends[0][0] == 0
    assert ends[-1][1] == 99
    assert all(b[0] == a[1] + 1 for a, b in itertools.pairwise(ends))


def test_lines_keep_their_place_and_their_role():
    paths = square_paths(3)
    drawing = prepare_toolpaths(paths, PRINTER)
    drawn = set()
    for chunk in drawing.chunks:
        for strand in (chunk.shell, chunk.inside):
            ends = strand.points.reshape(-1, 6).round(3)
            drawn |= {(*map(float, e), int(f)) for e, f in zip(ends, strand.family, strict=True)}
    families = family_of_roles()
    wanted = set()
    for start, end, role in zip(paths.start_mm, paths.end_mm, paths.role, strict=True):
        if role != Role.TRAVEL:
            line = np.concatenate([start - (110, 110, 0), end - (110, 110, 0)]).astype(np.float32).round(3)
            wanted.add((*map(float, line), int(families[role])))
    assert drawn == wanted


def test_the_picture_is_framed_by_the_model_not_by_skirt_or_purge_line():
    drawing = prepare_toolpaths(square_paths(10, side_mm=20), PRINTER)
    np.testing.assert_allclose(drawing.bounds_mm, [[-10, -10, 0.2], [10, 10, 2.0]], atol=1e-4)


def test_a_printer_whose_origin_is_the_middle_needs_no_shift():
    centred = PrinterProfile("d", "Delta", 200, 200, 300, origin_centre=True)
    drawing = prepare_toolpaths(square_paths(2, centre_mm=(0, 0)), centred)
    assert drawing.bounds_mm[0][0] == pytest.approx(-10)


def test_a_file_without_a_line_draws_nothing():
    none = np.empty((0, 3), np.float32)
    flat = np.empty(0, np.float32)
    empty = Toolpaths(none, none, flat.astype(np.uint8), flat.astype(np.int32), flat, flat, flat)
    drawing = prepare_toolpaths(empty, PRINTER)
    assert (drawing.segments, drawing.layers, drawing.chunks) == (0, 0, ())
    assert np.isfinite(drawing.bounds_mm).all()


def test_every_role_belongs_to_one_family_with_a_colour_in_both_themes():
    from memoreez_desktop.ui.theme import load_theme
    from memoreez_desktop.ui.viewport.colours import ViewColours

    roles = [role for family in ROLE_FAMILIES.values() for role in family]
    assert sorted(roles) == sorted(Role)
    for name in ("dark", "light"):
        colours = ViewColours.of(load_theme(name))
        assert len(colours.families) == len(ROLE_FAMILIES)
        assert len({c.name() for c in colours.families}) == len(ROLE_FAMILIES)


def test_the_light_copy_keeps_every_third_layer_of_walls_and_all_that_is_seen_from_above():
    paths = square_paths(90)
    for chunk in prepare_toolpaths(paths, PRINTER).chunks:
        light, whole = chunk.light(3), chunk.shell
        walls = whole.family == list(ROLE_FAMILIES).index("outer_wall")
        kept = light.family[: len(light.family)] == list(ROLE_FAMILIES).index("outer_wall")
        assert kept.sum() == (walls & (whole.layers() % 3 == 0)).sum()
        assert len(light.points) == 2 * len(light.family)
        assert light.layer_end.tolist() == [len(light.family)]
        for family in set(whole.family[~walls].tolist()):
            assert (light.family == family).sum() >= (whole.family == family).sum()
        assert len(chunk.light(1).family) >= len(whole.family)

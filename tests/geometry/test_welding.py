import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.geometry import lettering, shapes, solids, welding


def is_closed_as_an_stl_reader_sees_it(mesh):
    """Merge by exact float32 position with plain dictionaries, and count directed edges."""
    number = {}
    ids = [number.setdefault(p.tobytes(), len(number)) for p in mesh.vertices]
    edges = {}
    for face in mesh.faces:
        a, b, c = (ids[v] for v in face)
        if len({a, b, c}) < 3:
            return False
        for edge in ((a, b), (b, c), (c, a)):
            edges[edge] = edges.get(edge, 0) + 1
    return all(count == 1 and edges.get((b, a)) == 1 for (a, b), count in edges.items())


# Steps of 2.5 mm make faces, edges and corners meet exactly, which is where booleans go wrong.
step = st.integers(-6, 6).map(lambda n: n * 2.5)
side = st.integers(1, 5).map(lambda n: n * 2.5)


@st.composite
def part(draw):
    where = (draw(step), draw(step), draw(step))
    kind = draw(st.sampled_from(["box", "cylinder", "text", "turned"]))
    if kind == "box":
        solid = solids.extrude(shapes.rectangle(draw(side), draw(side)), draw(side))
    elif kind == "turned":
        solid = solids.extrude(shapes.rectangle(draw(side), draw(side)), draw(side)).rotate((0, 0, 45))
    elif kind == "cylinder":
        solid = solids.extrude(shapes.circle(draw(side), 24), draw(side))
    else:
        words = draw(st.text("ABO8&", min_size=1, max_size=3))
        solid = solids.extrude(lettering.text_line(words, draw(side) + 2).shape, draw(side))
    return solid.translate(where)


@given(st.lists(part(), min_size=1, max_size=7))
@settings(max_examples=60, deadline=None)
def test_any_union_welds_into_a_closed_mesh_of_the_same_volume(members):
    whole = solids.union(members)
    mesh = solids.weld(whole, bodies=None)
    assert is_closed_as_an_stl_reader_sees_it(mesh)
    assert mesh.volume_mm3 == pytest.approx(whole.volume(), rel=1e-3, abs=1e-3)
    # What was welded is a solid again, and stays closed on the bed.
    assert solids.to_solid(mesh).volume() == pytest.approx(whole.volume(), rel=2e-3, abs=1e-3)
    assert is_closed_as_an_stl_reader_sees_it(solids.stand(mesh))


def test_bodies_that_touch_along_an_edge_are_pulled_apart():
    block = solids.extrude(shapes.rectangle(10, 10), 5)
    plate = solids.extrude(shapes.rectangle(60, 60), 2, -1)
    whole = solids.union([block, block.translate((10, 10, 0)), plate])
    mesh = solids.weld(whole)
    assert is_closed_as_an_stl_reader_sees_it(mesh)
    assert mesh.volume_mm3 == pytest.approx(whole.volume(), rel=1e-4)


def test_separate_pieces_are_refused_unless_asked_for():
    block = solids.extrude(shapes.rectangle(5, 5), 5)
    pair = solids.union([block, block.translate((20, 0, 0))])
    with pytest.raises(MeshError, match="2 separate pieces"):
        solids.weld(pair)
    assert solids.weld(pair, bodies=2).triangles == 24


def test_crumbs_are_dropped_and_caves_are_no_pieces():
    block = solids.extrude(shapes.rectangle(20, 20), 20)
    crumb = solids.extrude(shapes.rectangle(0.2, 0.2), 0.2).translate((40, 0, 0))
    cave = solids.extrude(shapes.circle(5), 8, 5)
    mesh = solids.weld(solids.union([block, crumb]) - cave)
    assert mesh.bounds_mm[1, 0] == pytest.approx(10)
    assert mesh.volume_mm3 == pytest.approx(8000 - cave.volume(), rel=1e-4)


def test_a_mesh_as_large_as_a_printer_has_unique_positions_too():
    big = solids.extrude(shapes.circle(400), 700).translate((3000, 0, 0))
    assert is_closed_as_an_stl_reader_sees_it(solids.weld(big))


@pytest.mark.parametrize(
    ("faces", "closed"),
    [
        ([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2]], True),
        ([[0, 2, 1], [0, 1, 3], [1, 2, 3]], False),
        ([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 2, 3]], False),
        ([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2], [0, 1, 3], [0, 3, 1]], False),
    ],
    ids=["closed", "hole", "flipped", "fin"],
)
def test_edges_tell_closed_from_open(faces, closed):
    assert welding.inspect_edges(np.array(faces), 4).closed is closed


def test_no_faces_are_not_closed():
    assert not welding.inspect_edges(np.zeros((0, 3), int), 0).closed


def test_a_fin_without_thickness_is_folded_away():
    corners = np.array([[0, 0, 0], [9, 0, 0], [0, 9, 0], [0, 0, 9]], np.float32)
    faces = np.array([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2], [0, 1, 3], [0, 3, 1]])
    mesh, bodies = welding.weld_arrays(corners, faces)
    assert (mesh.triangles, bodies) == (4, 1)


def test_an_open_surface_cannot_be_welded():
    corners = np.array([[0, 0, 0], [9, 0, 0], [0, 9, 0]], np.float32)
    assert welding.weld_arrays(corners, np.array([[0, 1, 2]])) is None


@given(st.lists(st.tuples(*[st.integers(-4, 4)] * 3), min_size=1, max_size=40), st.integers(0, 1))
@settings(max_examples=60, deadline=None)
def test_equal_positions_get_equal_numbers(places, wide):
    grid = np.array(places, np.int64) * (1 + wide * 3_000_000_000)
    first, number = welding.merge_positions(grid)
    assert len(first) == len(set(places))
    assert (grid[first][number] == grid).all()

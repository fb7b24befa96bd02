"""Pieces that were made before: the ones used last stay, within bounds."""

from __future__ import annotations

from manifold3d import Manifold

from memoreez_desktop.studio.api import Workpiece
from memoreez_desktop.studio.placing import box_of
from memoreez_desktop.studio.shelf import Shaped, Shelf


def shaped(triangles: int) -> Shaped:
    solid = Manifold.cylinder(1.0, 1.0, 1.0, triangles // 4 + 1)
    assert solid.num_tri() == triangles
    return Shaped(Workpiece(solid, box_of(solid)))


def test_what_was_used_last_stays_within_the_bound() -> None:
    shelf = Shelf(most_triangles=300, least_pieces=1)
    pieces = {name: shaped(100) for name in "abcd"}
    for name in "abc":
        shelf.keep(name, pieces[name])
    assert shelf.find("a") is pieces["a"]
    shelf.keep("d", pieces["d"])
    assert [name for name in "abcd" if shelf.find(name)] == ["a", "c", "d"]
    shelf.keep("large", shaped(1000))
    assert [name for name in ("a", "c", "d", "large") if shelf.find(name)] == ["large"]


def test_a_few_stay_however_large_they_are() -> None:
    shelf = Shelf(most_triangles=300, least_pieces=3)
    for name in "abcd":
        shelf.keep(name, shaped(1000))
    assert [name for name in "abcd" if shelf.find(name)] == ["b", "c", "d"]


def test_the_same_name_again_counts_once() -> None:
    shelf = Shelf(most_triangles=300, least_pieces=1)
    for _ in range(10):
        shelf.keep("a", shaped(100))
    shelf.keep("b", shaped(200))
    assert shelf.find("a") is not None

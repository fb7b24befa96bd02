"""Two speeds: sketches while somebody types, all of it at rest; the disk first, and never a stale picture."""

from dataclasses import replace

import pytest

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.edition import Edition, Entry, own_edition
from memoreez_desktop.core.errors import InputError, StorageError
from memoreez_desktop.core.finding import CheckReport
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Foot, Lettering, Pedestal, Size
from memoreez_desktop.storage.editions import EditionHistory
from memoreez_desktop.ui.studio import building as building_module
from memoreez_desktop.ui.studio.building import Building
from memoreez_desktop.ui.studio.edition_change import places_of
from memoreez_desktop.ui.studio.edition_log import EditionLog, Written
from memoreez_desktop.ui.studio.receipt_at_size import as_it_lies, scale_of
from tests.fakes.inline_workshop import HeldRunner, InlineWorkshop
from tests.fakes.made_solids import box

PLAN = ConceptPlan("card", "A cube", "Cube", Recipe("cube"))


def sized(mm):
    return Edition(PLAN, KeepsakeRecipe((Size(height_mm=mm),)))


@pytest.fixture
def sculpted(monkeypatch):
    """Sculpts a box, and counts how often."""
    from memoreez_desktop.sculpting.api import Sculpture

    made = []

    def sculpt(recipe, job):
        made.append(recipe)
        return Sculpture(box(20, 20, 40))

    def check(mesh, printer, job):
        return CheckReport(True, 1.0, mesh.extents_mm, 1, mesh.triangles, 600.0, ())

    monkeypatch.setattr("memoreez_desktop.services.make_sculpture.make_sculpture", sculpt)
    monkeypatch.setattr("memoreez_desktop.services.check_model.check_model", check)
    monkeypatch.setattr("memoreez_desktop.services.catalogs.product_infos", lambda: ())
    return made


class Site:
    """A building, and what it said."""

    def __init__(self, folder, runner=None):
        self.shop = InlineWorkshop(folder, runner)
        self.project = "p"
        self.log = EditionLog(self.shop.workshop)
        self.building = Building(self.shop.workshop)
        self.sketches, self.made, self.failed = [], [], []
        self.building.sketched.connect(lambda s: self.sketches.append(round(s.mesh.extents_mm[2], 3)))
        self.building.made.connect(lambda m: self.made.append(round(m.keepsake.mesh.extents_mm[2], 3)))
        self.building.failed.connect(lambda e: self.failed.append(str(e.message)))

    def begin(self, mm):
        self.building.build(sized(mm), self.log.begin(sized(mm), self.project), self.project)

    def change(self, mm):
        self.building.change(sized(mm), self.log.add(sized(mm), "Size"), self.project)


@pytest.fixture
def site(tmp_path, qapp, sculpted):
    made = Site(tmp_path)
    yield made
    made.building.stop()
    made.shop.close()


@pytest.fixture
def held(tmp_path, qapp, sculpted):
    made = Site(tmp_path, HeldRunner())
    yield made
    made.building.stop()
    made.shop.close()


def test_a_change_is_seen_before_it_is_made_and_the_raw_one_is_sculpted_once(site, sculpted, qtbot):
    site.begin(40.0)
    assert (site.made, site.sketches) == ([40.0], [])
    site.change(50.0)
    qtbot.waitUntil(lambda: site.sketches == [50.0], timeout=1000)
    assert site.made == [40.0]
    assert site.building.busy
    qtbot.waitUntil(lambda: site.made == [40.0, 50.0], timeout=2000)
    assert not site.building.busy
    assert len(sculpted) == 1


def test_quick_changes_become_one_model_of_the_last(site, qtbot):
    site.begin(40.0)
    for mm in (50.0, 60.0, 70.0):
        site.change(mm)
    qtbot.waitUntil(lambda: not site.building.busy, timeout=3000)
    assert site.made == [40.0, 70.0]
    assert site.sketches[-1] == 70.0
    assert len(site.shop.library.editions.history("p", "card").entries) == 2


def test_an_undo_is_shown_from_what_was_sketched(site, qtbot, monkeypatch):
    site.begin(40.0)
    site.change(50.0)
    qtbot.waitUntil(lambda: not site.building.busy, timeout=3000)

    def never(*_args):
        raise AssertionError("it is known")

    monkeypatch.setattr(building_module.sculpt_job, "sketch_job", never)
    monkeypatch.setattr(building_module.sculpt_job, "make_job", never)
    site.building.change(sized(40.0), site.log.undo(), "p")
    assert site.sketches[-1] == 40.0
    qtbot.waitUntil(lambda: site.made == [40.0, 50.0, 40.0], timeout=2000)
    (row,) = site.shop.library.keepsakes()
    assert row.size_mm[2] == pytest.approx(40.0)


def test_nothing_is_seen_before_it_is_on_the_disk(held, qtbot):
    held.begin(40.0)
    held.shop.workshop.runner.run_all()
    held.change(50.0)
    qtbot.wait(60)
    writing, sketching = held.shop.workshop.runner.held
    assert (writing[2], sketching[2]) == ("disk", "compute")
    held.shop.workshop.runner.run_next()
    assert held.shop.library.editions.history("p", "card").present.edition == sized(50.0)
    assert held.sketches == []
    held.shop.workshop.runner.run_next()
    assert held.sketches == [50.0]


def test_what_cannot_be_written_is_not_shown(site, qtbot, monkeypatch):
    site.begin(40.0)

    def full(*_args):
        raise StorageError("The disk is full.", "Free some space.")

    monkeypatch.setattr(site.shop.library.editions, "add", full)
    site.change(50.0)
    qtbot.waitUntil(lambda: bool(site.failed), timeout=1000)
    assert site.failed == ["The disk is full."]
    assert (site.sketches, site.made) == ([], [40.0])


def test_a_step_that_cannot_be_done_is_told_once_and_the_next_change_is_shown(site, qtbot, monkeypatch):
    site.begin(40.0)
    real = building_module.sculpt_job.child_steps.shape

    def shape(raw, recipe, final, job):
        if recipe.first(Size).height_mm == 50.0:
            raise InputError("Not fifty.", "Sixty?")
        return real(raw, recipe, final, job)

    monkeypatch.setattr(building_module.sculpt_job.child_steps, "shape", shape)
    site.change(50.0)
    qtbot.waitUntil(lambda: bool(site.failed), timeout=1000)
    qtbot.wait(500)
    assert (site.failed, site.made, site.building.busy) == (["Not fifty."], [40.0], False)
    site.change(60.0)
    qtbot.waitUntil(lambda: site.made == [40.0, 60.0], timeout=3000)


def test_a_sketch_on_its_way_is_let_finish_and_followed_by_the_newest(held, qtbot):
    runner = held.shop.workshop.runner
    held.begin(40.0)
    runner.run_all()
    held.change(50.0)
    qtbot.wait(60)
    held.change(60.0)
    held.change(70.0)
    qtbot.wait(60)
    assert [pool for _h, _j, pool, _c in runner.held].count("compute") == 1
    runner.run_all()
    assert held.sketches == [50.0, 70.0]


def test_words_that_are_typed_are_one_change_and_another_place_is_another(site):
    log = site.log
    log.begin(Edition(PLAN), "p")

    def write(*lines, size=None):
        steps = (Lettering(lines),) if size is None else (Size(size), Lettering(lines))
        return log.add(Edition(PLAN, KeepsakeRecipe(steps)), "Text")

    assert write("G") is not None
    assert write("GR") is not None
    assert write("GRA") is not None
    assert write("GRA") is None
    assert write("GRA", size=50.0) is not None
    assert log.undo_words == "Text"
    log.undo()
    assert log.edition.steps.first(Lettering).lines == ("GRA",)
    log.undo()
    log.undo()
    assert log.undo_words is None
    assert log.edition == Edition(PLAN)
    assert log.redo_words == "Text"


def test_a_history_is_taken_up_where_it_was_left(site):
    entries = tuple(Entry(sized(mm), f"to {mm}", number) for number, mm in ((0, 1.0), (4, 2.0), (7, 3.0)))
    for entry in entries:
        site.shop.library.editions.add("p", "card", entry)
    site.log.take_up(EditionHistory(entries, 1), "p")
    assert (site.log.undo_words, site.log.redo_words) == ("to 2.0", "to 3.0")
    site.log.redo()
    assert site.shop.library.editions.history("p", "card").present.number == 7


def test_where_two_editions_differ_is_known():
    one = Edition(PLAN, KeepsakeRecipe((Foot(), Pedestal())))
    assert places_of(one, one) == frozenset()
    oval = one.with_steps(one.steps.with_step(Pedestal("oval", height_mm=20.0)))
    assert places_of(one, oval) == {("1", "pedestal", "style"), ("1", "pedestal", "height_mm")}
    assert places_of(one, replace(one, repaired=True)) == {("repaired",)}
    assert len(places_of(one, one.with_lines(("A",)))) == 1
    assert places_of(one, one.with_steps(KeepsakeRecipe())) != places_of(one, oval)


def test_a_written_change_is_waited_for_or_tells_why_not():
    Written.already().wait(JobContext())
    refused = Written()

    def refuse():
        raise StorageError("No.")

    refused.write(refuse)
    with pytest.raises(StorageError):
        refused.wait(JobContext())


def test_a_receipt_grows_with_its_model():
    raw = box(20, 10, 40)
    assert scale_of(raw, KeepsakeRecipe((Size(height_mm=80.0),))) == pytest.approx(2.0)
    assert scale_of(raw, KeepsakeRecipe((Size(longest_mm=20.0, height_mm=80.0),))) == pytest.approx(0.5)
    assert scale_of(raw, KeepsakeRecipe((Pedestal(),))) == 1.0
    own = own_edition("A", "ab" * 32)
    assert as_it_lies(own.steps.with_step(Size(10.0))).steps == (Size(10.0),)

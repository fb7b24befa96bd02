"""The history of a keepsake on the disk: without an end, exact, and there again after kill -9."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.edition import Edition, Entry, own_edition
from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Lettering, Loop, Pedestal, Size, Spot, Turn
from memoreez_desktop.core.story import Story
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.storage.edition_records import edition_from_json, edition_json
from memoreez_desktop.storage.library import Library

WRITER = Path(__file__).with_name("edition_writer.py")
PLAN = ConceptPlan(
    "card", say("For {name}", name="Karl"), "Cube", Recipe("cube", (("edge", "x"),), Story("Karl"))
)
STEPS = KeepsakeRecipe(
    (
        Turn(90.0, 0.0, -12.5),
        Size(80.0),
        Pedestal("heart", steps=3),
        Lettering(("GRANDPA", "عيد", "Привет 🎣"), Spot("free", at_ratio=(0.1, 0.2, 0.3)), cap_mm=7.0),
        Loop(),
    )
)


def sized(mm):
    return Edition(PLAN, KeepsakeRecipe((Size(mm),)))


@pytest.fixture
def library(tmp_path):
    with closing(Library(tmp_path)) as opened:
        yield opened


@pytest.mark.parametrize(
    "edition",
    [
        Edition(PLAN),
        Edition(PLAN, STEPS, repaired=True, left=frozenset(("holes", "simplified"))),
        own_edition("Benchy", "ab" * 32, 25.4),
    ],
)
def test_an_edition_comes_back_as_it_was(edition, tmp_path):
    again = edition_from_json(edition_json(edition, tmp_path), tmp_path)
    assert again == edition
    assert (again.raw_key, again.steps.digest) == (edition.raw_key, edition.steps.digest)
    assert edition_json(again, tmp_path) == edition_json(edition, tmp_path)


def test_the_raw_sculpture_depends_on_all_but_steps_and_names():
    one = Edition(PLAN)
    assert one.with_steps(STEPS).raw_key == one.raw_key
    assert replace(one, plan=replace(PLAN, title="Other", colour="rose")).raw_key == one.raw_key
    changed = (
        replace(one, repaired=True),
        replace(one, factor=2.0),
        replace(one, left=frozenset(("holes",))),
        one.with_lines(("A",)),
    )
    assert len({one.raw_key, *(edition.raw_key for edition in changed)}) == 5


def test_the_history_knows_where_we_are_and_forgets_what_was_left_behind(library):
    shelf = library.editions
    assert shelf.history("p", "card") is None
    for number, mm in enumerate((10.0, 20.0, 30.0)):
        shelf.add("p", "card", Entry(sized(mm), say("Size: {mm}", mm=mm), number))
    shelf.go("p", "card", 1)
    history = shelf.history("p", "card")
    assert [e.edition for e in history.entries] == [sized(10.0), sized(20.0), sized(30.0)]
    assert history.present.edition == sized(20.0)
    assert isinstance(history.entries[2].label, Phrase)
    shelf.add("p", "card", Entry(sized(99.0), "", 2))
    history = shelf.history("p", "card")
    assert [e.edition.steps.first(Size).height_mm for e in history.entries] == [10.0, 20.0, 99.0]
    assert history.here == 2
    assert shelf.history("p", "other") is None
    with pytest.raises(StorageError):
        shelf.go("p", "card", 7)
    assert shelf.history("p", "card").here == 2


def test_a_model_is_remembered_with_its_edition_wherever_that_stands(library):
    shelf = library.editions
    for number, mm in enumerate((10.0, 20.0, 10.0)):
        shelf.add("p", "card", Entry(sized(mm), "", number))
    shelf.set_mesh("p", "card", sized(10.0), "d1")
    assert [e.mesh_digest for e in shelf.history("p", "card").entries] == ["d1", "", "d1"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["back", "on", "new"]), max_size=25))
def test_it_walks_like_a_list_with_a_finger(library, steps):
    shelf, card = library.editions, os.urandom(8).hex()
    values, here = [0.5], 0
    shelf.add("p", card, Entry(sized(0.5)))
    for count, step in enumerate(steps):
        if step == "new":
            values = [*values[: here + 1], count + 1.0]
            here += 1
            shelf.add("p", card, Entry(sized(values[-1]), "", here))
        else:
            here = max(0, here - 1) if step == "back" else min(len(values) - 1, here + 1)
            shelf.go("p", card, here)
    history = shelf.history("p", card)
    assert [e.edition.steps.first(Size).height_mm for e in history.entries] == values
    assert history.here == here


def test_a_damaged_entry_hides_no_other_one(library):
    shelf = library.editions
    for number in range(4):
        shelf.add("p", "card", Entry(sized(number + 1.0), "", number))
    with library._database.writing() as db:
        db.conn.execute("UPDATE editions SET edition = 'x' WHERE number IN (1, 3)")
    history = shelf.history("p", "card")
    assert [e.number for e in history.entries] == [0, 2]
    assert history.present.number == 2


def test_snapshots_outlive_the_history_they_were_taken_in(library):
    shelf = library.editions
    shelf.add("p", "card", Entry(sized(1.0)))
    first = shelf.keep_snapshot(
        "p", "card", "Without a stand", sized(1.0), mesh_digest="m", picture_png=b"PNG"
    )
    second = shelf.keep_snapshot("p", "card", "Für Oma", Edition(PLAN, STEPS))
    shelf.add("p", "card", Entry(sized(2.0)))
    assert shelf.snapshots("p", "card") == (second, first)
    assert first.picture.read_bytes() == b"PNG"
    shelf.remove_snapshot(second.id)
    assert shelf.snapshots("p", "card") == (first,)


def test_a_copy_begins_where_the_original_is(library):
    shelf = library.editions
    shelf.add("p", "card", Entry(sized(1.0)))
    shelf.add("p", "card", Entry(sized(2.0), "", 1, "mesh"))
    plan = replace(PLAN, id="card-2", title="Copy")
    shelf.copy("p", "card", plan)
    shelf.copy("p", "unknown", replace(PLAN, id="card-3"))
    shelf.add("p", "card", Entry(sized(3.0), "", 2))
    (entry,) = shelf.history("p", "card-2").entries
    assert (entry.edition, entry.mesh_digest) == (replace(sized(2.0), plan=plan), "mesh")
    assert shelf.history("p", "card-3") is None


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a Unix word")
def test_no_edit_that_was_returned_is_lost_by_kill(tmp_path):
    env = {**os.environ, "PYTHONPATH": str(WRITER.parents[2])}
    command = [sys.executable, WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as writer:
        said = [next(writer.stdout).split() for _ in range(40)]
        os.kill(writer.pid, signal.SIGKILL)
        said += [line.split() for line in writer.stdout if line.endswith("\n")]
    with closing(Library(tmp_path)) as library:
        history = library.editions.history("p", "card")
    # One more may have been committed and not told any more.
    told = [int(word) for word, *_ in said]
    made = [entry.edition.steps.first(Size).height_mm for entry in history.entries]
    assert made[: len(told)] == [number + 1.0 for number in told]
    assert len(made) <= len(told) + 1

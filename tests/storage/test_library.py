import os
import sqlite3
import threading
from pathlib import Path

import numpy as np
import pytest

from memoreez_desktop.core.concept import Concept, ConceptPlan, ConceptStats, Recipe
from memoreez_desktop.core.errors import InputError, StorageError
from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.gcode import GcodeStats, RoleUsage
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.story import Brief, PhotoRef, Story
from memoreez_desktop.core.words import Phrase, say
from memoreez_desktop.storage import records
from memoreez_desktop.storage.database import MIGRATIONS
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.library_rows import SliceRow

STORY = Story("Opa Karl", 70, ("Angeln", "Kaffee"), "hasst Montage", "birthday", ("KARL",), "…")
BRIEF = Brief(STORY, seed=7)
STATS = ConceptStats(
    (60.0, 40.0, 65.5),
    1200,
    8123.5,
    True,
    3600.0,
    12.5,
    (Finding("thin", "warning", say("{n} thin", n=3), amount=0.4, unit="mm", place_mm=(1.0, 2.5, 3.0)),),
)
GCODE = GcodeStats(
    10.0, 20.0, 0.5, 3, ((0.0, 1.0, 2.0), (3.0, 4.0, 5.0)), {"skirt": RoleUsage(1.0, 2.0)}, "x"
)

OLD_BRIEF = '{"v":1,"story":{"name":"Karl"},"photos":[],"seed":3}'


@pytest.fixture
def library(tmp_path):
    made = Library(tmp_path / "library")
    yield made
    made.close()


def plan(number=1, title="Gone fishing", **story):
    recipe = Recipe("icon-medallion", (("width_mm", 60.0),), Story(**story), None, number)
    return ConceptPlan(f"c{number}", title, "Medallion", recipe, "studio", "gold")


def mesh(scale=1.0):
    corners = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float32) * np.float32(scale)
    return MeshModel(corners, np.array([[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2]], np.int32))


def reopened(library):
    library.close()
    return Library(library.folder)


def test_everything_survives_closing(library, tmp_path):
    photo_file = tmp_path / "Sommer.JPG"
    photo_file.write_bytes(b"photo bytes")
    photo = library.add_photo(photo_file)
    assert photo.path.read_bytes() == b"photo bytes"
    assert photo.path.suffix == ".jpg"
    brief = Brief(STORY, (photo,), 7)
    project = library.start_project(brief)
    for number in (1, 2, 3):
        library.save_plan(project, plan(number))
    library.save_concept(project, Concept(plan(2), b"picture", STATS, 0.5))
    library.save_failure(project, "c3", say("No {what}.", what="icon"), "Try again.")
    library.set_starred(project, "c2", True)
    library.set_removed(project, "c1", True)
    digest = library.save_mesh(mesh())
    keepsake = library.save_keepsake(project, "c2", digest)
    gcode = tmp_path / "a.gcode"
    gcode.write_text("G1 X1\n")
    notes = (say("Supports were added under {area:.1f} cm².", area=6.61), "Said by another program.")
    kept = library.save_slice(digest, "settings", gcode, GCODE, notes)

    again = reopened(library)
    assert again.latest_project().brief == brief
    assert again.project(project).id == project
    first, second, third = again.concepts(project)
    assert [row.plan.id for row in (first, second, third)] == ["c1", "c2", "c3"]
    assert first.removed
    assert second.starred
    assert (second.picture_png, second.stats, second.seconds) == (b"picture", STATS, 0.5)
    assert third.failure.message == "No icon."
    assert isinstance(third.failure.message, Phrase)
    assert third.failure.message.template == "No {what}."
    (row,) = again.keepsakes()
    assert (row.id, row.mesh_digest, row.picture_png) == (keepsake, digest, b"picture")
    assert row.gcode == kept
    assert row.size_mm == (1.0, 1.0, 1.0)
    assert again.load_mesh(digest).digest == digest
    found = again.find_slice(digest, "settings")
    assert found == SliceRow(kept, GCODE, notes)
    assert found.notes[0].template == "Supports were added under {area:.1f} cm²."
    assert again.find_slice(digest, "other") is None
    again.close()


def test_the_library_may_move(library, tmp_path):
    photo = library.add_photo_bytes(b"pasted", "clipboard.png")
    library.start_project(Brief(Story("A"), (photo,)))
    library.close()
    moved = library.folder.rename(tmp_path / "elsewhere")
    again = Library(moved)
    (found,) = again.latest_project().brief.photos
    assert found.path.read_bytes() == b"pasted"
    assert again.folder in found.path.parents
    again.close()


def test_equal_photos_are_kept_once(library, tmp_path):
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"same")
        library.add_photo(tmp_path / name)
    assert sum(path.is_file() for path in library.objects.folder.rglob("*")) == 1


def test_a_drawn_concept_forgets_its_failure_and_keeps_its_place(library):
    project = library.start_project(BRIEF)
    for number in (1, 2):
        library.save_plan(project, plan(number))
    library.save_failure(project, "c1", "No.", "")
    library.set_starred(project, "c1", True)
    library.save_concept(project, Concept(plan(1), b"p", STATS))
    first, _ = library.concepts(project)
    assert (first.plan.id, first.failure, first.starred) == ("c1", None, True)


def test_latest_project_is_the_one_changed_last(library):
    one, two = library.start_project(BRIEF), library.start_project(Brief(Story("B")))
    assert library.latest_project().id == two
    library.save_brief(one, Brief(Story("C")))
    assert library.latest_project().brief.story.name == "C"


def test_search_finds_every_word_in_any_case(library):
    project = library.start_project(BRIEF)
    digest = library.save_mesh(mesh())
    told = [("Angeln am See", "Opa KARL"), ("Coffee time", "Grandma Ö")]
    for number, (title, name) in enumerate(told):
        library.save_plan(project, plan(number, title, name=name))
        library.save_keepsake(project, f"c{number}", digest)
    titles = {query: [row.title for row in library.keepsakes(query)] for query in ("karl SEE", "ö", "%", "")}
    assert titles == {
        "karl SEE": ["Angeln am See"],
        "ö": ["Coffee time"],
        "%": [],
        "": [t for t, _ in told[::-1]],
    }


def test_sculpting_anew_replaces_the_keepsake(library):
    project = library.start_project(BRIEF)
    library.save_plan(project, plan())
    first = library.save_keepsake(project, "c1", library.save_mesh(mesh()), picture_png=b"old")
    changed = plan(1, "Renamed")
    second = library.save_keepsake(
        project, "c1", library.save_mesh(mesh(2)), plan=changed, picture_png=b"new"
    )
    (row,) = library.keepsakes()
    assert first == second == row.id
    assert (row.title, row.size_mm, row.picture_png) == ("Renamed", (2.0, 2.0, 2.0), b"new")


@pytest.mark.parametrize(
    "call",
    [
        lambda library: library.project("nobody"),
        lambda library: library.save_brief("nobody", BRIEF),
        lambda library: library.set_starred("nobody", "c1", True),
        lambda library: library.save_failure("nobody", "c1", "x"),
        lambda library: library.load_mesh("0" * 64),
        lambda library: library.save_plan("nobody", plan()),
    ],
)
def test_unknown_ids_are_errors_in_words(library, call):
    with pytest.raises(StorageError) as caught:
        call(library)
    assert caught.value.message


def test_a_missing_photo_is_an_input_error(library, tmp_path):
    with pytest.raises(InputError):
        library.add_photo(tmp_path / "gone.jpg")


def test_a_damaged_mesh_is_noticed(library):
    digest = library.save_mesh(mesh())
    file = library.objects.path(digest, ".mesh")
    file.write_bytes(file.read_bytes()[:-4] + b"\0\0\0\7")
    with pytest.raises(StorageError, match="damaged"):
        library.load_mesh(digest)


def test_one_damaged_record_does_not_hide_the_others(library):
    project = library.start_project(BRIEF)
    for number in (1, 2, 3):
        library.save_plan(project, plan(number))
    library.close()
    with sqlite3.connect(library.folder / "library.db") as raw:
        raw.execute("UPDATE concepts SET plan = '{\"v\": 1, \"id\": 5}' WHERE concept_id = 'c2'")
    raw.close()
    again = Library(library.folder)
    assert [row.plan.id for row in again.concepts(project)] == ["c1", "c3"]
    again.close()


@pytest.mark.parametrize("damage", [b"not a database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 4000])
def test_a_broken_database_is_set_aside_and_files_are_kept(tmp_path, damage):
    library = Library(tmp_path)
    digest = library.save_mesh(mesh())
    library.close()
    for tail in ("-wal", "-shm"):
        Path(f"{tmp_path / 'library.db'}{tail}").unlink(missing_ok=True)
    (tmp_path / "library.db").write_bytes(damage)
    again = Library(tmp_path)
    assert "set aside" in again.notice
    (aside,) = tmp_path.glob("library.broken-*.db")
    assert aside.read_bytes() == damage
    assert again.load_mesh(digest).digest == digest
    assert again.latest_project() is None
    again.start_project(BRIEF)
    again.close()


def test_damage_in_the_middle_is_found_on_opening(tmp_path):
    library = Library(tmp_path)
    project = library.start_project(BRIEF)
    for number in range(200):
        library.save_plan(project, plan(number))
    library.close()
    file = tmp_path / "library.db"
    content = bytearray(file.read_bytes())
    content[3 * 4096 : 8 * 4096] = b"\xee" * (5 * 4096)
    file.write_bytes(content)
    again = Library(tmp_path)
    assert again.notice
    again.close()


def test_a_newer_database_is_refused_and_untouched(tmp_path):
    Library(tmp_path).close()
    with sqlite3.connect(tmp_path / "library.db") as raw:
        raw.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
    raw.close()
    with pytest.raises(StorageError, match="newer version"):
        Library(tmp_path)
    assert not list(tmp_path.glob("*broken*"))


def test_a_folder_that_is_a_file_is_an_error_in_words(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError):
        Library(tmp_path / "file")


def test_many_threads_write_at_once(library):
    project = library.start_project(BRIEF)
    errors = []

    def work(start):
        try:
            for number in range(start, start + 10):
                library.save_plan(project, plan(number))
                library.save_concept(project, Concept(plan(number), str(number).encode(), STATS))
                library.concepts(project)
        except StorageError as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(100 * k,)) for k in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    rows = library.concepts(project)
    assert len(rows) == 40
    assert all(row.picture_png == row.plan.id[1:].encode() for row in rows)


def test_a_second_holder_only_waits(library):
    other = Library(library.folder)
    project = library.start_project(BRIEF)
    other.save_plan(project, plan(1))
    library.save_plan(project, plan(2))
    assert len(other.concepts(project)) == len(library.concepts(project)) == 2
    other.close()


def test_photos_outside_the_library_keep_their_place(tmp_path):
    photo = PhotoRef("d" * 64, tmp_path / "far" / "a.jpg", "a.jpg")
    recipe = Recipe("lithophane", (("a", 1), ("b", 2.0), ("c", True), ("d", "x")), STORY, photo, 3)
    back = records.recipe_from_record(
        records.load(records.dump(records.recipe_to_record(recipe, tmp_path / "root"))), tmp_path / "root"
    )
    assert back == recipe
    assert back.digest == recipe.digest
    assert [type(value) for _, value in back.params] == [int, float, bool, str]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"v": "x"}', '{"v": 1}'])
def test_records_that_are_none_are_refused(text, tmp_path):
    with pytest.raises(StorageError):
        records.plan_from_record(records.load(text), tmp_path)


def test_a_newer_record_is_refused():
    with pytest.raises(StorageError, match="newer"):
        records.load('{"v": 99}')


def test_a_removed_keepsake_can_come_back(library):
    project = library.start_project(BRIEF)
    library.save_plan(project, plan())
    digest = library.save_mesh(mesh())
    keepsake = library.save_keepsake(project, "c1", digest)
    library.set_keepsake_removed(keepsake, True)
    assert library.keepsakes() == ()
    library.set_keepsake_removed(keepsake, False)
    assert [row.id for row in library.keepsakes()] == [keepsake]
    library.set_keepsake_removed(keepsake, True)
    assert library.save_keepsake(project, "c1", digest) == keepsake
    assert len(library.keepsakes()) == 1


def test_an_older_library_is_brought_forward(tmp_path):
    with sqlite3.connect(tmp_path / "library.db") as raw:
        for statement in MIGRATIONS[0].split(";"):
            raw.execute(statement)
        raw.execute("PRAGMA user_version=1")
        raw.execute("INSERT INTO projects VALUES ('p', ?, 1.0, 2.0)", (OLD_BRIEF,))
    raw.close()
    library = Library(tmp_path)
    assert not library.notice
    assert library.latest_project().brief.story.name == "Karl"
    library.save_plan("p", plan())
    library.save_keepsake("p", "c1", library.save_mesh(mesh()))
    assert len(library.keepsakes()) == 1
    library.close()


def test_what_a_killed_program_left_is_swept_up_later(library):
    library.save_mesh(mesh())
    (folder,) = library.objects.folder.iterdir()
    old, fresh = folder / ".a.part", folder / ".b.part"
    for file in (old, fresh):
        file.touch()
    os.utime(old, (1, 1))
    again = reopened(library)
    assert (old.exists(), fresh.exists()) == (False, True)
    again.close()

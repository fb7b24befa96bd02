"""``memoreez shape``: steps on the command line and from a file, the same bytes from both."""

import json

import pytest

from memoreez_desktop.core.keepsake_recipe import recipe_from_record, recipe_json


def test_a_box_gets_a_stand_words_and_a_magnet(memoreez, box, tmp_path):
    out, picture = tmp_path / "keepsake.stl", tmp_path / "keepsake.png"
    words = ("--height", "30", "--pedestal", "octagon", "--text", "Anna", "--magnet", "8x2")
    said = memoreez("shape", box, "-o", out, *words, "--picture", picture, "--json")
    assert said.code == 0
    record = said.json
    kinds = [step["kind"] for step in record["recipe"]["steps"]]
    assert kinds == ["size", "pedestal", "lettering", "magnet"]
    assert json.loads(recipe_json(recipe_from_record(record["recipe"]))) == record["recipe"]
    low, high = record["figure_mm"]
    assert high[2] - low[2] == pytest.approx(30, abs=1.0)
    assert record["size_mm"][2] > 33
    assert {note["step"] for note in record["notes"]} <= {0, 1, 2, 3}
    assert any(note["lines"] == ["Anna"] for note in record["notes"])
    assert record["repair"] == []
    assert picture.stat().st_size > 10_000
    checked = memoreez("check", out, "--json").json
    assert checked["watertight"]
    assert checked["bodies"] == 1

    # What was written is a recipe, and the same recipe makes the same bytes.
    file, again = tmp_path / "recipe.json", tmp_path / "again.stl"
    file.write_text(json.dumps(record))
    assert memoreez("shape", box, "-o", again, "--recipe", file, "--json").json["digest"] == record["digest"]
    assert again.read_bytes() == out.read_bytes()


def test_a_broken_model_is_mended_first(memoreez, open_box, tmp_path):
    said = memoreez("shape", open_box, "-o", tmp_path / "out.stl", "--mirror", "x", "--json")
    assert said.code == 0
    assert said.json["repair"]
    assert memoreez("check", tmp_path / "out.stl", "--json").json["watertight"]


def test_a_product_gets_steps_on_its_way_to_the_printer(memoreez, tmp_path):
    words = ("--name", "Anna", "--product", "keychain", "--quality", "draft", "--pedestal", "round")
    said = memoreez("make", *words, "--out", tmp_path, "--json")
    assert said.code == 0
    (note,) = said.json["steps"]
    assert note["step"] == 0
    assert note["values"]["width_mm"] == pytest.approx(said.json["size_mm"][0], abs=1.0)


def test_a_box_is_laid_on_its_largest_face_and_keeps_its_size(memoreez, box, tmp_path):
    plain = memoreez("shape", box, "-o", tmp_path / "a.stl", "--turn", "0", "90", "0", "--json").json
    words = ("--orient", "flat-face", "--height", "40")
    said = memoreez("shape", box, "-o", tmp_path / "b.stl", *words, "--json")
    assert said.code == 0
    assert {aim for way in said.json["orientations"] for aim in way["aims"]} >= {"upright", "flat-face"}
    before, after = sorted(plain["size_mm"]), sorted(said.json["size_mm"])
    assert [b / a for a, b in zip(before, after, strict=True)] == pytest.approx([after[0] / before[0]] * 3)
    assert said.json["size_mm"][2] == pytest.approx(min(after), abs=1e-3)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--turn", "0", "0", "9", "--orient", "detail"), 2),
        (("--pedestal", "tower"), 2),
        (("--pedestal-width", "40"), 2),
        (("--magnet", "large"), 2),
        (("--height", "nan"), 2),
        (("--text", "a", "--text", "b", "--text", "c", "--text", "d"), 2),
        (("--recipe", "gone.json"), 3),
        (("--turn", "1", "2"), 2),
    ],
)
def test_wrong_words_get_a_sentence(memoreez, box, tmp_path, words, code):
    said = memoreez("shape", box, "-o", tmp_path / "out.stl", *words)
    assert said.code == code
    assert said.err.count("\n") <= 2
    assert not (tmp_path / "out.stl").exists()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"steps": 3}',
        '{"steps": [{"kind": "fly"}]}',
        '{"steps": [{"kind": "size", "height_mm": "x"}]}',
    ],
)
def test_a_damaged_recipe_is_refused_in_words(memoreez, box, tmp_path, content):
    file = tmp_path / "recipe.json"
    file.write_text(content)
    said = memoreez("shape", box, "-o", tmp_path / "out.stl", "--recipe", file)
    assert said.code == 3
    assert "Traceback" not in said.err

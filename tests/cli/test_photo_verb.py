"""``memoreez photo`` and the options that say how photos are seen."""

import numpy as np
import pytest
import skimage.data
from PIL import Image

from memoreez_desktop.storage.settings import Settings, SettingsFile


@pytest.fixture
def cup(tmp_path):
    file = tmp_path / "cup.png"
    Image.fromarray(skimage.data.coffee()).save(file)
    return file


def test_check_tells_every_word(memoreez, cup):
    said = memoreez("photo", "check", cup, "--exposure", "-3", "--json")
    assert said.code == 0
    assert said.json["verdicts"][0]["code"] == "dark"
    assert said.json["verdicts"][0]["hint"] in said.err
    assert (said.json["width_px"], said.json["height_px"]) == (600, 400)
    assert len(said.json["cut_outs"]) == 3
    assert {"words", "hint", "trust_ratio", "area_ratio"} <= set(said.json["cut_outs"][0])


def test_edit_writes_the_photo_as_it_is_seen(memoreez, cup, tmp_path):
    out = tmp_path / "seen.png"
    said = memoreez("photo", "edit", cup, "-o", out, "--turn", "1", "--crop", "0,0,1,0.5", "--json")
    assert said.code == 0
    assert said.json["picture"] == str(out)
    with Image.open(out) as seen:
        assert seen.size == (400, 300)
        assert np.array_equal(np.asarray(seen), np.rot90(skimage.data.coffee(), -1)[:300])


def test_cut_writes_the_subject(memoreez, cup, tmp_path):
    out = tmp_path / "cut.png"
    said = memoreez("photo", "cut", cup, "-o", out, "--box", "0.1,0,0.85,1", "--longest", "300", "--json")
    assert said.json["trust_ratio"] > 0.3
    with Image.open(out) as seen:
        assert seen.mode == "RGBA"
        alpha = np.asarray(seen)[..., 3]
    assert alpha[100, 140] == 255
    assert alpha[5, 5] == 0


def test_models_tell_what_is_missing(memoreez):
    listed = memoreez("photo", "models", "--json").json
    assert {"id", "label", "available", "why_not", "can_download", "bytes", "licence"} <= set(listed[0])
    assert not any(entry["available"] for entry in listed)


def test_nothing_is_downloaded_while_the_program_is_offline(memoreez, home):
    SettingsFile(home / "settings.json").save(Settings(offline=True))
    said = memoreez("photo", "models", "--download", "u2netp")
    assert said.code == 5
    assert "offline" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("photo",),
        ("photo", "check"),
        ("photo", "edit", "a.png"),
        ("photo", "check", "a.png", "--crop", "0,0,1"),
        ("photo", "check", "a.png", "--crop", "0.5,0,0.5,1"),
        ("photo", "check", "a.png", "--crop", "0,0,nan,1"),
        ("photo", "check", "a.png", "--turn", "4"),
        ("photo", "check", "a.png", "--box", "0,0,2,1"),
        ("photo", "models", "--download", "bria-rmbg"),
    ],
)
def test_wrong_words_are_told(memoreez, words):
    said = memoreez(*words)
    assert said.code == 2
    assert "Traceback" not in said.err


def test_a_missing_photo_and_model_are_told(memoreez, cup, tmp_path):
    assert memoreez("photo", "check", tmp_path / "nothing.png").code == 3
    assert memoreez("photo", "cut", cup, "-o", tmp_path / "a.png", "--model", "u2netp").code == 3
    assert not (tmp_path / "a.png").exists()


def test_make_sees_the_photo_as_told(memoreez, cup, tmp_path):
    said = memoreez(
        "concepts", "--photo", cup, "--product", "lithophane", "--crop", "0,0,0.5,1", "--count", "1",
        "--out", tmp_path / "out", "--json",
    )  # fmt: skip
    assert said.code == 0
    assert (tmp_path / "out").is_dir()

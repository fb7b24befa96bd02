"""Each verb once for real, and the JSON fields that are promised."""

import json
import struct

import numpy as np
import pytest

from memoreez_desktop.core.resources import resource_path


@pytest.mark.parametrize(
    ("noun", "some"),
    [
        ("products", {"lithophane", "icon-medallion", "keychain", "nameplate"}),
        ("printers", {"generic-220", "prusa-mk4"}),
        ("materials", {"pla", "petg"}),
        ("qualities", {"draft", "standard", "fine", "lithophane"}),
        ("engines", {"memoreez"}),
        ("providers", {"studio", "openai-images", "comfyui", "template", "ollama"}),
        ("links", {"drive", "folder"}),
    ],
)
def test_catalogs(memoreez, noun, some):
    said = memoreez(noun, "--json")
    assert said.code == 0
    listed = said.json
    assert some <= {entry["id"] for entry in listed}
    for entry in listed:
        assert {"id", "label", "available", "why_not"} <= set(entry)
        assert entry["label"]
        assert entry["available"] or entry["why_not"]
    table = memoreez(noun)
    assert len(table.out.splitlines()) == len(listed)


def test_check(memoreez, box):
    record = memoreez("check", box, "--size", "40", "--json").json
    assert record["watertight"] is True
    assert record["size_mm"] == [40.0, 32.0, 20.0]
    assert record["volume_mm3"] == pytest.approx(40 * 32 * 20, rel=1e-4)
    assert record["bodies"] == 1
    assert record["score"] == 100
    assert record["findings"] == []


def test_check_tells_what_is_wrong(memoreez, open_box):
    said = memoreez("check", open_box, "--json")
    assert said.code == 0
    assert said.json["watertight"] is False
    worst = said.json["findings"][0]
    assert {"code", "severity", "message", "faces"} <= set(worst)
    assert worst["severity"] == "error"
    assert worst["message"] in said.err


def test_repair_then_slice_then_inspect_then_send(memoreez, open_box, tmp_path):
    refused = memoreez("slice", open_box, "-o", tmp_path / "refused.gcode")
    assert refused.code == 4
    assert not (tmp_path / "refused.gcode").exists()

    mended = tmp_path / "mended.3mf"
    said = memoreez("repair", open_box, "-o", mended, "--json")
    assert said.code == 0
    receipt = said.json
    assert receipt["before"]["watertight"] is False
    assert receipt["after"]["watertight"] is True
    assert receipt["steps"]
    assert {"deviation_p95_mm", "volume_change_ratio"} <= set(receipt)

    gcode = tmp_path / "out.gcode"
    options = (
        "--layer-height",
        "0.25",
        "--infill",
        "0.2",
        "--perimeters",
        "3",
        "--brim",
        "2",
        "--supports",
        "off",
    )
    said = memoreez("slice", mended, "-o", gcode, *options, "--json")
    assert said.code == 0
    sliced = said.json
    assert {"time_s", "filament_mm", "filament_g", "layers", "seconds"} <= set(sliced)
    assert sliced["notes"] == []
    assert sliced["layers"] == pytest.approx(10 / 0.25, abs=1)
    assert sliced["filament_g"] > 0.5
    assert gcode.read_text().count("\n") > 1000

    read = memoreez("inspect", gcode, "--json").json
    assert {"time_s", "filament_mm", "layers", "bounds_mm", "roles", "generator"} <= set(read)
    assert read["layers"] == sliced["layers"]
    assert read["filament_mm"] == pytest.approx(sliced["filament_mm"], rel=1e-3)
    assert sum(role["time_s"] for role in read["roles"].values()) == pytest.approx(read["time_s"], rel=1e-3)

    card = tmp_path / "card"
    card.mkdir()
    sent = memoreez("send", gcode, "--to", card, "--name", "Grandpa", "--json").json
    assert sent["verified"] is True
    assert sent["bytes"] == gcode.stat().st_size
    assert (card / sent["name_on_printer"]).read_bytes() == gcode.read_bytes()


def test_what_the_slicer_adds_by_itself_is_said(memoreez, tmp_path, box):
    said = memoreez("slice", box, "-o", tmp_path / "a.gcode", "--size", "9")
    assert "A brim of 5 mm was added: it stands on little." in said.out + said.err
    bare = memoreez("slice", box, "-o", tmp_path / "b.gcode", "--size", "9", "--brim", "0", "--json")
    assert bare.json["notes"] == []
    assert ";TYPE:Brim" not in (tmp_path / "b.gcode").read_text()


def test_drives(memoreez):
    said = memoreez("drives", "--json")
    assert said.code == 0
    for drive in said.json:
        assert {"path", "label", "free_bytes", "total_bytes", "filesystem", "writable"} <= set(drive)


def test_concepts_come_line_by_line(memoreez, tmp_path):
    out = tmp_path / "grid"
    words = ("--name", "Karl", "--passion", "fishing", "--count", "2", "--product", "keychain")
    said = memoreez("concepts", *words, "--picture-px", "1024", "--out", out, "--json")
    assert said.code == 0
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert len(lines) == 2
    for line in lines:
        assert {"id", "title", "product", "provider", "picture", "seconds"} <= set(line)
        picture = (out / line["picture"].split("/")[-1]).read_bytes()
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (1024, 1024)
    assert lines[0]["id"] != lines[1]["id"]


PROMISED = {
    "concepts", "chosen", "model", "gcode", "picture", "watertight", "triangles", "size_mm", "findings",
    "time_s", "filament_g", "filament_mm", "cost", "layers", "engine", "seconds",
}  # fmt: skip


def test_make_from_a_story(memoreez, tmp_path):
    words = ("--name", "Grandpa Karl", "--passion", "fishing", "--product", "keychain", "--text", "KARL")
    said = memoreez("make", *words, "--size", "70", "--out", tmp_path / "a", "--json")
    assert said.code == 0, said.err
    record = said.json
    assert set(record) >= PROMISED
    assert record["watertight"] is True
    assert record["product"] == "keychain"
    assert max(record["size_mm"]) == pytest.approx(70, abs=8)
    assert record["chosen"] == record["concepts"][0]["id"]
    assert record["cost"] == pytest.approx(record["filament_g"] * 0.022, rel=0.01)
    names = sorted(file.name for file in (tmp_path / "a").iterdir())
    assert len(names) == 4
    assert {"concept-1.png", "model.stl", "picture.png"} < set(names)

    # The same words make the same keepsake, and the model is exactly what was sliced.
    again = memoreez("make", *words, "--size", "70", "--out", tmp_path / "b", "--json").json
    assert again["chosen"] == record["chosen"]
    assert (tmp_path / "a/model.stl").read_bytes() == (tmp_path / "b/model.stl").read_bytes()
    sliced = tmp_path / "again.gcode"
    assert (
        memoreez("slice", tmp_path / "a/model.stl", "-o", sliced, "--json").json["layers"] == record["layers"]
    )
    assert moves(sliced) == moves(record["gcode"])


def moves(path):
    with open(path) as lines:
        return [line for line in lines if line.startswith("G")]


def test_make_from_a_photo(memoreez, tmp_path):
    photo = resource_path("samples", "photo.jpg")
    words = ("--photo", photo, "--product", "lithophane", "--size", "60", "--quality", "draft")
    said = memoreez("make", *words, "--out", tmp_path / "o", "--json")
    assert said.code == 0, said.err
    record = said.json
    assert record["watertight"] is True
    assert record["quality"] == "draft"
    triangles = np.fromfile(record["model"], np.uint32, 1, offset=80)[0]
    assert triangles == record["triangles"]


def test_doctor(memoreez, home):
    said = memoreez("doctor", "--json")
    assert said.code == 0
    checks = {check["id"]: check for check in said.json["checks"]}
    assert {"python", "packages", "data-folder", "qt", "opengl", "keyring", "display", "kernel-cache"} <= set(
        checks
    )
    assert checks["python"]["ok"]
    assert checks["data-folder"]["detail"] == str(home)
    for check in checks.values():
        assert check["ok"] or check["remedy"]
        assert not (check["ok"] and check["remedy"])


def test_several_bodies_share_a_plate(memoreez, tmp_path, box):
    gcode = tmp_path / "plate.gcode"
    said = memoreez("slice", box, box, "--copies", "2", "-o", gcode, "--brim", "0", "--json")
    assert said.code == 0, said.err
    places = said.json["places"]
    assert len(places) == 4
    assert {place["turned_deg"] for place in places} <= {0, 90}
    low, high = said.json["bounds_mm"]
    alone = memoreez("slice", box, "-o", tmp_path / "one.gcode", "--brim", "0", "--json").json
    assert len(alone["places"]) == 1
    walls = [record["roles"]["external_perimeter"]["filament_mm"] for record in (said.json, alone)]
    assert walls[0] == pytest.approx(4 * walls[1], rel=0.02)
    assert 0 <= low[0] < high[0] <= 220


def test_wishes_reach_the_slicer(memoreez, tmp_path, box):
    def slice_it(*words):
        out = tmp_path / "wish.gcode"
        said = memoreez("slice", box, "-o", out, "--json", *words)
        assert said.code == 0, said.err
        return said.json, out.read_text()

    plain, _ = slice_it()
    walls, _ = slice_it("--perimeters", "4", "--infill", "0.4")
    assert walls["filament_mm"] > 1.2 * plain["filament_mm"]
    warm, text = slice_it("--set", "temperature_c=201", "--set", "first_layer_temperature_c=207")
    assert "M109 S207" in text
    assert "M104 S201" in text
    assert warm["events"] == []

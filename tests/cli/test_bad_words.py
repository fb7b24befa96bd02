"""Every kind of bad input, and the exit code and the word it gets."""

import os

import pytest


@pytest.fixture
def place(tmp_path, box):
    (tmp_path / "empty.stl").touch()
    (tmp_path / "garbage.stl").write_bytes(b"this is no model" * 20)
    (tmp_path / "folder.stl").mkdir()
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "garbage.jpg").write_bytes(b"\xff\xd8\xff this is no picture" * 20)
    (tmp_path / "words.gcode").write_text("hello\n")
    (tmp_path / "empty.gcode").touch()
    (tmp_path / "good.gcode").write_text("G28\nG1 X10 E1 F1200\n")
    (tmp_path / "a_file").touch()
    return tmp_path


TABLE = [
    # missing and wrong words
    ("frobnicate", 2, "invalid choice"),
    ("make", 2, "required: --out"),
    ("make --out {p}/o", 2, "Nothing was told"),
    ("make --name A --out {p}/o --product nothing", 2, "no product"),
    ("make --name A --out {p}/o --printer enderr-3", 2, "Did you mean ender-3"),
    ("make --name A --out {p}/o --material wood", 2, "no material"),
    ("make --name A --out {p}/o --quality best", 2, "no quality"),
    ("make --name A --out {p}/o --engine nothing", 2, "no slicer engine"),
    ("make --name A --out {p}/o --occasion doomsday", 2, "invalid choice"),
    ("make --name A --out {p}/o --nam B", 2, "unrecognized"),
    ("concepts --name A --out {p}/o --count 0", 2, "not between 1 and 200"),
    ("check", 2, "required: MODEL"),
    ("slice {p}/box.stl", 2, "required: -o"),
    ("send {p}/good.gcode", 2, "required: --to"),
    ("send {p}/good.gcode --to nowhere", 2, "no link"),
    ("send {p}/good.gcode --to {p} --start", 2, "cannot be started"),
    ("repair {p}/box.stl -o {p}/x.step", 2, "No model format"),
    # bad numbers
    *(
        (f"make --name A --out {{p}}/o --size {word}", 2, "size")
        for word in ("nan", "inf", "-5", "1e9", "0", "tall")
    ),
    *(
        (f"slice {{p}}/box.stl -o {{p}}/o --infill {word}", 2, "infill")
        for word in ("nan", "15", "-0.1", "x")
    ),
    *(
        (f"slice {{p}}/box.stl -o {{p}}/o --layer-height {word}", 2, "layer")
        for word in ("nan", "0", "9", "")
    ),
    *((f"slice {{p}}/box.stl -o {{p}}/o --perimeters {word}", 2, "perim") for word in ("0", "1.5", "1000")),
    ("slice {p}/box.stl -o {p}/o --brim 1e9", 2, "brim"),
    ("slice {p}/box.stl -o {p}/o --infill-pattern honey", 2, "invalid choice"),
    ("slice {p}/box.stl -o {p}/o --seam front", 2, "invalid choice"),
    ("slice {p}/box.stl -o {p}/o --raft 99", 2, "raft"),
    ("slice {p}/box.stl -o {p}/o --pause-at nan", 2, "pause-at"),
    ("slice {p}/box.stl -o {p}/o --color-change-at -1", 2, "color-change-at"),
    ("slice {p}/box.stl -o {p}/o --xy-compensation 9", 2, "xy"),
    ("slice {p}/box.stl -o {p}/o --copies 0", 2, "copies"),
    ("slice {p}/box.stl -o {p}/o --set perimetres=2", 2, "Did you mean perimeters"),
    ("slice {p}/box.stl -o {p}/o --set perimeters=many", 2, "whole number"),
    ("slice {p}/box.stl -o {p}/o --set fill_density_ratio=3", 2, "out of range"),
    ("make --name A --out {p}/o --set nothing", 2, "key=value"),
    ("make --name A --out {p}/o --seed 1.5", 2, "whole number"),
    ("make --name A --out {p}/o --age 1000", 2, "age"),
    ("check {p}/box.stl --size nan", 2, "size"),
    # unreadable files
    *((f"check {{p}}/{name}.stl", 3, "“") for name in ("missing", "empty", "garbage", "folder")),
    *(
        (f"slice {{p}}/{name}.stl -o {{p}}/o.gcode", 3, "“")
        for name in ("missing", "empty", "garbage", "folder")
    ),
    *(
        (f"repair {{p}}/{name}.stl -o {{p}}/o.stl", 3, "“")
        for name in ("missing", "empty", "garbage", "folder")
    ),
    ("check {p}/words.gcode", 3, "kind of model file"),
    *(
        (f"make --photo {{p}}/{name} --out {{p}}/o", 3, "“")
        for name in ("no.jpg", "empty.jpg", "garbage.jpg")
    ),
    ("make --photo {p} --out {p}/o", 3, "“"),
    ("make --photo {p}/box.stl --out {p}/o", 3, "not a picture"),
    ("make --name A --product lithophane --out {p}/o", 3, "from a photo"),
    *(
        (f"inspect {{p}}/{name}", 3, "“")
        for name in ("missing.gcode", "empty.gcode", "words.gcode", "folder.stl")
    ),
    *((f"send {{p}}/{name} --to {{p}}", 3, "“") for name in ("missing.gcode", "empty.gcode", "folder.stl")),
    # refused
    ("slice {p}/box.stl -o {p}/o.gcode --size 500", 4, "has room for"),
    ("slice {p}/box.stl -o {p}/o.gcode --layer-height 0.5", 4, "nozzle"),
    ("slice {p}/box.stl -o {p}/o.gcode --vase --infill 0.2", 4, "vase is hollow"),
    ("slice {p}/box.stl -o {p}/o.gcode --pause-at 30", 4, "Nothing is printed above"),
    ("slice {p}/box.stl -o {p}/o.gcode --copies 100 --size 60", 4, "of 100 fit"),
    ("slice {p}/box.stl {p}/box.stl -o {p}/o.gcode --size 200", 4, "1 of 2 fit"),
    ("slice {p}/box.stl -o {p}/o.gcode --printer ender-3 --material asa", 4, "°C"),
    # places that cannot be written
    ("make --name A --out {p}/a_file", 2, "is a file"),
    ("slice {p}/box.stl -o {p}", 2, "is a folder"),
    ("make --name A --out {p}/a_file/o", 6, "Nothing can be written"),
    ("slice {p}/box.stl -o {p}/a_file/o.gcode", 2, "is a file"),
    ("slice {p}/box.stl -o {p}/a_file/deeper/o.gcode", 6, "Nothing can be written"),
    ("repair {p}/box.stl -o {p}/a_file/deeper/o.stl", 6, "Nothing can be written"),
    ("concepts --name A --out {p}/a_file/o", 6, "Nothing can be written"),
    ("send {p}/good.gcode --to {p}/nowhere/", 6, "no folder"),
    ("send {p}/good.gcode --to drive:{p}", 6, "memoreez"),
]


@pytest.mark.parametrize(("line", "code", "words"), TABLE, ids=[line for line, _, _ in TABLE])
def test_bad_words(memoreez, place, line, code, words):
    before = sorted(os.listdir(place))
    said = memoreez(*(word.replace("{p}", str(place)) for word in line.split(" ")), "--json", "--quiet")
    assert said.code == code, said.err
    (complaint,) = said.err.splitlines()
    assert complaint.startswith("memoreez: ")
    assert words.lower() in complaint.lower()
    assert said.json["exit_code"] == code
    # Nothing half-made stays behind; at most the empty folder that was asked for.
    left = [name for name in sorted(os.listdir(place)) if name not in before and name != "home"]
    assert left in ([], ["o"])
    assert not (place / "o").is_file()
    if left:
        assert not os.listdir(place / "o")


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="permissions of Unix")
def test_a_folder_without_permission(memoreez, place):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    locked = place / "locked"
    locked.mkdir(mode=0o500)
    assert memoreez("make", "--name", "A", "--out", locked / "o").code == 6


@pytest.mark.parametrize("option", ["--name", "--story", "--passion", "--quirk", "--text"])
def test_endless_text_is_refused(memoreez, place, option):
    said = memoreez("make", option, "x" * 10_001, "--out", place / "o")
    assert said.code == 2
    assert len(said.err) < 300

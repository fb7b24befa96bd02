import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoreez_desktop.printing.file_names import LONGEST_PLAIN, numbered, safe_name, short_name

RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{p}{n}" for p in ("COM", "LPT") for n in range(10))}
FILESYSTEMS = st.sampled_from(["vfat", "exfat", "msdos", "ntfs", "ext4", "apfs", "fuseblk", ""])


@pytest.mark.parametrize(
    ("title", "plain", "roomy"),
    [
        ("Opa Müller & Söhne: 50!", "Opa_Mueller_and_Soehne_50.gcode", "Opa Müller & Söhne_ 50!.gcode"),
        ("", "memoreez.gcode", "memoreez.gcode"),
        ("🎂", "memoreez.gcode", "🎂.gcode"),
        ("CON", "CON_.gcode", "CON_.gcode"),
        ("lpt1", "lpt1_.gcode", "lpt1_.gcode"),
        ("x.gcode", "x.gcode", "x.gcode"),
        ("X.GCODE", "X.gcode", "X.gcode"),
        ("../../etc/passwd", "etc_passwd.gcode", "_.._etc_passwd.gcode"),
        (".hidden", "hidden.gcode", "hidden.gcode"),
        ("Łódź café", "Lodz_cafe.gcode", "Łódź café.gcode"),
        ("a\x00b\nc", "a_b_c.gcode", "abc.gcode"),
        ("-rf", "rf.gcode", "-rf.gcode"),
        ("名前", "memoreez.gcode", "名前.gcode"),
        ("trailing. . .", "trailing.gcode", "trailing.gcode"),
    ],
)
def test_titles(title, plain, roomy):
    assert safe_name(title, ".gcode", "vfat") == plain
    assert safe_name(title, ".gcode", "ext4") == roomy


@given(st.text(max_size=400), FILESYSTEMS)
def test_any_title_can_be_stored_anywhere(title, filesystem):
    name = safe_name(title, ".gcode", filesystem)
    stem = name.removesuffix(".gcode")
    assert name.endswith(".gcode")
    assert stem
    assert not re.search(r'["*/:<>?\\|\x00-\x1f\x7f]', name)
    assert not name.startswith(".")
    assert stem == stem.strip(" .")
    assert stem.split(".")[0].upper() not in RESERVED
    assert len(name.encode("utf-16-le")) // 2 <= 255
    assert len(name.encode()) <= 255
    if filesystem in ("vfat", "exfat", "msdos", "fuseblk", ""):
        assert re.fullmatch(r"[A-Za-z0-9_-]+", stem)
        assert len(stem) <= LONGEST_PLAIN + 1
    assert safe_name(name, ".gcode", filesystem) == name


@given(st.text(max_size=60))
def test_short_names_are_eight_and_three(title):
    name = short_name(title)
    assert re.fullmatch(r"[A-Z0-9_]{1,8}\.GCO", name)
    assert name.split(".")[0] not in RESERVED


def test_numbers_come_before_the_suffix():
    assert numbered("grandpa.gcode", 2) == "grandpa-2.gcode"
    assert numbered("plain", 3) == "plain-3"
    assert len(numbered("a" * 255 + ".gcode", 12)) <= 255

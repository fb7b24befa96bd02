"""Letters are borrowed in a fixed order, and from fonts on the computer only as the last resort."""

import numpy as np
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.geometry import fallback, font_files, fonts, itemising, shaping, system_fonts
from memoreez_desktop.geometry.emoji_icons import emoji_contours, emoji_icon, emoji_table
from memoreez_desktop.geometry.font_files import FontFile
from memoreez_desktop.geometry.packaged_fonts import emoji_font, script_font, spare_fonts
from memoreez_desktop.geometry.system_fonts import scan_fonts

RARE = "\U00050000"
SANS = fonts.font_face("sans")


def make_font(path, *characters, outline=True):
    """Write a font whose letters are squares, or blanks."""
    pen = TTGlyphPen(None)
    if outline:
        pen.moveTo((0, 0))
        for point in ((0, 700), (700, 700), (700, 0)):
            pen.lineTo(point)
        pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap(dict.fromkeys(map(ord, characters), "square"))
    builder.setupGlyf({".notdef": square, "square": square})
    builder.setupHorizontalMetrics({".notdef": (800, 0), "square": (800, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Bold"})
    builder.setupOS2(sCapHeight=700, version=4)
    builder.setupPost()
    builder.save(path)
    return path


def test_an_installed_font_lends_what_no_other_has(tmp_path, monkeypatch):
    make_font(tmp_path / "Rare-Bold.ttf", RARE)
    found = scan_fonts((tmp_path,))
    monkeypatch.setattr(fallback, "system_fonts", lambda: found)
    fallback.font_for.cache_clear()
    line = shaping.shape_line(f"A{RARE}", "sans")
    fallback.font_for.cache_clear()
    assert line.borrowed == (RARE,)
    cap = font_files.load_font(SANS.file).cap_height_em
    # As high as the capitals beside it.
    square = np.vstack(line.glyphs[-1].contours)
    assert square[:, 1].max() == pytest.approx(cap)


def test_upright_bold_fonts_are_asked_first(tmp_path):
    names = ("a-LightItalic.ttf", "b-Regular.ttf", "deep/c-Bold.otf", "d-Mono.ttf")
    (tmp_path / "deep").mkdir()
    for name in names:
        make_font(tmp_path / name, RARE)
    order = [font.file.path.name for font in scan_fonts((tmp_path,))]
    assert order == ["c-Bold.otf", "b-Regular.ttf", "d-Mono.ttf", "a-LightItalic.ttf"]


def test_every_face_of_a_collection_is_asked(tmp_path):
    collection = TTCollection()
    collection.fonts = [TTFont(make_font(tmp_path / f"{c}.bin", c)) for c in ("A", RARE)]
    collection.save(tmp_path / "both.ttc")
    found = scan_fonts((tmp_path,))
    assert [font.file.index for font in found] == [0, 1]
    assert fallback.installed_font_for(RARE, found) == FontFile(tmp_path / "both.ttc", 1)
    assert fallback.installed_font_for("B", found) is None


def test_damaged_files_and_fonts_without_outlines_are_left_out(tmp_path):
    (tmp_path / "empty.ttf").write_bytes(b"")
    (tmp_path / "torn.ttc").write_bytes(b"ttcf\0\1")
    (tmp_path / "noise.otf").write_bytes(np.random.default_rng(1).bytes(4000))
    (tmp_path / "gone.ttf").symlink_to(tmp_path / "nowhere.ttf")
    make_font(tmp_path / "blank.ttf", RARE, outline=False)
    assert fallback.installed_font_for(RARE, scan_fonts((tmp_path, tmp_path / "no folder"))) is None


def test_a_scan_ends_in_time(tmp_path):
    make_font(tmp_path / "a.ttf", RARE)
    assert scan_fonts((tmp_path,), longest_s=-1.0) == ()


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("win32", {"WINDIR": "W", "LOCALAPPDATA": "L"}, ["W/Fonts", "L/Microsoft/Windows/Fonts"]),
        ("darwin", {}, ["/System/Library/Fonts", "/Library/Fonts", "H/Library/Fonts"]),
        ("linux", {"XDG_DATA_DIRS": "/x"}, ["H/.local/share/fonts", "/x/fonts", "H/.fonts"]),
    ],
)
def test_each_platform_has_its_folders(platform, environment, expected):
    folders = system_fonts.font_folders(platform, environment, system_fonts.Path("H"))
    assert [folder.as_posix() for folder in folders] == expected


def test_every_packaged_font_opens():
    for file in spare_fonts():
        assert len(font_files.load_font(file).characters) > 60
    with pytest.raises(InputError, match="nothere"):
        font_files.load_font(FontFile(SANS.file.path.with_name("nothere.ttf")))


def test_scripts_have_fonts_of_their_own():
    def chosen(text, face="sans"):
        parts = itemising.clusters(text)
        scripts = itemising.cluster_scripts(parts)
        wished = fonts.font_face(face)
        around = frozenset(scripts)
        return [fallback.font_for(p, s, around, wished) for p, s in zip(parts, scripts, strict=True)]

    assert chosen("س") == [script_font("Arab")]
    assert chosen("ש", "rounded") == [fonts.font_face("rounded").file]
    assert chosen("Юэ", "slab") == [fonts.font_face("slab").file] * 2
    assert chosen("❤️ ♥") == [emoji_font(), SANS.file, SANS.file]
    # The same Chinese character is drawn as each language writes it.
    assert chosen("直")[0].index == 2
    assert chosen("直の")[0].index == 0
    assert chosen("直가")[0].index == 1


FAMILY, FLAG, KEYCAP, WAVE = "👨‍👩‍👧", "🇩🇪", "7️⃣", "👋🏽"


def test_what_people_call_one_character_stays_whole():
    text = f"Ae\u0301{FAMILY}{FLAG}{FLAG}{KEYCAP}{WAVE}क्ष"
    expected = ["A", "é", FAMILY, FLAG, FLAG, KEYCAP, WAVE, "क्", "ष"]
    assert itemising.clusters(itemising.printable(text)) == expected
    for emoji in (FAMILY, FLAG, KEYCAP, WAVE):
        assert sum(bool(glyph.contours) for glyph in shaping.shape_line(emoji, "sans").glyphs) == 1


def test_every_emoji_of_the_table_is_drawn_as_a_symbol_as_high_as_a_capital():
    table = emoji_table()
    assert len(table) >= 250
    for emoji, icon in table.items():
        assert len(itemising.clusters(emoji)) == 1
        assert np.ptp(np.vstack(emoji_contours(icon)), axis=0).max() == pytest.approx(1.0, abs=0.01)
    cap = font_files.load_font(SANS.file).cap_height_em
    line = shaping.shape_line("☕️", "sans")
    points = np.vstack(line.glyphs[0].contours)
    assert 0.9 * cap < np.ptp(points[:, 1]) < 1.3 * cap
    assert len(shaping.shape_line("❤❤️♥", "sans").glyphs) == 3


def test_skin_tones_make_no_difference_and_the_text_style_is_a_letter():
    assert emoji_icon("👍🏿") == emoji_icon("👍") != ""
    assert emoji_icon("☕\ufe0e") == ""
    assert fallback.drawable_emoji("Karl 🎣\U0001faff!") == "Karl 🎣!"


def test_joiners_stay_inside_words_only():
    assert itemising.printable("\u200dمی\u200cشود\u200c \u202e\x07") == "می\u200cشود"

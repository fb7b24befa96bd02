import math
import re
import string

import pytest

from memoreez_desktop.core.errors import StorageError, UsageError
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.core.words import Phrase
from memoreez_desktop.storage.profile_rules import PLACEHOLDERS
from memoreez_desktop.storage.profiles import load_materials, load_printers, load_qualities

PRINTERS, MATERIALS, QUALITIES = load_printers(), load_materials(), load_qualities()


def test_the_promised_ones_are_there():
    assert {"generic-220", "ender-3", "ender-3-v3-se", "prusa-mk3s", "prusa-mk4", "prusa-mini"} <= set(
        PRINTERS.ids
    )
    assert {"bambu-a1", "bambu-p1s", "anycubic-kobra-2", "sovol-sv06", "generic-klipper"} <= set(PRINTERS.ids)
    assert {"pla", "silk-pla", "petg", "tpu-95a", "asa"} <= set(MATERIALS.ids)
    heights = [QUALITIES.get(name).layer_height_mm for name in ("draft", "standard", "fine")]
    assert heights == [0.28, 0.20, 0.12]
    lithophane = QUALITIES.get("lithophane")
    # Solid through and through, so that no pattern shows against the light.
    assert lithophane.fill_density_ratio == 1.0


# Bed and height as their makers state them.
@pytest.mark.parametrize(
    ("printer_id", "volume"),
    [
        ("ender-3", (220, 220, 250)),
        ("prusa-mk3s", (250, 210, 210)),
        ("prusa-mk4", (250, 210, 220)),
        ("prusa-mini", (180, 180, 180)),
        ("bambu-a1", (256, 256, 256)),
        ("voron-2-4-350", (350, 350, 325)),
    ],
)
def test_volumes(printer_id, volume):
    printer = PRINTERS.get(printer_id)
    assert (printer.bed_x_mm, printer.bed_y_mm, printer.height_mm) == volume


@pytest.mark.parametrize("printer", PRINTERS, ids=PRINTERS.ids)
def test_start_and_end_are_safe(printer):
    values = dict.fromkeys(PLACEHOLDERS, 10.0) | {
        "bed_x_mm": printer.bed_x_mm,
        "bed_y_mm": printer.bed_y_mm,
        "first_layer_temperature_c": 215,
        "lift_z_mm": 30.0,
    }
    start, end = printer.start_gcode.format(**values), printer.end_gcode.format(**values)
    assert not set("[]{}") & set(start + end)
    assert "215" in start
    macros = "START" in start.upper().split(";")[-1] and printer.gcode_flavor == "klipper"
    if not macros:
        order = [start.index(word) for word in ("M140", "M190", "G28", "M109 S215")]
        assert order == sorted(order)
        assert re.search(r"^M104 S0$", end, re.M)
        assert re.search(r"^M140 S0$", end, re.M)
        assert end.index("E-") < end.index("G1 Z30")
    hot, extruded = macros, False
    for line in start.splitlines():
        hot = hot or line.startswith("M109 S215")
        for axis, limit in (("X", printer.bed_x_mm), ("Y", printer.bed_y_mm)):
            for number in re.findall(rf"^G1 .*?{axis}([-\d.]+)", line):
                assert 0 <= float(number) <= limit
        if re.match(r"G1 .*E\d", line):
            extruded = True
            assert hot
    assert extruded or macros


@pytest.mark.parametrize("quality", QUALITIES, ids=QUALITIES.ids)
def test_shells_are_thick_enough(quality):
    assert quality.top_solid_layers * quality.layer_height_mm >= 0.75
    assert 0.2 * 0.4 <= quality.layer_height_mm <= 0.8 * 0.4
    assert quality.first_layer_height_mm >= 0.2


def test_settings_digest_tells_every_triple_apart():
    digests = {SliceSettings(p, m, q).digest for p in PRINTERS for m in MATERIALS for q in QUALITIES}
    assert len(digests) == len(PRINTERS) * len(MATERIALS) * len(QUALITIES)


def test_every_shipped_sentence_can_be_translated():
    sentences = [quality.label for quality in QUALITIES] + [quality.description for quality in QUALITIES]
    sentences += [printer.note for printer in PRINTERS if printer.note]
    assert all(isinstance(sentence, Phrase) for sentence in sentences)


def test_an_unknown_id_names_the_nearest():
    with pytest.raises(UsageError) as caught:
        PRINTERS.get("prusa-mk3")
    assert "prusa-mk3s" in caught.value.hint


GOOD = 'label = "X"\n'


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (GOOD + "bed_x_mm = 'wide'\n", "bed_x_mm"),
        (GOOD + "bed_x_mm = nan\n", "bed_x_mm"),
        (GOOD + "bed_x_mm = 1e9\n", "bed_x_mm"),
        (GOOD + "bed_x_mm = -1\n", "bed_x_mm"),
        (GOOD + "bed_x_mm = true\n", "bed_x_mm"),
        (GOOD + "bedx = 1\n", "bedx"),
        (GOOD + "id = 'other'\n", "id"),
        (GOOD + "gcode_flavor = 'sailfish'\n", "gcode_flavor"),
        (GOOD + "origin_centre = 1\n", "origin_centre"),
        (GOOD + "start_gcode = 'M104 S{temprature}'\n", "start_gcode"),
        (GOOD + "start_gcode = 'M104 S{temperature_c'\n", "start_gcode"),
        (GOOD + "order = 'first'\n", "order"),
        ("bed_x_mm = 100\n", "label"),
        ("label = 5\n", "label"),
        ("label = \n", "not TOML"),
        ("\xff", "not TOML"),
    ],
)
def test_mistakes_are_named_by_file_and_key(tmp_path, text, key):
    (tmp_path / "mine.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(StorageError) as caught:
        load_printers(tmp_path)
    assert "mine.toml" in caught.value.message
    assert key == "not TOML" or key in caught.value.message
    assert str(tmp_path) in caught.value.hint


@pytest.mark.parametrize(
    ("load", "text", "key"),
    [
        (load_materials, "min_fan_ratio = 0.9\nmax_fan_ratio = 0.5", "min_fan_ratio"),
        (load_qualities, "layer_height_mm = 0.5", "layer_height_mm"),
        (load_qualities, "fill_density_ratio = 1.5", "fill_density_ratio"),
        (load_qualities, "perimeters = 2.0", "perimeters"),
        (load_qualities, "perimeters = 0", "perimeters"),
        (load_qualities, "supports = 'tree'", "supports"),
    ],
)
def test_mistakes_in_the_other_two(tmp_path, load, text, key):
    (tmp_path / "mine.toml").write_text(GOOD + text)
    with pytest.raises(StorageError, match=key):
        load(tmp_path)


def test_an_empty_folder_is_an_error_in_words(tmp_path):
    with pytest.raises(StorageError, match="no printer profile"):
        load_printers(tmp_path)


def test_order_and_defaults(tmp_path):
    (tmp_path / "b.toml").write_text(GOOD + "order = 1")
    (tmp_path / "a.toml").write_text(GOOD)
    loaded = load_printers(tmp_path)
    assert loaded.ids == ("b", "a")
    assert math.isclose(loaded.get("a").nozzle_mm, 0.4)


def test_placeholders_are_plain_names():
    assert all(set(name) <= set(string.ascii_lowercase + "_") for name in PLACEHOLDERS)

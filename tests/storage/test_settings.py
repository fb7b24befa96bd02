import dataclasses
import json

import pytest

from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.storage import settings as module
from memoreez_desktop.storage.places import default_data_folder, log_folder, settings_path
from memoreez_desktop.storage.settings import Settings, SettingsFile


def test_settings_come_back(tmp_path):
    file = SettingsFile(tmp_path / "new" / "settings.json")
    wanted = Settings(
        theme="dark", language="de", printer_id="prusa-mk4", data_folder="/tmp/ö", welcome_seen=True
    )
    file.save(wanted)
    assert SettingsFile(file.path).load() == wanted
    assert not list(file.path.parent.glob(".*"))


def test_no_file_means_defaults(tmp_path):
    file = SettingsFile(tmp_path / "settings.json")
    assert file.load() == Settings()
    assert not file.notice


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"theme": "dark"}', '{"schema_version": "x"}', "\x00"]
)
def test_a_damaged_file_is_set_aside_with_a_word(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text)
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert "set aside" in file.notice
    (aside,) = tmp_path.glob("settings.broken-*.json")
    assert aside.read_text() == text
    file.save(Settings())
    assert file.load() == Settings()
    assert not file.notice


def test_senseless_values_fall_back_one_by_one(tmp_path):
    values = dataclasses.asdict(Settings(theme="light"))
    values |= {"language": "klingon", "printer_id": 5, "welcome_seen": "yes", "unknown": 1}
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(values))
    assert SettingsFile(path).load() == Settings(theme="light")


@pytest.mark.parametrize(("count", "kept"), [(1, 1), (8, 8), (0, 4), (9, 4), (-1, 4), (10**9, 4)])
def test_pictures_for_each_story_stay_within_reason(tmp_path, count, kept):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"schema_version": 2, "ai_count": count}))
    assert SettingsFile(path).load() == Settings(ai_count=kept)


def test_an_older_file_is_brought_forward(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "SCHEMA_VERSION", 3)
    monkeypatch.setattr(
        module, "MIGRATORS", {1: lambda v: {**v, "theme": v["colours"]}, 2: lambda v: {**v, "language": "de"}}
    )
    path = tmp_path / "settings.json"
    path.write_text('{"schema_version": 1, "colours": "dark"}')
    loaded = SettingsFile(path).load()
    assert (loaded.theme, loaded.language, loaded.schema_version) == ("dark", "de", 3)


def test_a_place_that_cannot_be_written_is_an_error_in_words(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError) as caught:
        SettingsFile(tmp_path / "file" / "settings.json").save(Settings())
    assert caught.value.hint


def test_one_variable_moves_everything(tmp_path, monkeypatch):
    monkeypatch.setenv("MEMOREEZ_HOME", str(tmp_path))
    assert default_data_folder() == tmp_path
    assert settings_path().parent == tmp_path
    assert tmp_path in log_folder().parents
    monkeypatch.delenv("MEMOREEZ_HOME")
    assert default_data_folder() != tmp_path

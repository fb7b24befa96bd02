"""A folder in which other programs put models."""

from __future__ import annotations

import os
import time

import pytest

from memoreez_desktop.geometry.mesh_files import stl_bytes
from memoreez_desktop.services.watched_folder import WatchedFolder
from tests.fakes.made_solids import box

DATA = stl_bytes(box(10, 10, 10))


def put(path, data, age_s=5.0):
    path.write_bytes(data)
    when = time.time() - age_s
    os.utime(path, (when, when))


def test_a_new_model_is_told_once_and_what_was_there_never(tmp_path):
    put(tmp_path / "old.stl", DATA)
    watched = WatchedFolder(tmp_path)
    assert watched.look() == ()
    put(tmp_path / "new.stl", DATA)
    assert watched.look() == ()
    assert watched.look() == (tmp_path / "new.stl",)
    assert watched.look() == ()
    put(tmp_path / "new.stl", DATA, age_s=3.0)
    watched.look()
    # The same name, written anew.
    assert watched.look() == (tmp_path / "new.stl",)


def test_what_is_still_written_waits(tmp_path):
    watched = WatchedFolder(tmp_path)
    watched.look()
    put(tmp_path / "a.stl", DATA[:200])
    watched.look()
    put(tmp_path / "a.stl", DATA)
    assert watched.look() == ()
    assert watched.look() == (tmp_path / "a.stl",)
    put(tmp_path / "b.stl", DATA, age_s=0.0)
    watched.look()
    assert watched.look() == ()


@pytest.mark.parametrize("data", [b"", b"<html>" * 50, b"\x89PNG" + b"\0" * 200])
def test_what_is_no_model_is_not_told(tmp_path, data):
    watched = WatchedFolder(tmp_path)
    watched.look()
    put(tmp_path / "a.stl", data)
    put(tmp_path / "a.txt", DATA)
    (tmp_path / "b.stl").mkdir()
    watched.look()
    assert watched.look() == ()


def test_a_folder_may_come_and_go(tmp_path):
    watched = WatchedFolder(tmp_path / "drive")
    assert watched.look() == ()
    (tmp_path / "drive").mkdir()
    put(tmp_path / "drive" / "old.stl", DATA)
    assert watched.look() == ()
    put(tmp_path / "drive" / "new.stl", DATA, age_s=4.0)
    watched.look()
    assert watched.look() == (tmp_path / "drive" / "new.stl",)

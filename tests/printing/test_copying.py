"""Copying with every fault a drive can have; after each, no half file is left."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from memoreez_desktop.core.errors import Cancelled, DriveError, InputError
from memoreez_desktop.core.job import CancelToken, JobContext
from memoreez_desktop.printing import copying
from memoreez_desktop.printing.copying import copy_verified

CONTENT = bytes(range(256)) * 12_000  # 3 MB: four pieces


@pytest.fixture
def gcode(tmp_path):
    file = tmp_path / "out.gcode"
    file.write_bytes(CONTENT)
    return file


@pytest.fixture
def drive(tmp_path):
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


def test_what_arrives_is_equal(gcode, drive):
    said = []
    job = JobContext(on_progress=lambda fraction, words: said.append((fraction, words)))
    assert copy_verified(gcode, drive / "a.gcode", job) == len(CONTENT)
    assert (drive / "a.gcode").read_bytes() == CONTENT
    assert [file.name for file in drive.iterdir()] == ["a.gcode"]
    fractions = [fraction for fraction, _ in said]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert {"Writing the file", "Reading it back"} <= {words for _, words in said}


def test_an_older_file_is_replaced_only_by_a_whole_one(gcode, drive, monkeypatch):
    (drive / "a.gcode").write_text("old")
    monkeypatch.setattr(copying, "_digest", lambda *_args: "other")
    with pytest.raises(DriveError, match="not the same"):
        copy_verified(gcode, drive / "a.gcode", JobContext())
    assert (drive / "a.gcode").read_text() == "old"
    monkeypatch.undo()
    copy_verified(gcode, drive / "a.gcode", JobContext())
    assert (drive / "a.gcode").read_bytes() == CONTENT
    assert len(list(drive.iterdir())) == 1


def test_a_lying_drive_is_found_out(gcode, drive, monkeypatch):
    real_sync = copying._sync

    def flip_a_byte(out):
        real_sync(out)
        out.seek(100_000)
        out.write(b"!")
        out.flush()

    monkeypatch.setattr(copying, "_sync", flip_a_byte)
    with pytest.raises(DriveError, match="not the same"):
        copy_verified(gcode, drive / "a.gcode", JobContext())
    assert not list(drive.iterdir())


@pytest.mark.parametrize("at_piece", [1, 3, 5, 7])
def test_cancel_leaves_nothing(gcode, drive, at_piece):
    token = CancelToken()
    count = iter(range(1, 100))

    def listen(_fraction, _words):
        if next(count) == at_piece:
            token.cancel()

    with pytest.raises(Cancelled):
        copy_verified(gcode, drive / "a.gcode", JobContext(token, listen))
    assert not list(drive.iterdir())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "not enough room"),
        (errno.EROFS, "write-protected"),
        (errno.EACCES, "must not be written"),
        (errno.EIO, "not there any more"),
        (errno.ENOTCONN, "not there any more"),
        (errno.EINVAL, "could not be saved"),
    ],
)
@pytest.mark.parametrize("where", ["_sync", "_digest", "replace"])
def test_every_error_of_the_system_is_put_into_words(gcode, drive, monkeypatch, code, words, where):
    def fail(*_args):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*((os, "replace") if where == "replace" else (copying, where)), fail)
    with pytest.raises(DriveError, match=words) as caught:
        copy_verified(gcode, drive / "a.gcode", JobContext())
    assert caught.value.hint
    assert not list(drive.iterdir())


def test_a_folder_that_is_gone(gcode, tmp_path):
    with pytest.raises(DriveError, match="not there any more"):
        copy_verified(gcode, tmp_path / "pulled" / "a.gcode", JobContext())


def test_a_folder_that_goes_while_writing(gcode, drive):
    def pull(fraction, _words):
        if fraction and drive.exists():
            for file in drive.iterdir():
                file.unlink()
            drive.rmdir()

    with pytest.raises(DriveError, match="not there any more"):
        copy_verified(gcode, drive / "a.gcode", JobContext(on_progress=pull))


@pytest.mark.parametrize("kind", ["missing", "empty", "folder"])
def test_a_source_that_is_none(tmp_path, drive, kind):
    source = tmp_path / "source.gcode"
    if kind == "empty":
        source.touch()
    if kind == "folder":
        source.mkdir()
    with pytest.raises(InputError):
        copy_verified(source, drive / "a.gcode", JobContext())
    assert not list(drive.iterdir())


def test_a_source_that_grows_is_noticed(gcode, drive):
    def grow(fraction, _words):
        if fraction == 0:
            with gcode.open("ab") as stream:
                stream.write(b"more")

    with pytest.raises(InputError, match="changed"):
        copy_verified(gcode, drive / "a.gcode", JobContext(on_progress=grow))
    assert not list(drive.iterdir())


def test_four_gigabytes_do_not_fit_on_fat(drive, tmp_path):
    huge = tmp_path / "huge.gcode"
    with huge.open("wb") as stream:
        stream.truncate(copying.FAT_LARGEST_BYTES + 1)
    with pytest.raises(DriveError, match="FAT32"):
        copy_verified(huge, drive / "a.gcode", JobContext(), filesystem="vfat")


@pytest.fixture
def tiny_disk(tmp_path):
    """A real file system of 1 MB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting needs root on Linux")
    place = tmp_path / "tiny"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1M", "tmpfs", place], check=False)
    if mounted.returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_is_seen_before_writing(gcode, tiny_disk):
    with pytest.raises(DriveError, match=r"has .* free, and the file needs 3.1 MB"):
        copy_verified(gcode, tiny_disk / "a.gcode", JobContext())
    assert not list(tiny_disk.iterdir())


def test_a_disk_that_fills_while_writing(gcode, tiny_disk, monkeypatch):
    monkeypatch.setattr(copying, "_check_room", lambda *_args: None)
    with pytest.raises(DriveError, match="not enough room"):
        copy_verified(gcode, tiny_disk / "a.gcode", JobContext())
    assert not list(tiny_disk.iterdir())


def test_a_write_protected_disk(gcode, tiny_disk):
    small = gcode.with_name("small.gcode")
    small.write_bytes(b"G28\n")
    subprocess.run(["mount", "-o", "remount,ro", tiny_disk], check=True)
    with pytest.raises(DriveError, match="write-protected"):
        copy_verified(small, tiny_disk / "a.gcode", JobContext())
    assert not list(tiny_disk.iterdir())


def test_a_folder_without_permission(gcode, drive):
    if os.name == "nt" or os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    drive.chmod(0o500)
    try:
        with pytest.raises(DriveError, match="must not be written"):
            copy_verified(gcode, drive / "a.gcode", JobContext())
    finally:
        drive.chmod(0o700)


def test_the_copy_is_hidden_until_it_is_whole(gcode, drive):
    seen = set()
    job = JobContext(on_progress=lambda *_said: seen.update(file.name for file in drive.iterdir()))
    copy_verified(gcode, drive / "a.gcode", job)
    assert seen
    assert all(name.startswith(".") and Path(name).suffix == ".tmp" for name in seen)

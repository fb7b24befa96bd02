import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import namedtuple

import psutil
import pytest

from memoreez_desktop.core.errors import DriveError, UsageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.printing import drives as module
from memoreez_desktop.printing.catalog import link_catalog
from memoreez_desktop.printing.drive import choose_drive
from memoreez_desktop.printing.drives import Drive, drive_of, list_drives

Partition = namedtuple("Partition", "device mountpoint fstype opts")


def drive(path, label="CARD", writable=True):
    return Drive(path, label, 10**9, 2 * 10**9, "vfat", True, writable)


def test_the_system_disk_is_never_offered():
    assert all(str(found.path) not in ("/", "/home", "C:\\") for found in list_drives())


def test_every_folder_is_on_some_drive(tmp_path):
    found = drive_of(tmp_path)
    assert found is None or (found.total_bytes > 0 and str(tmp_path.resolve()).startswith(str(found.path)))


@pytest.fixture
def sysfs(tmp_path, monkeypatch):
    """A made-up /sys/class/block: a stick with a partition, an internal disk, a card reader."""
    devices = tmp_path / "devices"
    block = tmp_path / "block"
    block.mkdir()
    for disk, where, removable in (
        ("sdb", "pci/usb1", 1),
        ("sdc", "pci/usb2", 0),
        ("nvme0n1", "pci/nvme", 0),
        ("mmcblk0", "pci/mmc", 0),
    ):
        folder = devices / where / disk
        folder.mkdir(parents=True)
        (folder / "removable").write_text(f"{removable}\n")
        part = folder / (f"{disk}p1" if disk[-1].isdigit() else f"{disk}1")
        part.mkdir()
        (part / "partition").write_text("1\n")
        for entry in (folder, part):
            (block / entry.name).symlink_to(entry)
    return block


@pytest.mark.skipif(sys.platform != "linux", reason="sysfs is Linux's")
@pytest.mark.parametrize(
    ("device", "mountpoint", "removable"),
    [
        ("/dev/sdb1", "/media/me/STICK", True),
        ("/dev/sdb", "/anywhere", True),
        ("/dev/sdb1", "/", False),
        ("/dev/sdc1", "/run/media/me/SSD", True),
        ("/dev/sdc1", "/srv/backup", False),
        ("/dev/nvme0n1p1", "/media/me/data", False),
        ("/dev/mmcblk0p1", "/media/me/SD", True),
        ("/dev/mmcblk0p1", "/", False),
        ("tmpfs", "/media/me/x", False),
        ("/dev/sdz9", "/media/me/x", False),
    ],
)
def test_what_counts_as_removable_on_linux(sysfs, device, mountpoint, removable):
    assert module._linux_is_removable(device, mountpoint, sysfs) is removable


def test_what_counts_as_removable_on_a_mac(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert module._is_removable("/dev/disk4s1", "/Volumes/CARD")
    assert not module._is_removable("/dev/disk1s1", "/")
    assert not module._is_removable("/dev/disk1s2", "/System/Volumes/Data")


def test_listing(monkeypatch, tmp_path):
    rows = [
        Partition("/dev/sdb1", str(tmp_path), "vfat", "rw,nosuid"),
        Partition("/dev/sdb1", str(tmp_path), "vfat", "rw,nosuid"),
        Partition("/dev/sdc1", str(tmp_path / "pulled"), "vfat", "rw"),
        Partition("/dev/sda1", "/", "ext4", "rw"),
    ]
    monkeypatch.setattr(psutil, "disk_partitions", lambda all: rows)
    monkeypatch.setattr(module, "_is_removable", lambda device, _mountpoint: device != "/dev/sda1")
    (found,) = list_drives()
    assert (found.path, found.filesystem, found.writable, found.removable) == (tmp_path, "vfat", True, True)
    rows[0] = rows[1] = rows[0]._replace(opts="ro,nosuid")
    assert not list_drives()[0].writable


def test_choosing(tmp_path):
    one, other = drive(tmp_path / "a", "ONE"), drive(tmp_path / "b", "TWO")
    locked = drive(tmp_path / "c", "LOCKED", writable=False)
    assert choose_drive((one,), "") == one
    assert choose_drive((one, locked), "") == one
    assert choose_drive((one, other), "TWO") == other
    assert choose_drive((one, other), str(tmp_path / "a")) == one
    for drives, target in (((), ""), ((one, other), ""), ((one,), "THREE"), ((), "/media/x")):
        with pytest.raises(DriveError) as caught:
            choose_drive(drives, target)
        assert caught.value.hint


@pytest.mark.parametrize("link", link_catalog(), ids=link_catalog().ids)
def test_every_link_describes_itself(link):
    assert link.id == link.info.id
    assert re.fullmatch(r"[a-z0-9-]+", link.id)
    assert link.info.label
    assert link.info.description
    state = link.availability()
    assert state.available or state.why_not


def test_folder_link(tmp_path):
    gcode = tmp_path / "x.gcode"
    gcode.write_text("G28\n")
    (tmp_path / "to").mkdir()
    link = link_catalog().get("folder")
    receipt = link.send(gcode, str(tmp_path / "to"), "Grandpa / Karl", JobContext())
    assert (receipt.bytes, receipt.verified) == (4, True)
    assert (tmp_path / "to" / receipt.name_on_printer).read_text() == "G28\n"
    with pytest.raises(DriveError):
        link.send(gcode, str(tmp_path / "none"), "a", JobContext())
    with pytest.raises(UsageError):
        link.send(gcode, "  ", "a", JobContext())


@pytest.fixture
def exfat_card(tmp_path):
    """A real exFAT volume on a loop device, mounted where people look."""
    tools = ("mkfs.exfat", "losetup", "mount.exfat-fuse", "fsck.exfat")
    if sys.platform != "linux" or os.geteuid() != 0 or not all(shutil.which(tool) for tool in tools):
        pytest.skip(f"a real card needs root and {', '.join(tools)}")
    image = tmp_path / "card.img"
    with image.open("wb") as stream:
        stream.truncate(8 << 20)
    subprocess.run(["mkfs.exfat", image], check=True, capture_output=True)
    looped = subprocess.run(["losetup", "-f", "--show", image], capture_output=True, text=True, check=False)
    if looped.returncode:
        pytest.skip("no loop device can be had here")
    device = looped.stdout.strip()
    place = f"/media/memoreez-test-{os.getpid()}"
    os.makedirs(place)
    mounted = subprocess.run(["mount.exfat-fuse", device, place], capture_output=True, check=False)
    try:
        if mounted.returncode:
            pytest.skip("exFAT cannot be mounted here")
        yield place, device
    finally:
        for _ in range(20):
            if not os.path.ismount(place) or subprocess.run(["umount", place], check=False).returncode == 0:
                break
            time.sleep(0.1)
        os.rmdir(place)
        check = subprocess.run(["fsck.exfat", "-n", device], capture_output=True, text=True, check=False)
        subprocess.run(["losetup", "-d", device], check=True)
    assert check.returncode == 0, check.stdout


@pytest.mark.peer
def test_a_real_exfat_card(exfat_card, tmp_path):
    place, _ = exfat_card
    found = next(drive for drive in list_drives() if str(drive.path) == place)
    assert found.removable
    assert found.writable
    assert 0 < found.free_bytes <= found.total_bytes <= 8 << 20
    gcode = tmp_path / "x.gcode"
    gcode.write_bytes(b"G1 X1\n" * 200_000)
    link = link_catalog().get("drive")
    assert link.availability().available
    receipt = link.send(gcode, place, "Opa Müller: 70?", JobContext())
    assert receipt.verified
    assert receipt.name_on_printer == "Opa_Mueller_70.gcode"
    assert os.listdir(place) == ["Opa_Mueller_70.gcode"]
    gcode.write_bytes(b"G1 X1\n" * 2_000_000)
    with pytest.raises(DriveError, match="free"):
        link.send(gcode, place, "too large", JobContext())
    assert os.listdir(place) == ["Opa_Mueller_70.gcode"]


@pytest.mark.peer
def test_a_real_card_that_is_pulled_while_it_is_written(exfat_card, tmp_path):
    place, device = exfat_card
    server = next(
        process.pid
        for process in psutil.process_iter(["name", "cmdline"])
        if "exfat" in process.info["name"] and device in (process.info["cmdline"] or ())
    )
    gcode = tmp_path / "x.gcode"
    gcode.write_bytes(b"G1 X1\n" * 800_000)
    pulled = []

    def pull(fraction, words):
        if words == "Writing the file" and fraction > 0.2 and not pulled:
            pulled.append(fraction)
            os.kill(server, signal.SIGKILL)

    with pytest.raises(DriveError, match="not there any more"):
        link_catalog().get("drive").send(gcode, place, "Grandpa", JobContext(on_progress=pull))
    assert pulled
    # Put in again: nothing that looks like a print is on it.
    subprocess.run(["umount", "-l", place], check=True)
    subprocess.run(["mount.exfat-fuse", device, place], check=True, capture_output=True)
    assert not [name for name in os.listdir(place) if name.endswith(".gcode")]

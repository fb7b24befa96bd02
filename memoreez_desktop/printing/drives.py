"""Which removable drives are plugged in, on Linux, macOS and Windows. Never the system's own disk."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

_SYS_BLOCK = Path("/sys/class/block")
_MEDIA_FOLDERS = ("/media/", "/run/media/", "/mnt/")
_SYSTEM_PLACES = frozenset({"/", "/boot", "/boot/efi", "/efi", "/home", "/usr", "/var", "/nix", "/tmp"})
_WINDOWS_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW


@dataclass(frozen=True)
class Drive:
    """A place that can be taken to a printer."""

    path: Path
    label: str
    free_bytes: int
    total_bytes: int
    filesystem: str
    removable: bool
    writable: bool


def list_drives() -> tuple[Drive, ...]:
    """Return the removable drives that are mounted now; takes a few milliseconds."""
    found: dict[str, Drive] = {}
    for partition in _partitions():
        if partition.mountpoint in found or not _is_removable(partition.device, partition.mountpoint):
            continue
        drive = _drive(partition.mountpoint, partition.fstype, partition.opts)
        if drive is not None:
            found[partition.mountpoint] = drive
    return tuple(found.values())


def drive_of(folder: Path) -> Drive | None:
    """Return the drive ``folder`` is on: removable or not; None when it cannot be found out."""
    try:
        wanted = os.path.realpath(folder)
    except OSError:
        return None
    best: tuple[int, Drive] | None = None
    for partition in _partitions():
        root = partition.mountpoint
        inside = wanted == root or wanted.startswith(root.rstrip("/\\") + os.sep)
        if inside and (best is None or len(root) > best[0]):
            removable = _is_removable(partition.device, root)
            drive = _drive(root, partition.fstype, partition.opts, removable=removable)
            best = (len(root), drive) if drive is not None else best
    return best[1] if best else None


def _partitions() -> list[Any]:
    """Every mounted file system once; the full list, because user-space ones hide from the short one."""
    try:
        listed = psutil.disk_partitions(all=True)
    except (OSError, RuntimeError):
        return []
    return [p for p in listed if p.device and p.fstype not in ("", "proc", "sysfs", "cgroup2", "devpts")]


def _drive(mountpoint: str, fstype: str, opts: str, *, removable: bool = True) -> Drive | None:
    try:
        usage = psutil.disk_usage(mountpoint)
    except OSError:  # an empty card reader, or pulled a moment ago
        return None
    read_only = "ro" in opts.split(",")
    return Drive(
        path=Path(mountpoint),
        label=_label(mountpoint),
        free_bytes=usage.free,
        total_bytes=usage.total,
        filesystem=fstype.lower(),
        removable=removable,
        writable=not read_only and os.access(mountpoint, os.W_OK),
    )


def _label(mountpoint: str) -> str:
    if sys.platform == "win32":
        return _windows_label(mountpoint) or mountpoint
    return Path(mountpoint).name or mountpoint


def _is_removable(device: str, mountpoint: str) -> bool:
    if sys.platform == "win32":
        return _windows_drive_type(mountpoint) == _WINDOWS_REMOVABLE
    if sys.platform == "darwin":
        # The start disk appears under /Volumes as a link to /; everything else there was plugged in.
        return mountpoint.startswith("/Volumes/") and os.path.realpath(mountpoint) != "/"
    return _linux_is_removable(device, mountpoint)


def _linux_is_removable(device: str, mountpoint: str, sys_block: Path = _SYS_BLOCK) -> bool:
    if mountpoint in _SYSTEM_PLACES or not device.startswith("/dev/"):
        return False
    disk = _whole_disk(os.path.realpath(device), sys_block)
    if disk is None:
        return False
    if _flag(disk / "removable") == "1":
        return True
    # Sticks with a fixed-disk flag and loop devices count when they are mounted where people look;
    # a card reader on the PCI bus says mmc.
    where_people_look = mountpoint.startswith(_MEDIA_FOLDERS)
    plugged_in = "/usb" in os.path.realpath(disk) or re.match(r"mmcblk\d|loop\d", disk.name)
    return bool(where_people_look and plugged_in)


def _whole_disk(device: str, sys_block: Path) -> Path | None:
    """``/dev/sdb1`` is a partition; the flag belongs to ``sdb``, its parent folder in sysfs."""
    entry = sys_block / Path(device).name
    if not entry.exists():
        return None
    real = Path(os.path.realpath(entry))
    return real.parent if (real / "partition").exists() else real


def _flag(path: Path) -> str:
    try:
        return path.read_text().strip()
    except OSError:
        return ""


def _windows_drive_type(mountpoint: str) -> int:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - 5 ms that only Windows needs

        return int(ctypes.windll.kernel32.GetDriveTypeW(mountpoint))
    return 0


def _windows_label(mountpoint: str) -> str:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - 5 ms that only Windows needs

        name = ctypes.create_unicode_buffer(261)
        ok = ctypes.windll.kernel32.GetVolumeInformationW(mountpoint, name, 261, None, None, None, None, 0)
        return str(name.value) if ok else ""
    return ""

"""Saving G-code onto a memory card or USB stick."""

from __future__ import annotations

import os
from pathlib import Path

from memoreez_desktop.core.errors import DriveError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, ProviderInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.printing.api import SendReceipt
from memoreez_desktop.printing.drives import Drive, list_drives
from memoreez_desktop.printing.folder import copy_into


class DriveLink:
    """A removable drive, found by itself when only one is plugged in."""

    info = ProviderInfo(
        "drive",
        say("SD card or USB stick"),
        say("Saves the G-code file onto a card or stick, with a name printers can show, and reads it back."),
    )

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        return self.info.id

    def availability(self) -> Availability:
        """Tell whether a drive that can be written is plugged in."""
        drives = list_drives()
        if any(drive.writable for drive in drives):
            return AVAILABLE
        if drives:
            return Availability(False, say("The drive is write-protected."))
        return Availability(False, say("No SD card or USB stick is plugged in."))

    def send(self, gcode: Path, target: str, name: str, job: JobContext) -> SendReceipt:
        """Copy ``gcode`` to the top of the drive at ``target``; empty takes the only one there is.

        Raises
        ------
        InputError
            The G-code file cannot be read.
        DriveError
            No drive, several drives, full, write-protected, gone, or read back differently.
        """
        drive = choose_drive(list_drives(), target)
        if not drive.writable:
            raise DriveError(
                say("{place} is write-protected.", place=str(drive.path)),
                say("Slide the small lock on the card's edge the other way, or use another drive."),
            )
        return copy_into(drive.path, gcode, name, job)


def choose_drive(drives: tuple[Drive, ...], target: str) -> Drive:
    """Return the drive that is mounted at ``target`` (or called so), or the only one for an empty target.

    Raises
    ------
    DriveError
        None fits, or several do.
    """
    names = ", ".join(f"{drive.label} ({drive.path})" for drive in drives)
    if target.strip():
        wanted = os.path.realpath(Path(target).expanduser())
        for drive in drives:
            if target == drive.label or wanted == os.path.realpath(drive.path):
                return drive
        hint = (
            say("Plugged in: {names}.", names=names) if drives else say("Plug in an SD card or a USB stick.")
        )
        raise DriveError(say("There is no removable drive “{target}”.", target=target), hint, retryable=True)
    usable = [drive for drive in drives if drive.writable] or list(drives)
    if len(usable) == 1:
        return usable[0]
    if not usable:
        raise DriveError(
            say("No SD card or USB stick is plugged in."),
            say("Plug one in, or save the file into a folder."),
            retryable=True,
        )
    raise DriveError(say("Several drives are plugged in."), say("Choose one of {names}.", names=names))

"""Saving G-code into a folder on this computer."""

from __future__ import annotations

from pathlib import Path

from memoreez_desktop.core.errors import DriveError, UsageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import AVAILABLE, Availability, ProviderInfo
from memoreez_desktop.core.words import say
from memoreez_desktop.printing.api import SendReceipt
from memoreez_desktop.printing.copying import copy_verified
from memoreez_desktop.printing.drives import drive_of
from memoreez_desktop.printing.file_names import safe_name


class FolderLink:
    """Any folder that can be written."""

    info = ProviderInfo(
        "folder",
        say("Folder"),
        say("Saves the G-code file into a folder of this computer and reads it back to be sure."),
    )

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        return self.info.id

    def availability(self) -> Availability:
        """Folders are always there."""
        return AVAILABLE

    def send(self, gcode: Path, target: str, name: str, job: JobContext) -> SendReceipt:
        """Copy ``gcode`` into the folder ``target`` under a name its file system can store.

        Raises
        ------
        UsageError
            No folder was named.
        InputError
            The G-code file cannot be read.
        DriveError
            The folder is not there, full, or read-only.
        """
        if not target.strip():
            raise UsageError(say("No folder was named."), say("Say where the file is to be saved."))
        folder = Path(target).expanduser()
        if not folder.is_dir():
            raise DriveError(
                say("There is no folder {place}.", place=str(folder)),
                say("Make it first, or choose another one."),
            )
        return copy_into(folder, gcode, name, job)


def copy_into(folder: Path, gcode: Path, name: str, job: JobContext) -> SendReceipt:
    """Copy and verify; an existing file of the same name is replaced only by the complete new one."""
    drive = drive_of(folder)
    filesystem = drive.filesystem if drive else ""
    final = safe_name(name or gcode.name, gcode.suffix or ".gcode", filesystem)
    size = copy_verified(gcode, folder / final, job, filesystem=filesystem)
    return SendReceipt(bytes=size, verified=True, name_on_printer=final, destination=str(folder))

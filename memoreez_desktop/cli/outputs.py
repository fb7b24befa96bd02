"""Where results go: looked at before the work, so that an hour's work is not lost for a folder."""

from __future__ import annotations

import tempfile
from pathlib import Path

from memoreez_desktop.core.errors import StorageError, UsageError
from memoreez_desktop.core.words import say


def ready_folder(folder: Path) -> Path:
    """Make a folder if need be and make sure that files can be written into it.

    Raises
    ------
    UsageError
        There is a file of that name.
    StorageError
        It cannot be made or written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            say("{folder} is a file, not a folder.", folder=str(folder)),
            say("Name a folder for the results."),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise StorageError(
            say("Nothing can be written into {folder}.", folder=str(folder)),
            say("Choose another folder, or look at its permissions and the free space."),
        ) from error


def ready_file(file: Path) -> Path:
    """Make sure that a file can be written.

    Raises
    ------
    UsageError
        It is a folder.
    StorageError
        Its folder cannot be made or written.
    """
    if file.is_dir():
        raise UsageError(say("{file} is a folder.", file=str(file)), say("Name a file for the result."))
    ready_folder(file.parent)
    return file

"""The person's settings for callers that have no window."""

from __future__ import annotations

from pathlib import Path

from memoreez_desktop.storage.places import default_data_folder, settings_path
from memoreez_desktop.storage.settings import SettingsFile


def data_folder() -> Path:
    """Return the library's folder: the chosen one, else the platform's own."""
    chosen = SettingsFile(settings_path()).load().data_folder
    return Path(chosen).expanduser() if chosen else default_data_folder()

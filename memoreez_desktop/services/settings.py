"""The person's settings for callers that have no window."""

from __future__ import annotations

from pathlib import Path

from memoreez_desktop.storage.places import default_data_folder, settings_path
from memoreez_desktop.storage.settings import Settings, SettingsFile


def own_settings() -> Settings:
    """Return what the person chose in the window; the defaults where nothing was."""
    return SettingsFile(settings_path()).load()


def data_folder() -> Path:
    """Return the library's folder: the chosen one, else the platform's own."""
    chosen = own_settings().data_folder
    return Path(chosen).expanduser() if chosen else default_data_folder()

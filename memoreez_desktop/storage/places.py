"""Where this program keeps its things on this computer.

``MEMOREEZ_HOME`` puts everything into one folder of the person's choice (a USB stick, a test).
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_APP = "Memoreez"


def default_data_folder() -> Path:
    """Return the folder of the library when the settings name none; nothing is made."""
    home = os.environ.get("MEMOREEZ_HOME")
    return Path(home).expanduser() if home else Path(platformdirs.user_data_dir(_APP, appauthor=False))


def settings_path() -> Path:
    """Return the settings file; it stays where it is when the data folder moves."""
    home = os.environ.get("MEMOREEZ_HOME")
    folder = Path(home).expanduser() if home else Path(platformdirs.user_config_dir(_APP, appauthor=False))
    return folder / "settings.json"


def log_folder() -> Path:
    """Return the folder for logs."""
    home = os.environ.get("MEMOREEZ_HOME")
    return (
        Path(home).expanduser() / "logs" if home else Path(platformdirs.user_log_dir(_APP, appauthor=False))
    )

"""What Debian's packages bring: the libraries of the window, and the programs only the tests use.

Only the standard library: ``dev.py`` imports it before there is a virtual environment.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CURA_DEFINITIONS = ROOT / "dist" / "peers" / "cura"

# What PySide6's xcb platform, OpenGL by Mesa and fonts need from Debian or Ubuntu.
LIBRARIES = [
    *("libegl1", "libgl1", "libgl1-mesa-dri", "libopengl0", "libglib2.0-0", "libdbus-1-3"),
    *("libfontconfig1", "libfreetype6", "libx11-xcb1", "libxkbcommon0", "libxkbcommon-x11-0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xinerama0"),
    "libxcb-xkb1",
]
# What only the tests use: a virtual screen, the peer slicer, FAT and exFAT images, and a keyring.
TEST_PROGRAMS = [
    *("xvfb", "prusa-slicer", "dosfstools", "mtools", "exfatprogs", "exfat-fuse"),
    *("gnome-keyring", "dbus"),
]
# The second peer slicer; not every distribution still has it, so it is asked for by itself.
SECOND_PEER = "cura-engine"


def say(text: str) -> None:
    """Print a line at once, also when the output is piped."""
    print(text, flush=True)


def is_installed(package: str) -> bool:
    """Tell whether a Debian package is installed, under its name or its time64 successor's."""
    query = ["dpkg-query", "-W", "-f=${Status}\n", package, package + "t64"]
    found = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    return "install ok installed" in found


def root_prefix() -> list[str] | None:
    """Return the words before a command that make it run as root, or None when nothing does."""
    if os.geteuid() == 0:
        return []
    asked = ["sudo", "-n"]
    if (
        shutil.which("sudo")
        and subprocess.run([*asked, "true"], capture_output=True, check=False).returncode == 0
    ):
        return asked
    return None


def install_system(wanted: list[str]) -> None:
    """Install missing Debian packages, or print the one line that does."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    missing = [package for package in wanted if not is_installed(package)]
    if not missing:
        return
    prefix = root_prefix()
    line = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if prefix is None:
        say(f"These system packages are missing; this line installs them:\n  sudo {line}")
        return
    say(f"Installing system packages: {' '.join(missing)}")
    prefix += ["env", "DEBIAN_FRONTEND=noninteractive"]
    subprocess.run([*prefix, "apt-get", "update", "-qq"], stdout=subprocess.DEVNULL, check=False)
    if subprocess.run([*prefix, *line.split(), "-qq"], stdout=subprocess.DEVNULL, check=False).returncode:
        say(f"That did not work; what needs them will say so. The line was:\n  {line}")


def install_second_peer() -> None:
    """Install CuraEngine and unpack the two files it reads, where Debian's packages are to be had."""
    wanted = CURA_DEFINITIONS / "fdmprinter.def.json"
    if wanted.is_file() or not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return
    if subprocess.run(["apt-cache", "show", SECOND_PEER], capture_output=True, check=False).returncode:
        return
    install_system([SECOND_PEER])
    if not is_installed(SECOND_PEER):
        return
    subprocess.run([sys.executable, ROOT / "build" / "unpack_cura.py", CURA_DEFINITIONS], check=False)

"""What works on this machine, what is missing, and the one thing to do about it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.units import bytes_words
from memoreez_desktop.core.words import say
from memoreez_desktop.services import qt_probe
from memoreez_desktop.storage.secrets import Secrets

_ROOM_BYTES = 500_000_000
_NEEDED = (
    "numpy", "scipy", "numba", "manifold3d", "cv2", "PIL", "pillow_heif", "trimesh", "fontTools", "uharfbuzz",
    "matplotlib", "sqlite_utils", "keyring", "platformdirs", "psutil", "PySide6", "pyvista", "pyvistaqt",
)  # fmt: skip


@dataclass(frozen=True)
class Check:
    """One thing that was looked at.

    Attributes
    ----------
    ok : bool
    remedy : str
        What to do when it is not; empty when it is.
    detail : str
        What was found, for people who help.
    required : bool
        False when the program works without it.
    """

    id: str
    label: str
    ok: bool
    remedy: str = ""
    detail: str = ""
    required: bool = True


def examine(data_folder: Path, job: JobContext) -> tuple[Check, ...]:
    """Look at everything; each check is also a partial result. Takes a few seconds.

    Raises
    ------
    Cancelled
    """
    looks: tuple[Callable[[], Check], ...] = (
        _python,
        _packages,
        lambda: _data_folder(data_folder),
        lambda: _room(data_folder),
        _fonts,
        _kernel_cache,
        _qt,
        _display,
        _opengl,
        _keyring,
        _prusa_slicer,
    )
    checks = []
    for number, look in enumerate(looks):
        job.progress(number / len(looks), say("Looking at this computer"))
        checks.append(look())
        job.partial(checks[-1])
    return tuple(checks)


def _python() -> Check:
    version = ".".join(str(part) for part in sys.version_info[:3])
    ok = (3, 11) <= sys.version_info[:2] < (3, 15)
    return Check("python", say("Python"), ok, _unless(ok, say("Install Python 3.11 to 3.14.")), version)


def _packages() -> Check:
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    remedy = say("Run “python3 dev.py setup”, or install the program again.")
    return Check("packages", say("Libraries"), not missing, _unless(not missing, remedy), ", ".join(missing))


def _data_folder(folder: Path) -> Check:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"memoreez")
        ok = True
    except OSError:
        ok = False
    remedy = say("Make {folder} writable, or choose another data folder in the settings.", folder=str(folder))
    return Check("data-folder", say("Data folder"), ok, _unless(ok, remedy), str(folder))


def _room(folder: Path) -> Check:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        free = 0
    ok = free >= _ROOM_BYTES
    remedy = say("Free at least {room} on this disk.", room=bytes_words(_ROOM_BYTES))
    return Check("disk", say("Free disk space"), ok, _unless(ok, remedy), bytes_words(free))


def _fonts() -> Check:
    try:
        from memoreez_desktop.geometry.fonts import font_catalog  # noqa: PLC0415 - 0.3 s, and may be what is broken

        faces = [face.id for face in font_catalog() if face.file.path.is_file()]
    except (ImportError, MemoreezError, OSError):
        faces = []
    ok = bool(faces)
    remedy = say("Run “python3 dev.py setup”: the lettering fonts come with the libraries.")
    return Check("fonts", say("Lettering fonts"), ok, _unless(ok, remedy), ", ".join(faces))


def _kernel_cache() -> Check:
    """Tell whether compiled kernels are kept: numba writes beside the source, else into the user's cache."""
    own = os.environ.get("NUMBA_CACHE_DIR")
    beside = Path(__file__).resolve().parent.parent / "geometry" / "__pycache__"
    user = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    places = [Path(own)] if own else [beside, user]
    good = next((place for place in places if _can_write(place)), None)
    remedy = say("Set NUMBA_CACHE_DIR to a folder that can be written; else every start takes half a minute.")
    return Check(
        "kernel-cache",
        say("Compiled kernels"),
        good is not None,
        _unless(good is not None, remedy),
        str(good or places[0]),
        required=False,
    )


def _can_write(folder: Path) -> bool:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)


def _qt() -> Check:
    facts = qt_probe.qt_imports()
    remedy = say("Run “python3 dev.py setup”: it installs or names the system libraries that Qt needs.")
    return Check("qt", say("Window libraries (Qt)"), facts.ok, _unless(facts.ok, remedy), facts.detail)


def _display() -> Check:
    ok = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    remedy = say("There is no screen here: use the command line (memoreez make), or log in at a desktop.")
    return Check(
        "display", say("Screen"), ok, _unless(ok, remedy), os.environ.get("DISPLAY", ""), required=False
    )


def _opengl() -> Check:
    facts = qt_probe.opengl()
    remedy = say("Install the graphics driver (Mesa on Linux); until then pictures stand for the 3D view.")
    if not facts.asked:
        remedy = say("Cannot be told without a screen; pictures stand for the 3D view.")
    return Check(
        "opengl",
        say("3D graphics (OpenGL)"),
        facts.ok,
        _unless(facts.ok, remedy),
        facts.detail,
        required=False,
    )


def _keyring() -> Check:
    state = Secrets().availability()
    return Check("keyring", say("Safe place for keys"), state.available, state.why_not, required=False)


def _prusa_slicer() -> Check:
    """Tell whether PrusaSlicer is there: only a second opinion, the embedded slicer needs nothing."""
    path = next((found for name in ("prusa-slicer", "PrusaSlicer") if (found := shutil.which(name))), "")
    remedy = say("Not needed: the embedded slicer works without it.")
    return Check(
        "prusa-slicer", say("PrusaSlicer"), bool(path), _unless(bool(path), remedy), path, required=False
    )


def _unless(ok: bool, remedy: str) -> str:
    return "" if ok else remedy

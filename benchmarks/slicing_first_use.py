"""The first slice of a fresh installation beside its second: nothing is compiled while a person waits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from slicing_bars import Bar
from slicing_engines import ROOT, child, cold

# Seconds of wall time the first slice may take longer.
MOST_LATER_S = 2.0


def first_use_bars(model: Path, folder: Path) -> list[Bar]:
    """Slice twice where nothing was ever sliced, and return what the first one lost.

    Once in a copy that is installed as ``dev.py setup`` does it, and once in the frozen program with a new
    home, if ``dev.py bundle`` has made one.
    """
    bars = [_later("a fresh installation", *_installed(model, folder))]
    program = ROOT / "dist" / "memoreez" / "memoreez"
    if program.is_file():
        bars.append(_later("a fresh frozen program", *_frozen(program, model, folder)))
    return bars


def _installed(model: Path, folder: Path) -> tuple[float, float]:
    copy = folder / "fresh"
    skip = shutil.ignore_patterns("__pycache__")
    for part in ("memoreez_desktop", "resources"):
        shutil.copytree(ROOT / part, copy / part, ignore=skip)
    env = {**os.environ, "PYTHONPATH": str(copy)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, "-m", "memoreez_desktop.services.warm"], check=True, env=env, cwd=copy)
    first, second = (cold(model, folder / "first.gcode", True, copy).wall_s for _ in range(2))
    return first, second


def _frozen(program: Path, model: Path, folder: Path) -> tuple[float, float]:
    home = folder / "home"
    home.mkdir()
    env = {
        key: value for key, value in os.environ.items() if not key.startswith(("NUMBA_", "XDG_", "PYTHON"))
    }
    command = [str(program), "slice", str(model), "-o", str(folder / "first.gcode"), "--quiet"]
    first, second = (child(command, {**env, "HOME": str(home)}).wall_s for _ in range(2))
    return first, second


def _later(name: str, first: float, second: float) -> Bar:
    print(f"{name}: first slice {first:.2f} s, second {second:.2f} s", flush=True)
    return Bar(f"{name}: first slice, s later", first - second, MOST_LATER_S)

"""The first slice of a fresh installation beside its second: nothing is compiled while a person waits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from slicing_bars import Bar
from slicing_engines import ROOT, cold

# Seconds of wall time the first slice may take longer.
MOST_LATER_S = 2.0


def first_use_bars(model: Path, folder: Path) -> list[Bar]:
    """Install a copy as ``dev.py setup`` does, slice twice, and return what the first one lost."""
    copy = folder / "fresh"
    skip = shutil.ignore_patterns("__pycache__")
    for part in ("memoreez_desktop", "resources"):
        shutil.copytree(ROOT / part, copy / part, ignore=skip)
    env = {**os.environ, "PYTHONPATH": str(copy)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, "-m", "memoreez_desktop.services.warm"], check=True, env=env, cwd=copy)
    first, second = (cold(model, folder / "first.gcode", True, copy).wall_s for _ in range(2))
    shutil.rmtree(copy)
    print(f"a fresh installation: first slice {first:.2f} s, second {second:.2f} s", flush=True)
    return [Bar("first slice after installing, s later", first - second, MOST_LATER_S)]

"""After warming up, no slice compiles anything, whatever is asked of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOOK = Path(__file__).parent / "compiled_later.py"


def test_a_warm_slicer_compiles_nothing_more():
    done = subprocess.run([sys.executable, str(LOOK)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout == ""

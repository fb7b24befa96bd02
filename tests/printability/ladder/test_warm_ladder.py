"""After warming up, no repair compiles anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_a_warm_ladder_compiles_nothing_more() -> None:
    command = [sys.executable, "-m", "tests.printability.ladder.compiled_later"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert [line for line in done.stdout.splitlines() if not line.startswith("refused")] == []

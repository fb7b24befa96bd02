"""A 12-megapixel photo to G-code: at most half of what PrusaSlicer needs to slice the same mesh."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from measure import cpu_of, interleaved, large_photo, python, report

PRUSA = [
    *("--layer-height", "0.2", "--nozzle-diameter", "0.4", "--filament-diameter", "1.75"),
    *("--temperature", "210", "--bed-temperature", "60", "--skirts", "1"),
    *("--bed-shape", "0x0,220x0,220x220,0x220", "--center", "110,110"),
]


def main() -> int:
    """Print the ratio."""
    slicer = shutil.which("prusa-slicer")
    if slicer is None:
        print("prusa-slicer is not installed: nothing to compare with")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {**os.environ, "MEMOREEZ_HOME": str(folder / "home")}
        photo = large_photo(folder / "photo.jpg")
        out = folder / "out"
        make = [python(), "-m", "memoreez_desktop", "make", "--photo", photo, "--out", out]
        cpu_of(make, env=env)
        peer = [slicer, "--export-gcode", *PRUSA, "-o", folder / "peer.gcode", out / "model.stl"]
        ours, theirs = interleaved(lambda: cpu_of(make, env=env), lambda: cpu_of(peer))
    return 0 if report("make --photo vs prusa-slicer on its mesh", ours, theirs, 0.5) else 1


if __name__ == "__main__":
    sys.exit(main())

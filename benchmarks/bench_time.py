"""The planned time of other slicers' files beside what they say of it themselves.

    python benchmarks/bench_time.py FILE.gcode …

The files are PrusaSlicer's own (their comments end with the estimate). The aim is one percent.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from memoreez_desktop.slicing.gcode.own_words import said_seconds
from memoreez_desktop.slicing.gcode.reader import read_gcode


def gap_ratio(path: Path) -> float:
    """Return how much longer than said the planner takes for a file (0.01: one percent)."""
    said = said_seconds(path)
    if said is None:
        raise SystemExit(f"{path.name} does not say how long it takes")
    return read_gcode(path)[0].time_s / said - 1.0


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    for path in parser.parse_args().files:
        print(f"{path.stem:<28} {100.0 * gap_ratio(path):+6.2f} %", flush=True)


if __name__ == "__main__":
    main()

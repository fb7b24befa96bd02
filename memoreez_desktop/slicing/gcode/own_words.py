"""What a slicer says of its own file: the yardstick for what is read from the moves."""

from __future__ import annotations

import re
from pathlib import Path

_SAID = re.compile(rb"^; estimated printing time(?: \(normal mode\))? = ([0-9dhms ]+)\r?$", re.MULTILINE)
_PART = re.compile(r"(\d+)([dhms])")
_SECONDS = {"d": 86400, "h": 3600, "m": 60, "s": 1}


def said_seconds(path: Path) -> float | None:
    """Return the printing time that stands in the comments of a file, in PrusaSlicer's words; else None."""
    match = _SAID.search(path.read_bytes())
    if match is None:
        return None
    parts = _PART.findall(match.group(1).decode())
    return float(sum(int(count) * _SECONDS[unit] for count, unit in parts))

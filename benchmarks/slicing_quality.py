"""The independent judge over the files of all slicers, side by side, and what it must say of ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from slicing_bars import Bar
from slicing_engines import ROOT

JUDGE = ROOT / "tests" / "judge" / "gcode_verify.py"
# What is printed: a word, where the judge's record has it, how it is written.
FIGURES = (
    ("IoU", ("geometry", "outline_iou"), ".4f"),
    ("wall band", ("geometry", "wall_band_coverage"), ".4f"),
    ("top skin", ("geometry", "top_skin_coverage"), ".4f"),
    ("bottom skin", ("geometry", "bottom_skin_coverage"), ".4f"),
    ("solid zone", ("geometry", "solid_zone_coverage"), ".4f"),
    ("sparse", ("geometry", "sparse_density"), ".4f"),
    ("outside", ("geometry", "outside_area_fraction"), ".5f"),
    ("filament mm", ("filament_mm",), ".0f"),
    ("islands", ("islands", "n"), "d"),
    ("travel m", ("travel", "travel_m"), ".2f"),
    ("retractions", ("travel", "n_ret"), "d"),
    ("travels in the open", ("travel", "n_unret_long"), "d"),
)
LEAST_TOP_SKIN = 0.98


def judged(model: Path, gcode: Path) -> dict[str, Any]:
    """Run the judge in a process of its own and return what it says."""
    command = [sys.executable, str(JUDGE), str(model), str(gcode), "--bed", "250x250x250"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise RuntimeError(f"the judge could not judge {gcode.name}: {done.stderr[-400:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def figure(record: dict[str, Any], place: tuple[str, ...]) -> float:
    """Return one figure; what the judge left out, having nothing to measure, is 0."""
    value: Any = record
    for key in place:
        value = (value or {}).get(key)
    return float(value or 0.0)


def print_quality(name: str, records: dict[str, dict[str, Any]]) -> None:
    """Print the table of one model."""
    print(f"\n{name:<22}" + "".join(f"{slicer:>12}" for slicer in records))
    for word, place, form in FIGURES:
        cells = []
        for record in records.values():
            value = figure(record, place)
            cells.append(format(round(value) if form == "d" else value, form))
        print(f"  {word:<20}" + "".join(f"{cell:>12}" for cell in cells))
    for slicer, record in records.items():
        for fault in record["faults"]:
            print(f"  {slicer}: {fault}")


def quality_bars(name: str, records: dict[str, dict[str, Any]], supports: bool) -> list[Bar]:
    """Return what our file must keep beside PrusaSlicer's and CuraEngine's.

    With supports only faults and floating pieces are compared: what stands beside the model is a choice.
    """
    ours, prusa, cura = (records.get(slicer) for slicer in ("ours", "prusa", "cura"))
    assert ours is not None
    bars = [Bar(f"{name}: hard faults", float(len(ours["faults"])), 0.0)]
    if prusa is None:
        return bars
    mine = {word: figure(ours, place) for word, place, _ in FIGURES}
    theirs = {word: figure(prusa, place) for word, place, _ in FIGURES}
    bars.append(Bar(f"{name}: islands", mine["islands"], theirs["islands"]))
    if supports:
        return bars
    bars += [
        Bar(f"{name}: {word}", mine[word], theirs[word], at_least=True)
        for word in ("IoU", "wall band", "solid zone")
    ]
    bars += [
        Bar(f"{name}: top skin", mine["top skin"], max(LEAST_TOP_SKIN, theirs["top skin"]), at_least=True),
        Bar(f"{name}: outside", mine["outside"], 0.0),
        Bar(f"{name}: travel m", mine["travel m"], 1.1 * theirs["travel m"]),
        Bar(f"{name}: retractions", mine["retractions"], 0.5 * theirs["retractions"]),
    ]
    if cura is not None:
        mean = (theirs["filament mm"] + figure(cura, ("filament_mm",))) / 2
        bars.append(Bar(f"{name}: filament off their mean", abs(mine["filament mm"] / mean - 1), 0.1))
    return bars

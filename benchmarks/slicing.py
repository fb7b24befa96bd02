"""The embedded slicer beside PrusaSlicer and CuraEngine: processor time, memory, growth, quality; in one run.

    python benchmarks/slicing.py [--runs 5] [--json FILE] [--speed-only | --quality-only] [MODEL.stl …]

Without a model it makes two of its own. A model must be watertight and stand on z = 0 (``memoreez repair``
makes it so). Warm is the engine in a running process, from the mesh in memory to the file; cold is
``memoreez slice`` as a new process: start, imports, loading, writing. Every figure is a median, measured in
turns. Ends with 1 and the list of them if a promise is missed; a slicer that is not installed is left out.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.geometry.mesh_files import load_mesh, save_mesh
from memoreez_desktop.slicing.builtin.warm import warm_kernels

import slicing_engines as engines
from slicing_bars import Bar
from slicing_first_use import first_use_bars
from slicing_models import own_models, refined
from slicing_quality import judged, print_quality, quality_bars

# From this size on a model is large: the promises for the bunny and for its refined copy hold.
LARGE, HUGE = 50_000, 300_000
HEAD = f"{'CPU s, medians':<24}{'faces':>8}" + "".join(
    f"{word:>8}" for word in ("ours", "cold", "prusa", "like", "cura", "wall", "prusa", "MB", "prusa")
)


def medians(runs: int, work: dict[str, Callable[[], engines.Cost | None]]) -> dict[str, engines.Cost]:
    """Run everything in turns, so that what else the machine does falls on all alike."""
    costs: dict[str, list[engines.Cost]] = {key: [] for key in work}
    for _ in range(runs):
        for key, run in work.items():
            # What is missing or refuses this model is not asked again.
            if key in costs and (cost := run()) is None:
                del costs[key]
            elif key in costs:
                costs[key].append(cost)  # type: ignore[arg-type]
    return {
        key: engines.Cost(
            *(statistics.median(getattr(c, name) for c in found) for name in ("cpu_s", "wall_s", "memory_mb"))
        )
        for key, found in costs.items()
    }


def speed(name: str, model: Path, mesh: MeshModel, runs: int, supports: bool, folder: Path) -> list[Bar]:
    """Measure one model and print its line."""
    out = {key: folder / f"{key}.gcode" for key in ("ours", "cold", "prusa", "like", "cura")}
    settings = engines.settings_of(supports)
    found = medians(
        runs,
        {
            "ours": lambda: engines.warm(mesh, settings, out["ours"]),
            "cold": lambda: engines.cold(model, out["cold"], supports),
            "prusa": lambda: engines.prusa(model, out["prusa"], supports),
            "like": lambda: engines.prusa(model, out["like"], supports, engines.LIKE_FOR_LIKE),
            "cura": lambda: engines.cura(model, out["cura"], supports),
        },
    )
    shown = [found[key].cpu_s if key in found else None for key in ("ours", "cold", "prusa", "like", "cura")]
    shown += [found[key].wall_s if key in found else None for key in ("ours", "prusa")]
    cells = [f"{value:8.2f}" if value is not None else f"{'-':>8}" for value in shown]
    cells += [f"{found[key].memory_mb:8.0f}" if key in found else f"{'-':>8}" for key in ("cold", "prusa")]
    print(f"{name:<24}{mesh.triangles:>8}" + "".join(cells), flush=True)
    bars = speed_bars(name, mesh.triangles, found, supports)
    ratios = [f"{bar.name.rpartition(': ')[2]} 1/{1 / bar.value:.1f}" for bar in bars if "/" in bar.name]
    print(f"{'':<32}{', '.join(ratios)}", flush=True)
    return bars


def speed_bars(name: str, faces: int, found: dict[str, engines.Cost], supports: bool) -> list[Bar]:
    """Return the promises about time and memory for one model."""
    ours, cold = found["ours"], found["cold"]
    bars = []
    if (peer := found.get("prusa")) is not None:
        hard = supports or faces >= HUGE
        bars.append(Bar(f"{name}: warm / prusa", ours.cpu_s / peer.cpu_s, 1 / 14 if hard else 1 / 12))
        bars.append(Bar(f"{name}: cold / prusa", cold.cpu_s / peer.cpu_s, 1 / 6 if faces >= LARGE else 1 / 4))
        bars.append(Bar(f"{name}: wall / prusa", ours.wall_s / peer.wall_s, 1 / 8))
        bars.append(Bar(f"{name}: peak memory", cold.memory_mb / peer.memory_mb, 2.0))
    if (peer := found.get("like")) is not None:
        bars.append(Bar(f"{name}: warm / like for like", ours.cpu_s / peer.cpu_s, 1 / 8))
    if (peer := found.get("cura")) is not None:
        bars.append(Bar(f"{name}: warm / cura", ours.cpu_s / peer.cpu_s, 1 / 6))
        bars.append(Bar(f"{name}: cold / cura", cold.cpu_s / peer.cpu_s, 1.0))
    return bars


def growth(name: str, mesh: MeshModel, large: MeshModel, runs: int, folder: Path) -> list[Bar]:
    """Measure what more triangles and thinner layers cost us."""
    out = folder / "growth.gcode"
    half = engines.settings_of(False, 0.1)
    found = medians(
        runs,
        {
            "plain": lambda: engines.warm(mesh, engines.settings_of(False), out),
            "half": lambda: engines.warm(mesh, half, out),
            "large": lambda: engines.warm(large, engines.settings_of(False), out),
        },
    )
    times = {key: cost.cpu_s for key, cost in found.items()}
    print(
        f"growth of {name}: {times['plain']:.2f} s; layers of half the height {times['half']:.2f} s; "
        f"{large.triangles:,} triangles {times['large']:.2f} s",
        flush=True,
    )
    return [
        Bar(f"{name}: half the layer height, times", times["half"] / times["plain"], 2.1),
        Bar(f"{name}: nine times the triangles, times", times["large"] / times["plain"], 3.0),
    ]


def quality(name: str, model: Path, supports: bool, folder: Path, record: dict[str, Any]) -> list[Bar]:
    """Slice once with each, let the judge look at all, and print its table."""
    out = {key: folder / f"judged-{key}.gcode" for key in ("ours", "prusa", "cura")}
    engines.warm(load_mesh(model), engines.settings_of(supports), out["ours"])
    engines.prusa(model, out["prusa"], supports)
    engines.cura(model, out["cura"], supports)
    records = {key: judged(model, path) for key, path in out.items() if path.is_file()}
    for path in out.values():
        path.unlink(missing_ok=True)
    print_quality(name, records)
    record[name] = records
    return quality_bars(name, records, supports)


def arguments() -> argparse.Namespace:
    """Read the words of the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    parser.add_argument("--speed-only", action="store_true", help="no judge")
    parser.add_argument("--quality-only", action="store_true", help="nothing but the judge")
    return parser.parse_args()


def main() -> int:
    """Measure everything; return 1 if a promise is missed."""
    options = arguments()
    warm_kernels()
    bars: list[Bar] = []
    record: dict[str, Any] = {"runs": options.runs, "quality": {}}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        models = {model.stem: model for model in options.models} or own_models(folder)
        if not options.quality_only:
            bars += all_speeds(models, options.runs, folder)
        if not options.speed_only:
            for label, model in models.items():
                for supports, words in ((False, ""), (True, " + supports")):
                    bars += quality(label + words, model, supports, folder, record["quality"])
    missed = [bar for bar in bars if not bar.kept]
    if options.json:
        record["bars"] = [bar.record() for bar in bars]
        options.json.write_text(json.dumps(record, indent=1))
    print(f"\n{len(bars) - len(missed)} of {len(bars)} promises are kept")
    for bar in missed:
        print(f"MISSED  {bar}")
    return 1 if missed else 0


def all_speeds(models: dict[str, Path], runs: int, folder: Path) -> list[Bar]:
    """Measure every model, the largest one's refined copy, growth, and the first use."""
    print(HEAD)
    bars = []
    meshes = {label: load_mesh(model) for label, model in models.items()}
    for label, model in models.items():
        for supports, words in ((False, ""), (True, " + supports")):
            bars += speed(label + words, model, meshes[label], runs, supports, folder)
    largest = max(meshes, key=lambda label: meshes[label].triangles)
    large = refined(meshes[largest])
    path = save_mesh(large, folder / "refined.stl")
    bars += speed(f"{largest} refined", path, large, runs, False, folder)
    bars += growth(largest, meshes[largest], large, runs, folder)
    return bars + first_use_bars(models[largest], folder)


if __name__ == "__main__":
    sys.exit(main())

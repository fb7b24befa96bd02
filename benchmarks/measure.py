"""What the benchmarks share: medians, processor seconds of a child, and one way to print a ratio."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

ROUNDS = 5


def report(
    name: str, ours: Sequence[float], peer: Sequence[float], limit: float, unit: str = "CPU s"
) -> bool:
    """Print both medians, their ratio and the promise; return whether it is kept."""
    mine, theirs = statistics.median(ours), statistics.median(peer)
    ratio = mine / theirs
    kept = ratio <= limit
    spread = f"{min(ours):.3f}-{max(ours):.3f} against {min(peer):.3f}-{max(peer):.3f}"
    verdict = "kept" if kept else "MISSED"
    figures = f"{mine:.3f} / {theirs:.3f} {unit} = {ratio:.2f}x"
    print(f"{name}: {figures} (promise <= {limit:g}x, {verdict}; {spread})", flush=True)
    return kept


def cpu_of(command: Sequence[str | Path], **options: object) -> float:
    """Run a command to its end and return its processor seconds, its children's included."""
    before = os.times()
    subprocess.run([str(part) for part in command], check=True, capture_output=True, **options)  # type: ignore[call-overload]
    after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def large_photo(path: Path, width_px: int = 4000, height_px: int = 3000) -> Path:
    """Write a 12-megapixel JPEG: a real photo, enlarged, with grain so that decoding is not flattered."""
    import skimage.data

    small = Image.fromarray(skimage.data.astronaut()).crop((0, 0, 512, 384))
    large = np.asarray(small.resize((width_px, height_px), Image.Resampling.BICUBIC), dtype=np.int16)
    grain = np.random.default_rng(1).normal(0, 4, large.shape[:2])[..., None]
    Image.fromarray(np.clip(large + grain, 0, 255).astype(np.uint8)).save(path, quality=92)
    return path


def interleaved(first: Callable[[], float], second: Callable[[], float]) -> tuple[list[float], list[float]]:
    """Measure two things in turn, A B A B …, so that a slow minute hits both."""
    a: list[float] = []
    b: list[float] = []
    for _ in range(ROUNDS):
        a.append(first())
        b.append(second())
    return a, b


def python() -> str:
    """Return the interpreter the benchmarks run in."""
    return sys.executable

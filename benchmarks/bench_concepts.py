"""First concept of a 12-megapixel JPEG: at most 10x Pillow's decode and downscale; all four: 40x."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Brief, PhotoRef
from memoreez_desktop.services import make_concepts
from memoreez_desktop.services.warm import warm_everything

from measure import interleaved, large_photo, report

PICTURE_PX = 1024


def pillow(path: Path) -> float:
    """Decode the file whole and shrink it, as every viewer does."""
    started = time.process_time()
    with Image.open(path) as image:
        image.convert("RGB").resize((PICTURE_PX, PICTURE_PX * 3 // 4), Image.Resampling.LANCZOS)
    return time.process_time() - started


def pillow_draft(path: Path) -> float:
    """Let the JPEG decoder itself shrink first: the fastest way Pillow has."""
    started = time.process_time()
    with Image.open(path) as image:
        image.thumbnail((PICTURE_PX, PICTURE_PX))
    return time.process_time() - started


def main() -> int:
    """Print the ratios."""
    warm_everything()
    with tempfile.TemporaryDirectory() as folder:
        path = large_photo(Path(folder) / "photo.jpg")
        plans = make_concepts.plan(Brief(photos=(PhotoRef("0" * 64, path, "photo.jpg"),)), 4, 0)

        def draw(count: int) -> float:
            started = time.process_time()
            for plan in plans[:count]:
                make_concepts.draw_concept(plan, JobContext())
            return time.process_time() - started

        draw(4)
        kept = []
        for label, peer in (("decode + resize", pillow), ("decode + thumbnail (draft)", pillow_draft)):
            for name, count, limit in (("first card", 1, 10.0), ("four cards", 4, 40.0)):
                ours, theirs = interleaved(lambda n=count: draw(n), lambda p=peer: p(path))
                kept.append(report(f"{name} vs Pillow {label}", ours, theirs, limit))
    return 0 if all(kept[:2]) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Fit the factors of ``services.estimate`` to what the embedded slicer finds, and print how near they come.

    python build/fit_estimate.py [--cache FOLDER]

Every product is built from three stories or photos at the quality it asks for, one of them in two more
qualities; the figures of cards come from the draft mesh, the exact ones from the final.
"""

from __future__ import annotations

import argparse
import pickle
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np
import skimage.data
from scipy.optimize import nnls

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.story import PhotoRef, Story
from memoreez_desktop.sculpting.api import Product
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services.estimate import layer_work
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.services.profiles import slice_settings, suggested_quality_id
from memoreez_desktop.services.slice_keepsake import slice_keepsake

STORIES = (
    Story("Grandpa Karl", 70, ("fishing", "tractors", "coffee", "chess"), "hates Mondays", "birthday"),
    Story("Anna", None, ("chess",), "", "graduation"),
    Story("Uncle Tom", 40, ("motorcycle", "dogs"), "", "anniversary"),
)
PHOTOS = ("astronaut", "cat", "coffee")
START_S = 10.0
# Where the measurements leave it open, a second of a line is rather a second, not nothing.
PRIOR, PRIOR_WEIGHT = 1.0, 0.1


def photos(folder: Path) -> list[PhotoRef]:
    """Write the photos as files."""
    found = []
    for name in PHOTOS:
        path = folder / f"{name}.png"
        cv2.imwrite(str(path), getattr(skimage.data, name)()[..., ::-1])
        found.append(reference_photo(path))
    return found


def measured(
    product: Product, recipe: Recipe, more: bool, folder: Path
) -> tuple[MeshModel, dict[str, tuple[float, float]]]:
    """Return the draft mesh, and time and weight in each quality of the final one."""
    draft = product.build(recipe, "draft", JobContext()).mesh
    final = product.build(recipe, "final", JobContext()).mesh
    wanted = {suggested_quality_id(product.id)} | ({"draft", "fine"} if more else set())
    exact = {}
    for quality in sorted(wanted):
        stats = slice_keepsake(
            final, slice_settings(quality_id=quality), folder / "x.gcode", "", JobContext()
        ).stats
        exact[quality] = stats.time_s, stats.filament_g
    return draft, exact


def every_case(folder: Path) -> list[tuple[str, MeshModel, str, float, float]]:
    """Build and slice everything; what is in the folder already is not made again."""
    cases = []
    pictures = photos(folder)
    for product in product_catalog():
        for number, story in enumerate(STORIES):
            kept = folder / f"{product.id}-{number}.pickle"
            photo = pictures[number] if product.info.source == "photo" else None
            recipe = Recipe(product.id, story=story, photo=photo)
            try:
                if not kept.is_file():
                    kept.write_bytes(pickle.dumps(measured(product, recipe, number == 0, folder)))
            except MemoreezError as refusal:
                print(f"{product.id} {number}: {refusal.message}")
                continue
            draft, exact = pickle.loads(kept.read_bytes())
            cases += [(f"{product.id} {number} {q}", draft, q, *figures) for q, figures in exact.items()]
    return cases


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=None)
    cache = parser.parse_args().cache
    with tempfile.TemporaryDirectory() as own:
        cases = every_case(cache or Path(own))
    works = [layer_work(mesh, slice_settings(quality_id=quality)) for _, mesh, quality, _, _ in cases]
    kinds = list(works[0].seconds)
    rows = np.array([[work.seconds[kind].sum() for kind in kinds] for work in works])
    times = np.array([time_s - START_S for *_, time_s, _ in cases])
    prior = PRIOR_WEIGHT * np.eye(len(kinds))
    wanted = np.append(np.ones(len(times)), PRIOR * PRIOR_WEIGHT * np.ones(len(kinds)))
    factors, _ = nnls(np.vstack([rows / times[:, None], prior]), wanted)
    ratios = rows @ factors / times
    weights = np.array(
        [
            work.plastic_mm3 / 1000 * slice_settings().material.density_g_cm3 / grams
            for work, (*_, grams) in zip(works, cases, strict=True)
        ]
    )
    # Both are laid so that the farthest ones on either side are equally far.
    factors /= np.sqrt(ratios.min() * ratios.max())
    ratios /= np.sqrt(ratios.min() * ratios.max())
    more = 1.0 / float(np.sqrt(weights.min() * weights.max()))
    for case, ratio, weight in zip(cases, ratios, weights * more, strict=True):
        far = "  <--" if not (0.8 <= ratio <= 1.25 and 0.8 <= weight <= 1.25) else ""
        print(f"{case[0]:<36} time {ratio:.2f}  weight {weight:.2f}{far}")
    print({kind: round(float(factor), 3) for kind, factor in zip(kinds, factors, strict=True)})
    print(f"more plastic {more:.3f}; time {ratios.min():.2f}-{ratios.max():.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

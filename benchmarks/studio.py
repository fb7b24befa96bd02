"""The offline studio: meshes against slicing them, cards against the clock, rough figures against exact ones.

    python benchmarks/studio.py [--only products|lithophane|cards|figures] [PRODUCT …]

Processor seconds of all processes, both sides in one run. Ends with 1 if a promise is missed. PrusaSlicer and
a bare off-screen PyVista picture are the peers; without PrusaSlicer the first part is left out.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.story import Brief, PhotoRef, Story
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services import make_concepts
from memoreez_desktop.services.estimate import rough_print
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.services.profiles import slice_settings, suggested_quality_id
from memoreez_desktop.services.slice_keepsake import slice_keepsake
from memoreez_desktop.services.warm import warm_everything
from memoreez_desktop.tasks.child import ChildPool

import slicing_engines as engines
from measure import cpu_of, large_photo, report

STORY = Story(
    name="Grandpa Karl",
    age=70,
    passions=("fishing", "tractors", "coffee", "chess"),
    quirk="hates Mondays",
    occasion="birthday",
)
MESH_TO_SLICE = {"story": 0.5, "photo": 1.0}
LITHOPHANE_TO_CONSTRUCTOR = 3.0
FIRST_CARD_S, ALL_CARDS_S, CARDS = 1.5, 8.0, 8
ROUGH = 1.25

# The bare picture of a mesh, as a script would take it: nothing but PyVista.
PYVISTA = """
import sys, time, pyvista
mesh = pyvista.read(sys.argv[1])
plotter = pyvista.Plotter(off_screen=True, window_size=(512, 512))
plotter.add_mesh(mesh, color="tan", smooth_shading=True)
plotter.screenshot(sys.argv[2])
"""


def cpu(work: object) -> tuple[float, object]:
    """Return processor seconds of this process and the result."""
    started = time.process_time()
    result = work()  # type: ignore[operator]
    return time.process_time() - started, result


def products(names: list[str], photo: PhotoRef, folder: Path) -> bool:
    """Build every product's final mesh, and let PrusaSlicer slice it."""
    kept = True
    for product in product_catalog():
        if names and product.id not in names:
            continue
        of_photo = product.info.source == "photo"
        recipe = Recipe(product.id, story=STORY, photo=photo if of_photo else None)
        product.build(recipe, "draft", JobContext())
        ours, mesh = cpu(lambda p=product, r=recipe: p.build(r, "final", JobContext()).mesh)
        model = folder / f"{product.id}.stl"
        save_mesh(mesh, model)
        theirs = engines.prusa(model, folder / "prusa.gcode", supports=False)
        if theirs is None:
            print(
                f"{product.id}: {ours:.2f} CPU s, {mesh.triangles} triangles; no PrusaSlicer, or it refused"
            )
            continue
        name = f"{product.id} ({mesh.triangles} triangles) vs PrusaSlicer's slicing"
        kept &= report(name, [ours], [theirs.cpu_s], MESH_TO_SLICE[product.info.source])
    return kept


def lithophane(photo: PhotoRef) -> bool:
    """Build the flat lithophane, 120 x 90 mm at 0.2 mm, against manifold3d's constructor on the same mesh."""
    from manifold3d import Manifold, Mesh

    product = product_catalog().get("lithophane")
    recipe = Recipe(product.id, photo=photo).with_params(width_mm=120.0, proportions="4:3")
    ours, theirs = [], []
    for _ in range(3):
        seconds, made = cpu(lambda: product.build(recipe, "final", JobContext()).mesh)
        ours.append(seconds)
        bare = Mesh(made.vertices.astype(np.float32), made.faces.astype(np.uint32))
        theirs.append(cpu(lambda bare=bare: Manifold(bare).num_tri())[0])
    name = f"lithophane 120 x 90 mm ({made.triangles} triangles) vs bare manifold3d"
    return report(name, ours, theirs, LITHOPHANE_TO_CONSTRUCTOR)


def cards(folder: Path) -> bool:
    """Fill a page of eight cards by two warm processes, as the window does."""
    plans = make_concepts.plan(Brief(STORY), CARDS)
    pool = ChildPool(2, warm)
    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(pool.run, warm, (), JobContext()) for _ in range(2)]:
            done.result()
        arrived: list[float] = []

        def draw(plan: object) -> None:
            pool.run(make_concepts.draw_concept, (plan,), JobContext())
            arrived.append(time.perf_counter() - started)

        started = time.perf_counter()
        list(threads.map(draw, plans))
    pool.close()
    model = folder / "card.stl"
    save_mesh(
        product_catalog().get(plans[0].recipe.product_id).build(plans[0].recipe, "draft", JobContext()).mesh,
        model,
    )
    begun = time.perf_counter()
    spent = cpu_of([sys.executable, "-c", PYVISTA, model, folder / "bare.png"])
    bare = time.perf_counter() - begun
    first, last = min(arrived), max(arrived)
    kept = first <= FIRST_CARD_S and last <= ALL_CARDS_S
    print(
        f"first card {first:.2f} s (promise <= {FIRST_CARD_S} s), all {CARDS} {last:.2f} s (promise <="
        f" {ALL_CARDS_S} s): {'kept' if kept else 'MISSED'}; a bare PyVista picture of the first mesh, start"
        f" included: {bare:.2f} s, {spent:.2f} CPU s: {first / bare:.2f}x and {last / bare:.2f}x"
    )
    return kept


def warm(job: JobContext) -> None:
    """Warm a child."""
    warm_everything()


def figures(names: list[str], folder: Path) -> bool:
    """Compare what a card says of time and weight with what the slicer finds of the final mesh."""
    kept = True
    for product in product_catalog():
        if names and product.id not in names:
            continue
        recipe = Recipe(product.id, story=STORY, photo=sample() if product.info.source == "photo" else None)
        settings = slice_settings(quality_id=suggested_quality_id(product.id))
        rough = rough_print(product.build(recipe, "draft", JobContext()).mesh, settings)
        final: MeshModel = product.build(recipe, "final", JobContext()).mesh
        exact = slice_keepsake(final, settings, folder / "own.gcode", "", JobContext()).stats
        ratios = rough.time_s / exact.time_s, rough.filament_g / exact.filament_g
        good = all(1 / ROUGH <= ratio <= ROUGH for ratio in ratios)
        kept &= good
        print(
            f"{product.id}: time {ratios[0]:.2f} of {exact.time_s / 60:.0f} min, weight {ratios[1]:.2f} of"
            f" {exact.filament_g:.1f} g (promise within {ROUGH - 1:.0%}, {'kept' if good else 'MISSED'})",
            flush=True,
        )
    return kept


def sample() -> PhotoRef:
    """Return the photo that the program brings along."""
    return reference_photo(Path(__file__).parents[1] / "resources" / "samples" / "photo.jpg")


def main() -> int:
    """Measure what is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("products", "lithophane", "cards", "figures"))
    parser.add_argument("product", nargs="*")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    warm_everything()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        photo = reference_photo(large_photo(folder / "photo.jpg"))
        parts = {
            "cards": lambda: cards(folder),
            "lithophane": lambda: lithophane(photo),
            "figures": lambda: figures(asked.product, folder),
            "products": lambda: products(asked.product, photo, folder),
        }
        wanted = [asked.only] if asked.only else list(parts)
        kept = [parts[part]() for part in wanted]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())

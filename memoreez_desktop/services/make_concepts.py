"""A brief becomes concepts: planned at once, then drawn one by one from the very mesh of each recipe."""

from __future__ import annotations

import time

from memoreez_desktop.concepts.offline import plan_concepts
from memoreez_desktop.core.concept import Concept, ConceptPlan, ConceptStats
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.story import Brief
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.clay import encode_png, render_clay
from memoreez_desktop.printability.checks import check_mesh
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services.catalogs import product_infos
from memoreez_desktop.services.estimate import rough_print
from memoreez_desktop.services.profiles import slice_settings, suggested_quality_id

PICTURE_PX = 512


def plan(brief: Brief, count: int, start: int = 0, *, product_id: str = "") -> tuple[ConceptPlan, ...]:
    """Plan ``count`` concepts from the ``start``-th on; deterministic for ``brief.seed``.

    Parameters
    ----------
    product_id : str
        Only this product, when given.

    Raises
    ------
    UsageError
        The product is not known.
    InputError
        Nothing can be made from this brief.
    """
    if product_id:
        return plan_concepts(brief, (product_catalog().get(product_id).info,), count, start)
    return plan_concepts(brief, product_infos(), count, start)


def draw_concept(plan: ConceptPlan, job: JobContext, *, picture_px: int = PICTURE_PX) -> Concept:
    """Build a concept's mesh coarsely, check it, and take its picture.

    A module-level function of picklable values: the window runs it in a child process.

    Parameters
    ----------
    picture_px : int
        Side of the square picture.

    Raises
    ------
    InputError, MeshError
        The recipe cannot be made, in words.
    Cancelled
    """
    begun = time.perf_counter()
    product = product_catalog().get(plan.recipe.product_id)
    job.progress(0.0, say("Shaping: {kind}", kind=plan.kind))
    sculpture = product.build(plan.recipe, "draft", stage(job, 0.0, 0.6))
    job.progress(0.6, say("Taking its picture"))
    picture = render_clay(
        sculpture.mesh,
        sculpture.camera,
        size_px=picture_px,
        colour=plan.colour,
        quality="draft",
        backlight=sculpture.backlight,
    )
    png = encode_png(picture)
    job.progress(0.8, say("Looking whether it prints"))
    settings = slice_settings(quality_id=suggested_quality_id(plan.recipe.product_id))
    report = check_mesh(sculpture.mesh, settings.printer, stage(job, 0.8, 1.0), quick=True)
    rough = rough_print(sculpture.mesh, settings)
    stats = ConceptStats(
        size_mm=report.size_mm,
        triangles=report.triangles,
        volume_mm3=report.volume_mm3,
        watertight=report.watertight,
        time_s=rough.time_s,
        filament_g=rough.filament_g,
        findings=report.findings,
        smallest_mm=report.smallest_mm,
    )
    job.progress(1.0, say("Ready"))
    return Concept(plan, png, stats, time.perf_counter() - begun)

"""The whole main job in one call: a brief becomes concepts, one of them a model, a picture and G-code.

Everything is written into one folder, complete or not at all: ``concept-1.png`` …, ``model.stl`` (exactly
what was sliced), ``picture.png`` and the G-code under a name every printer can show.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from memoreez_desktop.core.concept import Concept, ConceptPlan
from memoreez_desktop.core.errors import InputError, MemoreezError, RefusedError, UsageError
from memoreez_desktop.core.finding import CheckReport
from memoreez_desktop.core.job import JobContext, stage
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.money import filament_cost
from memoreez_desktop.core.profiles import SliceSettings
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.story import Brief
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.mesh_files import save_mesh
from memoreez_desktop.printing.file_names import safe_name
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services import make_concepts
from memoreez_desktop.services.check_model import check_model
from memoreez_desktop.services.make_sculpture import make_sculpture
from memoreez_desktop.services.picture import save_picture
from memoreez_desktop.services.profiles import (
    DEFAULT_MATERIAL,
    DEFAULT_PRINTER,
    DEFAULT_QUALITY,
    require_possible,
    slice_settings,
    suggested_quality_id,
)
from memoreez_desktop.services.shape_keepsake import shape_keepsake
from memoreez_desktop.services.slice_keepsake import DEFAULT_ENGINE, require_engine, slice_keepsake
from memoreez_desktop.services.slice_wishes import SliceWishes
from memoreez_desktop.slicing.api import SliceResult
from memoreez_desktop.storage.files import write_atomic
from memoreez_desktop.storage.remote_job_rows import OrderRow

SIZE_FIELDS = ("height_mm", "width_mm", "size_mm", "diameter_mm")
"""A product's main size is the first of these that it has."""


@dataclass(frozen=True)
class Order:
    """What is wanted.

    Attributes
    ----------
    product_id : str
        Empty: the first concept of the plan is taken.
    size_mm : float, optional
        The product's main size; its own default when None.
    quality_id : str
        Empty: what suits the product.
    count : int
        How many concepts are drawn to choose from.
    wishes : SliceWishes
        What is asked of the slicer on top of the quality.
    steps : KeepsakeRecipe
        What is done to the sculpture; its nozzle is that of the printer.
    """

    brief: Brief
    product_id: str = ""
    size_mm: float | None = None
    printer_id: str = DEFAULT_PRINTER
    material_id: str = DEFAULT_MATERIAL
    quality_id: str = ""
    engine_id: str = DEFAULT_ENGINE
    count: int = 4
    wishes: SliceWishes = field(default_factory=SliceWishes)
    steps: KeepsakeRecipe = KeepsakeRecipe()

    def settings(self, suited_quality_id: str) -> SliceSettings:
        """Return what is sliced with; ``suited_quality_id`` where no quality was chosen."""
        plain = slice_settings(self.printer_id, self.material_id, self.quality_id or suited_quality_id)
        return self.wishes.apply(plain)


@dataclass(frozen=True)
class DrawnConcept:
    """A concept of the journey: drawn (then ``picture`` is its file) or failed with a word.

    Attributes
    ----------
    plan : ConceptPlan
    picture : Path or None
        Of a service's picture every pixel as it came; kept also where no keepsake can be made of it.
    error : str
        Empty when it was drawn.
    number : int
        Its place in the plan, from 1.
    order : OrderRow or None
        A service's order as it stands, with prompt, seed, model, licence and cost.
    failure : MemoreezError or None
    """

    plan: ConceptPlan
    picture: Path | None = None
    seconds: float = 0.0
    error: str = ""
    number: int = 0
    order: OrderRow | None = field(default=None, repr=False)
    failure: MemoreezError | None = None


ConceptDrawer = Callable[[Order, Path, JobContext], tuple[DrawnConcept, ...]]


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came out, and where it lies."""

    concepts: tuple[DrawnConcept, ...]
    chosen: ConceptPlan
    mesh: MeshModel
    model: Path
    picture: Path
    report: CheckReport
    result: SliceResult
    settings: SliceSettings
    seconds: dict[str, float] = field(default_factory=dict)
    shaping: tuple[StepNote, ...] = ()

    @property
    def cost(self) -> float:
        """Price of the filament, in the currency of the material's profile."""
        return filament_cost(self.result.stats.filament_g, self.settings.material.price_per_kg)


def walk(order: Order, out: Path, job: JobContext, draw: ConceptDrawer | None = None) -> Outcome:
    """Go the whole way.

    Parameters
    ----------
    draw : callable, optional
        Who draws the concepts; the studio by default.

    Raises
    ------
    UsageError, InputError, RefusedError, StorageError, Cancelled
        In words; files that were finished before stay, half ones never do.
    """
    seconds: dict[str, float] = {}
    settings = order.settings(DEFAULT_QUALITY)
    require_possible(settings)  # an hour's work must not end with a wrong word
    require_engine(order.engine_id)
    with _timed(seconds, "concepts"):
        concepts = (draw or _draw_all)(order, out, stage(job, 0.0, 0.3))
        chosen = _first_drawn(concepts)
    settings = order.settings(suggested_quality_id(chosen.recipe.product_id))
    with _timed(seconds, "sculpture"):
        sculpture = make_sculpture(chosen.recipe, stage(job, 0.3, 0.45))
        steps = replace(order.steps, nozzle_mm=settings.printer.nozzle_mm)
        shaped = shape_keepsake(sculpture.mesh, steps, stage(job, 0.45, 0.5))
        mesh = shaped.mesh
        model = out / "model.stl"
        save_mesh(mesh, model)
    with _timed(seconds, "picture"):
        job.progress(0.5, say("Taking its picture"))
        picture = out / "picture.png"
        save_picture(mesh, picture, sculpture.camera, chosen.colour, sculpture.backlight)
    with _timed(seconds, "check"):
        report = check_model(mesh, settings.printer, stage(job, 0.6, 0.7))
    with _timed(seconds, "slice"):
        gcode = out / safe_name(chosen.title, settings.printer.file_suffix)
        result = slice_keepsake(mesh, settings, gcode, order.engine_id, stage(job, 0.7, 1.0))
    return Outcome(concepts, chosen, mesh, model, picture, report, result, settings, seconds, shaped.notes)


def draw_into(
    plan: ConceptPlan, number: int, out: Path, job: JobContext, picture_px: int = make_concepts.PICTURE_PX
) -> tuple[Concept, Path]:
    """Draw one concept and write its picture into ``out``."""
    concept = make_concepts.draw_concept(plan, job, picture_px=picture_px)
    picture = out / f"concept-{number}.png"
    write_atomic(picture, concept.picture_png)
    return concept, picture


def plans_for(order: Order) -> tuple[ConceptPlan, ...]:
    """Plan the concepts of an order at the size that was asked for.

    Raises
    ------
    UsageError
        The product is not known or has no size.
    InputError
        Nothing can be made from this brief.
    """
    plans = make_concepts.plan(order.brief, order.count, product_id=order.product_id)
    if not plans:
        raise _nothing_to_make(order)
    return tuple(sized(plan, order.size_mm) for plan in plans)


def _nothing_to_make(order: Order) -> InputError:
    info = product_catalog().get(order.product_id).info if order.product_id else None
    if info is not None and info.source == "photo" and not order.brief.photos:
        return InputError(
            say("This keepsake is made from a photo: {product}.", product=info.label), say("Give a photo.")
        )
    return InputError(
        say("There is nothing to make a keepsake from."),
        say("Tell a name, a passion or a story, or give a photo."),
    )


def sized(plan: ConceptPlan, size_mm: float | None) -> ConceptPlan:
    """Return a plan at a main size.

    Raises
    ------
    UsageError
        The product has no size.
    """
    if size_mm is None:
        return plan
    info = product_catalog().get(plan.recipe.product_id).info
    names = [field.id for field in info.fields]
    name = next((name for name in SIZE_FIELDS if name in names), "")
    if not name:
        raise UsageError(
            say("The size of this keepsake cannot be chosen: {product}.", product=info.label),
            say("Leave --size away."),
        )
    recipe = plan.recipe.with_params(**{name: float(size_mm)})
    return replace(plan, recipe=recipe, id=recipe.digest[:16])


def _draw_all(order: Order, out: Path, job: JobContext) -> tuple[DrawnConcept, ...]:
    plans = plans_for(order)
    drawn: list[DrawnConcept] = []
    failure: MemoreezError | None = None
    for number, plan in enumerate(plans, start=1):
        step = stage(job, (number - 1) / len(plans), number / len(plans))
        try:
            concept, picture = draw_into(plan, number, out, step)
        except (InputError, RefusedError) as error:
            failure = error
            drawn.append(DrawnConcept(plan, error=str(error), number=number, failure=error))
            continue
        drawn.append(DrawnConcept(plan, picture, concept.seconds, number=number))
    if failure is not None and all(concept.picture is None for concept in drawn):
        raise failure
    return tuple(drawn)


def _first_drawn(concepts: tuple[DrawnConcept, ...]) -> ConceptPlan:
    return next(concept.plan for concept in concepts if not concept.error)


@contextmanager
def _timed(seconds: dict[str, float], name: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    seconds[name] = round(time.perf_counter() - begun, 3)

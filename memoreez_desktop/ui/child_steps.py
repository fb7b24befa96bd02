"""What the window has done in the geometry process, one step each.

The window's own process hands these functions over and never imports what they use: manifold3d, scipy,
numba and their like hold the interpreter for hundreds of milliseconds while they are imported. No Qt here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.finding import CheckReport
from memoreez_desktop.core.gcode import GcodeStats, Toolpaths
from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Backlight, Camera, ProductInfo
from memoreez_desktop.core.profiles import PrinterProfile, SliceSettings
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.slicing.api import SliceResult

if TYPE_CHECKING:
    from memoreez_desktop.printability.receipt import Repair
    from memoreez_desktop.services.open_model import OpenedModel
    from memoreez_desktop.services.sculpture_journey import Prepared
    from memoreez_desktop.services.shape_keepsake import Shelf
    from memoreez_desktop.storage.mesh_bytes import StoredMesh

SHAPING_HOME = "shaping"
"""The home of :func:`shape` among the geometry processes, see ``ChildPool.run``."""

_SKY, _SKY_MAP_PX = 24, 512


@dataclass(frozen=True, eq=False)
class Sculpted:
    """A built recipe: its mesh and how it is looked at."""

    mesh: MeshModel
    camera: Camera
    backlight: Backlight | None


@dataclass(frozen=True, eq=False)
class Shaped:
    """A keepsake as its recipe makes it.

    Attributes
    ----------
    notes : tuple of StepNote
        What the steps worked out; their numbers are indices into the recipe's steps.
    figure_mm : (2, 3) float64
        The box of the figure, without its pedestal.
    final : bool
        The mesh may be printed; otherwise it is of the same shape, to look at only.
    """

    mesh: MeshModel
    notes: tuple[StepNote, ...]
    figure_mm: NDArray[np.float64]
    final: bool


def sculpt(recipe: Recipe, job: JobContext) -> Sculpted:
    """Build a recipe's final mesh."""
    from memoreez_desktop.services.make_sculpture import make_sculpture  # noqa: PLC0415 - see the module

    made = make_sculpture(recipe, job)
    return Sculpted(made.mesh, made.camera, made.backlight)


def shape(raw: MeshModel | StoredMesh, recipe: KeepsakeRecipe, final: bool, job: JobContext) -> Shaped:
    """Do the steps of a keepsake's recipe; what this process made for it before is not made again.

    ``final=False`` gives a mesh to look at while a person writes. Run it with ``home=SHAPING_HOME``, so that
    it comes to the process that has the pieces.
    """
    from memoreez_desktop.services.shape_keepsake import shape_keepsake  # noqa: PLC0415 - see the module

    shaped = shape_keepsake(raw, recipe, job, final=final, shelf=_open_pieces())
    return Shaped(shaped.mesh, shaped.notes, shaped.figure_mm, shaped.final)


@cache
def _open_pieces() -> Shelf:
    """Return the shelf of this process: the solids it has open, by what they were made from."""
    from memoreez_desktop.services.shape_keepsake import Shelf  # noqa: PLC0415 - see the module

    return Shelf()


def mend(
    mesh: MeshModel, factor: float, leave: frozenset[str], printer: PrinterProfile, job: JobContext
) -> Repair:
    """Bring a model to the size its file means, as fine as can be drawn, and mend it."""
    from memoreez_desktop.services.mend_model import mend_model  # noqa: PLC0415 - see the module

    return mend_model(mesh, factor, printer, job, leave=leave)


def repair(mesh: MeshModel, leave: frozenset[str], job: JobContext) -> Repair:
    """Mend a sculpture; what it stands on is a step of its keepsake."""
    from memoreez_desktop.services.repair_model import repair_model  # noqa: PLC0415 - see the module

    return repair_model(mesh, job, flat_base=False, leave=leave)


def check(mesh: MeshModel, printer: PrinterProfile, job: JobContext) -> CheckReport:
    """Run every printability check."""
    from memoreez_desktop.services.check_model import check_model  # noqa: PLC0415 - see the module

    return check_model(mesh, printer, job)


def measure(mesh: MeshModel, printer: PrinterProfile, map_id: str, job: JobContext) -> HeatMap:
    """Take a measure of every face."""
    from memoreez_desktop.services.model_maps import model_map  # noqa: PLC0415 - see the module

    return model_map(mesh, printer, map_id, job)


def bring_in(path: Path, printer: PrinterProfile, job: JobContext) -> OpenedModel:
    """Read a model file, and find out in which unit it was drawn."""
    from memoreez_desktop.services import open_model  # noqa: PLC0415 - see the module

    return open_model.bring_in(path, printer, job)


def prepare_sculpture(photo: PhotoRef, height_mm: float, job: JobContext) -> Prepared:
    """Cut the subject of a picture out, and make what stands in for its sculpture."""
    from memoreez_desktop.services.sculpture_journey import prepare  # noqa: PLC0415 - see the module

    return prepare(photo, height_mm, job)


def save(mesh: MeshModel, path: Path, job: JobContext) -> None:
    """Write a model file."""
    from memoreez_desktop.geometry.mesh_files import save_mesh  # noqa: PLC0415 - see the module

    job.check_cancelled()
    save_mesh(mesh, path)


def form_of(recipe: Recipe, _job: JobContext) -> tuple[ProductInfo | None, tuple[str, ...]]:
    """Return what a recipe's product can be asked for, and the words it writes; (None, ()) if unknown."""
    from memoreez_desktop.sculpting.wording import words_for  # noqa: PLC0415 - see the module
    from memoreez_desktop.services import catalogs  # noqa: PLC0415 - see the module

    info = next((i for i in catalogs.product_infos() if i.id == recipe.product_id), None)
    return info, words_for(recipe) if info is not None and info.wants_words else ()


def slice_mesh(
    mesh: MeshModel, copies: int, settings: SliceSettings, out: Path, engine_id: str, job: JobContext
) -> SliceResult:
    """Write the G-code of a model, or of several copies side by side."""
    from memoreez_desktop.services.slice_keepsake import slice_keepsake  # noqa: PLC0415 - see the module

    if copies > 1:
        from memoreez_desktop.services.plate import lay_out  # noqa: PLC0415 - see the module

        mesh = lay_out([mesh] * copies, settings, job).mesh
    return slice_keepsake(mesh, settings, out, engine_id, job)


def copies_that_fit(mesh: MeshModel, settings: SliceSettings, job: JobContext) -> int:
    """Return how many copies of a model have room on the bed."""
    from memoreez_desktop.services.plate import most_copies  # noqa: PLC0415 - see the module

    return most_copies(mesh, settings, job)


def read_paths(path: Path, job: JobContext) -> tuple[GcodeStats, Toolpaths]:
    """Read every move of a G-code file."""
    from memoreez_desktop.services.preview import read_toolpaths  # noqa: PLC0415 - see the module

    return read_toolpaths(path, job)


def daylight(
    mesh: MeshModel, points: NDArray[np.float32], normals: NDArray[np.float32], job: JobContext
) -> NDArray[np.float32]:
    """Return how much of an open sky each point of a model sees, 0-1: engraved letters lie in shade."""
    from memoreez_desktop.geometry import clay_camera, clay_kernels  # noqa: PLC0415 - see the module

    job.check_cancelled()
    low, high = mesh.bounds_mm
    if not len(points) or not float((high - low).max()) > 0:
        return np.ones(len(points), np.float32)
    dome = clay_camera.light_frames(clay_camera.sky_directions(_SKY), low, high, _SKY_MAP_PX)
    room = np.empty((_SKY_MAP_PX, _SKY_MAP_PX), np.float32)
    seen = np.zeros(len(points), np.float32)
    clay_kernels.gather(mesh.vertices, mesh.faces, points, normals, dome, room, seen)
    # Measured by what a free surface of the same slope would see.
    free = np.clip((1.0 + normals[:, 2]) / 2.0, 0.05, 1.0)
    return np.clip(1.15 * seen / np.float32(dome[:, 2, 2].sum()) / free, 0.0, 1.0).astype(np.float32)

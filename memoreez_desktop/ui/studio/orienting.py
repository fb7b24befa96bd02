"""What happens when a person turns the figure: found out in the geometry process, done to the recipe."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect

from memoreez_desktop.core.edition import Edition
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Axis, Foot, Mirror, Pedestal, Turn
from memoreez_desktop.core.turning import turn_matrix
from memoreez_desktop.ui.one_job import OneJob
from memoreez_desktop.ui.studio import orientation_edits, orientation_search
from memoreez_desktop.ui.studio.orientation_card import aims_words
from memoreez_desktop.ui.studio.orientation_chooser import OrientationChooser
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from memoreez_desktop.core.profiles import SliceSettings
    from memoreez_desktop.services.orient_model import Lying
    from memoreez_desktop.ui.studio.orientation_edits import Points
    from memoreez_desktop.ui.studio.orientation_section import OrientationSection
    from memoreez_desktop.ui.studio.sections import SectionTools
    from memoreez_desktop.ui.workshop import Workshop

Change = Callable[[KeepsakeRecipe, "Points | None"], KeepsakeRecipe]

_BED_RATIO = 0.95
"""Of the bed: the rest is for skirt and brim."""


class Orienting(QObject):
    """Listens to the section, the chooser and the view."""

    def __init__(self, section: OrientationSection, tools: SectionTools, parent: QObject) -> None:
        super().__init__(parent)
        self._section, self._tools, self._workshop = section, tools, tools.workshop
        self._search, self._measure, self._face = (OneJob(tools.workshop.runner) for _ in range(3))
        self._waiting: list[Callable[[], None]] = []
        self._chooser: OrientationChooser | None = None
        self._ways: tuple[object, tuple[Lying, ...]] | None = None
        self._points: tuple[str, Points] | None = None
        section.chooser_wanted.connect(self._choose)
        section.face_wanted.connect(self._ask_for_face)
        section.rings_wanted.connect(self._show_rings)
        section.turned.connect(self._turn)
        section.angles_chosen.connect(self._set_angles)
        section.mirror_wanted.connect(self._mirror)
        section.fit_wanted.connect(self._fit)

    def _choose(self) -> None:
        scene = self._section.scene
        if scene is None:
            return
        if self._chooser is None:
            self._chooser = OrientationChooser(self._tools.icon_book, self._section)
            self._chooser.taken.connect(self._take)
            self._chooser.face_wanted.connect(self._ask_for_face)
            self._chooser.rings_wanted.connect(lambda: self._section.rings.setChecked(True))
            self._chooser.closed.connect(self._search.stop)
        chooser, corner = self._chooser, self._section.mapToGlobal(QPoint(0, 0))
        chooser.open(QRect(corner, self._section.size()))
        edition = scene.edition
        key = self._search_key()
        if self._ways is not None and self._ways[0] == key:
            self._offer(self._ways[1])
            return

        def found(ways: tuple[Lying, ...]) -> None:
            self._ways = (key, ways)
            for lying in ways:
                words = aims_words(lying, self._section.upright_word)
                self._section.name_turn(lying.orientation.turn, words.partition(" · ")[0])
            self._section.refresh()
            self._offer(ways)

        self._search.start(
            self._search_job(edition),
            found,
            lambda error: chooser.complain(_words(error)),
            lambda fraction, _words: chooser.show_progress(fraction),
        )

    def _search_key(self) -> tuple[object, ...]:
        """Return everything that decides what a search finds."""
        scene, settings = self._section.scene, self._workshop.keeper.settings
        placing = (step for step in self._section.recipe.steps if step.kind in ("mirror", "turn", "size"))
        raw = scene.edition.raw_key if scene is not None else ""
        return raw, tuple(placing), settings.printer_id, settings.material_id, settings.quality_id

    def _search_job(self, edition: Edition) -> Callable[[JobContext], tuple[Lying, ...]]:
        workshop, raws = self._workshop, self._tools.raws

        def job(job: JobContext) -> tuple[Lying, ...]:
            raw = raws.raw_of(edition, workshop, job).mesh
            arguments = (raw, edition.steps, _settings(workshop), edition.plan.colour)
            return workshop.children.run(orientation_search.ways_to_lie, arguments, job)

        return job

    def _offer(self, ways: tuple[Lying, ...]) -> None:
        if self._chooser is not None and self._chooser.isVisible():
            recipe = self._section.recipe
            footed = recipe.first(Foot) is not None or recipe.first(Pedestal) is not None
            present = recipe.first(Turn) or Turn()
            self._chooser.offer(ways, present, came=self._section.upright_word, footed=footed)

    def _take(self, lying: Lying) -> None:
        words = aims_words(lying, self._section.upright_word).partition(" · ")[0]
        turn = lying.orientation.turn
        self._edit(
            lambda recipe, points: orientation_edits.laid(recipe, turn, points),
            tr("Orientation: {name}", name=words),
        )

    def _turn(self, axis: Axis, degrees: float) -> None:
        matrix = orientation_edits.about(axis, degrees)
        self._edit(lambda recipe, points: orientation_edits.turned(recipe, matrix, points), tr("Turned"))

    def _set_angles(self, turn: Turn) -> None:
        self._edit(lambda recipe, points: orientation_edits.laid(recipe, turn, points), tr("Turned"))

    def _mirror(self) -> None:
        self._edit(lambda recipe, points: orientation_edits.mirrored(recipe, "x", points), tr("Mirrored"))

    def _fit(self) -> None:
        scene = self._section.scene
        if scene is None or scene.mesh is None or scene.printer is None:
            return
        printer, size = scene.printer, scene.mesh.extents_mm
        room = (printer.bed_x_mm * _BED_RATIO, printer.bed_y_mm * _BED_RATIO, printer.height_mm * _BED_RATIO)
        factor = min(limit / max(side, 1e-6) for limit, side in zip(room, size, strict=True))
        self._edit(
            lambda recipe, points: (
                orientation_edits.scaled(recipe, factor, points) if points is not None else recipe
            ),
            tr("As large as the bed"),
            measured=True,
        )

    def _ask_for_face(self) -> None:
        self._tools.view.pick_mode(self._picked, tr("Click the face that shall lie on the bed."))

    def _picked(self, face: int, point_mm: NDArray) -> None:
        scene = self._section.scene
        if scene is None or scene.mesh is None:
            return
        workshop, raws = self._workshop, self._tools.raws
        mesh, edition, linear = scene.mesh, scene.edition, orientation_edits.linear_of(scene.noted)

        def job(job: JobContext) -> Turn:
            raw = raws.raw_of(edition, workshop, job).mesh
            arguments = (mesh, face, point_mm, raw, linear)
            return workshop.children.run(orientation_search.lay_flat, arguments, job)

        def laid(turn: Turn) -> None:
            matrix = turn_matrix(turn)
            self._edit(
                lambda recipe, points: orientation_edits.turned(recipe, matrix, points),
                tr("A face laid down"),
            )

        self._face.start(job, laid, workshop.journey.complain)

    def _show_rings(self, visible: bool) -> None:
        view = self._tools.view
        if visible:
            view.turn_mode(self._turn, self._section.release_rings)
        else:
            view.turn_mode(None)

    def _edit(self, change: Change, words: str, *, measured: bool = False) -> None:
        """Change the recipe as it is by then; where it names a size, how large the figure is is found out."""
        section, scene = self._section, self._section.scene
        if scene is None:
            return
        key = scene.edition.raw_key
        needs = measured or orientation_edits.names_size(section.recipe)
        if not needs or (self._points is not None and self._points[0] == key):
            points = self._points[1] if needs and self._points is not None else None
            self._do(change(section.recipe, points), words, larger=measured)
            return
        # Whoever clicks twice meanwhile means both.
        self._waiting.append(lambda: self._edit(change, words, measured=measured))
        if self._measure.running:
            return
        workshop, raws, edition = self._workshop, self._tools.raws, scene.edition

        def job(job: JobContext) -> Points:
            raw = raws.raw_of(edition, workshop, job).mesh
            return workshop.children.run(orientation_search.resting_points, (raw,), job)

        def found(points: Points) -> None:
            self._points = (key, points)
            waiting, self._waiting = self._waiting, []
            for edit in waiting:
                edit()

        def failed(error: MemoreezError) -> None:
            self._waiting = []
            section.refresh()
            workshop.journey.complain(error)

        self._measure.start(job, found, failed)

    def _do(self, recipe: KeepsakeRecipe, words: str, *, larger: bool) -> None:
        section, ways = self._section, self._ways
        known = ways is not None and ways[0] == self._search_key()
        like = recipe.first(Mirror) == section.recipe.first(Mirror)
        section.want(recipe, words)
        section.refresh()
        if ways is not None and known and like and not larger:
            # Turned only: the ways to lie are the same.
            self._ways = (self._search_key(), ways[1])


def _settings(workshop: Workshop) -> SliceSettings:
    """Return what it would be printed with; on a worker, it reads files."""
    from memoreez_desktop.services import profiles  # noqa: PLC0415 - reads files

    wanted = workshop.keeper.settings
    ids = (
        (profiles.printers(), wanted.printer_id, profiles.DEFAULT_PRINTER),
        (profiles.materials(), wanted.material_id, profiles.DEFAULT_MATERIAL),
        (profiles.qualities(), wanted.quality_id, profiles.DEFAULT_QUALITY),
    )
    return profiles.slice_settings(*(one if one in catalog else default for catalog, one, default in ids))


def _words(error: MemoreezError) -> str:
    return " ".join(tr(part) for part in (error.message, error.hint) if part)

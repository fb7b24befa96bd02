"""Looking at the model through a measure: its walls, its slopes, what the nozzle cannot draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.heat_map import HeatMap
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.ui import child_steps
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.chosen_printer import chosen_printer
from memoreez_desktop.ui.studio.limit_row import LimitRow
from memoreez_desktop.ui.viewport.api import MeshView
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import number, tr

if TYPE_CHECKING:
    from memoreez_desktop.tasks.runner import TaskHandle
    from memoreez_desktop.ui.workshop import Workshop

PLAIN = ""


class MapsSection(Section):
    """One of three measures, or the plain model. Widgets only."""

    def __init__(self, icon_book: IconBook) -> None:
        super().__init__(icon_book, tr("Look at"))
        choices = (
            (PLAIN, tr("Model")),
            ("thickness", tr("Walls")),
            ("overhang", tr("Slopes")),
            ("lost-detail", tr("Detail")),
        )
        self.choice = Segmented(icon_book, tr("Look at"), choices)
        self.choice.set_value(PLAIN)
        self.body.addWidget(self.choice)
        self.limit = LimitRow(icon_book)
        self.limit.hide()
        self.body.addWidget(self.limit)


class StudioMaps(QObject):
    """Has the chosen measure taken of the present model, and shows it as soon as it is there."""

    def __init__(self, section: MapsSection, view: MeshView, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._section, self._view, self._workshop = section, view, workshop
        self._mesh: MeshModel | None = None
        self._known: dict[str, HeatMap] = {}
        self._measuring: TaskHandle | None = None
        section.choice.changed.connect(lambda _choice: self._show())
        section.limit.changed.connect(self._colour)

    def show_model(self, mesh: MeshModel) -> None:
        """Go on with another model: the same measure is taken of it."""
        self._mesh, self._known = mesh, {}
        self._show()

    def forget_printer(self) -> None:
        """Another printer draws other widths."""
        self._known = {}
        self._show()

    def _show(self) -> None:
        self._stop()
        chosen, mesh = self._section.choice.value, self._mesh
        self._section.limit.offer(self._known.get(chosen))
        if mesh is None or chosen == PLAIN:
            self._section.aside.setText("")
            self._view.show_map(None)
        elif chosen in self._known:
            self._colour()
        else:
            self._measure(mesh, chosen)

    def _colour(self) -> None:
        """Show the chosen measure, sharply where the person has set a limit of their own."""
        heat, limit, mesh = self._known[self._section.choice.value], self._section.limit.limit, self._mesh
        if limit is None or mesh is None:
            self._section.aside.setText("")
            self._view.show_map(heat)
            return
        area_cm2 = float(face_areas_mm2(mesh)[heat.beyond(limit)].sum()) / 100.0
        self._section.aside.setText(tr("{area} cm² beyond it", area=number(f"{area_cm2:.1f}")))
        self._view.show_map(heat.limited(limit))

    def _measure(self, mesh: MeshModel, chosen: str) -> None:
        self._section.aside.setText(tr("Measuring…"))
        workshop = self._workshop

        def job(job: JobContext) -> HeatMap:
            arguments = (mesh, chosen_printer(workshop), chosen)
            return workshop.children.run(child_steps.measure, arguments, job)

        def done(heat: HeatMap) -> None:
            self._known[chosen] = heat
            self._section.limit.offer(heat)
            self._colour()

        def failed(error: MemoreezError) -> None:
            self._section.choice.set_value(PLAIN)
            self._section.aside.setText(tr(error.message))
            self._view.show_map(None)

        self._measuring = workshop.runner.submit(job, done=done, failed=failed)

    def _stop(self) -> None:
        if self._measuring is not None:
            self._measuring.cancel()
            self._measuring = None


def face_areas_mm2(mesh: MeshModel) -> NDArray[np.float32]:
    """Return the area of each face (m,)."""
    corners = [mesh.vertices[mesh.faces[:, k]] for k in range(3)]
    cross = np.cross(corners[1] - corners[0], corners[2] - corners[0])
    return np.linalg.norm(cross, axis=1) / 2

"""Pictures of a keepsake in the making: a figure, its pedestal, its words, what was added."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from make_screenshots import live

if TYPE_CHECKING:
    from make_screenshots import Photographer

# A duck: middles and half axes of what it is blended from, mm.
_PARTS = (
    ((0, 0, 24), (34, 25, 22)),
    ((22, 0, 58), (19, 18, 18)),
    ((45, 0, 55), (12, 9, 4)),
    ((-34, 0, 38), (13, 10, 7)),
    ((-2, 22, 28), (20, 7, 12)),
    ((-2, -22, 28), (20, 7, 12)),
)
_SOFT_MM, _PITCH_MM = 5.0, 1.2


def take_column(camera: Photographer, folder: Path) -> None:
    """Bring a duck, and make a keepsake of it."""
    path = folder / "Duck.stl"
    _save_duck(path)
    panel = camera.show("studio")
    before = camera.program.journey.keepsake
    panel.fileDropped.emit(path)
    while camera.program.journey.keepsake in (None, before):
        live(50)
    camera.idle()
    letters, pedestal, extras, steps = _sections(panel)
    pedestal.choice.button("round").click()
    for row, words in zip(letters.rows, ("GRANDPA KARL", "HATES MONDAYS"), strict=False):
        row.line.setText(words)
        row.line.textEdited.emit(words)
        _rest(camera)
    camera.take("studio-keepsake")
    letters.fold.setChecked(True)
    live(300)
    camera.take("studio-letters")
    letters.fold.setChecked(False)
    extras.begin("qr-code")
    _rest(camera)
    extras.add.setChecked(True)
    live(200)
    panel.bench.bring_into_sight(steps)
    panel.bench.bring_into_sight(extras.board)
    camera.take("studio-extras")
    extras.add.setChecked(False)
    steps.fold.setChecked(True)
    live(200)
    panel.bench.bring_into_sight(steps.fold)
    camera.take("studio-steps")
    steps.fold.setChecked(False)
    panel.bench.scroll_bar.setValue(0)


def _sections(panel: object) -> tuple:
    """Return the sections that change steps, in the order in which they are used here."""
    from memoreez_desktop.ui.studio.recipe_section import RecipeSection  # noqa: PLC0415 - Qt's environment first

    found = {type(section).__name__: section for section in panel.findChildren(RecipeSection)}
    return tuple(found[f"{name}Section"] for name in ("Letters", "Pedestal", "Extras", "Steps"))


def _rest(camera: Photographer) -> None:
    """Wait until the change is made and checked."""
    for pause in (300, 700):
        live(pause)
        camera.idle()


def _save_duck(path: Path) -> None:
    """Blend ellipsoids into a duck that looks to the front right, and save it."""
    from manifold3d import Manifold  # noqa: PLC0415 - Qt's environment first

    from memoreez_desktop.geometry.mesh_files import save_mesh  # noqa: PLC0415 - Qt's environment first
    from memoreez_desktop.geometry.solids import weld  # noqa: PLC0415 - Qt's environment first

    def inside(x: float, y: float, z: float) -> float:
        total = 0.0
        for middle, half in _PARTS:
            away = math.hypot(*((a - m) / h for a, m, h in zip((x, y, z), middle, half, strict=True)))
            total += math.exp((1.0 - away) * min(half) / _SOFT_MM)
        return _SOFT_MM * math.log(total)

    duck = Manifold.level_set(inside, (-60, -40, 3, 70, 40, 85), _PITCH_MM, 0.0)
    save_mesh(weld(duck.rotate((0.0, 0.0, -55.0))).on_bed(), path)

"""What the figure stands on: six pedestals as pictures, and their measures."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.keepsake_steps import PEDESTAL_STYLES, Foot, Pedestal
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.auto_field import AutoField
from memoreez_desktop.ui.studio.fold import Fold
from memoreez_desktop.ui.studio.pairs import Pairs
from memoreez_desktop.ui.studio.pedestal_icons import draw_pedestal
from memoreez_desktop.ui.studio.picture_tile import Picture, PictureChoice
from memoreez_desktop.ui.studio.recipe_edits import NO_PEDESTAL, with_pedestal
from memoreez_desktop.ui.studio.recipe_section import RecipeSection, solved_numbers
from memoreez_desktop.ui.studio.said_line import SaidLine
from memoreez_desktop.ui.studio.sections import Scene, SectionTools
from memoreez_desktop.ui.studio.step_words import STYLE_NAMES, label_of, short
from memoreez_desktop.ui.widgets.fields import Field, NumberField
from memoreez_desktop.ui.words import tr

_MOST_MM, _MOST_STEPS = 400.0, 4


class PedestalSection(RecipeSection):
    """Tiles, and under a line that opens: width, depth, height and the plinth's steps."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Pedestal"), parent)
        pictures = [_picture(style, tr(STYLE_NAMES[style])) for style in PEDESTAL_STYLES]
        pictures.append(_picture(NO_PEDESTAL, tr("None")))
        self.choice = PictureChoice(icon_book, tr("Pedestal"), pictures)
        self.choice.changed.connect(self._choose)
        self.body.addWidget(self.choice)
        self.said = SaidLine(icon_book)
        self.body.addWidget(self.said)
        measures = QWidget()
        self.width_field = AutoField(icon_book, tr("Width of the pedestal"), 10.0, _MOST_MM)
        self.depth_field = AutoField(icon_book, tr("Depth of the pedestal"), 10.0, _MOST_MM)
        self.height_field = AutoField(icon_book, tr("Height of the pedestal"), 2.0, 100.0)
        self.steps_field = NumberField(icon_book, tr("Tiers of the plinth"), 1, _MOST_STEPS)
        self._depth = Field(icon_book, tr("Depth"), self.depth_field)
        self._steps = Field(icon_book, tr("Tiers"), self.steps_field)
        self.fold = Fold(icon_book, tr("Measures"), measures)
        self.body.addWidget(self.fold)
        self.body.addWidget(measures)
        grid = Pairs()
        measures.setLayout(grid)
        grid.put(Field(icon_book, tr("Width"), self.width_field), 0, 0)
        grid.put(Field(icon_book, tr("Height"), self.height_field), 0, 1)
        grid.put(self._depth, 1, 0)
        grid.put(self._steps, 1, 1)
        self.width_field.chosen.connect(lambda wish: self._set(width_mm=wish))
        self.depth_field.chosen.connect(lambda wish: self._set(depth_mm=wish))
        self.height_field.chosen.connect(lambda wish: self._set(height_mm=wish))
        self.steps_field.valueChanged.connect(lambda steps: self._set(steps=int(steps)))
        self.refresh()

    def show_scene(self, scene: Scene) -> None:
        """Show what it stands on; a product that stands by its own recipe has to be asked for one."""
        super().show_scene(scene)
        self.setVisible(scene.info is None or scene.steps.first(Pedestal) is not None)

    def reveal(self, number: int) -> QWidget | None:
        """Open the pedestal's measures; for what stands by itself there is none to open."""
        step = self.recipe.steps[number]
        if isinstance(step, Foot):
            return self.choice.button(NO_PEDESTAL)
        if not isinstance(step, Pedestal):
            return None
        self.fold.setChecked(True)
        return self.choice.button(step.style)

    def refresh(self) -> None:
        """Bring tiles and numbers up to date."""
        step = self.recipe.first(Pedestal)
        self.choice.set_value(step.style if step is not None else NO_PEDESTAL)
        self.fold.setVisible(step is not None)
        self.fold.inside.setVisible(step is not None and self.fold.isChecked())
        if step is None:
            self.aside.setText("")
            self.said.say(None)
            return
        note = self.note_of(self.recipe.steps.index(step))
        solved = solved_numbers(note)
        self.width_field.show_wish(step.width_mm, solved.get("width_mm"))
        self.depth_field.show_wish(step.depth_mm, solved.get("depth_mm"))
        self.height_field.show_wish(step.height_mm, solved.get("height_mm"))
        self.steps_field.blockSignals(True)
        self.steps_field.setValue(step.steps)
        self.steps_field.blockSignals(False)
        self._depth.setVisible(step.style in ("oval", "plinth", "square"))
        self._steps.setVisible(step.style == "plinth")
        sizes = [solved[name] for name in ("width_mm", "depth_mm", "height_mm") if name in solved]
        self.aside.setText(tr("{sizes} mm", sizes=" × ".join(map(short, sizes))) if sizes else "")
        self.said.say(note)

    def _choose(self, style: str) -> None:
        recipe = with_pedestal(self.recipe, style)
        step = recipe.first(Pedestal)
        self.want(recipe, label_of(step) if step is not None else tr("No pedestal"))
        self.refresh()

    def _set(self, **wishes: object) -> None:
        step = self.recipe.first(Pedestal)
        if step is not None:
            self.want(self.recipe.with_step(replace(step, **wishes)), tr("Measures of the pedestal"))  # type: ignore[arg-type]


def build(tools: SectionTools) -> PedestalSection:
    """Make the section."""
    return PedestalSection(tools.icon_book)


def _picture(style: str, title: str) -> Picture:
    return Picture(style, title, draw=lambda painter, box, color: draw_pedestal(painter, box, style, color))

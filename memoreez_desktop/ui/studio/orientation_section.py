"""How the figure lies on the bed: a word for it, a window with better ways, and turning by hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.core.edition import size_field
from memoreez_desktop.core.keepsake_steps import Axis, Mirror, Turn
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.fold import Fold
from memoreez_desktop.ui.studio.orientation_edits import is_upright
from memoreez_desktop.ui.studio.orienting import Orienting
from memoreez_desktop.ui.studio.picture_tile import Picture, lay_out
from memoreez_desktop.ui.studio.recipe_section import RecipeSection
from memoreez_desktop.ui.studio.sections import Scene, SectionTools
from memoreez_desktop.ui.widgets.buttons import IconButton, SecondaryButton
from memoreez_desktop.ui.widgets.decimal_field import DecimalField
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

_AXES: tuple[Axis, ...] = ("x", "y", "z")
_LEAST_VALUE_PX = 96


class OrientationSection(RecipeSection):
    """Widgets only; what turning does to the recipe is found out by :class:`Orienting`.

    Signals
    -------
    chooser_wanted()
        Show the ways to lie.
    face_wanted(), rings_wanted(bool)
        Let a face be pointed at; show or hide the rings.
    turned(str, float)
        An axis, and by how many degrees more.
    angles_chosen(Turn)
        These angles, and no others.
    mirror_wanted(), fit_wanted()
        Exchange left and right; as large as the bed allows.
    """

    chooser_wanted = Signal()
    face_wanted = Signal()
    rings_wanted = Signal(bool)
    turned = Signal(str, float)
    angles_chosen = Signal(object)
    mirror_wanted = Signal()
    fit_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Orientation"), parent)
        self._names: dict[Turn, str] = {}
        self.value = SecondaryButton(icon_book, "", "mdi6.chevron-down", height=40, trailing=True)
        self.value.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.value.setMinimumWidth(_LEAST_VALUE_PX)
        self.head.addWidget(self.value)
        self.title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        inside = QWidget()
        self.fold = Fold(icon_book, tr("Turn, lay down, mirror"), inside)
        self.body.addWidget(self.fold)
        self.body.addWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        board = QWidget()
        self.face, self.rings, self.mirror, self.fit = lay_out(board, icon_book, _tiles(), 4)
        self.rings.setCheckable(True)
        column.addWidget(board)
        self.fields: dict[Axis, DecimalField] = {}
        self.quarters: dict[tuple[Axis, int], IconButton] = {}
        column.addLayout(self._numbers(icon_book))
        self.value.clicked.connect(lambda: self.chooser_wanted.emit())
        self.face.clicked.connect(lambda: self.face_wanted.emit())
        self.rings.toggled.connect(self.rings_wanted)
        self.mirror.clicked.connect(lambda: self.mirror_wanted.emit())
        self.fit.clicked.connect(lambda: self.fit_wanted.emit())
        self.refresh()

    def _numbers(self, icon_book: IconBook) -> QGridLayout:
        """Make a row for each axis: its angle, and a quarter turn each way."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, axis in enumerate(_AXES):
            name = tr("Turned about {axis}", axis=axis.upper())
            field = DecimalField(icon_book, name, -360.0, 360.0, step=5.0, unit="°")
            field.valueChanged.connect(lambda _value: self.angles_chosen.emit(self._angles()))
            field.setMinimumWidth(_LEAST_VALUE_PX)
            self.fields[axis] = field
            grid.addWidget(Label(icon_book, axis.upper(), "label", "muted"), row, 0)
            grid.addWidget(field, row, 1)
            for place, degrees in enumerate((90, -90)):
                way = "counterclockwise" if degrees > 0 else "clockwise"
                words = (
                    tr("A quarter turn about {axis}, to the left", axis=axis.upper())
                    if degrees > 0
                    else tr("A quarter turn about {axis}, to the right", axis=axis.upper())
                )
                button = IconButton(icon_book, f"mdi6.axis-{axis}-rotate-{way}", words, role="text")
                button.clicked.connect(
                    lambda _checked=False, a=axis, d=degrees: self.turned.emit(a, float(d))
                )
                self.quarters[axis, degrees] = button
                grid.addWidget(button, row, 2 + place)
        return grid

    def show_scene(self, scene: Scene) -> None:
        """Show how it lies; a product has its own way to be made larger."""
        super().show_scene(scene)
        self.fit.setEnabled(size_field(scene.info) is None and scene.mesh is not None)
        self.face.setEnabled(scene.mesh is not None)

    def reveal(self, number: int) -> QWidget | None:
        """Open the angles for a step that turns or mirrors."""
        if not isinstance(self.recipe.steps[number], Turn | Mirror):
            return None
        self.fold.setChecked(True)
        return self.value

    def refresh(self) -> None:
        """Bring the word and the angles up to date."""
        turn = self.recipe.first(Turn) or Turn()
        words = self.upright_word if is_upright(self.recipe) else self._names.get(turn, tr("Turned"))
        self.value.setText(words)
        self.value.setAccessibleName(tr("Orientation: {name}", name=words))
        self.value.updateGeometry()
        self.aside.setText(tr("mirrored") if self.recipe.first(Mirror) is not None else "")
        for axis, angle in zip(_AXES, (turn.x_deg, turn.y_deg, turn.z_deg), strict=True):
            field = self.fields[axis]
            field.blockSignals(True)
            field.setValue(angle)
            field.blockSignals(False)

    @property
    def upright_word(self) -> str:
        """What it is called when nothing was turned; of a brought model nobody knows whether it stands."""
        own = self.scene is not None and self.scene.edition.is_own
        return tr("As it came") if own else tr("Upright")

    def name_turn(self, turn: Turn, name: str) -> None:
        """Call a turn something."""
        self._names[turn] = name

    def release_rings(self) -> None:
        """Show that the rings are gone, telling nobody."""
        self.rings.blockSignals(True)
        self.rings.setChecked(False)
        self.rings.blockSignals(False)
        self.rings.update()

    def _angles(self) -> Turn:
        """Return what the fields say; a field nobody touched stands for all digits of its angle."""
        turn = self.recipe.first(Turn) or Turn()
        exact = (turn.x_deg, turn.y_deg, turn.z_deg)
        fields = self.fields.values()
        return Turn(
            *(
                angle if round(angle, field.decimals()) == field.value() else field.value()
                for angle, field in zip(exact, fields, strict=True)
            )
        )


def build(tools: SectionTools) -> OrientationSection:
    """Make the section."""
    section = OrientationSection(tools.icon_book)
    Orienting(section, tools, section)
    return section


def _tiles() -> tuple[Picture, ...]:
    return (
        Picture(
            "face", tr("Face down"), tr("Click a face: it goes onto the bed."), "mdi6.arrow-collapse-down"
        ),
        Picture("rings", tr("By hand"), tr("Drag the rings round the model."), "mdi6.rotate-3d-variant"),
        Picture("mirror", tr("Mirror"), tr("Exchange left and right."), "mdi6.flip-horizontal"),
        Picture("fit", tr("Fill bed"), tr("As large as the bed allows."), "mdi6.fit-to-page-outline"),
    )

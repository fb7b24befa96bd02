"""Everything that can be added to a keepsake, and a card for each thing that was."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from memoreez_desktop.core.keepsake_steps import (
    BedCut,
    Braille,
    Emblem,
    Hole,
    Lettering,
    Loop,
    Pedestal,
    QrCode,
    Spot,
    Step,
)
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.extra_card import ExtraCard
from memoreez_desktop.ui.studio.extra_kinds import EXTRA_BY_KIND, EXTRAS
from memoreez_desktop.ui.studio.picture_tile import Picture, PictureTile, lay_out
from memoreez_desktop.ui.studio.pointing import Pointing
from memoreez_desktop.ui.studio.recipe_edits import (
    free_spot,
    new_lettering,
    with_lettering,
    with_pedestal,
)
from memoreez_desktop.ui.studio.recipe_section import RecipeSection
from memoreez_desktop.ui.studio.sections import Scene, SectionTools
from memoreez_desktop.ui.studio.step_words import LOOKS, label_of, title_of
from memoreez_desktop.ui.symbol_finder import SymbolFinder
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

_COLUMNS = 4
_FIRST_SYMBOL = "mdi6:heart"


class ExtrasSection(RecipeSection):
    """Tiles that open under "Add", and the cards; of these one is open at a time.

    Signals
    -------
    symbol_wanted(str, str, QRect, object)
        Pick a symbol for a word, with this one marked, under a rectangle of the screen; ``take(icon_id)``
        hears of it.
    """

    symbol_wanted = Signal(str, str, object, object)

    def __init__(
        self,
        icon_book: IconBook,
        pointing: Pointing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, tr("Extras"), parent)
        self._pointing = pointing
        self.add = SecondaryButton(icon_book, tr("Add"), "mdi6.plus", height=32)
        self.add.setCheckable(True)
        self.add.setAccessibleName(tr("Add something"))
        self.head.addWidget(self.add)
        self.hint = Label(
            icon_book, tr("A loop, a magnet, a symbol, a QR code…"), "small", "muted", wrap=True
        )
        self.body.addWidget(self.hint)
        self.board = QWidget()
        self.tiles = self._make_tiles()
        self.body.addWidget(self.board)
        self.board.hide()
        self.add.toggled.connect(self._show_board)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.cards: list[ExtraCard] = []
        self.refresh()

    def _make_tiles(self) -> dict[str, PictureTile]:
        pictures = [
            Picture(
                extra.type.kind, tr(LOOKS[extra.type.kind].title), tr(extra.text), LOOKS[extra.type.kind].icon
            )
            for extra in EXTRAS
        ]
        for kind, text in (
            (Pedestal, tr("Something to stand on.")),
            (Lettering, tr("Words on the back, the front or a pedestal.")),
        ):
            look = LOOKS[kind.kind]
            pictures.append(Picture(kind.kind, tr(look.title), text, look.icon))
        tiles = lay_out(self.board, self._icon_book, pictures, _COLUMNS)
        for picture, tile in zip(pictures, tiles, strict=True):
            tile.clicked.connect(lambda _checked=False, kind=picture.id: self.begin(kind))
        return {picture.id: tile for picture, tile in zip(pictures, tiles, strict=True)}

    def show_scene(self, scene: Scene) -> None:
        """Show what was added to what is worked on."""
        self._pointing.show_scene(scene)
        super().show_scene(scene)

    def refresh(self) -> None:
        """Bring the cards up to date; a step of the same kind in the same place keeps its card."""
        there = [(k, step) for k, step in enumerate(self.recipe.steps) if step.kind in EXTRA_BY_KIND]
        if [card.step.kind for card in self.cards] != [step.kind for _, step in there]:
            self._make_cards([step for _, step in there])
        for card, (number, step) in zip(self.cards, there, strict=True):
            card.show_step(step, self.note_of(number))
        self.hint.setVisible(not there and not self.add.isChecked())
        info = self.scene.info if self.scene is not None else None
        for kind in (Pedestal, Lettering):
            self.tiles[kind.kind].setVisible(info is not None and self.recipe.first(kind) is None)
        if info is not None and any(field.id == Pedestal.kind for field in info.fields):
            # It stands on a pedestal of its own and needs no second one.
            self.tiles[Pedestal.kind].hide()
        for extra in EXTRAS:
            gone = extra.type.single and self.recipe.first(extra.type) is not None
            self.tiles[extra.type.kind].setEnabled(not gone)

    def begin(self, kind: str) -> None:
        """Add a step of a kind with its usual values, and open its card."""
        self.add.setChecked(False)
        if kind == Pedestal.kind:
            self.want(with_pedestal(self.recipe, "round"), tr("Pedestal"))
            return
        if kind == Lettering.kind:
            step = replace(new_lettering(self.recipe), lines=(self._name() or tr("Text"),))
            if step.spot.on == "pedestal" and self.recipe.first(Pedestal) is None:
                step = replace(step, spot=Spot(on="back"))
            self.want(with_lettering(self.recipe, 99, step), tr("Text"))
            return
        made = self._first(kind)
        self.want(self.recipe.with_step(made), tr("Added: {what}", what=title_of(made)))
        self.refresh()
        self._look(made)
        mine = [card for card in self.cards if card.step == made]
        if mine:
            mine[-1].fold.setChecked(True)
            mine[-1].fold.setFocus()

    def reveal(self, number: int) -> QWidget | None:
        """Open the card of the step at an index of the recipe."""
        there = [k for k, step in enumerate(self.recipe.steps) if step.kind in EXTRA_BY_KIND]
        if number not in there:
            return None
        card = self.cards[there.index(number)]
        card.fold.setChecked(True)
        self._look(card.step)
        return card.fold

    def _look(self, step: Step) -> None:
        # A magnet's "pedestal" is the underside.
        if isinstance(step, Lettering | Emblem | QrCode | Braille | Loop | Hole):
            self._pointing.look(step.spot)

    def _first(self, kind: str) -> Step:
        """Return a step with values that make sense here."""
        step = EXTRA_BY_KIND[kind].type()
        printer = self.scene.printer if self.scene is not None else None
        spot = free_spot(self.recipe)
        match step:
            case Emblem():
                return replace(step, icon_id=_FIRST_SYMBOL, spot=spot)
            case Braille():
                return replace(step, text=self._name() or tr("Love"), spot=spot)
            case QrCode():
                return replace(step, text=self._name() or tr("Made with love"), spot=spot)
            case BedCut() if printer is not None:
                return _fitted(step, printer)
        return step

    def _name(self) -> str:
        return self.scene.edition.plan.recipe.story.name if self.scene is not None else ""

    def _show_board(self, shown: bool) -> None:
        self.board.setVisible(shown)
        self.add.set_icon("mdi6.chevron-up" if shown else "mdi6.plus")
        self.hint.setVisible(not shown and not self.cards)

    def _make_cards(self, steps: list[Step]) -> None:
        opened = {card.step.kind for card in self.cards if card.fold.isChecked()}
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ExtraCard(self._icon_book, step) for step in steps]
        for card in self.cards:
            card.fold.setChecked(card.step.kind in opened)
            card.fold.toggled.connect(lambda on, card=card: self._close_others(card, on))
            card.wanted.connect(lambda step, card=card: self._change(card, step))
            card.removed.connect(lambda card=card: self._remove(card))
            card.point_wanted.connect(self._pointing.ask)
            card.placed.connect(self._pointing.look)
            card.symbol_wanted.connect(self.symbol_wanted)
            self._list.addWidget(card)

    def _close_others(self, mine: ExtraCard, on: bool) -> None:
        for card in self.cards if on else ():
            if card is not mine:
                card.fold.setChecked(False)

    def _number(self, card: ExtraCard) -> int:
        there = [k for k, step in enumerate(self.recipe.steps) if step.kind in EXTRA_BY_KIND]
        return there[self.cards.index(card)]

    def _change(self, card: ExtraCard, step: Step) -> None:
        self.want(self.recipe.with_step(step, self._number(card)), label_of(step))

    def _remove(self, card: ExtraCard) -> None:
        what = title_of(card.step)
        self.want(self.recipe.without(self._number(card)), tr("Removed: {what}", what=what))
        self.refresh()


def _fitted(step: BedCut, printer: PrinterProfile) -> BedCut:
    return replace(step, bed_x_mm=printer.bed_x_mm, bed_y_mm=printer.bed_y_mm, height_mm=printer.height_mm)


def build(tools: SectionTools) -> ExtrasSection:
    """Make the section with what it points and picks with."""
    section = ExtrasSection(tools.icon_book, tools.pointing)
    finder = SymbolFinder(tools.icon_book, tools.workshop, section)
    section.symbol_wanted.connect(finder.pick)
    return section

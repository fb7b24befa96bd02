"""Decides what happens on the Concepts page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from memoreez_desktop.core.story import Brief
from memoreez_desktop.ui.concepts.ai_wishes import AiWishes
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.concepts.drawing import MORE_COUNT, DrawingRoom
from memoreez_desktop.ui.concepts.panel import ConceptsPanel
from memoreez_desktop.ui.concepts.pictures import PictureShelf
from memoreez_desktop.ui.concepts.sheet import Sheet
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop


class ConceptsPresenter(QObject):
    """Turns what the person wants of a card into what is done."""

    def __init__(
        self, panel: ConceptsPanel, icon_book: IconBook, workshop: Workshop, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._journey = panel, workshop, workshop.journey
        self._all_used = False
        self._model = panel.model
        self._shelf = PictureShelf(workshop.runner, self)
        panel.view.delegate.shelf = self._shelf
        self._shelf.arrived.connect(self._paint)
        self.sheet = Sheet(panel.model, self._shelf, self)
        self.drawing = DrawingRoom(self.sheet, workshop, self)
        self.ai = AiWishes(panel, icon_book, self.sheet, workshop, self)
        self.may_leave = self.ai.may_leave
        self._wishes = {
            "open": self._open,
            "star": self._star,
            "sculpt": self._sculpt,
            "more": self._more_like,
            "retry": self._retry,
            "remove": self._remove,
            "again": self.ai.order_again,
            "prompt": self.ai.show_prompt,
            "settings": self.ai.settings,
            "export": self.ai.save_picture,
        }
        self._listen(panel)
        if self._journey.project_id:
            self._show_project(self._journey.project_id)
        self._show_progress()
        self._show_buttons()

    def _listen(self, panel: ConceptsPanel) -> None:
        panel.view.asked.connect(self._do)
        panel.view.chosen.connect(lambda _card: self._show_buttons())
        panel.rest_wanted.connect(self._draw_the_rest)
        panel.more_wanted.connect(self._explore)
        panel.open_wanted.connect(self._open_chosen)
        panel.story_wanted.connect(lambda: self._journey.go("story"))
        panel.cancel_wanted.connect(self.sheet.cancel)
        self.sheet.moved.connect(self._show_progress)
        self.sheet.settled.connect(self._settled)
        self.drawing.begun.connect(self.ai.planning.project_begun)
        self.drawing.person_changed.connect(self._show_person)
        self.drawing.used_up.connect(self._used_up)
        self.ai.planning.offered.connect(lambda _words, _detail: self._show_buttons())
        self._journey.createWanted.connect(self._create)
        self._journey.projectOpened.connect(self._show_project)

    def leave(self) -> None:
        """Show nothing more; what is being drawn is still kept."""
        self.sheet.leave()
        self._shelf.leave()

    def _create(self, brief: Brief) -> None:
        """Fill a new project: cards of a service stand first, and nothing of the studio waits for them."""
        self.sheet.leave_project()
        self.ai.planning.leave_project()
        self.sheet.begin(brief)
        self._show_person(brief.story.name)
        if self.ai.planning.wanted:
            self.ai.planning.plan(self.ai.planning.count, first=True)
        self.drawing.create()
        self._panel.view.scrollToTop()

    def _show_project(self, project_id: str) -> None:
        if project_id != self.sheet.project:
            self.ai.planning.leave_project()
        self.drawing.show_project(project_id)

    def _do(self, wish: str, key: str) -> None:
        card = self._model.card(key)
        if card is not None:
            self._wishes[wish](card)

    def _paint(self, key: str) -> None:
        row = self._model.row(key)
        if row >= 0:
            self._panel.view.update(self._model.index(row))

    def _show_progress(self) -> None:
        words = self.sheet.progress_words(briefly=self._panel.is_narrow)
        if words is not None:
            count, doing, fraction, failed, left = words
            self._panel.strip.show_state(count, doing, fraction, failed=failed, time_left=left)
        self._panel.view.animate()
        self._panel.show_progress(words is not None)

    def _settled(self) -> None:
        first = next((row for row, card in enumerate(self._model.cards) if card.can_open), -1)
        if self._panel.view.current_card() is None and first >= 0:
            self._panel.view.choose(self._model.index(first))
        self._show_buttons()

    def _show_buttons(self) -> None:
        card = self._panel.view.current_card()
        self._panel.open.setEnabled(card is not None and card.can_open)
        explore = not self._all_used or self.ai.planning.wanted
        self._panel.more.setEnabled(bool(self.sheet.project) and explore)
        self._panel.rest.setVisible(bool(self._rest()))

    def _show_person(self, name: str) -> None:
        """Another story: its ideas are all ahead."""
        self._all_used = False
        self._panel.show_used_up(False)
        self._panel.show_person(name)

    def _used_up(self, product_id: str) -> None:
        hint = tr("Add a passion, a quirk or a photo on the Story page.")
        if product_id:
            message = Message("info", tr("There are no more versions of this one"), hint)
        else:
            self._all_used = True
            self._panel.show_used_up(True)
            self._show_buttons()
            message = Message("info", tr("Every idea for this story is on the page"), hint)
        self._journey.messageRaised.emit(message)

    def _rest(self) -> list[Card]:
        """Return what is not drawn and not just being offered."""
        offered = {card.key for card in self.ai.planning.offered_cards()}
        unfinished = [card for card in self._model.cards if card.state in ("stopped", "planned")]
        return [card for card in unfinished if card.key not in offered]

    def _draw_the_rest(self) -> None:
        rest = self._rest()
        for card in rest:
            if card.ai is None:
                self.drawing.retry(card.key)
        self.ai.drawing.begin(card.key for card in rest if card.ai and card.state == "stopped")
        self.ai.planning.want([card.key for card in rest if card.state == "planned"])
        self._show_buttons()

    def _explore(self) -> None:
        count = max(MORE_COUNT, self._panel.view.columns)
        if not self._all_used:
            self.drawing.more(count)
        if self.ai.planning.wanted:
            self.ai.planning.plan(self._panel.view.columns)
        self._panel.view.scrollToBottom()

    def _open_chosen(self) -> None:
        card = self._panel.view.current_card()
        if card is not None:
            self._open(card)

    def _open(self, card: Card) -> None:
        if card.can_open:
            # The page first: it is built now if it was never visited, and hears the choice.
            self._journey.go("studio")
            self._journey.conceptChosen.emit(card.plan)

    def _sculpt(self, card: Card) -> None:
        if card.can_open:
            self._journey.sculptureWanted.emit(card.plan)

    def _retry(self, card: Card) -> None:
        if card.can_retry and card.ai is not None:
            self.ai.retry(card)
        elif card.can_retry:
            self.drawing.retry(card.key)

    def _more_like(self, card: Card) -> None:
        if card.can_open and card.ai is not None:
            self.ai.planning.more_like(card.key)
        elif card.can_open:
            row = self._model.row(card.key) + 1
            self.drawing.more(product_id=card.plan.recipe.product_id, at=row)

    def _star(self, card: Card) -> None:
        if card.can_open:
            self._model.change(card.key, starred=not card.starred)
            self._keep("set_starred", card.key, not card.starred)

    def _remove(self, card: Card) -> None:
        if card.plan is None:
            return
        key, project = card.key, self.sheet.project
        row = self.sheet.take_away(key)
        self._keep("set_removed", key, True)
        self.ai.planning.still_offered()

        def undo() -> None:
            self._keep("set_removed", key, False, project)
            if project == self.sheet.project and self._model.card(key) is None:
                state = "stopped" if card.state in ("waiting", "drawing") else card.state
                self._model.insert(row, [replace(card, state=state)])
                if card.ai is not None:
                    self.ai.drawing.refresh(key)

        words = tr("Removed “{name}”", name=card.title)
        self._journey.messageRaised.emit(Message("good", words, action_label=tr("Undo"), action=undo))
        self._show_buttons()

    def _keep(self, call: str, key: str, value: bool, project: str = "") -> None:
        project, door = project or self.sheet.project, self._workshop.door
        self._workshop.runner.submit(
            lambda job: getattr(door.library(), call)(project, key, value),
            pool="disk",
            failed=self._journey.complain,
        )

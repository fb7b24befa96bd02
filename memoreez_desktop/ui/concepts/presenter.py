"""Decides what happens on the Concepts page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.concepts.drawing import MORE_COUNT, DrawingRoom
from memoreez_desktop.ui.concepts.panel import ConceptsPanel
from memoreez_desktop.ui.concepts.pictures import PictureShelf
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop


class ConceptsPresenter(QObject):
    """Turns what the person wants of a card into what is done."""

    def __init__(self, panel: ConceptsPanel, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._journey = panel, workshop, workshop.journey
        self._all_used = False
        self._model = panel.model
        self._shelf = PictureShelf(workshop.runner, self)
        panel.view.delegate.shelf = self._shelf
        self._shelf.arrived.connect(lambda _key: panel.view.viewport().update())
        self.drawing = DrawingRoom(panel.model, self._shelf, workshop, self)
        self._wishes = {
            "open": self._open,
            "star": self._star,
            "more": self._more_like,
            "retry": self.drawing.retry,
            "remove": self._remove,
        }
        panel.view.asked.connect(lambda wish, key: self._wishes[wish](key))
        panel.view.chosen.connect(lambda _card: self._show_buttons())
        panel.rest_wanted.connect(self._draw_the_rest)
        panel.more_wanted.connect(self._explore)
        panel.open_wanted.connect(self._open_chosen)
        panel.story_wanted.connect(lambda: self._journey.go("story"))
        panel.cancel_wanted.connect(self.drawing.cancel)
        self.drawing.moved.connect(self._show_progress)
        self.drawing.settled.connect(self._settled)
        self.drawing.person_changed.connect(self._show_person)
        self.drawing.used_up.connect(self._used_up)
        self._journey.createWanted.connect(self.drawing.create)
        self._journey.projectOpened.connect(self.drawing.show_project)
        if self._journey.project_id:
            self.drawing.show_project(self._journey.project_id)
        self._show_progress()
        self._show_buttons()

    def leave(self) -> None:
        """Show nothing more; what is being drawn is still kept."""
        self.drawing.leave()
        self._shelf.leave()

    def _show_progress(self) -> None:
        words = self.drawing.progress_words(briefly=self._panel.is_narrow)
        if words is not None:
            count, doing, fraction, failed, left = words
            self._panel.strip.show_state(count, doing, fraction, failed=failed, time_left=left)
            self._panel.view.animate()
        self._panel.show_progress(words is not None)

    def _settled(self) -> None:
        first = next((row for row, card in enumerate(self._model.cards) if card.can_open), -1)
        if self._panel.view.current_card() is None and first >= 0:
            self._panel.view.setCurrentIndex(self._model.index(first))
        self._show_buttons()

    def _show_buttons(self) -> None:
        card = self._panel.view.current_card()
        self._panel.open.setEnabled(card is not None and card.can_open)
        self._panel.more.setEnabled(bool(self.drawing.project) and not self._all_used)
        self._panel.rest.setVisible(any(card.state == "stopped" for card in self._model.cards))

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

    def _draw_the_rest(self) -> None:
        for card in self._model.cards:
            if card.state == "stopped":
                self.drawing.retry(card.key)
        self._show_buttons()

    def _explore(self) -> None:
        self.drawing.more(max(MORE_COUNT, self._panel.view.columns))
        self._panel.view.scrollToBottom()

    def _open_chosen(self) -> None:
        card = self._panel.view.current_card()
        if card is not None:
            self._open(card.key)

    def _open(self, key: str) -> None:
        card = self._model.card(key)
        if card is not None and card.plan is not None and card.can_open:
            # The page first: it is built now if it was never visited, and hears the choice.
            self._journey.go("studio")
            self._journey.conceptChosen.emit(card.plan)

    def _more_like(self, key: str) -> None:
        card = self._model.card(key)
        if card is not None and card.plan is not None and card.can_open:
            self.drawing.more(product_id=card.plan.recipe.product_id, at=self._model.row(key) + 1)

    def _star(self, key: str) -> None:
        card = self._model.card(key)
        if card is not None and card.can_open:
            self._model.change(key, starred=not card.starred)
            self._keep("set_starred", key, not card.starred)

    def _remove(self, key: str) -> None:
        card = self._model.card(key)
        if card is None or card.plan is None:
            return
        row = self.drawing.take_away(key)
        project = self.drawing.project
        self._keep("set_removed", key, True)

        def undo() -> None:
            self._keep("set_removed", key, False, project)
            if project == self.drawing.project and self._model.card(key) is None:
                state = "stopped" if card.state in ("waiting", "drawing") else card.state
                self._model.insert(row, [Card(**{**vars(card), "state": state})])

        words = tr("Removed “{name}”", name=card.title)
        self._journey.messageRaised.emit(Message("good", words, action_label=tr("Undo"), action=undo))
        self._show_buttons()

    def _keep(self, call: str, key: str, value: bool, project: str = "") -> None:
        project, door = project or self.drawing.project, self._workshop.door
        self._workshop.runner.submit(
            lambda job: getattr(door.library(), call)(project, key, value),
            pool="disk",
            failed=self._journey.complain,
        )

"""What the person wants of cards that services draw: read and change prompts, order, save, set right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from memoreez_desktop.core.remote import ConceptPrompt
from memoreez_desktop.ui.concepts.ai_card import REPHRASED, AiFacts
from memoreez_desktop.ui.concepts.ai_drawing import AiDrawing
from memoreez_desktop.ui.concepts.ai_jobs import Written, export_job, write_job
from memoreez_desktop.ui.concepts.ai_planning import AiPlanning
from memoreez_desktop.ui.concepts.card import Card
from memoreez_desktop.ui.concepts.panel import ConceptsPanel
from memoreez_desktop.ui.concepts.prompt_dialog import PromptDialog
from memoreez_desktop.ui.concepts.sheet import Sheet
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

_FORBIDDEN = '<>:"/\\|?*'


class AiWishes(QObject):
    """Turns buttons, keys and menus of these cards into what is done."""

    def __init__(
        self,
        panel: ConceptsPanel,
        icon_book: IconBook,
        sheet: Sheet,
        workshop: Workshop,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._panel, self._icon_book, self._sheet = panel, icon_book, sheet
        self._workshop, self._journey = workshop, workshop.journey
        self.drawing = AiDrawing(sheet, workshop, self)
        self.planning = AiPlanning(sheet, self.drawing, workshop, self)
        self.planning.offered.connect(self._show_offer)
        panel.price.draw_wanted.connect(self.planning.draw_offered)
        panel.price.later_wanted.connect(self.planning.put_off)
        panel.price.prompts_wanted.connect(self._show_offered_prompts)
        workshop.keeper.changed.connect(self._set_right)

    def retry(self, card: Card) -> None:
        """Have a card drawn that was stopped, failed or only planned."""
        if card.state == "planned":
            self.planning.want((*(shown.key for shown in self.planning.offered_cards()), card.key))
        else:
            self.drawing.begin((card.key,))

    def order_again(self, card: Card) -> None:
        """Order a picture anew of which nobody knows whether it was charged: asks first."""
        title = tr("Order this picture again?")
        words = tr(
            "Nobody knows what became of the first order. It may have been charged, and this one is"
            " charged, too."
        )
        if self.asks(title, words, tr("Order again")):
            self.drawing.again({card.key: None}, draw=True)

    def may_leave(self) -> bool:
        """Tell whether the window may close; asks where that would lose what may be charged."""
        drawing = self.drawing.unrepeatable
        if not drawing:
            return True
        services = ", ".join(tr(label) for label in dict.fromkeys(drawing))
        title = tr(
            "%n picture(s) are being drawn by {service} and may be charged.", n=len(drawing), service=services
        )
        words = tr("Once the window is closed, nobody fetches what was ordered.")
        return self.asks(title, words, tr("Close anyway"), tr("Keep drawing"))

    def asks(self, title: str, words: str, yes: str, no: str = "") -> bool:
        """Ask a question; the safe answer is the first."""
        box = QMessageBox(QMessageBox.Icon.Warning, title, title, parent=self._panel.window())
        box.setInformativeText(words)
        order = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(no or tr("Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.exec()
        return box.clickedButton() is order

    def show_prompt(self, card: Card) -> None:
        """Show a card's prompt; what becomes of a changed one depends on how far the card is."""
        if card.ai is None:
            return
        order = card.ai.order
        refused = card.state == "failed" and order.state != "done" and order.reason in REPHRASED
        self._edit(
            (order.prompt,),
            lambda prompts: self._use(card.key, prompts[0], refused=refused),
            card.message if refused else "",
        )

    def save_picture(self, card: Card) -> None:
        """Save the service's own picture where the person says."""
        if card.ai is None or not card.ai.order.picture:
            return
        folder = self._workshop.keeper.settings.last_folder or str(Path.home())
        name = "".join(" " if letter in _FORBIDDEN else letter for letter in card.title).strip() or "concept"
        path, _kind = QFileDialog.getSaveFileName(
            self._panel, tr("Save picture"), str(Path(folder) / f"{name}.png"), tr("Pictures (*.png)")
        )
        if path:
            self.save_to(card.ai, Path(path))

    def save_to(self, facts: AiFacts, target: Path) -> None:
        """Save the service's own picture to a file."""

        def done(_nothing: None) -> None:
            self._workshop.keeper.change(last_folder=str(target.parent))
            self._journey.messageRaised.emit(Message("good", tr("Saved “{name}”", name=target.name)))

        job = export_job(self._workshop, facts.order, target)
        self._workshop.runner.submit(job, pool="disk", done=done, failed=self._journey.complain)

    def settings(self, card: Card) -> None:
        """Go to where a service's key, model and limit are entered."""
        if card.ai is not None:
            self._journey.go("settings")
            self._journey.providerWanted.emit(card.ai.order.provider)

    def _show_offer(self, words: str, detail: str) -> None:
        if words:
            self._panel.price.show_offer(words, detail)
        else:
            self._panel.price.hide()
        self._sheet.moved.emit()

    def _show_offered_prompts(self) -> None:
        cards = [card for card in self.planning.offered_cards() if card.ai is not None]

        def use(prompts: tuple[ConceptPrompt, ...]) -> None:
            changed = {
                card.key: prompt
                for card, prompt in zip(cards, prompts, strict=True)
                if prompt != card.ai.order.prompt
            }
            if changed:
                self.drawing.again(changed, draw=False)

        if cards:
            self._edit(tuple(card.ai.order.prompt for card in cards), use)

    def _use(self, key: str, prompt: ConceptPrompt, *, refused: bool) -> None:
        card = self._sheet.model.card(key)
        if card is None or card.ai is None or (prompt == card.ai.order.prompt and not refused):
            return
        if card.state == "planned":
            self.drawing.again({key: prompt}, draw=False)
        elif refused:
            # It was wanted, and nothing was charged for what was refused.
            self.drawing.again({key: prompt}, draw=True)
        else:
            # What there is stays as it is: the new words get a card of their own.
            row = self._sheet.model.row(key) + 1
            self.planning.plan_prompts((prompt,), card.ai.order.provider, row)

    def _edit(
        self,
        prompts: tuple[ConceptPrompt, ...],
        use: Callable[[tuple[ConceptPrompt, ...]], None],
        refusal: str = "",
    ) -> None:
        dialog = PromptDialog(self._icon_book, prompts, self._panel.window(), refusal=refusal)
        turn, open_ = self._sheet.turn, [True]

        def accepted() -> None:
            if turn == self._sheet.turn:
                use(dialog.prompts())

        def write_anew() -> None:
            known = (*self.planning.known_prompts(), *(prompt.prompt for prompt in dialog.prompts()))
            job = write_job(self._workshop, self._sheet.brief, len(prompts), known)
            self._workshop.runner.submit(job, pool="network", done=written, failed=failed)

        def written(result: Written) -> None:
            if open_:
                fresh = result.prompts
                dialog.show_prompts(fresh if len(fresh) == len(prompts) else dialog.prompts())

        def failed(error: object) -> None:
            if open_:
                dialog.show_writing(False)
            self._journey.complain(error)

        dialog.accepted.connect(accepted)
        dialog.written_anew_wanted.connect(write_anew)
        dialog.finished.connect(lambda _result: open_.clear())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_right(self, _settings: object) -> None:
        """Whatever was wrong in the settings may be right now: such cards can be tried again."""
        for card in self._sheet.model.cards:
            if card.state == "failed" and card.tried_anew() is not card:
                self._sheet.model.put(card.tried_anew())

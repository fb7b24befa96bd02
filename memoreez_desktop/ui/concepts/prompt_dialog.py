"""The prompts of pictures that are going to be ordered, to be read and edited first."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.remote import ConceptPrompt
from memoreez_desktop.ui.accessibility import announce
from memoreez_desktop.ui.concepts.prompt_card import PromptCard
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.painting import rounded
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import Divider, Label, Panel, SectionTitle
from memoreez_desktop.ui.words import tr

_WIDTH_PX, _HEIGHT_PX, _ONE_HEIGHT_PX = 760, 640, 584
_RADIUS_PX = 10.0


class PromptDialog(QDialog):
    """Cards around prompts. Ctrl+Enter uses them, Escape leaves everything as it was.

    Parameters
    ----------
    icon_book : IconBook
    prompts : tuple of ConceptPrompt
    parent : QWidget, optional
    refusal : str
        Why the service refused this one prompt: makes it the form for saying it in other words.

    Signals
    -------
    written_anew_wanted()
        Other prompts are wanted; :meth:`show_prompts` takes them.
    """

    written_anew_wanted = Signal()

    def __init__(
        self,
        icon_book: IconBook,
        prompts: tuple[ConceptPrompt, ...],
        parent: QWidget | None = None,
        *,
        refusal: str = "",
    ) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.cards: list[PromptCard] = []
        words = tr("Say it in other words") if refusal else tr("What is going to be drawn")
        self.setWindowTitle(words)
        self._title = SectionTitle(icon_book, words)
        self._note = Label(
            icon_book, tr("These words go to the service. Change what you like."), "body", "muted", wrap=True
        )
        self._refused = _refused(icon_book, tr(refusal)) if refusal else None
        self.anew = SecondaryButton(icon_book, tr("Write anew"), "mdi6.refresh")
        self.cancel = QuietButton(icon_book, tr("Cancel"))
        one = len(prompts) == 1
        self.use = PrimaryButton(icon_book, tr("Use this one") if one else tr("Use these"), "mdi6.check")
        self._lay_out(icon_book)
        self.anew.clicked.connect(self._write_anew)
        self.cancel.clicked.connect(self.reject)
        self.use.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.use.click)
        self.resize(_WIDTH_PX, _ONE_HEIGHT_PX if one else _HEIGHT_PX)
        self.show_prompts(prompts)

    def prompts(self) -> tuple[ConceptPrompt, ...]:
        """Return the prompts as they stand in the fields."""
        return tuple(card.prompt() for card in self.cards)

    def show_prompts(self, prompts: tuple[ConceptPrompt, ...]) -> None:
        """Show these prompts in place of those before."""
        for card in self.cards:
            self._scroll.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for number, prompt in enumerate(prompts, 1):
            card = PromptCard(self._icon_book, prompt, number)
            card.edited.connect(self._show_complete)
            self._scroll.column.insertWidget(number - 1, card)
            self.cards.append(card)
        self.show_writing(False)
        if self.cards:
            self.cards[0].text.setFocus()

    def show_writing(self, writing: bool) -> None:
        """Say that other prompts are being written, or that they are not any more."""
        note = tr("Writing the prompts") if writing else ""
        self._note.setText(note or tr("These words go to the service. Change what you like."))
        self.anew.setEnabled(not writing)
        for card in self.cards:
            card.setEnabled(not writing)
        self._show_complete()
        announce(self, note)

    def minimumSizeHint(self) -> QSize:
        return QSize(560, 360)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect())
        rounded(painter, edge, _RADIUS_PX, None, self._icon_book.theme_book.color("control"))
        painter.end()

    def _write_anew(self) -> None:
        self.show_writing(True)
        self.written_anew_wanted.emit()

    def _show_complete(self) -> None:
        self.use.setEnabled(self.anew.isEnabled() and all(card.complete for card in self.cards))

    def _lay_out(self, icon_book: IconBook) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 16)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._note)
        if self._refused is not None:
            head.addSpacing(8)
            head.addWidget(self._refused)
        self._scroll = ScrollPage(self, margins=(24, 0, 24, 16))
        self._scroll.column.setSpacing(12)
        self._scroll.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.anew)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.use)
        whole = QVBoxLayout(self)
        # Inside the line round it.
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(Divider(icon_book))
        whole.addLayout(foot)


def _refused(icon_book: IconBook, why: str) -> Panel:
    """Say why the service refused, and how to write so that it does not."""
    panel = Panel(icon_book, padding=12, spacing=0, level="warning")
    softer = tr(
        "Filters look at single words, not at what is meant. Leave out bodies, weapons and names of people or"
        " brands, and name the thing itself: “foundation” for “bottom”, “column” for “shaft”."
    )
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(icon_book, why, "label", wrap=True))
    words.addWidget(Label(icon_book, softer, "small", "muted", wrap=True))
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addWidget(IconMark(icon_book, "mdi6.alert-outline", "warn", 20), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    panel.body.addLayout(line)
    return panel

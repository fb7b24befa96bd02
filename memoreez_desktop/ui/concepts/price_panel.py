"""An offer over the grid: what the pictures by a service cost and take, and what leaves for them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.ui.accessibility import announce
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import Label, Panel
from memoreez_desktop.ui.words import tr

_FIGURE = re.compile(r"(?<=\d) (?=(?:s|min|USD)\b)")


class PricePanel(Panel):
    """Nothing is ordered before *Draw them* is pressed; hidden until there is an offer.

    Signals
    -------
    draw_wanted(), prompts_wanted(), later_wanted()
        The buttons.
    """

    draw_wanted = Signal()
    prompts_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, padding=0, spacing=0, parent=parent)
        self.words = Label(icon_book, "", "label", wrap=True)
        self.detail = Label(icon_book, "", "small", "muted", wrap=True)
        self.draw = PrimaryButton(icon_book, tr("Draw them"), "mdi6.creation", height=32)
        self.prompts = SecondaryButton(icon_book, tr("Prompts…"), "mdi6.text-box-outline", height=32)
        self.later = QuietButton(icon_book, tr("Not now"), height=32)
        self.body.setContentsMargins(16, 12, 12, 12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out(icon_book)
        self.draw.clicked.connect(self.draw_wanted)
        self.prompts.clicked.connect(self.prompts_wanted)
        self.later.clicked.connect(self.later_wanted)
        self.hide()

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The buttons in their order."""
        return self.draw, self.prompts, self.later

    def show_offer(self, words: str, detail: str) -> None:
        """Show an offer in place of the one before.

        Parameters
        ----------
        words, detail : str
            As :class:`~memoreez_desktop.services.ai_price.OfferWords` has them, or said in the person's
            language already.
        """
        # A number and its unit stay on one line.
        self.words.setText(_FIGURE.sub("\u00a0", tr(words)))
        self.detail.setText(tr(detail))
        self.setAccessibleName(f"{self.words.text()}. {self.detail.text()}")
        self.show()
        announce(self, self.accessibleName())

    def _lay_out(self, icon_book: IconBook) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.words)
        said.addWidget(self.detail)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconMark(icon_book, "mdi6.image-multiple-outline", "violet", 24))
        line.addSpacing(4)
        line.addLayout(said, 1)
        line.addSpacing(8)
        for button in self.buttons:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)

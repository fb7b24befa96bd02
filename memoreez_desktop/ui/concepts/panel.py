"""The Concepts page: title and buttons, the strip while cards are drawn, the grid or what it is for."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.concepts.empty import EmptyCards
from memoreez_desktop.ui.concepts.model import ConceptModel
from memoreez_desktop.ui.concepts.price_panel import PricePanel
from memoreez_desktop.ui.concepts.view import ConceptView
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from memoreez_desktop.ui.widgets.progress import ProgressStrip
from memoreez_desktop.ui.widgets.states import EmptyState
from memoreez_desktop.ui.widgets.surfaces import PageTitle
from memoreez_desktop.ui.words import tr

_MARGIN = 24


class ConceptsPanel(QWidget):
    """Widgets only.

    Signals
    -------
    rest_wanted(), more_wanted(), open_wanted(), story_wanted(), cancel_wanted()
        The buttons.
    """

    rest_wanted = Signal()
    more_wanted = Signal()
    open_wanted = Signal()
    story_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, theme_book: ThemeBook, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ConceptModel(self)
        self.view = ConceptView(icon_book, self)
        self.view.setModel(self.model)
        self.title = PageTitle(icon_book, tr("Concepts"))
        self.rest = SecondaryButton(icon_book, tr("Draw the rest"), "mdi6.play-outline")
        self.rest.hide()
        self.more = SecondaryButton(icon_book, tr("Explore more"), "mdi6.view-grid-plus-outline")
        self.open = PrimaryButton(icon_book, tr("Open in Studio"), "mdi6.arrow-right", trailing=True)
        self.strip = ProgressStrip(icon_book)
        self.price = PricePanel(icon_book, self)
        words = tr(
            "Tell a story about someone or drop a photo. The ideas arrive card by card, each with its"
            " printing time, and you choose one."
        )
        self._empty = EmptyState(
            icon_book,
            "",
            tr("Eight ideas will stand here"),
            words,
            tr("Tell a story"),
            "mdi6.book-open-page-variant-outline",
            picture=EmptyCards(icon_book),
        )
        self._lay_out()
        self.setFocusProxy(self.view)
        self.rest.clicked.connect(self.rest_wanted)
        self.more.clicked.connect(self.more_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.strip.cancelled.connect(self.cancel_wanted)
        self._empty.button.clicked.connect(self.story_wanted)
        for change in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            change.connect(self._show_fitting)
        self.show_progress(False)
        self._show_fitting()

    def show_person(self, name: str) -> None:
        """Write for whom the concepts are."""
        self.title.setText(tr("Concepts for {name}", name=name) if name else tr("Concepts"))

    def show_progress(self, busy: bool) -> None:
        """Show the strip, or not."""
        self.strip.setVisible(busy)

    def show_used_up(self, used_up: bool) -> None:
        """Say on the button whether there is more to explore."""
        self.more.setText(tr("All ideas are here") if used_up else tr("Explore more"))
        words = tr("Every idea for this story is on the page")
        self.more.setToolTip(words if used_up else "")
        self.more.updateGeometry()

    @property
    def is_narrow(self) -> bool:
        """Under 1200 px of window the strip says less."""
        return self.width() < 1200 - 88

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.doing.setMaximumWidth(150 if self.is_narrow else 16777215)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, _MARGIN, 0)
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.rest)
        head.addWidget(self.more)
        head.addWidget(self.open)
        strip = QHBoxLayout()
        strip.setContentsMargins(0, 0, _MARGIN, 0)
        strip.addWidget(self.strip)
        price = QHBoxLayout()
        price.setContentsMargins(0, 0, _MARGIN, 0)
        price.addWidget(self.price)
        below = QWidget(self)
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, 0, 0)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(price)
        column.addLayout(strip)
        column.addWidget(below, 1)
        # As they stand on the page: what is offered comes before the cards it is for.
        buttons = (self.rest, self.more, self.open, *self.price.buttons, self.strip.cancel)
        for first, then in itertools.pairwise((*buttons, self.view)):
            self.setTabOrder(first, then)

    def _show_fitting(self, *_news: object) -> None:
        empty = self.model.rowCount() == 0
        self._stack.setCurrentIndex(1 if empty else 0)
        self.more.setVisible(not empty)
        self.open.setVisible(not empty)

"""The Welcome page: one sentence, three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.welcome.way_card import WayCard
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import Label, PageTitle, Paragraph
from memoreez_desktop.ui.words import tr

_WIDEST = 960


class WelcomePanel(QWidget):
    """Widgets only.

    Signals
    -------
    photo_wanted(), story_wanted(), own_wanted()
        The three ways.
    """

    photo_wanted = Signal()
    story_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, theme_book: ThemeBook, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        photo = WayCard(
            icon_book,
            tr("Try the sample photo"),
            tr("A portrait becomes lithophanes, a plaque and a medallion."),
            ("mdi6.image-outline",),
            QPixmap(str(resource_path("samples", "photo.jpg"))),
        )
        story = WayCard(
            icon_book,
            tr("Try the sample story"),
            tr("Grandpa Karl turns 70. He loves fishing and coffee, and hates Mondays."),
            ("mdi6.fish", "mdi6.coffee-outline", "mdi6.cake-variant-outline"),
        )
        self.own = WayCard(
            icon_book,
            tr("Start my own"),
            tr("Write a few words about someone, or drop a photo."),
            ("mdi6.image-plus-outline",),
        )
        photo.clicked.connect(self.photo_wanted)
        story.clicked.connect(self.story_wanted)
        self.own.clicked.connect(self.own_wanted)
        self._lay_out(icon_book, (photo, story, self.own))
        self.setFocusProxy(self.own)

    def _lay_out(self, icon_book: IconBook, cards: tuple[WayCard, ...]) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        title = PageTitle(icon_book, tr("A story becomes a keepsake you can hold"))
        words = tr(
            "Tell it, or drop a photo. Choose one of the ideas, turn the real model round,"
            " and take the finished print file to your printer."
        )
        text = Paragraph(icon_book, words, 620)
        ways = QHBoxLayout()
        ways.setSpacing(24)
        for card in cards:
            ways.addWidget(card, 1)
        whole = QWidget(self)
        whole.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(IconMark(icon_book, "mdi6.cube-scan", "violet", 56), 0, centre)
        column.addSpacing(20)
        column.addWidget(title, 0, centre)
        column.addSpacing(8)
        column.addWidget(text, 0, centre)
        column.addSpacing(40)
        column.addLayout(ways)
        column.addSpacing(36)
        column.addLayout(_promises(icon_book))
        page = ScrollPage(self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(whole, 100)
        row.addStretch(1)
        page.column.addStretch(2)
        page.column.addLayout(row)
        page.column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)


def _promises(icon_book: IconBook) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    promises = (
        ("mdi6.shield-lock-outline", tr("Nothing leaves this computer unasked")),
        ("mdi6.lightbulb-outline", tr("No key, no account, no cost")),
        ("mdi6.printer-3d-nozzle-outline", tr("Real G-code for your printer")),
    )
    for number, (icon, words) in enumerate(promises):
        if number:
            row.addSpacing(24)
        row.addWidget(IconMark(icon_book, icon, "good", 18))
        row.addWidget(Label(icon_book, words, "meta", "muted"))
    row.addStretch(1)
    return row

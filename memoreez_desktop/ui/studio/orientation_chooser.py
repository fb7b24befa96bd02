"""The ways to lie on the bed in a small window: pictures and figures, and turning by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.keepsake_steps import Turn
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.orientation_card import CARD, OrientationCard
from memoreez_desktop.ui.studio.orientation_edits import same_turn
from memoreez_desktop.ui.widgets.buttons import QuietButton
from memoreez_desktop.ui.widgets.painting import Painted, rounded
from memoreez_desktop.ui.widgets.progress import ProgressBar
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import Divider, Label, SectionTitle
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.orient_model import Lying

_GAP, _EDGE, _BAR_PX = 12, 16, 14
_WIDTH = 2 * CARD.width() + _GAP + 2 * _EDGE


class OrientationChooser(Painted):
    """Escape or a click elsewhere closes it and leaves everything as it was.

    Signals
    -------
    taken(Lying)
        The person took a way to lie; the window is closed.
    face_wanted(), rings_wanted()
        Lay a face down that is pointed at; turn by hand. The window is closed.
    closed()
        Nobody looks any more.
    """

    taken = Signal(object)
    face_wanted = Signal()
    rings_wanted = Signal()
    closed = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget) -> None:
        super().__init__(icon_book, parent)
        self.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(tr("How it lies on the bed"))
        self.cards: list[OrientationCard] = []
        self._beside = QRect()
        self._words = Label(icon_book, "", "small", "muted", wrap=True)
        self._bar = ProgressBar(icon_book, tr("Search"), 4)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self.face = QuietButton(
            icon_book, tr("Lay a face down"), "mdi6.arrow-collapse-down", role="text", height=32
        )
        self.rings = QuietButton(
            icon_book, tr("Turn by hand"), "mdi6.rotate-3d-variant", role="text", height=32
        )
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.face)
        foot.addWidget(self.rings)
        foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE, _EDGE, _EDGE, 12)
        self._column.setSpacing(10)
        self._column.addWidget(SectionTitle(icon_book, tr("How it lies on the bed")))
        self._column.addWidget(self._words)
        self._column.addWidget(self._bar)
        self._scroll = ScrollPage(self, margins=(0, 0, 0, 0))
        self._scroll.column.addLayout(self._grid)
        self._scroll.column.addStretch(1)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(Divider(icon_book))
        self._column.addLayout(foot)
        self.face.clicked.connect(lambda: self._leave(self.face_wanted))
        self.rings.clicked.connect(lambda: self._leave(self.rings_wanted))

    def open(self, beside: QRect) -> None:
        """Open at the left of a rectangle of the screen, searching."""
        self._beside = beside
        self._clear()
        self.show_progress(None)
        self._settle()
        self.show()
        self.face.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_progress(self, fraction: float | None) -> None:
        """Say that it is being searched, and how far that is."""
        self._words.setText(tr("Turning it this way and that…"))
        self._bar.setVisible(True)
        self._bar.set_fraction(fraction)

    def offer(self, ways: tuple[Lying, ...], present: Turn, *, came: str = "", footed: bool = False) -> None:
        """Show what was found; the one as which the figure lies now is marked.

        Parameters
        ----------
        came : str
            What to say for "Upright".
        footed : bool
            The recipe goes on with a foot or a pedestal.
        """
        self._clear()
        self._bar.setVisible(False)
        self._words.setText(
            tr("Supports leave marks where they touch. Upright they rarely touch a face.")
            if len(ways) > 1
            else tr("It cannot lie any better than it does.")
        )
        for number, lying in enumerate(ways):
            card = OrientationCard(self.icon_book, lying, ways[0], came=came, footed=footed, parent=self)
            card.setChecked(same_turn(lying.orientation.turn, present))
            card.clicked.connect(lambda _checked=False, chosen=lying: self._take(chosen))
            self._grid.addWidget(card, number // 2, number % 2)
            card.show()
            self.cards.append(card)
        self._settle()
        first = next((card for card in self.cards if card.isChecked()), self.cards[0])
        self._go_to(first)

    def complain(self, words: str) -> None:
        """Say why nothing was found."""
        self._bar.setVisible(False)
        self._words.setText(words)
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 2, Qt.Key.Key_Up: -2}
        here = next((n for n, card in enumerate(self.cards) if card.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in steps and here is not None:
            there = here + steps[Qt.Key(event.key())]
            if 0 <= there < len(self.cards):
                self._go_to(self.cards[there])
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: object) -> None:
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 12, self.color("panel"), self.color("control"))

    def _take(self, lying: Lying) -> None:
        self.close()
        self.taken.emit(lying)

    def _leave(self, signal: object) -> None:
        self.close()
        signal.emit()  # type: ignore[attr-defined]

    def _clear(self) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []

    def _go_to(self, card: OrientationCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(card, 0, 4)

    def _settle(self) -> None:
        """Take the size of what is inside, at the left of the control, never off the screen."""
        room = self.screen().availableGeometry()
        rows = (len(self.cards) + 1) // 2
        board = rows * CARD.height() + max(rows - 1, 0) * _GAP
        self._scroll.setFixedHeight(0)
        self._scroll.setVisible(rows > 0)
        self._column.activate()
        rest = self._column.totalHeightForWidth(self.width())
        high = min(board, max(room.height() - 16 - rest, CARD.height() // 2))
        # Where not all of it is seen, the bar that says so stands beside the cards.
        self.setFixedWidth(_WIDTH + (_BAR_PX if high < board else 0))
        self._scroll.setFixedHeight(high)
        self.setFixedHeight(rest + high)
        x = max(room.x() + 8, min(self._beside.x() - 8, room.right() - 8) - self.width())
        y = min(self._beside.y(), room.bottom() - 8 - self.height())
        self.move(QPoint(x, max(room.y() + 8, y)))

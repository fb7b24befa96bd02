"""What is seen while the real model is made: the concept's picture, stage, percent and time left."""

from __future__ import annotations

import time

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.units import duration_words
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.painting import Painted, rounded, stage_ground
from memoreez_desktop.ui.widgets.progress import ProgressBar
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.words import tr

_PICTURE_PX, _WIDE_PX = 320, 420
# Time left is guessed from what is done; before this it would be a lie.
_GUESS_AFTER_S, _GUESS_AFTER_RATIO = 1.5, 0.1


class TimeLeft:
    """Guesses the seconds left from the fraction done."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def words(self, fraction: float | None) -> str:
        """Return "about 12 s left", or nothing while nobody can know."""
        passed = time.monotonic() - self._begun
        if fraction is None or fraction < _GUESS_AFTER_RATIO or fraction >= 1 or passed < _GUESS_AFTER_S:
            return ""
        return tr("about {time} left", time=duration_words(passed * (1 - fraction) / fraction))


class _Picture(Painted):
    """A picture on its stage; a soft stage alone until it is there."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.pixmap: QPixmap | None = None
        self.setFixedSize(_WIDE_PX, _PICTURE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, 12, self.color("panel"), self.color("line"))
        painter.setBrush(stage_ground(self.theme_book, rect))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 11, 11)
        if self.pixmap is None:
            box = QRectF(rect.center().x() - 32, rect.center().y() - 32, 64, 64)
            self.icon_book.paint(painter, box, "mdi6.cube-outline", "icon_off")
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = _PICTURE_PX * 0.98
        painter.drawPixmap(
            QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side),
            self.pixmap,
            QRectF(self.pixmap.rect()),
        )


class MakingPanel(QWidget):
    """Shown until the model is there.

    Signals
    -------
    cancelled()
        The person asked to stop.
    """

    cancelled = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time_left = TimeLeft()
        self._picture = _Picture(icon_book)
        self._title = Label(icon_book, "", "empty")
        self._stage = Label(icon_book, "", "body", "muted")
        self._percent = Label(icon_book, "", "meta", "muted")
        self._bar = ProgressBar(icon_book, tr("Making the model"))
        self.cancel = SecondaryButton(icon_book, tr("Cancel"), "mdi6.close")
        self.cancel.clicked.connect(self.cancelled)
        centre = Qt.AlignmentFlag.AlignHCenter
        words = QHBoxLayout()
        words.addWidget(self._stage, 1)
        words.addWidget(self._percent)
        inner = QWidget()
        inner.setFixedWidth(_WIDE_PX)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._picture, 0, centre)
        column.addSpacing(14)
        column.addWidget(self._title, 0, centre)
        column.addLayout(words)
        column.addWidget(self._bar)
        column.addSpacing(10)
        column.addWidget(self.cancel, 0, centre)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner, 0, centre)
        outer.addStretch(1)

    def begin(self, title: str) -> None:
        """Start anew, without a picture yet."""
        self._time_left = TimeLeft()
        self._title.setText(title)
        self._picture.pixmap = None
        self._picture.update()
        self.show_progress(None, tr("Getting ready"))

    def show_picture(self, png: bytes) -> None:
        """Show the card's picture."""
        pixmap = QPixmap()
        if pixmap.loadFromData(png):
            self._picture.pixmap = pixmap
            self._picture.update()

    def show_progress(self, fraction: float | None, words: str) -> None:
        """Say how far it is and what is being done."""
        if words:
            self._stage.setText(tr(words))
        self._bar.set_fraction(fraction)
        left = self._time_left.words(fraction)
        percent = "" if fraction is None else f"{fraction * 100:.0f} %"
        self._percent.setText(" · ".join(part for part in (percent, left) if part))

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDE_PX, 480)

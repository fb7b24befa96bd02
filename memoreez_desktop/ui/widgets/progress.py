"""Progress: a slim bar, and the strip over a grid that is being filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.widgets.buttons import QuietButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.painting import Painted, rounded
from memoreez_desktop.ui.widgets.surfaces import Divider, Label, Panel
from memoreez_desktop.ui.words import tr

_STEP_RATIO = 0.02


def paint_bar(
    painter: QPainter, rect: QRectF, theme_book: ThemeBook, fraction: float | None, phase: float = 0.0
) -> None:
    """Paint a bar filled to ``fraction``; None shows a piece at ``phase`` (0-1) that says "working"."""
    radius = rect.height() / 2
    rounded(painter, rect, radius, theme_book.color("line"))
    if fraction is None:
        length = rect.width() * 0.3
        x = rect.x() + (rect.width() + length) * phase - length
        left, right = max(rect.x(), x), min(rect.right(), x + length)
        if right > left:
            rounded(
                painter,
                QRectF(left, rect.y(), right - left, rect.height()),
                radius,
                theme_book.color("accent"),
            )
    elif fraction > 0:
        width = max(rect.height(), rect.width() * min(1.0, fraction))
        rounded(painter, QRectF(rect.x(), rect.y(), width, rect.height()), radius, theme_book.color("accent"))


class ProgressBar(Painted):
    """A bar of 4 or 6 px; ``None`` means working without a known percentage."""

    def __init__(
        self, icon_book: IconBook, name: str, height: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, parent)
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fraction: float | None = 0.0
        self._phase = 0.5
        self._clock = QTimer(self)
        self._clock.setInterval(33)
        self._clock.timeout.connect(self._move)

    @property
    def fraction(self) -> float | None:
        """How far it is."""
        return self._fraction

    def set_fraction(self, fraction: float | None) -> None:
        """Show how far it is."""
        self._fraction = fraction
        self.setAccessibleDescription("" if fraction is None else f"{round(fraction * 100)} %")
        if fraction is None and self.isVisible() and not self.theme_book.reduced_motion:
            self._clock.start()
        else:
            self._clock.stop()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def showEvent(self, event: object) -> None:
        self.set_fraction(self._fraction)

    def hideEvent(self, event: object) -> None:
        self._clock.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_bar(QPainter(self), QRectF(self.rect()), self.theme_book, self._fraction, self._phase)

    def _move(self) -> None:
        self._phase = (self._phase + _STEP_RATIO) % 1.0
        self.update()


class ProgressStrip(Panel):
    """Say "5 of 8", what is being done, what failed, a bar, the time left; Cancel. 48 px high.

    Signals
    -------
    cancelled()
        The person asked to stop.
    """

    cancelled = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, padding=0, spacing=0, parent=parent)
        self.setFixedHeight(48)
        self.count = Label(icon_book, "", "strong")
        self.doing = Label(icon_book, "", "meta", "muted")
        self._failed_mark = IconMark(icon_book, "mdi6.alert-outline", "warn", 18)
        self.failed = Label(icon_book, "", "meta", "warn")
        self.bar = ProgressBar(icon_book, tr("Progress"), 4)
        self.time_left = Label(icon_book, "", "meta", "muted")
        self._rule = Divider(icon_book, vertical=True)
        self._rule.setFixedHeight(24)
        self.cancel = QuietButton(icon_book, tr("Cancel"), "mdi6.close", role="text", height=40)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 4, 0)
        row.setSpacing(16)
        failed = QHBoxLayout()
        failed.setSpacing(6)
        failed.addWidget(self._failed_mark)
        failed.addWidget(self.failed)
        for part in (self.count, self.doing):
            row.addWidget(part)
        row.addLayout(failed)
        row.addWidget(self.bar, 1)
        for part in (self.time_left, self._rule, self.cancel):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.show_state("", "", 0.0)

    def show_state(
        self, count: str, doing: str, fraction: float | None, *, failed: str = "", time_left: str = ""
    ) -> None:
        """Show everything anew; empty words take no room."""
        for label, text in (
            (self.count, count),
            (self.doing, doing),
            (self.failed, failed),
            (self.time_left, time_left),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._failed_mark.setVisible(bool(failed))
        self.bar.set_fraction(fraction)
        self.setAccessibleName(" ".join(part for part in (count, doing, failed, time_left) if part))

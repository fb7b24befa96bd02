"""The frame of the pages with a 3D view: header and view at the left, a column of sections at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.painting import Painted
from memoreez_desktop.ui.widgets.surfaces import Divider, ElidedLabel, SectionTitle

HEADER_PX = 64
_SIDE_PX, _SLIM_SIDE_PX, _SLIM_UNDER_PX = 368, 320, 1200 - 88


class Ground(Painted):
    """A plain ground in one role."""

    def __init__(self, icon_book: IconBook, role: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self._role = role

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.color(self._role))


class PageHeader(Painted):
    """64 px: back, title over sub-title, and what the page puts at the right (:attr:`right`)."""

    backWanted = Signal()

    def __init__(self, icon_book: IconBook, back_name: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        self.setFixedHeight(HEADER_PX)
        self.back = IconButton(icon_book, "mdi6.arrow-left", back_name, parent=self)
        self.back.clicked.connect(self.backWanted)
        self.title = ElidedLabel(icon_book, "", "section")
        self.subtitle = ElidedLabel(icon_book, "", "small", "muted")
        for label in (self.title, self.subtitle):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self.right = QHBoxLayout()
        self.right.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addLayout(words, 1)
        row.addLayout(self.right)

    def say(self, title: str, subtitle: str) -> None:
        """Show what is worked on."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(0, self.height() - 1, self.width(), 1), self.color("line"))


class Section(QWidget):
    """A part of the right column: heading with a word at its right, controls below."""

    def __init__(
        self,
        icon_book: IconBook,
        title: str,
        aside: str = "",
        *,
        air: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = SectionTitle(icon_book, title)
        self.aside = ElidedLabel(icon_book, aside, "small", "muted")
        self.aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.aside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.addWidget(self.title)
        self.head.addWidget(self.aside, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, air, 24, air)
        self.body.setSpacing(12)
        self.body.addLayout(self.head)


class _Rule(QObject):
    """Lets a rule be seen when its section is."""

    def __init__(self, section: QWidget, rule: QWidget) -> None:
        super().__init__(section)
        self._rule = rule

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._rule.setVisible(event.type() == QEvent.Type.ShowToParent)
        return False


class Workbench(QWidget):
    """Header and view (:attr:`left`) beside a scrolling column of sections.

    :attr:`top` and :attr:`foot` of the column stay where they are while the sections scroll.

    Parameters
    ----------
    back_name : str
        What the arrow does, for its tool tip and screen readers.
    """

    def __init__(self, icon_book: IconBook, back_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self.header = PageHeader(icon_book, back_name, self)
        self.left = QVBoxLayout()
        self.left.setSpacing(0)
        self.left.addWidget(self.header)
        self._side = Ground(icon_book, "panel", self)
        self._side.setFixedWidth(_SIDE_PX)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = QVBoxLayout()
        column.addLayout(self.top)
        self._scroll = QScrollArea(self._side)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = Ground(icon_book, "panel")
        self.sections = QVBoxLayout(inside)
        self.sections.setContentsMargins(0, 0, 0, 0)
        self.sections.setSpacing(0)
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(0)
        column.addLayout(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self.left, 1)
        row.addWidget(Divider(icon_book, vertical=True))
        row.addWidget(self._side)

    def add_section(self, section: QWidget, *, ruled: bool = True) -> None:
        """Put a section under the ones there are."""
        self.add_section_to(self.sections, section, ruled=ruled)

    def add_section_to(self, column: QVBoxLayout, section: QWidget, *, ruled: bool = True) -> None:
        """Put a section at the end of a part of the column; its rule is hidden when it is."""
        column.addWidget(section)
        if ruled:
            rule = Divider(self._icon_book)
            rule.setVisible(not section.isHidden())
            column.addWidget(rule)
            section.installEventFilter(_Rule(section, rule))

    def bring_into_sight(self, control: QWidget) -> None:
        """Scroll to a control, so that what stands over and under it is seen, too."""
        self._scroll.ensureWidgetVisible(control, 0, 120)

    @property
    def scroll_bar(self) -> QScrollBar:
        """What scrolls the sections."""
        return self._scroll.verticalScrollBar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._side.setFixedWidth(_SLIM_SIDE_PX if self.width() < _SLIM_UNDER_PX else _SIDE_PX)

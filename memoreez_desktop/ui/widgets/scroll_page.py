"""A page that scrolls only when it must: its height follows from its width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class _Content(QWidget):
    """Asks for the height its layout needs at the present width, not at the smallest possible one."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area
        self.setProperty("page", True)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)

    def minimumSizeHint(self) -> QSize:
        least = self.column.minimumSize()
        # Not parentWidget(): to wrap the viewport, PySide prepares every class of widgets there is, 35 ms.
        width = max(self._area.maximumViewportSize().width(), least.width())
        if self.column.hasHeightForWidth():
            least.setHeight(self.column.totalHeightForWidth(width))
        return QSize(0, least.height())


class ScrollPage(QScrollArea):
    """A scroll area without a frame; :attr:`column` is the layout of what scrolls."""

    def __init__(
        self, parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (24, 24, 24, 24)
    ) -> None:
        super().__init__(parent)
        content = _Content(self)
        self.column = content.column
        self.column.setContentsMargins(*margins)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Only what is inside takes the keyboard; the area itself follows it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

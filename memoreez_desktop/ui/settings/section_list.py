"""The sections of the settings, one under the other; the present one is raised."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import one_line
from memoreez_desktop.ui.widgets.tiles import OneOf
from memoreez_desktop.ui.words import tr


class _Row(PaintedButton):
    """Icon and word, 40 px high."""

    def __init__(self, icon_book: IconBook, words: str, icon: str, parent: QWidget) -> None:
        super().__init__(icon_book, words, icon, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(192, 40)

    def _kind(self) -> Kind:
        return "body"

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if self.isChecked():
            return self._color("asoft"), None, self._color("text")
        return self._color("raised") if self.underMouse() else None, None, self._color("muted")

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        icon = QRectF(rect.x() + 12, rect.center().y() - 10, 20, 20)
        self.icon_book.paint(painter, icon, self.icon_name, "violet" if self.isChecked() else "muted")
        one_line(painter, rect.adjusted(44, 0, -8, 0), self.text(), words, self.font())


class SectionList(OneOf):
    """A choice of sections."""

    def __init__(
        self, icon_book: IconBook, sections: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Sections of the settings"), parent)
        self.setFixedWidth(192)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for section, words, icon in sections:
            row = _Row(icon_book, words, icon, self)
            self.take(section, row)
            column.addWidget(row)
        column.addStretch(1)

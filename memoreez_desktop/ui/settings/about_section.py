"""About: version, licence, and whose work is inside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop import __version__
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.credits import ARTWORK, LIBRARIES
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import Label, Panel, SectionTitle
from memoreez_desktop.ui.words import tr


class AboutSection(QWidget):
    """Words only."""

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(_program(icon_book))
        column.addWidget(_credits(icon_book, tr("Libraries"), LIBRARIES))
        photo = (tr("Sample photo: Eileen Collins, NASA"), tr("Public domain"))
        column.addWidget(_credits(icon_book, tr("Icons, letters and pictures"), (*ARTWORK, photo)))
        column.addStretch(1)


def _program(icon_book: IconBook) -> Panel:
    panel = Panel(icon_book, spacing=16)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(SectionTitle(icon_book, tr("Memoreez Desktop {version}", version=__version__)))
    told = tr("Turns a story or a photo into a keepsake that truly prints.")
    words.addWidget(Label(icon_book, told, "body", "muted", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(IconMark(icon_book, "mdi6.cube-scan", "violet", 40), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    panel.body.addLayout(row)
    licence = tr(
        "Free software under the GNU General Public License, version 3 or later. You may use it, study it,"
        " change it and pass it on. It comes without any warranty."
    )
    panel.body.addWidget(Label(icon_book, licence, "small", "muted", wrap=True))
    return panel


def _credits(icon_book: IconBook, title: str, entries: Sequence[tuple[str, str]]) -> Panel:
    panel = Panel(icon_book, spacing=16)
    panel.body.addWidget(SectionTitle(icon_book, title))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (name, licence) in enumerate(entries):
        grid.addWidget(Label(icon_book, name, "small"), row, 0)
        grid.addWidget(Label(icon_book, licence, "small", "muted"), row, 1)
    panel.body.addLayout(grid)
    return panel

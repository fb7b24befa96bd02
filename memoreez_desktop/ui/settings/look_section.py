"""Appearance: dark, light or as the system has it, and how much moves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.fields import Switch
from memoreez_desktop.ui.widgets.surfaces import Label, Panel, SectionTitle
from memoreez_desktop.ui.widgets.tiles import TileGroup, TileSpec
from memoreez_desktop.ui.words import tr


class LookSection(QWidget):
    """Widgets only.

    Signals
    -------
    theme_chosen(str)
    motion_chosen(bool)
        True: stand still.
    """

    theme_chosen = Signal(str)
    motion_chosen = Signal(bool)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        themes = (
            TileSpec("system", tr("Like the system"), tr("Follows day and night"), "mdi6.theme-light-dark"),
            TileSpec("dark", tr("Dark"), tr("Light on dark"), "mdi6.weather-night"),
            TileSpec("light", tr("Light"), tr("Dark on light"), "mdi6.white-balance-sunny"),
        )
        self.theme = TileGroup(icon_book, tr("Theme"), themes, columns=3, height=72)
        self.theme.changed.connect(self.theme_chosen)
        self.still = Switch(icon_book, tr("Less motion"))
        self.still.clicked.connect(self.motion_chosen)
        colours = Panel(icon_book, spacing=16)
        colours.body.addWidget(SectionTitle(icon_book, tr("Theme")))
        colours.body.addWidget(self.theme)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(icon_book, tr("Less motion"), "strong"))
        told = tr("No shimmer and no fading. A wish of the system for less motion is followed anyway.")
        words.addWidget(Label(icon_book, told, "small", "muted", wrap=True))
        motion = Panel(icon_book, spacing=0)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self.still)
        motion.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(colours)
        column.addWidget(motion)
        column.addStretch(1)

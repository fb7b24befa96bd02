"""The Library page, put together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.library.panel import LibraryPanel
from memoreez_desktop.ui.library.pictures import Pictures
from memoreez_desktop.ui.library.presenter import LibraryPresenter
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.workshop import Workshop


def build(
    workshop: Workshop, theme_book: ThemeBook, icon_book: IconBook, parent: QWidget | None = None
) -> PageParts:
    """Make the panel and its presenter."""
    pictures = Pictures(workshop.runner)
    panel = LibraryPanel(icon_book, pictures, parent)
    pictures.setParent(panel)
    return PageParts(panel, LibraryPresenter(panel, workshop, panel))

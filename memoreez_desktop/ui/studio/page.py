"""The Studio page, put together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.studio.presenter import StudioPresenter
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.viewport.host import ViewportHost
from memoreez_desktop.ui.viewport.pictures import ViewPictures
from memoreez_desktop.ui.workshop import Workshop


def build(
    workshop: Workshop, theme_book: ThemeBook, icon_book: IconBook, parent: QWidget | None = None
) -> PageParts:
    """Make the panel and its presenter."""
    view = ViewportHost(workshop, theme_book)
    panel = StudioPanel(icon_book, view, view, parent)
    panel.strip.ruler.setChecked(True)
    panel.strip.coin.setChecked(True)
    ViewPictures(panel.strip, view, workshop)
    return PageParts(panel, StudioPresenter(panel, workshop, panel))

"""The Print page, put together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.print.panel import PrintPanel
from memoreez_desktop.ui.print.presenter import PrintPresenter
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.viewport.host import ViewportHost
from memoreez_desktop.ui.workshop import Workshop


def build(
    workshop: Workshop, theme_book: ThemeBook, icon_book: IconBook, parent: QWidget | None = None
) -> PageParts:
    """Make the panel and its presenter."""
    view = ViewportHost(workshop, theme_book)
    panel = PrintPanel(icon_book, view, view, parent)
    return PageParts(panel, PrintPresenter(panel, workshop, panel))

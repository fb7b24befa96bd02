"""Puts the Concepts page together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.concepts.panel import ConceptsPanel
from memoreez_desktop.ui.concepts.presenter import ConceptsPresenter
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.workshop import Workshop


def build(workshop: Workshop, theme_book: ThemeBook, icon_book: IconBook, parent: QWidget) -> PageParts:
    """Make panel and presenter."""
    panel = ConceptsPanel(theme_book, icon_book, parent)
    return PageParts(panel, ConceptsPresenter(panel, icon_book, workshop, panel))

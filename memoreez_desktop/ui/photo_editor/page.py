"""Puts the photo editor together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.photo_editor.panel import PhotoEditorPanel
from memoreez_desktop.ui.photo_editor.presenter import PhotoEditorPresenter
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.workshop import Workshop


def build(workshop: Workshop, theme_book: ThemeBook, icon_book: IconBook, parent: QWidget) -> PageParts:
    """Make panel and presenter."""
    panel = PhotoEditorPanel(icon_book, parent)
    return PageParts(panel, PhotoEditorPresenter(panel, workshop, panel))

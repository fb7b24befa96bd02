"""What a page hands to the main window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, eq=False)
class PageParts:
    """A page: the panel shows, the presenter decides. The panel is the presenter's owner or outlives it."""

    panel: QWidget
    presenter: QObject

"""What a page hands to the main window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, eq=False)
class PageParts:
    """A page: the panel shows, the presenter decides. The panel is the presenter's owner or outlives it.

    A presenter may have ``leave()``: the window closes; keep what is not kept yet, and touch no widget
    any more, whatever still arrives. And ``may_leave()``: ask the person where closing would lose something.
    """

    panel: QWidget
    presenter: QObject

"""What can be done from anywhere by keyboard: one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.words import tr


@dataclass(frozen=True)
class ActionSpec:
    """An action of the window.

    ``does`` is ``page:<id>`` or the name of a method of the main window.
    """

    id: str
    text: str
    shortcuts: tuple[str, ...]
    does: str


def action_specs() -> tuple[ActionSpec, ...]:
    """Return the table, in the present language."""
    return (
        ActionSpec("story", tr("Story"), ("Ctrl+1",), "page:story"),
        ActionSpec("concepts", tr("Concepts"), ("Ctrl+2",), "page:concepts"),
        ActionSpec("studio", tr("Studio"), ("Ctrl+3",), "page:studio"),
        ActionSpec("print", tr("Print"), ("Ctrl+4",), "page:print"),
        ActionSpec("library", tr("Library"), ("Ctrl+5", "Ctrl+L"), "page:library"),
        ActionSpec("settings", tr("Settings"), ("Ctrl+6", "Ctrl+,"), "page:settings"),
        ActionSpec("welcome", tr("Welcome"), ("F1",), "page:welcome"),
        ActionSpec("fullscreen", tr("Full screen"), ("F11",), "toggle_full_screen"),
        ActionSpec("quit", tr("Quit"), ("Ctrl+Q",), "close"),
    )


def add_actions(window: QWidget, go: Callable[[str], None]) -> dict[str, QAction]:
    """Give the window every action of the table."""
    made: dict[str, QAction] = {}
    for spec in action_specs():
        action = QAction(spec.text, window)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        if spec.does.startswith("page:"):
            page = spec.does.removeprefix("page:")
            action.triggered.connect(lambda _checked=False, page=page: go(page))
        else:
            action.triggered.connect(lambda _checked=False, name=spec.does: getattr(window, name)())
        window.addAction(action)
        made[spec.id] = action
    return made

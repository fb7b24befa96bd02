"""What a screen reader says for a control, and which controls would leave it speechless."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

# PySide makes a class and its enums when its name is first asked for: QtGui.QAccessible, when it is needed.


def named(widget: QWidget, name: str, description: str = "") -> QWidget:
    """Give a widget its accessible name (and description) and return it."""
    widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)
    return widget


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something that appeared by itself."""
    if words and QtGui.QAccessible.isActive():
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, words))


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader says for a widget."""
    interface = QtGui.QAccessible.queryAccessibleInterface(widget)
    return interface.text(QtGui.QAccessible.Text.Name).strip() if interface else ""


def nameless_controls(root: QWidget) -> list[QWidget]:
    """List everything under ``root`` that can take the keyboard and has no name to say.

    A control whose focus proxy or whose parent control has the name (the line inside a spin box) is not one.
    """
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isWindow():
            continue
        if isinstance(widget.parentWidget(), QAbstractScrollArea) and not widget.objectName():
            continue
        if widget.objectName().startswith("qt_") or widget.focusProxy() is not None:
            continue
        if not spoken_name(widget):
            found.append(widget)
    return found

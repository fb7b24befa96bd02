"""Who draws the concepts: the built-in studio, or a service that is ready; the last line sets one up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.fields import ChoiceField
from memoreez_desktop.ui.words import tr

STUDIO = ""
_SET_UP = "set-up"
_WIDTH_PX = 288
_STUDIO_ICON, _SERVICE_ICON, _SET_UP_ICON = "mdi6.lightbulb-outline", "mdi6.creation", "mdi6.plus"
_OPENERS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up)


class DrawnBy(ChoiceField):
    """A choice whose list is looked up when somebody comes near it: keys are asked for only then.

    Signals
    -------
    list_wanted()
        The pointer or the keyboard is here: :meth:`show_drawers` is awaited.
    chosen(str)
        A service's id, or an empty text for the studio.
    set_up_wanted()
        The last line.
    """

    list_wanted = Signal()
    chosen = Signal(str)
    set_up_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Drawn by"), _STUDIO_ICON, parent)
        self._present = STUDIO
        self._known = self._asked = self._opening = False
        self.setFixedWidth(_WIDTH_PX)
        self.activated.connect(self._picked)
        self._fill((), STUDIO)

    def show_drawers(self, drawers: Sequence[tuple[str, str]], present: str) -> None:
        """Offer services as ``(id, label)``; a list that was waited for opens now."""
        self._known, self._asked = True, False
        self._fill(drawers, present)
        if self._opening:
            self._opening = False
            super().showPopup()

    def show_present(self, present: str) -> None:
        """Show the studio or a service in the list as the chosen one."""
        self._present = present
        self.setCurrentIndex(max(0, self.findData(present)))
        self.set_icon(_SERVICE_ICON if present else _STUDIO_ICON)

    def forget(self) -> None:
        """Ask anew before the list is opened the next time."""
        self._known = self._asked = self._opening = False

    def showPopup(self) -> None:
        if self._known:
            super().showPopup()
        else:
            self._opening = True
            self._near()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._near()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._near()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list; an arrow or a letter alone chooses nothing that could be paid for."""
        if event.key() in _OPENERS:
            self.showPopup()
        else:
            event.ignore()

    def _near(self) -> None:
        if not self._known and not self._asked:
            self._asked = True
            self.list_wanted.emit()

    def _fill(self, drawers: Sequence[tuple[str, str]], present: str) -> None:
        self._present = present
        choices = [(STUDIO, tr("Built-in studio")), *drawers, (_SET_UP, tr("Set up a service…"))]
        self.set_choices(choices, present)
        book = self._icon_book
        for row, (value, _label) in enumerate(choices):
            icon = _STUDIO_ICON if value == STUDIO else _SET_UP_ICON if value == _SET_UP else _SERVICE_ICON
            self.setItemIcon(row, book.icon(icon, "muted"))
        self.insertSeparator(len(choices) - 1)
        self.set_icon(_SERVICE_ICON if present else _STUDIO_ICON)

    def _picked(self, _row: int) -> None:
        value = self.value
        if value == _SET_UP:
            self.setCurrentIndex(max(0, self.findData(self._present)))
            self.set_up_wanted.emit()
        elif value != self._present:
            self.chosen.emit(value)

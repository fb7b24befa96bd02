"""The edit of the open photo, and the way back through its changes."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal

from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit
from memoreez_desktop.ui.history import History
from memoreez_desktop.ui.photo_editor import frame

_ONE_MOVE_S = 0.8


class Edits(QObject):
    """Takes no change before it was begun.

    Attributes
    ----------
    size : (width, height)
        Of the untouched photo, px: box and strokes are carried along when the frame changes.

    Signals
    -------
    changed(PhotoEdit)
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History[PhotoEdit] = History()
        self._moving: tuple[str, float] = ("", 0.0)
        self.size: frame.Size = (0, 0)

    @property
    def edit(self) -> PhotoEdit:
        """The present edit."""
        return self._history.draft or UNTOUCHED

    @property
    def ready(self) -> bool:
        """True once the size of the photo is known."""
        return self.size[0] > 0

    @property
    def ways(self) -> tuple[bool, bool]:
        """Whether there is a way back, and one forth."""
        return self.ready and self._history.can_undo, self.ready and self._history.can_redo

    def begin(self, edit: PhotoEdit) -> None:
        """Start with the edit of another photo, whose size is not known yet."""
        self._history.begin(edit)
        self._moving, self.size = ("", 0.0), (0, 0)

    def change(self, edit: PhotoEdit, move: str = "") -> None:
        """Take a new edit; all that one slider (``move``) does on its way is one step back."""
        if self.ready:
            now = time.monotonic()
            instead = bool(move) and move == self._moving[0] and now - self._moving[1] < _ONE_MOVE_S
            self._moving = (move, now)
            self._take(frame.carried(self.edit, edit, self.size), instead=instead)

    def turn(self, quarters: int) -> None:
        """Turn clockwise, with everything on it."""
        if self.ready:
            self._moving = ("", 0.0)
            self._take(frame.turned(self.edit, quarters, self.size))

    def undo(self) -> None:
        """Go one step back."""
        self._travel(forth=False)

    def redo(self) -> None:
        """Go one step on."""
        self._travel(forth=True)

    def _travel(self, *, forth: bool) -> None:
        if self.ready:
            self._moving = ("", 0.0)
            self.changed.emit(self._history.redo() if forth else self._history.undo())

    def _take(self, edit: PhotoEdit, *, instead: bool = False) -> None:
        if self._history.add(edit, instead=instead):
            self.changed.emit(edit)

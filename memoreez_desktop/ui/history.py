"""The way back through the changes of something, and forth again."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class History(Generic[T]):
    """Values in the order in which they were made, and where we are among them; without an end."""

    def __init__(self) -> None:
        self._values: list[T] = []
        self._here = -1

    @property
    def draft(self) -> T | None:
        """The present one."""
        return self._values[self._here] if self._values else None

    @property
    def can_undo(self) -> bool:
        """True when there is one before."""
        return self._here > 0

    @property
    def can_redo(self) -> bool:
        """True when there is one after."""
        return self._here < len(self._values) - 1

    @property
    def after(self) -> T | None:
        """The one that a redo leads to."""
        return self._values[self._here + 1] if self.can_redo else None

    def begin(self, *values: T, here: int = 0) -> None:
        """Start anew, or go on with what was made before."""
        self._values, self._here = list(values), here

    def add(self, value: T, *, instead: bool = False) -> bool:
        """Go on with a change; what was undone before is forgotten. False when nothing is different.

        ``instead`` puts it in the present one's place: a slider on its way is one change, not fifty.
        """
        if value == self.draft:
            return False
        kept = self._values[: self._here + (0 if instead and self.can_undo else 1)]
        self._values = [*kept, value]
        self._here = len(self._values) - 1
        return True

    def undo(self) -> T:
        """Go one step back."""
        self._here = max(0, self._here - 1)
        return self._values[self._here]

    def redo(self) -> T:
        """Go one step on."""
        self._here = min(len(self._values) - 1, self._here + 1)
        return self._values[self._here]

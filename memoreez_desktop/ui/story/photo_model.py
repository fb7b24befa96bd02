"""The photos of the story, and the files that could not be used, as a Qt list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QImage

from memoreez_desktop.core.story import PhotoRef
from memoreez_desktop.ui.words import tr

ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True)
class PhotoItem:
    """One row: a photo (``ref`` is there), or a refused file.

    ``badge`` is a word of :data:`memoreez_desktop.ui.widgets.surfaces.BADGE_LOOKS`' levels; ``fix`` is the
    code of a verdict that the photo editor can mend, or empty.
    """

    name: str
    badge: str
    words: str
    hint: str
    ref: PhotoRef | None = None
    badge_icon: str = ""
    fix: str = ""
    thumbnail: QImage = field(default_factory=QImage, compare=False, repr=False)


class PhotoModel(QAbstractListModel):
    """Rows of :class:`PhotoItem`; photos first come, refused ones too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[PhotoItem] = []

    @property
    def refs(self) -> tuple[PhotoRef, ...]:
        """The photos, in order."""
        return tuple(item.ref for item in self._items if item.ref is not None)

    def item(self, row: int) -> PhotoItem:
        """Return a row."""
        return self._items[row]

    def add(self, item: PhotoItem) -> bool:
        """Append a row; False when the photo is there already."""
        if item.ref is not None and item.ref.digest in {ref.digest for ref in self.refs}:
            return False
        at = len(self._items)
        self.beginInsertRows(QModelIndex(), at, at)
        self._items.append(item)
        self.endInsertRows()
        return True

    def put(self, item: PhotoItem) -> bool:
        """Show a photo's row anew, or append it; False when nothing is different."""
        wanted = item.ref.digest if item.ref is not None else ""
        for row, old in enumerate(self._items):
            if old.ref is not None and old.ref.digest == wanted:
                self._items[row] = item
                self.dataChanged.emit(self.index(row), self.index(row))
                return old != item
        return self.add(item)

    def remove(self, row: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._items[row]
        self.endRemoveRows()

    def keep_only(self, refs: Sequence[PhotoRef]) -> None:
        """Show just these photos (as far as they are known) in this order, and no refused file."""
        known = {item.ref.digest: item for item in self._items if item.ref is not None}
        wanted = [known[ref.digest] for ref in refs if ref.digest in known]
        if wanted != self._items:
            self.beginResetModel()
            self._items = wanted
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item.name}\n{tr(item.hint)}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{name}: {word}. {hint}", name=item.name, word=tr(item.words), hint=tr(item.hint))
        return None

"""What is wanted of a view now and then: its other sides, the edges of triangles, pictures of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.words import tr


class ViewMenu(QMenu):
    """The menu of the strip under a view.

    Signals
    -------
    sideWanted(str)
        A name of :data:`~memoreez_desktop.ui.viewport.api.VIEW_NAMES`.
    pictureWanted(str)
        ``copy``, ``save`` or ``turntable``.
    """

    sideWanted = Signal(str)
    pictureWanted = Signal(str)

    def __init__(self, icon_book: IconBook, *, with_model: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = icon_book
        self.setAccessibleName(tr("More views and pictures"))
        for name, words, icon in (
            ("back", tr("From behind"), "arrow-up-bold-box-outline"),
            ("left", tr("From the left"), "arrow-right-bold-box-outline"),
            ("bottom", tr("From below"), "arrow-up-bold-outline"),
        ):
            action = self._add(words, icon)
            action.triggered.connect(lambda _on=False, name=name: self.sideWanted.emit(name))
        self.edges = self.addAction(tr("Edges of the triangles"))
        self.edges.setCheckable(True)
        self.pictures: dict[str, QAction] = {}
        self.insertSeparator(self.edges)
        self.edges.setVisible(with_model)
        if not with_model:
            return
        self.addSeparator()
        for name, words, icon in (
            ("copy", tr("Copy this picture"), "content-copy"),
            ("save", tr("Save this picture…"), "image-outline"),
            ("turntable", tr("Save a turntable…"), "rotate-360"),
        ):
            action = self.pictures[name] = self._add(words, icon)
            action.triggered.connect(lambda _on=False, name=name: self.pictureWanted.emit(name))

    def _add(self, words: str, icon: str) -> QAction:
        return self.addAction(self._book.icon(f"mdi6.{icon}", "muted"), words)

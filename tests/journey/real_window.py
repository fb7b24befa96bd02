"""Hands for the real program: its window, its processes and its library, in a home of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from memoreez_desktop.app import Program
from memoreez_desktop.storage.library import Library
from memoreez_desktop.ui.journey import Journey

# Geometry processes step back for everything else on this computer, so a busy one makes them wait.
PATIENCE_MS = 150_000


def file_mime(*paths: Path) -> QMimeData:
    """What a file manager offers when files are dragged."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def pixels(image: QImage) -> np.ndarray:
    """(h, w, 3) uint8 of a picture."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3)


class RealWindow:
    """Drives a :class:`Program` as a person does: by mouse, keyboard and drops."""

    def __init__(self, program: Program, qtbot: Any, home: Path) -> None:
        self.program, self.qtbot, self.home = program, qtbot, home
        self.kept_when_shown: dict[str, bool] = {}
        self.messages: list[Any] = []
        self.journey.messageRaised.connect(self.messages.append)

    @property
    def window(self) -> Any:
        return self.program.window

    @property
    def journey(self) -> Journey:
        return self.program.journey

    @property
    def cards(self) -> tuple[Any, ...]:
        return self.panel("concepts").model.cards

    def panel(self, page: str) -> Any:
        return self.window.page(page).panel

    def go(self, page: str) -> Any:
        self.window.show_page(page)
        return self.panel(page)

    def wait(self, what: Callable[[], Any], name: str, patience_ms: int = PATIENCE_MS) -> None:
        def check() -> None:
            assert what(), f"waited in vain for {name}; messages: {[m.title for m in self.messages]}"

        self.qtbot.waitUntil(check, timeout=patience_ms)

    def idle(self) -> None:
        self.wait(lambda: not self.program.runner.busy, "the jobs to end")

    def drop(self, widget: QWidget, mime: QMimeData) -> bool:
        """Drag over a widget and let go, through the window, as the system does; True if it was taken."""
        window = widget.window().windowHandle()
        at = QPointF(widget.mapTo(widget.window(), widget.rect().center()))
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at.toPoint(), copy, mime, left, none)
        QApplication.sendEvent(window, enter)
        if not enter.isAccepted():
            return False
        move = QDragMoveEvent(at.toPoint(), copy, mime, left, none)
        move.setDropAction(enter.dropAction())
        move.accept()
        QApplication.sendEvent(window, move)
        if not move.isAccepted():
            return False
        event = QDropEvent(at, copy, mime, left, none, QEvent.Type.Drop)
        QApplication.sendEvent(window, event)
        return event.isAccepted()

    def click(self, button: QWidget) -> None:
        assert button.isVisible(), f"{button.accessibleName()} is not to be seen"
        assert button.isEnabled(), f"{button.accessibleName()} is switched off"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())

    def type(self, line: QWidget, words: str) -> None:
        line.setFocus()
        for sign in words:
            if sign.isascii():
                QTest.keyClicks(line, sign)
            else:
                # QTest knows ASCII alone and ends the process at anything else.
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))

    def drop_photos(self, *paths: Path) -> None:
        story = self.go("story")
        assert self.drop(story.photos.zone, file_mime(*paths))

    def photo_rows(self) -> Sequence[Any]:
        model = self.panel("story").photos.model
        return [model.item(row) for row in range(model.rowCount())]

    def create(self) -> None:
        """Click the one button; from now on every card is looked up in the library as it fills."""
        model = self.panel("concepts").model
        model.dataChanged.connect(lambda index, _last, *_roles: self._look_up(model.cards[index.row()]))
        self.click(self.panel("story").create)

    def filled(self) -> list[Any]:
        return [card for card in self.cards if card.state == "ready"]

    def settled(self) -> bool:
        cards = self.cards
        return bool(cards) and all(card.state in ("ready", "failed", "stopped") for card in cards)

    def choose(self, row: int) -> None:
        """Go to a card with the arrow keys and press Enter."""
        view = self.panel("concepts").view
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Home)
        for _ in range(row):
            QTest.keyClick(view, Qt.Key.Key_Right)
        assert view.currentIndex().row() == row
        QTest.keyClick(view, Qt.Key.Key_Return)

    def sculpt(self, row: int) -> None:
        """Choose a card and wait for the model in the Studio."""
        self.choose(row)
        self.wait(lambda: self.journey.keepsake is not None, "the model")
        self.wait(lambda: self.panel("studio").state == "model", "the Studio to show it")

    def slice(self) -> None:
        """Continue to Print and wait for the G-code."""
        self.click(self.panel("studio").go_on)
        assert self.window.current == "print"
        self.wait(lambda: self.journey.gcode is not None, "the G-code")

    def on_screen(self, widget: QWidget) -> np.ndarray:
        """What really stands on the screen where a widget is."""
        at = widget.mapToGlobal(QPoint(0, 0))
        shot = self.window.screen().grabWindow(0, at.x(), at.y(), widget.width(), widget.height())
        return pixels(shot.toImage())

    def library(self) -> Library:
        """Open what is on the disk, beside the program's own connection."""
        return Library(self.home)

    def _look_up(self, card: Any) -> None:
        if card.state != "ready" or card.key in self.kept_when_shown:
            return
        with closing(self.library()) as library:
            rows = {row.plan.id: row for row in library.concepts(self.journey.project_id)}
        kept = rows.get(card.key)
        self.kept_when_shown[card.key] = (
            kept is not None and kept.picture_png == card.picture_png and kept.stats == card.stats
        )

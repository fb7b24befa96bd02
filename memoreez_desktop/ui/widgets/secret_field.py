"""A key: entered once, never shown again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import IconButton
from memoreez_desktop.ui.widgets.fields import TextField
from memoreez_desktop.ui.words import tr

_DOTS = "•" * 20
_BUTTON = 32


class SecretField(QWidget):
    """Dots for what is kept, an eye for what is being typed, and a way to forget it.

    The field never holds a kept key: what was entered goes out by :attr:`entered`, and the line is empty
    again.

    Signals
    -------
    entered(str)
        A new key; told when Enter is pressed or the field is left.
    forgotten()
        The kept key is to be removed.
    """

    entered = Signal(str)
    forgotten = Signal()

    def __init__(self, icon_book: IconBook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._kept = name, False
        self.line = TextField(icon_book, name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setTextMargins(0, 0, _BUTTON, 0)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.eye = IconButton(icon_book, "mdi6.eye-off-outline", "", size_px=_BUTTON, parent=self)
        self.remove = IconButton(
            icon_book, "mdi6.trash-can-outline", tr("Forget this key"), size_px=_BUTTON, parent=self
        )
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.editingFinished.connect(self._finish)
        self.line.textChanged.connect(lambda _text: self._dress())
        self.eye.clicked.connect(self._turn_eye)
        self.remove.clicked.connect(self._forget)
        self.show_kept(None)

    def show_kept(self, tail: str | None) -> None:
        """Show that a key is kept, with the end of it if that may be seen; None: there is none."""
        self._kept = tail is not None
        self.line.setPlaceholderText(f"{_DOTS} {tail}".strip() if tail is not None else tr("Paste it here"))
        # The placeholder of a kept key looks like what is in the field, because it is.
        self.line.setProperty("kept", self._kept)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
        state = tr("A key is kept; type to replace it.") if self._kept else tr("No key yet.")
        self.line.setAccessibleDescription(state)
        self._dress()

    def drop(self) -> None:
        """Forget what was typed and not entered."""
        self.line.setText("")
        self._see(False)

    def sizeHint(self) -> QSize:
        return QSize(240, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for button in (self.eye, self.remove):
            button.setGeometry(self.width() - _BUTTON - 4, 4, _BUTTON, _BUTTON)

    def _finish(self) -> None:
        typed = self.line.text().strip()
        self.drop()
        if typed:
            self.entered.emit(typed)

    def _forget(self) -> None:
        self.show_kept(None)
        self.line.setFocus()
        self.forgotten.emit()

    def _turn_eye(self) -> None:
        self._see(self.line.echoMode() is QLineEdit.EchoMode.Password)
        self.line.setFocus()

    def _see(self, plain: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if plain else QLineEdit.EchoMode.Password)
        self._dress()

    def _dress(self) -> None:
        hidden = self.line.echoMode() is QLineEdit.EchoMode.Password
        self.eye.set_icon("mdi6.eye-off-outline" if hidden else "mdi6.eye-outline")
        self.eye.set_name(tr("Show what is typed") if hidden else tr("Hide what is typed"))
        removable = self._kept and not self.line.text()
        self.remove.setVisible(removable)
        self.eye.setVisible(not removable)

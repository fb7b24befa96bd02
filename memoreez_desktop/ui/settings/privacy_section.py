"""Privacy: the person's own way to the network, and everything that left this computer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.privacy_requests import RequestsTable
from memoreez_desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from memoreez_desktop.ui.widgets.check_box import CheckBox
from memoreez_desktop.ui.widgets.fields import Field, TextField
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.surfaces import Label, Panel, SectionTitle
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.network.api import Outbound

_LOOK_MS = 3000


class PrivacySection(QWidget):
    """Widgets only.

    Signals
    -------
    proxy_entered(str)
    certificates_wanted(), certificates_forgotten()
        Choose a file, or use the system's own again.
    private_chosen(bool)
    looked_at()
        The section is in sight; again and again while it is.
    copy_wanted()
    """

    proxy_entered = Signal(str)
    certificates_wanted = Signal()
    certificates_forgotten = Signal()
    private_chosen = Signal(bool)
    looked_at = Signal()
    copy_wanted = Signal()

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book = icon_book
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.looked_at)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for panel in (self._stays_panel(), self._requests_panel(), self._network_panel()):
            column.addWidget(panel)
        column.addStretch(1)
        self.show_requests(())

    def show_network(self, proxy_url: str, ca_file: str, *, private: bool) -> None:
        """Show what is set."""
        if not (self.proxy.hasFocus() and self.proxy.isModified()):
            self.proxy.setText(proxy_url)
            self.proxy.setCursorPosition(0)
        self.certificates.setText(ca_file)
        self.certificates.setCursorPosition(0)
        self.certificates.setToolTip(ca_file)
        self.forget.setVisible(bool(ca_file))
        self.private.setChecked(private)

    def say_proxy(self, words: str, *, wrong: bool = False) -> None:
        """Say something under the proxy's address; empty says the usual word."""
        usual = tr("Empty: as the system has it. A password is kept in the keyring, not in a file.")
        self._proxy_field.set_hint(words or usual, "err" if wrong else "muted")

    def say_certificates(self, words: str, *, wrong: bool = False) -> None:
        """Say something under the file of certificates; empty says the usual word."""
        usual = tr("A PEM file, where a company or a school looks into connections.")
        self._certificates_field.set_hint(words or usual, "err" if wrong else "muted")

    def show_requests(self, rows: Sequence[Outbound]) -> None:
        """List what left."""
        self.table.requests.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.copy.setEnabled(bool(rows))

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit()
        self._clock.start()

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def _stays_panel(self) -> Panel:
        book = self._icon_book
        panel = Panel(book, spacing=12)
        panel.body.addWidget(SectionTitle(book, tr("What stays here")))
        words = tr(
            "Your library, your models and your print files never leave this computer, and nobody is told how"
            " you use Memoreez. Without a service in use, nothing leaves it at all. A service gets the words"
            " of your story, your first photo only if you switched that on, and no key but its own."
        )
        panel.body.addWidget(Label(book, words, "body", "muted", wrap=True))
        return panel

    def _requests_panel(self) -> Panel:
        book = self._icon_book
        panel = Panel(book, spacing=12)
        self.copy = QuietButton(book, tr("Copy the list"), "mdi6.content-copy", height=32)
        self.copy.clicked.connect(self.copy_wanted)
        head = QHBoxLayout()
        head.addWidget(SectionTitle(book, tr("What left this computer")), 1)
        head.addWidget(self.copy)
        panel.body.addLayout(head)
        told = tr("Since Memoreez was started: to whom and how much, never what.")
        panel.body.addWidget(Label(book, told, "small", "muted", wrap=True))
        self.table = RequestsTable(book)
        panel.body.addWidget(self.table)
        self.nothing = QWidget()
        row = QHBoxLayout(self.nothing)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(12)
        row.addWidget(IconMark(book, "mdi6.shield-check-outline", "good", 24))
        row.addWidget(Label(book, tr("Nothing so far."), "body", "muted"), 1)
        panel.body.addWidget(self.nothing)
        return panel

    def _network_panel(self) -> Panel:
        book = self._icon_book
        panel = Panel(book, spacing=20)
        panel.body.addWidget(SectionTitle(book, tr("Your way to the network")))
        self.proxy = TextField(book, tr("Proxy"), "http://proxy.example:3128")
        self.proxy.editingFinished.connect(lambda: self.proxy_entered.emit(self.proxy.text().strip()))
        self._proxy_field = Field(book, tr("Proxy"), self.proxy)
        panel.body.addWidget(self._proxy_field)
        self.certificates = TextField(book, tr("Further certificates"), tr("The system's own"))
        self.certificates.setReadOnly(True)
        self.choose = SecondaryButton(book, tr("Choose…"), "mdi6.file-certificate-outline")
        self.forget = QuietButton(book, tr("Use the system's own"), "mdi6.undo-variant")
        self.choose.clicked.connect(self.certificates_wanted)
        self.forget.clicked.connect(self.certificates_forgotten)
        whole = QWidget()
        whole.setFocusProxy(self.certificates)
        whole.setAccessibleName(tr("Further certificates"))
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.certificates, 1)
        row.addWidget(self.choose)
        self._certificates_field = Field(book, tr("Further certificates"), whole)
        panel.body.addWidget(self._certificates_field)
        panel.body.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self.private = CheckBox(book, tr("Services may be in my own network"))
        self.private.clicked.connect(self.private_chosen)
        hint = tr(
            "For a gateway at home or in a company. ComfyUI, Ollama and others of your own need no leave."
        )
        note = Label(book, hint, "small", "muted", wrap=True)
        note.setContentsMargins(32, 0, 0, 0)
        self.private.setAccessibleDescription(hint)
        together = QVBoxLayout()
        together.setSpacing(2)
        together.addWidget(self.private)
        together.addWidget(note)
        panel.body.addLayout(together)
        self.say_proxy("")
        self.say_certificates("")
        return panel

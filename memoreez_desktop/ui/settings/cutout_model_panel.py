"""One trained model: what it is, whether it is here, and its download."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.ui.accessibility import announce
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.progress import ProgressStrip
from memoreez_desktop.ui.widgets.surfaces import Badge, Label, Panel, SectionTitle
from memoreez_desktop.ui.words import tr


@dataclass(frozen=True)
class ModelFacts:
    """What is shown of a model.

    Attributes
    ----------
    id, label, file_name, licence, source : str
        The licence is empty where it is not known for sure.
    host : str
        Where a download would come from; empty where none is offered.
    size_bytes, arrived_bytes : int
    on_disk : bool
    """

    id: str
    label: str
    file_name: str
    licence: str
    source: str
    host: str
    size_bytes: int
    arrived_bytes: int
    on_disk: bool


class CutoutModelPanel(Panel):
    """Widgets only.

    Signals
    -------
    download_wanted(str), cancel_wanted(str)
        The model's id.
    """

    download_wanted = Signal(str)
    cancel_wanted = Signal(str)

    def __init__(self, icon_book: IconBook, model_id: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, spacing=12, parent=parent)
        self.title = SectionTitle(icon_book, "")
        self.title.setWordWrap(True)
        self.state = Badge(icon_book, "neutral", "")
        self.facts = Label(icon_book, "", "small", "muted", wrap=True)
        self.source = Label(icon_book, "", "small", "muted", wrap=True)
        self.offer = Label(icon_book, "", "small", "muted", wrap=True)
        self.trouble = Label(icon_book, "", "small", "err", wrap=True)
        self.download = SecondaryButton(icon_book, "", "mdi6.download-outline")
        self.strip = ProgressStrip(icon_book)
        self._size_bytes = 1
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        for words in (self.facts, self.source, self.offer, self.trouble):
            self.body.addWidget(words)
        self.body.addWidget(self.download, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.strip)
        self.download.clicked.connect(lambda: self.download_wanted.emit(model_id))
        self.strip.cancelled.connect(lambda: self.cancel_wanted.emit(model_id))
        self.rest()

    def show_facts(self, facts: ModelFacts) -> None:
        """Say what it is, and offer what can be done."""
        self._size_bytes = facts.size_bytes
        self.title.setText(shipped_label(facts.id) or tr(facts.label))
        size = megabytes(facts.size_bytes)
        licence = facts.licence or tr("licence unclear")
        self.facts.setText(f"{size} · {licence} · {facts.file_name}")
        self.source.setText(facts.source)
        if facts.on_disk:
            self.state.set_word("good", tr("On this computer"))
        else:
            self.state.set_word("neutral", tr("Not here"), "mdi6.cloud-off-outline")
        here, host = facts.on_disk, facts.host
        self.download.setVisible(bool(host) and not here and not self.strip.isVisibleTo(self))
        if here:
            self.offer.setText("")
        elif not host:
            words = tr(
                "No download is offered: its licence is not stated clearly. A file of your own is used."
            )
            self.offer.setText(words)
        else:
            words = tr("Asks {host} for one file; nothing of yours is sent along.", host=host)
            self.offer.setText(words)
        self.offer.setVisible(bool(self.offer.text()))
        if facts.arrived_bytes:
            values = {"here": megabytes(facts.arrived_bytes), "all": size, "host": host}
            self.download.setText(tr("Go on: {here} of {all} are here, from {host}", **values))
        else:
            self.download.setText(tr("Download {size} from {host}", size=size, host=host))
        self.download.setAccessibleName(self.download.text())
        self.download.updateGeometry()

    def show_progress(self, fraction: float | None, doing: str) -> None:
        """Show that it is on its way, and how far."""
        self.trouble.hide()
        self.download.hide()
        self.strip.show()
        done = megabytes(fraction * self._size_bytes) if fraction is not None else ""
        count = tr("{here} of {all}", here=done, all=megabytes(self._size_bytes)) if done else ""
        self.strip.show_state(count, tr(doing), fraction)

    def rest(self, trouble: str = "") -> None:
        """Show no progress any more, but perhaps why."""
        self.strip.hide()
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        if trouble:
            announce(self, trouble)


def shipped_label(model_id: str) -> str:
    """Return what a shipped model is called; models are data, and translators look for literals."""
    return {
        "u2netp": tr("Better cut-out, light (U²-Net p)"),
        "isnet-general-use": tr("Better cut-out, fine (IS-Net)"),
    }.get(model_id, "")


def megabytes(count: float) -> str:
    """Say a number of bytes."""
    return tr("{size:.1f} MB", size=count / 1e6)

"""Before an order: the picture exactly as it is sent, what it costs and takes, what leaves, the terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.remote_mesh import MeshDetail
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from memoreez_desktop.ui.widgets.marks import IconMark
from memoreez_desktop.ui.widgets.painting import Painted, rounded
from memoreez_desktop.ui.widgets.surfaces import Divider, Label, SectionTitle
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.ui.sculpture.jobs import Offered

_WIDTH_PX, _PICTURE_PX, _CHECK_PX = 720, 260, 13
_RADIUS_PX = 10.0
_TRUSTED_RATIO = 0.5


class SentPicture(Painted):
    """A picture with its transparent ground shown as checks."""

    def __init__(self, icon_book: IconBook, png: bytes) -> None:
        super().__init__(icon_book)
        self._pixmap = QPixmap()
        self._pixmap.loadFromData(png)
        self.setFixedSize(_PICTURE_PX, _PICTURE_PX)
        self.setAccessibleName(tr("The picture as it is sent"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 12, self.color("field"), self.color("line"))
        painter.setClipRect(self.rect().adjusted(2, 2, -2, -2))
        for row in range(0, self.height(), _CHECK_PX):
            for column in range((row // _CHECK_PX % 2) * _CHECK_PX, self.width(), 2 * _CHECK_PX):
                painter.fillRect(column, row, _CHECK_PX, _CHECK_PX, self.color("raised"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect().adjusted(2, 2, -2, -2), self._pixmap)


class OfferDialog(QDialog):
    """Nothing is sent before *Order it* is pressed. Escape leaves everything as it was.

    Signals
    -------
    settings_wanted(str)
        Choose or set up a service: its id, or empty for any.
    """

    settings_wanted = Signal(str)

    def __init__(self, icon_book: IconBook, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_book, self._offered = icon_book, offered
        words = tr("A sculpture of “{title}”", title=tr(offered.title))
        self.setWindowTitle(words)
        self._title = SectionTitle(icon_book, words)
        self.picture = SentPicture(icon_book, offered.prepared.square_png)
        choices = (("draft", tr("Draft")), ("normal", tr("Normal")), ("fine", tr("Fine")))
        self.detail = Segmented(icon_book, tr("How fine the mesh is to be"), choices)
        self.detail.set_value("normal")
        self.later = QuietButton(icon_book, tr("Not now"))
        self.services = SecondaryButton(icon_book, tr("Services…"), "mdi6.cog-outline")
        self.order = PrimaryButton(icon_book, tr("Order it"), "mdi6.creation")
        self.order.setEnabled(offered.offer is not None)
        self.later.clicked.connect(self.reject)
        self.services.clicked.connect(self._to_settings)
        self.order.clicked.connect(self.accept)
        self._lay_out()
        # Nobody orders by a key pressed too early.
        self.later.setFocus()
        self.setFixedWidth(_WIDTH_PX)

    @property
    def wanted_detail(self) -> MeshDetail:
        """How fine it is to be."""
        value = self.detail.value
        return "draft" if value == "draft" else "fine" if value == "fine" else "normal"

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, max(440, super().sizeHint().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, QRectF(self.rect()), _RADIUS_PX, None, self._icon_book.theme_book.color("control"))
        painter.end()

    def _to_settings(self) -> None:
        self.reject()
        self.settings_wanted.emit(self._offered.provider_id)

    def _lay_out(self) -> None:
        book = self._icon_book
        inside = QHBoxLayout()
        inside.setContentsMargins(24, 0, 24, 20)
        inside.setSpacing(24)
        inside.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(self._facts(), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.services)
        foot.addStretch(1)
        foot.addWidget(self.later)
        foot.addWidget(self.order)
        whole = QVBoxLayout(self)
        # Inside the line round it.
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 16)
        head.addWidget(self._title)
        whole.addLayout(head)
        whole.addLayout(inside, 1)
        whole.addWidget(Divider(book))
        whole.addLayout(foot)

    def _facts(self) -> QVBoxLayout:
        offered, column = self._offered, QVBoxLayout()
        column.setSpacing(12)
        offer = offered.offer
        if offer is None:
            self._fact(column, "mdi6.alert-outline", "warn", tr(offered.why_not))
            self._fact(column, "mdi6.cog-outline", "muted", tr("Choose a service under “Services…” first."))
        else:
            self._fact(column, "mdi6.cash", "muted", tr(offer.words))
            self._fact(column, "mdi6.export-variant", "muted", tr(offer.leaves))
            if offer.notice:
                self._fact(column, "mdi6.scale-balance", "warn", tr(offer.notice))
        if offered.prepared.trust_ratio < _TRUSTED_RATIO:
            unsure = tr("Look whether the subject is cut out well; the photo editor lets you mark it.")
            self._fact(column, "mdi6.alert-outline", "warn", unsure)
        waiting = tr("While you wait, size, pedestal and words can be set on its silhouette.")
        self._fact(column, "mdi6.timer-sand", "muted", waiting)
        column.addStretch(1)
        column.addWidget(Label(self._icon_book, tr("How fine the mesh is to be"), "label"))
        column.addWidget(self.detail)
        return column

    def _fact(self, column: QVBoxLayout, icon: str, role: str, words: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconMark(self._icon_book, icon, role, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(self._icon_book, words, "body", "muted", wrap=True), 1)
        column.addLayout(row)

"""The strip under a view: standard sides, ruler, coin, and whose bed it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind
from memoreez_desktop.ui.viewport.api import MeshView, ViewName
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import Painted
from memoreez_desktop.ui.widgets.surfaces import Divider, Label
from memoreez_desktop.ui.words import tr

_SIDES: tuple[ViewName, ...] = ("home", "front", "side", "top", "fit")
_WORDS_FROM_PX, _BED_FROM_PX, _LEAST_PX = 700, 900, 380


class StripButton(PaintedButton):
    """A small toggle with icon and word; the word goes where room is short."""

    def __init__(self, icon_book: IconBook, word: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, word, icon, height=32, parent=parent)
        self._word = word
        self.setCheckable(True)
        self.setAccessibleName(word)
        self.setToolTip(word)

    def show_word(self, shown: bool) -> None:
        """Show or hide the word."""
        self.setText(self._word if shown else "")
        self.setAccessibleName(self._word)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(max(36, super().sizeHint().width()), 32)

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), self._color("text")
        ground = self._color("raised") if self.underMouse() else None
        return ground, None, self._color("muted")

    def _kind(self) -> Kind:
        return "meta"


class ViewStrip(Painted):
    """56 px of view buttons.

    Parameters
    ----------
    view : MeshView
        What the buttons speak to.
    with_model : bool
        Offer ruler and coin.
    """

    def __init__(
        self, icon_book: IconBook, view: MeshView, *, with_model: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, parent)
        self.setFixedHeight(56)
        self._view = view
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 0, 24, 0)
        self._row.setSpacing(4)
        # The words must not keep the window from becoming narrower: they go when it does.
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._sides: dict[str, StripButton] = {}
        icons = (
            "home-outline",
            "cube-outline",
            "rotate-3d-variant",
            "arrow-down-bold-box-outline",
            "fit-to-screen-outline",
        )
        words = (tr("Home"), tr("Front"), tr("Side"), tr("Top"), tr("Fit"))
        for name, word, icon in zip(_SIDES, words, icons, strict=True):
            button = self._sides[name] = StripButton(icon_book, word, f"mdi6.{icon}", self)
            button.clicked.connect(lambda _checked, name=name: self.look(name))
            self._row.addWidget(button)
        self.ruler = StripButton(icon_book, tr("Ruler"), "mdi6.ruler", self)
        self.coin = StripButton(icon_book, tr("Coin"), "mdi6.circle-multiple-outline", self)
        self._rule = Divider(icon_book, vertical=True, parent=self)
        self._rule.setFixedHeight(24)
        self._row.addSpacing(8)
        self._row.addWidget(self._rule, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addSpacing(8)
        for part in (self.ruler, self.coin, self._rule):
            part.setVisible(with_model)
        self._row.addWidget(self.ruler)
        self._row.addWidget(self.coin)
        self._row.addStretch(1)
        self.bed = Label(icon_book, "", "small", "muted", parent=self)
        self._row.addWidget(self.bed)
        self.ruler.toggled.connect(view.show_ruler)
        self.coin.toggled.connect(view.show_coin)

    def look(self, name: ViewName) -> None:
        """Look from a side and show which."""
        for its_name, button in self._sides.items():
            button.setChecked(its_name == name != "fit")
        self._view.view(name)

    def show_printer(self, printer: PrinterProfile) -> None:
        """Say whose bed it is, and lay it."""
        self.bed.setText(
            tr(
                "{name} bed, {x} × {y} mm",
                name=tr(printer.label),
                x=f"{printer.bed_x_mm:.0f}",
                y=f"{printer.bed_y_mm:.0f}",
            )
        )
        self._view.show_bed(printer)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, 56)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wordy = self.width() >= _WORDS_FROM_PX
        for button in (*self._sides.values(), self.ruler, self.coin):
            button.show_word(wordy)
        self.bed.setVisible(self.width() >= _BED_FROM_PX)
        margin = 24 if wordy else 12
        self._row.setContentsMargins(margin, 0, margin, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.color("bg"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self.color("line"))

"""The strip under a view: its sides, ruler, coin, looking inside, a menu, and whose bed it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.viewport.api import MeshView, ViewName
from memoreez_desktop.ui.viewport.section_bar import SectionBar
from memoreez_desktop.ui.viewport.strip_button import StripButton
from memoreez_desktop.ui.viewport.view_menu import ViewMenu
from memoreez_desktop.ui.widgets.painting import Painted
from memoreez_desktop.ui.widgets.progress import ProgressStrip
from memoreez_desktop.ui.widgets.surfaces import Divider, ElidedLabel
from memoreez_desktop.ui.words import tr

_WORDS_FROM_PX, _BED_FROM_PX, _LEAST_PX, _HIGH_PX = 760, 960, 380, 56


class ViewStrip(Painted):
    """Speaks to a :class:`~memoreez_desktop.ui.viewport.api.MeshView`.

    Parameters
    ----------
    with_model : bool
        Offer ruler, coin, looking inside and pictures (not over toolpaths).
    """

    def __init__(
        self, icon_book: IconBook, view: MeshView, *, with_model: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, parent)
        self._view = view
        self._with_model = with_model
        self._row = QHBoxLayout()
        self._row.setContentsMargins(24, 0, 24, 0)
        self._row.setSpacing(4)
        # The words must not keep the window from becoming narrower: they go when it does.
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._sides: dict[str, StripButton] = {}
        for name, word, icon in (
            ("home", tr("Home"), "home-outline"),
            ("front", tr("Front"), "cube-outline"),
            ("side", tr("Side"), "rotate-3d-variant"),
            ("top", tr("Top"), "arrow-down-bold-box-outline"),
            ("fit", tr("Fit"), "fit-to-screen-outline"),
        ):
            button = self._sides[name] = StripButton(icon_book, word, f"mdi6.{icon}", self)
            button.clicked.connect(lambda _checked, name=name: self.look(name))
            self._row.addWidget(button)
        self._furnish(icon_book)
        self.menu = ViewMenu(icon_book, with_model=with_model, parent=self)
        self.section = SectionBar(icon_book, view, self)
        self.section.hide()
        self.busy = ProgressStrip(icon_book, self)
        self.busy.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.busy)
        column.addWidget(self.section)
        buttons = QWidget(self)
        buttons.setFixedHeight(_HIGH_PX)
        buttons.setLayout(self._row)
        column.addWidget(buttons)
        self._listen()

    def look(self, name: ViewName) -> None:
        """Look from a side and show which."""
        for its_name, button in self._sides.items():
            button.setChecked(its_name == name != "fit")
        self._view.view(name)

    def show_printer(self, printer: PrinterProfile) -> None:
        """Say whose bed it is, and lay it."""
        name, x, y = tr(printer.label), f"{printer.bed_x_mm:.0f}", f"{printer.bed_y_mm:.0f}"
        named = name.endswith(f"{x} × {y}")
        self.bed.setText(f"{name} mm" if named else tr("{name} bed, {x} × {y} mm", name=name, x=x, y=y))
        self._view.show_bed(printer)

    def minimumSizeHint(self) -> QSize:
        bars = sum(bar.height() for bar in (self.busy, self.section) if not bar.isHidden())
        return QSize(_LEAST_PX, _HIGH_PX + bars)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wordy = self.width() >= _WORDS_FROM_PX
        for button in (*self._sides.values(), self.ruler, self.coin, self.inside):
            button.show_word(wordy)
        # Hidden it still takes the room at the right of the buttons.
        self.bed.setVisible(self.width() >= _BED_FROM_PX)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft if self.bed.isHidden() else Qt.Alignment())
        margin = 24 if wordy else 12
        self._row.setContentsMargins(margin, 0, margin, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.color("bg"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self.color("line"))

    def _furnish(self, icon_book: IconBook) -> None:
        self.ruler = StripButton(icon_book, tr("Ruler"), "mdi6.ruler", self)
        self.coin = StripButton(icon_book, tr("Coin"), "mdi6.circle-multiple-outline", self)
        self.inside = StripButton(icon_book, tr("Inside"), "mdi6.layers-search-outline", self)
        self.inside.setToolTip(tr("Cut the picture open and look inside"))
        self.more = StripButton(icon_book, tr("More views and pictures"), "mdi6.dots-horizontal", self)
        self.more.setCheckable(False)
        self.more.show_word(False)
        rule = Divider(icon_book, vertical=True, parent=self)
        rule.setFixedHeight(24)
        self._row.addSpacing(8)
        self._row.addWidget(rule, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addSpacing(8)
        for part in (self.ruler, self.coin, self.inside):
            part.setVisible(self._with_model)
            self._row.addWidget(part)
        self._row.addWidget(self.more)
        self.bed = ElidedLabel(icon_book, "", "small", "muted", parent=self)
        self.bed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row.addSpacing(8)
        self._row.addWidget(self.bed, 1)

    def _listen(self) -> None:
        self.ruler.toggled.connect(self._view.show_ruler)
        self.coin.toggled.connect(self._view.show_coin)
        self.inside.toggled.connect(self.section.open)
        self.section.closed.connect(lambda: self.inside.setChecked(False))
        self.more.clicked.connect(self._open_menu)
        self.menu.sideWanted.connect(self.look)
        self.menu.edges.toggled.connect(self._view.show_wireframe)

    def _open_menu(self) -> None:
        above = self.more.mapToGlobal(QPoint(0, -self.menu.sizeHint().height() - 4))
        self.menu.popup(above)

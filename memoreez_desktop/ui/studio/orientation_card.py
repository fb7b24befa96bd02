"""One way to lie on the bed, as a card: its picture, what it is good for, and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from memoreez_desktop.core.units import duration_words
from memoreez_desktop.core.words import say
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import font
from memoreez_desktop.ui.widgets.buttons import PaintedButton
from memoreez_desktop.ui.widgets.painting import one_line, paint_lines, rounded, stage_ground, wrapped
from memoreez_desktop.ui.words import tr

if TYPE_CHECKING:
    from memoreez_desktop.services.orient_model import Lying

AIM_NAMES = {
    "upright": say("Upright"),
    "least-support": say("Least support"),
    "flat-face": say("Largest flat face"),
    "detail": say("Best detail up"),
}
CARD = QSize(216, 246)
_PICTURE_PX = 126
_LITTLE_MM2 = 50.0
_NO_SUPPORT_CM3 = 0.05


def aims_words(lying: Lying, came: str = "") -> str:
    """Return what a way to lie is good for: "Least support · Best detail up".

    Parameters
    ----------
    came : str
        What to say for "Upright", where nobody knows whether it is.
    """
    names = [came if came and aim == "upright" else tr(AIM_NAMES[aim]) for aim in lying.orientation.aims]
    return " · ".join(names)


def figures_of(lying: Lying, upright: Lying, *, footed: bool) -> tuple[str, str, str]:
    """Return its figures in three lines: supports, what lies on the bed, height and time.

    Parameters
    ----------
    footed : bool
        The recipe goes on with a foot or a pedestal.
    """
    found = lying.orientation
    if found.support_cm3 < _NO_SUPPORT_CM3:
        supports = tr("No supports")
    else:
        supports = tr("{volume:.1f} cm³ of supports", volume=found.support_cm3)
        before = upright.orientation.support_cm3
        if lying is not upright and before > _NO_SUPPORT_CM3:
            change = round(100 * (found.support_cm3 / before - 1))
            supports += f" ({change:+d} %)".replace("-", "−")
    contact = tr("{area:.0f} mm² on the bed", area=found.contact_mm2)
    if holds_badly(lying) and footed:
        contact = tr("{area:.0f} mm² on the bed: gets a foot", area=found.contact_mm2)
    elif holds_badly(lying):
        contact = tr("{area:.0f} mm² on the bed: use a brim", area=found.contact_mm2)
    high = tr("{height:.0f} mm high, about {time}", height=found.height_mm, time=_time(lying.time_s))
    return supports, contact, high


def holds_badly(lying: Lying) -> bool:
    """Tell whether it lies on next to nothing."""
    return lying.orientation.contact_mm2 < _LITTLE_MM2 or lying.orientation.tip_deg < 0


class OrientationCard(PaintedButton):
    """A picture over words; checked is how the figure lies now."""

    radius = 10

    def __init__(
        self,
        icon_book: IconBook,
        lying: Lying,
        upright: Lying,
        *,
        came: str = "",
        footed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, aims_words(lying, came), parent=parent)
        self.lying = lying
        self.figures = figures_of(lying, upright, footed=footed)
        self._warned = holds_badly(lying) and not footed
        self._image = QImage.fromData(lying.picture_png)
        self.is_choice = True
        self.setCheckable(True)
        self.setFixedSize(CARD)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(". ".join(self.figures))

    def sizeHint(self) -> QSize:
        return CARD

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), self._color("text")
        over = self.underMouse() or self.isDown()
        return self._color("raised" if over else "field"), self._color("control"), self._color("text")

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        stage = QRectF(rect.x() + 2, rect.y() + 2, rect.width() - 4, _PICTURE_PX)
        shape = QPainterPath()
        shape.addRoundedRect(stage, self.radius - 2, self.radius - 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillPath(shape, stage_ground(self.theme_book, stage))
        side = stage.height()
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(stage.center()))
        painter.drawImage(box, self._image)
        painter.restore()
        if self.isChecked():
            if not self.hasFocus():
                rounded(painter, rect, self.radius, None, self._color("accent"), 2.0)
            mark = QRectF(rect.right() - 34, rect.y() + 10, 24, 24)
            self.icon_book.paint(painter, mark, "mdi6.check-circle", "violet")
        column = QRectF(rect.x() + 12, stage.bottom() + 10, rect.width() - 24, 40)
        title = self.text().split(" · ")
        if len(title) > 2:
            title = wrapped(self.text(), font("strong"), column.width(), 2)
        y = column.y() + paint_lines(painter, column, title, words, font("strong")) + 4
        supports, contact, high = self.figures
        quiet, warn = self._color("muted"), self._color("warn")
        lines = ((supports, quiet), (contact, warn if self._warned else quiet), (high, quiet))
        for line, color in lines:
            one_line(painter, QRectF(column.x(), y, column.width(), 19), line, color, font("small"))
            y += 19


def _time(seconds: float) -> str:
    words = duration_words(seconds)
    return f"{words} min" if " h " in words else words

"""Buttons: primary (one a page), secondary, quiet, and those with an icon only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind, font
from memoreez_desktop.ui.widgets.painting import one_line, rounded, text_width

_GAP = 8
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class PaintedButton(QAbstractButton):
    """Common ground of all buttons: sizes, keyboard, and the colours of each state.

    Parameters
    ----------
    icon_book : IconBook
    text : str
        Shown, and said by screen readers.
    icon : str
        Name of an icon, or empty.
    height : int
        32 small, 40 normal, 48 big, 64 for the export of the Print page.
    trailing : bool
        The icon stands behind the text.
    """

    radius = 8

    def __init__(
        self,
        icon_book: IconBook,
        text: str = "",
        icon: str = "",
        *,
        height: int = 40,
        trailing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon_book = icon_book
        self.theme_book = icon_book.theme_book
        self.icon_name = icon
        # One of several: arrow keys are its group's, which moves the choice and not only the focus.
        self.is_choice = False
        self._height = height
        self._trailing = trailing
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFont(font(self._kind()))
        self.theme_book.changed.connect(self.update)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self.icon_name = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Text, icon, gap and padding."""
        width = 2 * self._padding() + text_width(self.text(), self.font())
        if self.icon_name:
            width += self._icon_px() + (_GAP if self.text() else 0)
        return QSize(int(width + 0.999), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif self.is_choice and event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill, edge, words = self._look()
        focused = self.hasFocus()
        focus_edge = self._color("text" if isinstance(self, PrimaryButton) else "accent")
        rounded(painter, rect, self.radius, fill, focus_edge if focused else edge, 2.0 if focused else 1.0)
        self._paint_content(painter, rect, words)

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        icon_px = self._icon_px() if self.icon_name else 0
        gap = _GAP if icon_px and self.text() else 0
        words_px = min(text_width(self.text(), self.font()), rect.width() - 2 * 4 - icon_px - gap)
        x = rect.x() + (rect.width() - words_px - icon_px - gap) / 2
        icon_x = x + words_px + gap if self._trailing else x
        text_x = x if self._trailing else x + icon_px + gap
        if icon_px:
            box = QRectF(icon_x, rect.center().y() - icon_px / 2, icon_px, icon_px)
            tint = words if self.isEnabled() else self._color("icon_off")
            self.icon_book.paint(painter, box, self.icon_name, tint)
        one_line(
            painter, QRectF(text_x, rect.y(), words_px + 1, rect.height()), self.text(), words, self.font()
        )

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Return fill, edge and words of the present state: here those of a secondary button."""
        if not self.isEnabled():
            return None, self._color("line"), self._color("faint")
        ground = "raised_pressed" if self.isDown() else "raised_hover" if self.underMouse() else "raised"
        return self._color(ground), self._color("control"), self._color("text")

    def _color(self, role: str) -> QColor:
        return self.theme_book.color(role)

    def _icon_px(self) -> int:
        return 18 if self._height <= 32 else 20

    def _padding(self) -> int:
        return {32: 12, 40: 16, 48: 24, 64: 20}.get(self._height, 16)

    def _kind(self) -> Kind:
        return "meta" if self._height <= 32 else "primary" if self._height >= 48 else "label"


class PrimaryButton(PaintedButton):
    """The one thing to do on a page: white words on violet."""

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            return None, self._color("line"), self._color("faint")
        ground = "fill_pressed" if self.isDown() else "fill_hover" if self.underMouse() else "fill"
        return self._color(ground), None, self._color("on_fill")

    def _kind(self) -> Kind:
        return "primary" if self._height >= 48 else "strong"


class SecondaryButton(PaintedButton):
    """Something else one may do: raised ground, thin edge."""


class QuietButton(PaintedButton):
    """Words alone until the pointer comes; ``role`` colours them."""

    def __init__(
        self, icon_book: IconBook, text: str = "", icon: str = "", *, role: str = "muted", **more: object
    ) -> None:
        self._role = role
        super().__init__(icon_book, text, icon, **more)  # type: ignore[arg-type]

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            return None, None, self._color("faint")
        ground = "raised_pressed" if self.isDown() else "raised" if self.underMouse() else ""
        return self._color(ground) if ground else None, None, self._color(self._role)


class IconButton(QuietButton):
    """An icon alone, 40 × 40 or 32 × 32; its name is what a screen reader and the tool tip say."""

    def __init__(
        self,
        icon_book: IconBook,
        icon: str,
        name: str,
        *,
        size_px: int = 40,
        role: str = "muted",
        checked_role: str = "violet",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, "", icon, role=role, height=size_px, parent=parent)
        self._checked_role = checked_role
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Say something else."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return QSize(self._height, self._height)

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        fill, edge, words = super()._look()
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), self._color(self._checked_role)
        return fill, edge, words

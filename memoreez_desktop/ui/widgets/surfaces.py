"""Grounds and words: labels, section titles, panels, dividers, badges."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.type_sizes import Kind, font
from memoreez_desktop.ui.widgets.painting import Painted, one_line, rounded, text_width

_SIDES = Qt.AlignmentFlag.AlignHorizontal_Mask
BADGE_LOOKS = {
    "good": ("mdi6.check-circle-outline", "good", "gsoft"),
    "warning": ("mdi6.alert-outline", "warn", "wsoft"),
    "error": ("mdi6.alert-circle-outline", "err", "esoft"),
    "info": ("mdi6.information-outline", "muted", "raised"),
    "neutral": ("", "muted", "raised"),
}


class Label(QLabel):
    """Words in a step of the type scale and the colour of a role."""

    def __init__(
        self,
        icon_book: IconBook,
        text: str = "",
        kind: Kind = "body",
        role: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme_book = icon_book.theme_book
        self._role = role
        self.setFont(font(kind))
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme_book.changed.connect(self._dress)
        self._dress()

    def set_role(self, role: str) -> None:
        """Change the colour."""
        self._role = role
        self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme_book.color(self._role))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends in an ellipsis where there is no room, and then says all of it as a tool tip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self.palette().color(QPalette.ColorRole.WindowText)
        one_line(
            QPainter(self), QRectF(self.rect()), self.text(), color, self.font(), self.alignment() & _SIDES
        )

    def _tell(self) -> None:
        fits = text_width(self.text(), self.font()) <= self.width() + 0.5
        self.setToolTip("" if fits else self.text())


class Paragraph(Label):
    """Centred words of a fixed width, as many lines as they need, in any layout."""

    def __init__(
        self, icon_book: IconBook, text: str, width_px: int, kind: Kind = "body", role: str = "muted"
    ) -> None:
        super().__init__(icon_book, text, kind, role, wrap=True)
        self._width_px = width_px
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFixedWidth(width_px)

    def hasHeightForWidth(self) -> bool:
        """Say no: a layout that aligns its widgets would then give them the height of one line."""
        return False

    def sizeHint(self) -> QSize:
        return QSize(self._width_px, self.heightForWidth(self._width_px))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class SectionTitle(Label):
    """The heading of a panel, 17 px."""

    def __init__(self, icon_book: IconBook, text: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, text, "section", parent=parent)


class PageTitle(Label):
    """The heading of a page, 29 px; cut with an ellipsis where a long name does not fit."""

    def __init__(self, icon_book: IconBook, text: str, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, text, "title", parent=parent)
        self.setFixedHeight(36)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        color = self.palette().color(QPalette.ColorRole.WindowText)
        one_line(QPainter(self), QRectF(self.rect()), self.text(), color, self.font())


class Panel(Painted):
    """A raised, rounded ground with a thin edge; :attr:`body` is its vertical layout.

    ``level`` colours it: empty, ``good``, ``warning`` or ``error``.
    """

    def __init__(
        self,
        icon_book: IconBook,
        *,
        padding: int = 24,
        spacing: int = 16,
        level: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon_book, parent)
        self._level = level
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)

    def set_level(self, level: str) -> None:
        """Colour the ground anew."""
        self._level = level
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        grounds = {"good": ("gsoft", None), "warning": ("wsoft", "warn_edge"), "error": ("esoft", "err_edge")}
        fill, edge = grounds.get(self._level, ("panel", "line"))
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 12, self.color(fill), self.color(edge) if edge else None)


class Divider(Painted):
    """A thin line between two things; ``vertical`` stands."""

    def __init__(self, icon_book: IconBook, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, parent)
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if vertical else free, free if vertical else fixed)
        self.setFixedWidth(1) if vertical else self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.color("line"))


class Badge(Painted):
    """A small word with its icon: never by colour alone. Levels: good, warning, error, info, neutral."""

    def __init__(
        self, icon_book: IconBook, level: str, text: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icon_book, parent)
        self.setFont(font("badge"))
        # It becomes narrower, with an ellipsis, before it pushes its row out of the window.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_word(level, text, icon)

    def set_word(self, level: str, text: str, icon: str = "") -> None:
        """Say something else."""
        self._level, self.text, self._icon = level, text, icon or BADGE_LOOKS[level][0]
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(badge_width(self.text, bool(self._icon)) + 0.999), 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(56, self.sizeHint().width()), 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setToolTip(self.text if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), QRectF(self.rect()), self.icon_book, self._level, self.text, self._icon)


def badge_width(text: str, has_icon: bool) -> float:
    """Return the width of a badge of 24 px height."""
    return text_width(text, font("badge")) + (6 + 16 + 4 + 10 if has_icon else 20)


def paint_badge(
    painter: QPainter, rect: QRectF, icon_book: IconBook, level: str, text: str, icon: str = ""
) -> None:
    """Paint a badge; list delegates call this, too."""
    own_icon, words, ground = BADGE_LOOKS[level]
    icon = icon or own_icon
    rounded(painter, rect, rect.height() / 2, icon_book.theme_book.color(ground))
    x = rect.x() + 10
    if icon:
        icon_book.paint(painter, QRectF(rect.x() + 6, rect.center().y() - 8, 16, 16), icon, words)
        x = rect.x() + 26
    box = QRectF(x, rect.y(), rect.right() - x - 8, rect.height())
    one_line(painter, box, text, icon_book.theme_book.color(words), font("badge"))

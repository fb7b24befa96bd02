"""One table of colours by role, in a dark and a light edition, and who is told when it changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.ui.style_sheet import style_sheet
from memoreez_desktop.ui.type_sizes import font

Mode = Literal["system", "dark", "light"]
MODES: tuple[Mode, ...] = ("system", "dark", "light")


@dataclass(frozen=True)
class Theme:
    """Colours by role as ``#rrggbb``.

    Attributes
    ----------
    name : str
        ``dark`` or ``light``.
    roles : mapping
        The roles of the window; toolpath colours are called ``toolpath_outer_wall`` and so on, those of the
        3D view ``viewport_top`` and so on.
    """

    name: str
    roles: Mapping[str, str]

    def __getitem__(self, role: str) -> str:
        """Return the colour of a role."""
        return self.roles[role]

    @property
    def is_dark(self) -> bool:
        """True for light words on a dark ground."""
        return self.name == "dark"


def load_theme(name: str) -> Theme:
    """Read ``resources/themes/<name>.json`` (JSON is imported already; tomllib would be 6 ms more)."""
    table = json.loads(resource_path("themes", f"{name}.json").read_text(encoding="utf-8"))
    roles = dict(table["roles"])
    roles.update({f"toolpath_{key}": value for key, value in table["toolpaths"].items()})
    roles.update({f"viewport_{key}": value for key, value in table["viewport"].items()})
    return Theme(table["name"], MappingProxyType(roles))


class ThemeBook(QObject):
    """The present theme; it follows the system until the person says otherwise.

    Signals
    -------
    changed()
        Every colour may be a different one: paint again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "system"
        self._colors: dict[str, QColor] = {}
        self._still = False
        self.theme = load_theme(self._wanted())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)

    @property
    def mode(self) -> Mode:
        """What the person chose."""
        return self._mode

    def color(self, role: str) -> QColor:
        """Return the colour of a role."""
        found = self._colors.get(role)
        if found is None:
            found = self._colors[role] = QColor(self.theme[role])
        return found

    @property
    def reduced_motion(self) -> bool:
        """True when the person or the system asks for no animations (Qt reads the latter into its times)."""
        style = QApplication.style()
        # QStyle and its enums are made when first asked for, 4 ms, after the first paint.
        hint = QtWidgets.QStyle.StyleHint.SH_Widget_Animation_Duration
        return self._still or (style is not None and style.styleHint(hint) <= 0)

    def set_reduced_motion(self, wanted: bool) -> None:
        """Stand still, whatever the system says."""
        self._still = wanted

    def set_mode(self, mode: Mode) -> None:
        """Choose dark, light, or what the system says."""
        self._mode = mode
        hints = QGuiApplication.styleHints()
        if mode == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if mode == "dark" else Qt.ColorScheme.Light)
        self._refresh()

    def apply(self, app: QApplication) -> None:
        """Give the program its style, font, palette and sheet, and keep them up to date."""
        app.setFont(font("body"))
        self._dress()
        self.changed.connect(self._dress)

    def palette(self) -> QPalette:
        """Return the theme as Qt's own roles, for whatever is not painted by us."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for qt_role, role in (
            (roles.Window, "bg"),
            (roles.Base, "field"),
            (roles.AlternateBase, "raised"),
            (roles.Button, "raised"),
            (roles.ToolTipBase, "raised"),
            (roles.WindowText, "text"),
            (roles.Text, "text"),
            (roles.ButtonText, "text"),
            (roles.ToolTipText, "text"),
            (roles.PlaceholderText, "muted"),
            (roles.Highlight, "fill"),
            (roles.HighlightedText, "on_fill"),
            (roles.Accent, "accent"),
            (roles.Link, "violet"),
        ):
            palette.setColor(qt_role, self.color(role))
        for qt_role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, qt_role, self.color("faint"))
        return palette

    def _wanted(self) -> str:
        if self._mode != "system":
            return self._mode
        light = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Light
        return "light" if light else "dark"

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted != self.theme.name:
            self.theme = load_theme(wanted)
            self._colors = {}
            self.changed.emit()

    def _dress(self) -> None:
        QApplication.setPalette(self.palette())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setStyleSheet(style_sheet(self.theme.roles))


def apply(app: QApplication, theme_book: ThemeBook) -> None:
    """Dress the program: Fusion, palette, font and style sheet, again at every change of theme."""
    theme_book.apply(app)

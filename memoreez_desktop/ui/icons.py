"""Line icons painted as outlines of an icon font: sharp at every scale, in any colour of the theme.

The font files are those that qtawesome ships. qtawesome itself is not imported: that would cost the
window's start more than all icons of the first page together.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPixmap, QRawFont, QTransform

from memoreez_desktop.ui.theme import ThemeBook

_FILES = {
    "mdi6": "materialdesignicons6-webfont",
    "fa6s": "fontawesome6-solid-webfont",
    "fa6": "fontawesome6-regular-webfont",
    "ph": "phosphor",
    "ri": "remixicon",
}
_GRID = 24.0
# Material Design Icons stand on a 24-unit grid whose top is 21 units above the baseline (448 of 512).
_MDI_BASELINE = 21.0
_OTHERS_FILL = 20.0


def _fonts_folder() -> Path | None:
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations))) / "fonts"


class _IconFont:
    """One font file and the code points of its names, read at first use."""

    def __init__(self, stem: str) -> None:
        folder = _fonts_folder()
        fonts = sorted(folder.glob(f"{stem}-[0-9]*.ttf")) if folder else []
        maps = sorted(folder.glob(f"{stem}-charmap-*.json")) if folder else []
        self._raw = QRawFont()
        self._charmap = ""
        if fonts and maps:
            self._raw = QRawFont(str(fonts[-1]), _GRID, QFont.HintingPreference.PreferNoHinting)
            self._charmap = maps[-1].read_text(encoding="utf-8")

    def outline(self, name: str) -> QPainterPath:
        """Return a glyph's outline with its baseline at y = 0; empty when the font has no such name."""
        # Searched, not parsed: 7,000 names for the twenty of the first page would cost the start 5 ms.
        _, _, rest = self._charmap.partition(f'"{name}": "')
        code = rest[:12].partition('"')[0]
        if not code or not self._raw.isValid():
            return QPainterPath()
        glyphs = self._raw.glyphIndexesForString(chr(int(code, 16)))
        return self._raw.pathForGlyph(glyphs[0]) if glyphs else QPainterPath()


class IconBook:
    """Icons by name: ``mdi6.cube-outline`` or, as icon words have it, ``mdi6:fish``, ``fa6s:tractor``.

    Parameters
    ----------
    theme_book : ThemeBook
        Colours come from its present theme. Widgets reach it as ``icon_book.theme_book``.
    """

    def __init__(self, theme_book: ThemeBook) -> None:
        self.theme_book = theme_book
        self._fonts: dict[str, _IconFont] = {}
        self._outlines: dict[str, QPainterPath] = {}

    def has(self, name: str) -> bool:
        """Tell whether the icon exists."""
        return not self.outline(name).isEmpty()

    def outline(self, name: str) -> QPainterPath:
        """Return the icon's outline in a square of 24 × 24 units; empty for an unknown name."""
        found = self._outlines.get(name)
        if found is None:
            found = self._outlines[name] = self._make_outline(name)
        return found

    def paint(self, painter: QPainter, rect: QRectF, name: str, role: str | QColor = "text") -> None:
        """Paint an icon into the largest square of ``rect``, in a colour or in that of a role."""
        side = min(rect.width(), rect.height())
        color = self.theme_book.color(role) if isinstance(role, str) else role
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.center() - QPointF(side / 2, side / 2))
        painter.scale(side / _GRID, side / _GRID)
        painter.fillPath(self.outline(name), color)
        painter.restore()

    def icon(self, name: str, role: str = "text", size_px: int = 20) -> QIcon:
        """Return a QIcon for menus and windows (painted widgets call :meth:`paint`)."""
        icon = QIcon()
        for scale in (1, 2, 3):
            for mode, its_role in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "icon_off")):
                icon.addPixmap(self._pixmap(name, its_role, size_px, scale), mode)
        return icon

    def _pixmap(self, name: str, role: str, size_px: int, scale: int) -> QPixmap:
        pixmap = QPixmap(size_px * scale, size_px * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, size_px, size_px), name, role)
        painter.end()
        return pixmap

    def _make_outline(self, name: str) -> QPainterPath:
        family, _, word = name.replace(":", ".", 1).partition(".")
        if family not in _FILES or not word:
            return QPainterPath()
        if family not in self._fonts:
            self._fonts[family] = _IconFont(_FILES[family])
        path = self._fonts[family].outline(word)
        if path.isEmpty():
            return path
        if family == "mdi6":
            return path.translated(0.0, _MDI_BASELINE)
        return _fitted(path)


def _fitted(path: QPainterPath) -> QPainterPath:
    """Centre an outline of a font without a grid, its longer side 20 of 24 units."""
    box = path.boundingRect()
    factor = _OTHERS_FILL / max(box.width(), box.height(), 1e-6)
    move = QTransform.fromTranslate(_GRID / 2, _GRID / 2).scale(factor, factor)
    return move.translate(-box.center().x(), -box.center().y()).map(path)

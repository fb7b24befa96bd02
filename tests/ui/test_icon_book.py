"""Icons are there, in the middle, and no icon library was imported for them."""

import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRectF

import memoreez_desktop.ui
from memoreez_desktop.ui.icons import IconBook

UI = Path(memoreez_desktop.ui.__file__).parent


def test_every_icon_named_in_the_window_exists(icon_book: IconBook) -> None:
    names = set()
    for file in UI.rglob("*.py"):
        names |= set(re.findall(r"\"(mdi6\.[a-z0-9-]+)\"", file.read_text(encoding="utf-8")))
    assert len(names) > 40
    assert sorted(name for name in names if not icon_book.has(name)) == []


def test_icons_stand_within_their_grid(icon_book: IconBook) -> None:
    grid = QRectF(-0.1, -0.1, 24.2, 24.2)
    for name in ("mdi6.cube-outline", "mdi6.star", "fa6s:tractor", "ph:coffee-fill"):
        box = icon_book.outline(name).boundingRect()
        assert grid.contains(box)
        assert max(box.width(), box.height()) > 14


def test_an_unknown_icon_is_empty_and_harmless(icon_book: IconBook) -> None:
    assert not icon_book.has("mdi6.no-such-icon")
    assert not icon_book.has("nothing")
    assert not icon_book.icon("mdi6.no-such-icon").isNull()


def test_qtawesome_is_never_imported() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; a = QApplication([]);"
        "from memoreez_desktop.ui.theme import ThemeBook; from memoreez_desktop.ui.icons import IconBook;"
        "assert IconBook(ThemeBook()).has('mdi6.fish'); assert 'qtawesome' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)

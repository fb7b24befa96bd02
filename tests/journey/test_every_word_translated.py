"""A language made of brackets: whatever is seen without them was never handed to the translator."""

import re

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

from memoreez_desktop import app
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.ui.settings.credits import ARTWORK, LIBRARIES

# Names (also of icons and files), units and what computers say; everything else is a sentence for a person.
ALLOWED = re.compile(
    r"(?:mdi6|fa6s|ph):[\w-]+|https?://\S+|\w+\.jpg|\b(?:Memoreez|PLA\+?|PETG|ABS|ASA|TPU|[MGk]?B|mm|cm|kg|g|m|h|min|s|px|Ctrl|F\d+|Alt|Shift|Esc|Del|"
    r"JPEG|PNG|HEIC|STL|OBJ|PLY|GLB|3MF|G-code|SD|USB|GPL|Karl|Kalle|English|Deutsch|PySide6|Qt)\b"
)
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{2,}")
PAGES = ("welcome", "story", "concepts", "studio", "print", "library", "settings")


class Brackets(QTranslator):
    """Translates everything into itself, in brackets."""

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, _context, source, _disambiguation=None, _n=-1):
        return f"⟦{source}⟧"


def bare_words(text):
    """Return the words that stand outside of all brackets."""
    outside, depth = [], 0
    for sign in text:
        depth += (sign == "⟦") - (sign == "⟧")
        if depth == 0:
            outside.append(sign)
    rest = ALLOWED.sub(" ", "".join(outside).replace("⟧", " "))
    return WORD.findall(rest)


def texts_of(widget):
    """Yield every text a person may meet at a widget."""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    for action in widget.actions():
        yield action.text()
        yield action.toolTip()
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        rows = [widget.model().index(row, 0) for row in range(widget.model().rowCount())]
        for role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            yield from (str(row.data(role) or "") for row in rows)
    second = getattr(widget, "second_line", "")
    yield second if isinstance(second, str) else ""


def untranslated(window, painted, names):
    """List (where, text) of everything on the present page that was not translated."""
    found = set()
    others = {window.page(page).panel for page in PAGES if page != window.current}

    def walk(widget):
        if widget in others:
            return
        texts = set(texts_of(widget)) - names
        found.update((type(widget).__name__, text) for text in texts if bare_words(text or ""))
        for child in widget.children():
            if isinstance(child, QWidget):
                walk(child)
            elif isinstance(child, QAction) and bare_words(child.text()):
                found.add(("QAction", child.text()))

    walk(window)
    found |= {("painted", text) for text in painted - names if bare_words(text)}
    return found


@pytest.fixture
def painted(monkeypatch):
    """Every text that is painted by hand."""
    said = set()
    draw = QPainter.drawText

    def listen(self, *values):
        said.update(value for value in values if isinstance(value, str))
        return draw(self, *values)

    monkeypatch.setattr(QPainter, "drawText", listen)
    return said


@pytest.fixture
def brackets(monkeypatch):
    """Have the program speak in brackets."""

    def install(application, _wanted):
        translator = Brackets(application)
        application.installTranslator(translator)
        made.append((application, translator))
        return "en"

    made = []
    monkeypatch.setattr(app, "install_language", install)
    yield
    for application, translator in made:
        application.removeTranslator(translator)


def test_bare_words_are_found():
    assert bare_words("⟦Print⟧ now") == ["now"]
    assert not bare_words("⟦Print “{title}” of ⟦fish⟧⟧ PLA 4 mm")


def test_every_page_speaks_through_the_translator(start, brackets, painted, home, tmp_path):
    (tmp_path / "Karl.jpg").write_text("no picture")
    with start() as real:
        pages = {}
        names = {str(home), *(word for line in (*LIBRARIES, *ARTWORK) for word in line)}

        def look(name):
            real.window.repaint()
            real.window.grab()
            pages[name] = untranslated(real.window, painted, names)
            painted.clear()

        for page in PAGES:
            real.go(page)
            look(page)
        real.journey.set_brief(Brief(Story(name="Karl", quirk="Karl", occasion="birthday", age=70)))
        real.drop_photos(tmp_path / "Karl.jpg")
        real.wait(real.photo_rows, "the refusal")
        look("refusal")
        real.create()
        look("waiting")
        real.wait(lambda: len(real.filled()) >= 1, "a card")
        look("drawing")
        real.click(real.panel("concepts").strip.cancel)
        real.wait(real.settled, "the rest to stop")
        look("stopped")
        row = next(row for row, card in enumerate(real.cards) if card.state == "ready")
        real.choose(row)
        look("making")
        real.wait(lambda: real.panel("studio").state == "model", "the model")
        look("model")
        real.slice()
        look("sliced")
        shelf = real.go("library").view.model()
        real.wait(shelf.rowCount, "the keepsake on its shelf")
        look("shelf")
    wrong = {name: sorted(found) for name, found in pages.items() if found}
    lines = [f"{page}: {where}: {text!r}" for page, found in wrong.items() for where, text in found]
    assert not lines, "\n" + "\n".join(lines)

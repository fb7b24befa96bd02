"""The AI services of the settings, gone through as a person does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from memoreez_desktop.storage.settings import SettingsFile
from memoreez_desktop.ui.page import PageParts
from memoreez_desktop.ui.settings.page import build
from memoreez_desktop.ui.workshop import Workshop
from tests.fakes.loopback import Loopback

SERVICE = "openai-images"


class AiPage:
    """The section, and ways through it as a person goes."""

    def __init__(self, parts: PageParts, bench: Any) -> None:
        self.parts, self.bench = parts, bench
        self.panel, self.presenter = parts.panel, parts.presenter
        self.section, self.form = parts.panel.ai, parts.panel.ai.form

    def go(self, offer_id: str) -> Any:
        self.presenter.show_provider(offer_id)
        # What is new in a layout is shown by an event.
        QApplication.processEvents()
        return self.form.provider

    def row(self, offer_id: str) -> Any:
        return self.section.list.rows.row(offer_id)

    def state(self, offer_id: str) -> str:
        return self.row(offer_id).state.words

    def field(self, field_id: str) -> Any:
        return self.form.provider.fields[field_id].control

    def paste(self, field_id: str, words: str) -> None:
        control = self.field(field_id)
        line = control if isinstance(control, QLineEdit) else control.line
        line.setText(words)
        QTest.keyClick(line, Qt.Key.Key_Return)

    @property
    def kept(self) -> Any:
        return SettingsFile(self.bench.home / "settings.json").load()

    @property
    def keys(self) -> Any:
        return self.bench.workshop.services.desk().keys


def ai_pages() -> Iterator[Callable[..., AiPage]]:
    """Give a maker of pages; what was made is gone afterwards."""
    made: list[AiPage] = []

    def make(bench: Any, workshop: Workshop | None = None) -> AiPage:
        parts = build(workshop or bench.workshop, bench.theme_book, bench.icon_book, None)
        parts.panel.resize(1352, 900)
        parts.panel.show()
        made.append(AiPage(parts, bench))
        return made[-1]

    yield make
    for page in made:
        page.presenter.leave()
        # Whoever holds it: the next theme would dress it again.
        shiboken6.delete(page.panel)


def own(page: AiPage, server: Loopback) -> None:
    """Enter the fake service as a server of one's own."""
    page.go(SERVICE)
    page.form.provider.more.click()
    page.paste("base_url", server.url)
    page.field("own_server").click()


def words_of(root: QWidget) -> str:
    """Everything that can be read on a page, by eyes or by a screen reader."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        found += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        found += [widget.whatsThis(), widget.statusTip(), widget.objectName()]
        entry = isinstance(widget, QLineEdit)
        for read in ("placeholderText", "currentText", "displayText", "title" if entry else "text"):
            value = getattr(widget, read, "")
            found.append(str(value() if callable(value) else value))
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            found += [interface.text(kind) for kind in QAccessible.Text if kind != QAccessible.Text.UserText]
    return "\n".join(found)

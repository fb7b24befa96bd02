"""The words of a prompt as they are typed: those that a filter may stumble over are underlined."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from memoreez_desktop.concepts.writers.safe_words import RiskyWord, risky_words
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.type_sizes import font

_LEAST_PX, _MOST_PX = 96, 340


class PromptText(QPlainTextEdit):
    """Some lines of words, as high as they need; Tab goes on to the next field."""

    def __init__(self, icon_book: IconBook, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(font("body"))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._marker = _Underliner(self.document(), icon_book.theme_book)
        self.setPlainText(text)
        self.textChanged.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        """What stands there, in one line and without white space around it."""
        return " ".join(self.toPlainText().split())

    def risky(self) -> tuple[RiskyWord, ...]:
        """Return the words that may be refused, in their order."""
        return risky_words(self.toPlainText())

    def soften(self, word: RiskyWord) -> None:
        """Write the safer word instead; it can be undone."""
        cursor = self.textCursor()
        cursor.setPosition(word.start)
        cursor.setPosition(word.end, cursor.MoveMode.KeepAnchor)
        cursor.insertText(word.instead)
        self.setTextCursor(cursor)
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as all lines together."""
        document = self.document()
        edge = self.height() - self.viewport().height() + 2 * document.documentMargin()
        # This kind of document tells its height in lines; a line more is asked for before it scrolls.
        high = math.ceil((document.size().height() + 0.5) * self.fontMetrics().lineSpacing() + edge)
        self.setFixedHeight(max(_LEAST_PX, min(_MOST_PX, high)))


class _Underliner(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument, theme_book: ThemeBook) -> None:
        super().__init__(document)
        self._theme_book = theme_book
        theme_book.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(self._theme_book.color("warn"))
        for word in risky_words(text):
            self.setFormat(word.start, word.end - word.start, look)

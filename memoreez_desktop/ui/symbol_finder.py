"""Lets a symbol be picked: the picker asks, a worker finds, whoever asked hears of the choice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.newest import Newest
from memoreez_desktop.ui.widgets.symbol_picker import SymbolPicker
from memoreez_desktop.ui.workshop import Workshop


class SymbolFinder(QObject):
    """One picker for all controls of a page, made when it is first needed."""

    def __init__(self, icon_book: IconBook, workshop: Workshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_book, self._workshop, self._page = icon_book, workshop, parent
        self._searches = Newest(workshop.runner)
        self._taken: Callable[[str], None] | None = None
        self.picker: SymbolPicker | None = None

    def pick(self, word: str, present: str, below: QRect, taken: Callable[[str], None]) -> None:
        """Open the picker under a rectangle of the screen; ``taken`` hears of the symbol's id."""
        if self.picker is None:
            self.picker = SymbolPicker(self._icon_book, self._page)
            self.picker.searched.connect(self._search)
            self.picker.taken.connect(self._took)
            self._workshop.runner.submit(
                search_job(""),
                pool="compute",
                done=self.picker.offer_others,
                failed=self._workshop.journey.complain,
            )
        self._taken = taken
        self.picker.ask(word, present, below)

    def _took(self, icon: str) -> None:
        if self._taken is not None:
            self._taken(icon)

    def _search(self, words: str) -> None:
        if words and self.picker is not None:
            self._searches.ask(search_job(words), self.picker.offer, self._workshop.journey.complain)


def search_job(words: str) -> Callable[[JobContext], tuple[str, ...]]:
    """Make a job that finds symbols for words; some of everything for none."""

    def job(job: JobContext) -> tuple[str, ...]:
        # The table of icon words is large: on a worker, and only once somebody looks for a symbol.
        from memoreez_desktop.services.read_story import search_symbols  # noqa: PLC0415

        return search_symbols(words, job)

    return job

"""What the tests of the window share: no screen, no threads, no geometry, but a real library."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from memoreez_desktop.core.concept import Concept, ConceptPlan, ConceptStats, Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Story
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.storage.library import Library
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import SettingsFile
from memoreez_desktop.tasks.child import InlineChildPool
from memoreez_desktop.tasks.runner import Callbacks, InlineTaskRunner, TaskHandle
from memoreez_desktop.tasks.task import Task, TaskEvent
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.journey import Journey
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.workshop import DeskDoor, LibraryDoor, SettingsKeeper, Workshop
from tests.fakes.memory_keyring import MemoryKeyring


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ignore what the screenless platform says of itself."""
    for item in items:
        said = ("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
        item.add_marker(pytest.mark.qt_log_ignore(*said, extend=True), append=False)


class HeldRunner:
    """Keeps jobs until the test lets them run: what happens in between can be looked at."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self.held: dict[int, tuple[Callable[[JobContext], Any], TaskHandle, Callbacks, str]] = {}

    def submit(
        self, job: Callable[[JobContext], Any], *, pool: str = "compute", **callbacks: Any
    ) -> TaskHandle:
        handle = TaskHandle(next(self._ids), _cancel=self._cancel)
        self.held[handle.request_id] = (job, handle, Callbacks(**callbacks), pool)
        return handle

    def run(self, count: int = 1_000_000, *, deliver: bool = True) -> int:
        """Run the jobs that wait, oldest first; ``deliver=False`` loses what they say."""
        ran = 0
        while self.held and ran < count:
            job, handle, callbacks, _pool = self.held.pop(min(self.held))
            Task(
                handle.request_id, job, handle.token, callbacks.hear if deliver else lambda event: None
            ).run()
            ran += 1
        return ran

    def _cancel(self, request_id: int) -> None:
        if request_id in self.held:
            _job, _handle, callbacks, _pool = self.held.pop(request_id)
            callbacks.hear(TaskEvent(request_id, "cancelled"))


@dataclass
class Bench:
    """A workshop and the parts a test wants to reach."""

    workshop: Workshop
    theme_book: ThemeBook
    icon_book: IconBook
    home: Path

    @property
    def journey(self) -> Journey:
        return self.workshop.journey

    @property
    def library(self) -> Library:
        return self.workshop.door.library()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> ThemeBook:
    book = ThemeBook()
    book.apply(qapp)
    return book


@pytest.fixture
def theme_book(dressed: ThemeBook) -> Iterator[ThemeBook]:
    dressed.set_mode("dark")
    yield dressed
    dressed.set_reduced_motion(False)
    QGuiApplication.styleHints().unsetColorScheme()


@pytest.fixture
def icon_book(theme_book: ThemeBook) -> IconBook:
    return IconBook(theme_book)


@pytest.fixture
def make_bench(
    tmp_path: Path, theme_book: ThemeBook, icon_book: IconBook
) -> Iterator[Callable[[Any], Bench]]:
    doors: list[LibraryDoor] = []

    def make(runner: Any = None) -> Bench:
        door = LibraryDoor(lambda: Library(tmp_path / "library"))
        doors.append(door)
        keeper = SettingsKeeper(SettingsFile(tmp_path / "settings.json"))
        workshop = Workshop(
            Journey(),
            runner or InlineTaskRunner(),
            InlineChildPool(),
            door,
            keeper,
            tmp_path / "cache",
            DeskDoor(lambda: AiDesk(Secrets(MemoryKeyring()))),
        )
        return Bench(workshop, theme_book, icon_book, tmp_path)

    yield make
    for door in doors:
        door.close()


@pytest.fixture
def bench(make_bench: Callable[[Any], Bench]) -> Bench:
    return make_bench(None)


@pytest.fixture
def held() -> HeldRunner:
    return HeldRunner()


def plan_of(number: int, product: str = "keychain", name: str = "Karl") -> ConceptPlan:
    """A plan like those of the studio."""
    recipe = Recipe(product, story=Story(name=name), seed=number)
    return ConceptPlan(recipe.digest[:16], f"Idea {number}", "Keychain", recipe)


def png_of(red: int = 200) -> bytes:
    """A small picture with a transparent ground."""
    from PySide6.QtCore import QBuffer, QIODevice

    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(0)
    for x in range(20, 44):
        for y in range(20, 44):
            image.setPixel(x, y, (255 << 24) | (red << 16))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def concept_of(plan: ConceptPlan) -> Concept:
    """A drawn concept without geometry."""
    stats = ConceptStats((40.0, 20.0, 4.0), 1000, 3000.0, True, 3600.0, 12.0)
    return Concept(plan, png_of(plan.recipe.seed * 10 % 255), stats, 0.1)


@pytest.fixture
def fakes() -> Any:
    """The makers above, for tests that cannot import a conftest."""

    class Fakes:
        plan = staticmethod(plan_of)
        concept = staticmethod(concept_of)
        png = staticmethod(png_of)

    return Fakes

"""The composition root: the only file that builds the program's objects and hands them to each other.

Nothing heavy is imported here. The window is painted first; the geometry process, the library and the
3D view's libraries are woken afterwards, in workers.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QSurfaceFormat
from PySide6.QtWidgets import QApplication

from memoreez_desktop import __version__
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.storage.places import default_data_folder, log_folder, settings_path
from memoreez_desktop.storage.settings import SettingsFile
from memoreez_desktop.tasks.child import ChildPool
from memoreez_desktop.tasks.runner import TaskRunner
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.journey import Journey, Message
from memoreez_desktop.ui.last_resort import LastResort, start_log
from memoreez_desktop.ui.main_window import MainWindow
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.viewport.libraries import import_libraries
from memoreez_desktop.ui.words import install_language
from memoreez_desktop.ui.workshop import DeskDoor, LibraryDoor, SettingsKeeper, Workshop

if TYPE_CHECKING:
    from memoreez_desktop.services.ai_desk import AiDesk
    from memoreez_desktop.storage.library import Library
    from memoreez_desktop.ui.sculpture.orders import SculptureOrders

CHILDREN = 2
WAKE_AFTER_MS = 30


def warm_child(_job: JobContext) -> None:
    """Import and compile, inside a fresh geometry process, what its jobs will want."""
    from memoreez_desktop.services.warm import warm_everything  # noqa: PLC0415 - runs in the child only

    warm_everything()


def open_library(folder: Path) -> Library:
    """Open the library; called by the first job that needs it."""
    from memoreez_desktop.storage.library import Library  # noqa: PLC0415 - saves 0.4 s

    return Library(folder)


def open_desk() -> AiDesk:
    """Make the desk of services; called by the first job that needs one."""
    # httpx, keyring and every provider: 0.4 s that the window does not wait for.
    from memoreez_desktop.services.ai_desk import AiDesk  # noqa: PLC0415
    from memoreez_desktop.storage.secrets import Secrets  # noqa: PLC0415

    return AiDesk(Secrets())


def make_application(arguments: list[str]) -> QApplication:
    """Make Qt's application, ready for a 3D view that comes later."""
    # A QOpenGLWidget inside an existing window needs the format set before that window.
    surface = QSurfaceFormat()
    surface.setVersion(3, 2)
    surface.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
    QSurfaceFormat.setDefaultFormat(surface)
    # As an argument: setStyle() answers with the style, and PySide would make QStyle and its enums, 4 ms.
    application = QApplication([*(arguments[:1] or ["memoreez"]), "-style", "Fusion"])
    application.setApplicationName("Memoreez")
    application.setApplicationVersion(__version__)
    return application


class Program(QObject):
    """Everything that lives as long as the program, and the window, which may be made anew."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        file = SettingsFile(settings_path())
        self.keeper = SettingsKeeper(file, self)
        settings = self.keeper.settings
        self._spoken = settings.language
        install_language(application, settings.language)
        self.theme_book = ThemeBook(self)
        self.theme_book.set_mode(settings.theme)
        self.theme_book.apply(application)
        self.icon_book = IconBook(self.theme_book)
        folder = Path(settings.data_folder) if settings.data_folder else default_data_folder()
        self.runner = TaskRunner(self)
        self.children = ChildPool(CHILDREN, warm_child)
        self.door = LibraryDoor(lambda: open_library(folder))
        self.journey = Journey(self)
        self.workshop = Workshop(
            self.journey,
            self.runner,
            self.children,
            self.door,
            self.keeper,
            folder / "cache",
            DeskDoor(open_desk),
        )
        self.last_resort = LastResort(self.journey, self)
        self._sculptures: SculptureOrders | None = None
        self.window = self._make_window()
        self.keeper.changed.connect(self._settings_changed)
        if file.notice:
            self.journey.messageRaised.emit(Message("warning", file.notice))

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.workshop, self.theme_book, self.icon_book)
        # Only when the first window has answered whatever came first.
        window.first_painted.connect(lambda: QTimer.singleShot(WAKE_AFTER_MS, self._wake))
        return window

    def _wake(self) -> None:
        """Wake the geometry processes, once, when the window is there, and out of its way."""
        if self._sculptures is not None:
            return
        gc.freeze()
        gc.enable()
        start_log(log_folder())

        def wake(job: JobContext) -> None:
            for _ in range(CHILDREN):
                self.children.warm_one(job)

        self._sculpt()
        self.runner.submit(import_libraries, pool="warm")
        self.runner.submit(wake, pool="warm", done=lambda _nothing: self._resume_orders())

    def _resume_orders(self) -> None:
        """Take up what a killed program had ordered, once."""
        # The window's start does without the cards' modules.
        from memoreez_desktop.ui.concepts.resume import OrderResumer  # noqa: PLC0415

        OrderResumer(self.workshop, self).begin()
        if self._sculptures is not None:
            self._sculptures.take_up()

    def _sculpt(self) -> None:
        """Have somebody wait for sculptures, and a bar over the pages that tells of them."""
        # The window's start does without them.
        from memoreez_desktop.ui.sculpture.bar import SculptureBar  # noqa: PLC0415
        from memoreez_desktop.ui.sculpture.orders import SculptureOrders  # noqa: PLC0415
        from memoreez_desktop.ui.sculpture.watch import FolderWatch  # noqa: PLC0415

        if self._sculptures is None:
            self._sculptures = SculptureOrders(self.workshop, self)
            FolderWatch(self.workshop, self)
        self.window.show_above(SculptureBar(self.icon_book, self._sculptures, self.workshop, self.window))

    def _settings_changed(self, settings: object) -> None:
        self.journey.settingsChanged.emit(settings)
        new = self.keeper.settings
        if new.theme != self.theme_book.mode:
            self.theme_book.set_mode(new.theme)
        if new.language != self._spoken:
            self._spoken = new.language
            install_language(self._application, new.language)
            # Every widget was made in the old language. Not from within the click that asked for it.
            QTimer.singleShot(0, self._replace_window)

    def _replace_window(self) -> None:
        old = self.window
        self.window = self._make_window()
        if self._sculptures is not None:
            self._sculpt()
        self.window.setGeometry(old.geometry())
        self.window.show_page("settings")
        self.window.show()
        old.give_way()
        old.deleteLater()

    def close(self) -> None:
        """End jobs, processes and the library, in this order."""
        self.runner.shut_down()
        self.children.close()
        self.door.close()


def main(arguments: list[str] | None = None, painted: Callable[[], None] | None = None) -> int:
    """Open the window and stay until it is closed; return the exit code.

    ``painted`` is called once the window stands on the screen.
    """
    application = make_application(sys.argv if arguments is None else arguments)
    program = Program(application)
    program.last_resort.install()
    if painted is not None:
        program.window.first_painted.connect(painted)
    program.window.show()
    try:
        return application.exec()
    finally:
        program.close()

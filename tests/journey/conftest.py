"""The real program in a home of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QGuiApplication, QSurfaceFormat
from PySide6.QtWidgets import QApplication
from real_window import RealWindow

from memoreez_desktop import app
from memoreez_desktop.storage.settings import Settings, SettingsFile
from memoreez_desktop.ui.viewport.probe import surface_format
from memoreez_desktop.ui.words import install_language


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ignore what the screenless platform says of itself."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("MEMOREEZ_HOME", str(folder))
    # Qt's warnings are to fail the test, not to end in a file.
    monkeypatch.setattr(app, "start_log", lambda folder: None)
    return folder


@pytest.fixture
def clean_application(qapp: QApplication) -> Iterator[QApplication]:
    """Leave the application to the next test as this one found it."""
    locale, style_sheet, surface = QLocale(), qapp.styleSheet(), QSurfaceFormat.defaultFormat()
    QSurfaceFormat.setDefaultFormat(surface_format())
    yield qapp
    QSurfaceFormat.setDefaultFormat(surface)
    install_language(qapp, "en")
    translator = qapp.property("memoreez_translator")
    if isinstance(translator, QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(locale)
    qapp.setStyleSheet(style_sheet)
    QGuiApplication.styleHints().unsetColorScheme()


@pytest.fixture
def start(home: Path, clean_application: QApplication, qtbot: Any) -> Callable[..., Any]:
    """``with start(language="de") as real:`` runs the program until the block ends."""

    @contextmanager
    def run(size: tuple[int, int] = (1280, 800), **settings: object) -> Iterator[RealWindow]:
        file = SettingsFile(home / "settings.json")
        known = file.load()
        defaults = {"language": "en", "theme": "dark", "welcome_seen": True} if known == Settings() else {}
        file.save(replace(known, **{**defaults, **settings}))
        program = app.Program(clean_application)
        program.window.resize(*size)
        try:
            with qtbot.waitExposed(program.window):
                program.window.show()
            yield RealWindow(program, qtbot, home)
        finally:
            window = program.window
            window.close()
            program.close()
            window.deleteLater()
            program.deleteLater()
            qtbot.wait(50)

    return run


@pytest.fixture(scope="session")
def astronaut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real photo as a camera writes it."""
    import skimage.data
    from PIL import Image

    path = tmp_path_factory.mktemp("camera") / "IMG_0815.jpg"
    Image.fromarray(skimage.data.astronaut()).save(path, quality=92)
    return path

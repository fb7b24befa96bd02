"""Take the pictures in docs/screenshots from the real window, as a person would meet each page.

    python3 dev.py shots                 every picture
    python3 dev.py shots -- --quick      only the story's own journey, dark
    python3 dev.py shots -- --services   only cards that a service draws

The window runs on a real (or virtual) screen with a fresh home; what it shows was really drawn, sliced
and saved.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "screenshots"
PATIENCE_S = 120
_TOLD = "My grandpa turns 70 in May. He loves playing chess, his old sailing boat and gardening."

if TYPE_CHECKING:
    from memoreez_desktop.app import Program


def live(milliseconds: int) -> None:
    """Let the window live."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 - Qt only after the environment is set

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(what: Callable[[], Any], name: str) -> None:
    """Let the window live until something is so."""
    until = time.monotonic() + PATIENCE_S
    while not what():
        if time.monotonic() > until:
            raise SystemExit(f"waited in vain for {name}")
        live(50)


class Photographer:
    """Drives the window and takes its pictures."""

    def __init__(self, program: Program, prefix: str = "") -> None:
        self.program = program
        self.window = program.window
        self.prefix = prefix

    def take(self, name: str) -> None:
        """Save what is on the screen where the window is."""
        live(400)
        at = self.window.mapToGlobal(self.window.rect().topLeft())
        size = self.window.size()
        picture = self.window.screen().grabWindow(0, at.x(), at.y(), size.width(), size.height())
        path = OUT / f"{self.prefix}{name}.png"
        picture.save(str(path))
        print(path.relative_to(ROOT), flush=True)

    def idle(self) -> None:
        """Wait until no job is running."""
        live(100)
        wait_for(lambda: not self.program.runner.busy, "the jobs")

    def show(self, page: str) -> Any:
        """Go to a page and return its panel."""
        self.window.show_page(page)
        live(200)
        return self.window.page(page).panel

    def story(self, photo: Path) -> None:
        """Tell a story and drop a photo."""
        from memoreez_desktop.core.story import Brief, Story  # noqa: PLC0415 - see live
        from memoreez_desktop.services.load_photos import reference_photo  # noqa: PLC0415 - see live

        passions = ("Fishing", "Tractors", "Strong coffee")
        told = Story(
            name="Grandpa Karl", age=70, passions=passions, quirk="Hates Mondays", occasion="birthday"
        )
        page = self.show("story")
        self.program.journey.set_brief(Brief(told, (reference_photo(photo),)))
        self.idle()
        self.take("story")
        page.form.told.setPlainText(_TOLD)
        live(600)
        self.idle()
        page.form.loves.symbol_wanted.emit(next(iter(page.form.loves.chips)))
        self.idle()
        self.take("story-symbols")
        self.window.page("story").presenter.reader.finder.picker.close()
        self.program.journey.set_brief(Brief(told, (reference_photo(photo),)))
        self.idle()

    def photo_editor(self) -> None:
        """Open the story's photo, look at its crop and at its subject, and leave it as it was."""
        rows = self.show("story").photos.rows
        wait_for(lambda: rows.model().rowCount(), "the photo")
        self.idle()
        rows.edit_wanted.emit(0, "")
        editor = self.window.page("photo").panel
        wait_for(lambda: all(tile.words for tile in editor.subject.tiles[:3]), "the cut-outs")
        self.idle()
        editor.turn.tilt.slider.setValue(40)
        editor.turn.aspect.button("3:4").click()
        live(700)
        self.idle()
        self.take("photo-crop")
        editor.reset.click()
        live(700)
        self.idle()
        editor.strip.buttons["keep"].click()
        editor.canvas.show_pen((0.42, 0.3))
        self.idle()
        self.take("photo-subject")
        editor.cancel.click()

    def cutouts(self) -> None:
        """Look at the trained models one may add."""
        panel = self.window.page("settings").panel
        panel.show_section("cutouts")
        self.idle()
        self.take("settings-cutouts")
        panel.show_section("general")

    def services(self) -> None:
        """Look at a service one may use, and at what left this computer."""
        parts = self.window.page("settings")
        self.show("settings")
        parts.presenter.show_provider("bfl")
        self.idle()
        self.take("settings-ai")
        parts.panel.show_section("privacy")
        self.idle()
        self.take("settings-privacy")
        parts.panel.show_section("general")

    def concepts(self) -> None:
        """Let the grid fill: one picture on the way, one when it is full."""
        panel = self.window.page("story").panel
        panel.create.click()
        grid = self.window.page("concepts").panel
        wait_for(lambda: sum(card.can_open for card in grid.model.cards) >= 3, "three cards")
        self.take("concepts-filling")
        self.idle()
        self.take("concepts")

    def studio(self, row: int) -> None:
        """Open a concept and look at its model."""
        grid = self.window.page("concepts").panel
        grid.view.setCurrentIndex(grid.model.index(row))
        grid.open.click()
        live(600)
        self.take("studio-making")
        wait_for(lambda: self.program.journey.keepsake is not None, "the model")
        self.idle()
        live(2500)
        self.idle()
        self.take("studio")

    def print_page(self) -> None:
        """Slice it, look at the toolpaths and at all settings."""
        from PySide6.QtWidgets import QScrollArea  # noqa: PLC0415 - see live

        self.window.page("studio").panel.go_on.click()
        wait_for(lambda: self.program.journey.gcode is not None, "the G-code")
        self.idle()
        live(1500)
        self.idle()
        self.take("print")
        more = self.window.page("print").panel.more
        more.heading.click()
        live(200)
        area = more.parentWidget()
        while not isinstance(area, QScrollArea):
            area = area.parentWidget()
        area.verticalScrollBar().setValue(more.y())
        live(300)
        self.take("print-more")
        more.heading.click()


@contextmanager
def window(home: Path, width: int, height: int, **settings: object) -> Iterator[Photographer]:
    """Open the real window in a home of its own."""
    from memoreez_desktop import app  # noqa: PLC0415 - see live

    os.environ["MEMOREEZ_HOME"] = str(home)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - see live

    application = QApplication.instance() or app.make_application(["memoreez"])
    program = app.Program(application)  # type: ignore[arg-type]
    program.keeper.change(**settings)
    live(50)
    program.window.resize(width, height)
    program.window.move(0, 0)
    program.window.show()
    try:
        live(1200)
        yield Photographer(program)
    finally:
        program.window.close()
        program.close()
        program.window.deleteLater()
        live(100)


def main(arguments: list[str]) -> int:
    """Take the pictures."""
    from column_shots import take_column  # noqa: PLC0415 - it asks this module
    from mending_shots import take_mending  # noqa: PLC0415 - it asks this module
    from service_shots import take_services  # noqa: PLC0415 - it asks this module

    OUT.mkdir(parents=True, exist_ok=True)
    if "--services" in arguments:
        return take_services()
    photo = ROOT / "resources" / "samples" / "photo.jpg"
    quick = "--quick" in arguments
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with window(home, 1440, 900, theme="dark", language="en") as camera:
            camera.show("welcome")
            camera.take("welcome")
            camera.story(photo)
            camera.photo_editor()
            camera.concepts()
            camera.studio(1)
            camera.print_page()
            take_mending(camera, home)
            take_column(camera, home)
            camera.show("library")
            camera.idle()
            camera.take("library")
            camera.show("settings")
            camera.take("settings")
            camera.cutouts()
            camera.services()
        if quick:
            return 0
        with window(home, 1440, 900, theme="light", language="de", welcome_seen="yes") as camera:
            camera.prefix = "light-german-"
            wait_for(lambda: camera.program.journey.project_id, "the last project")
            for page in ("story", "concepts", "library", "settings"):
                camera.show(page)
                camera.idle()
                camera.take(page)
            camera.services()
            camera.photo_editor()
            camera.studio(0)
            camera.print_page()
            take_mending(camera, home)
            take_column(camera, home)
        with window(home, 1024, 700, theme="dark", language="en") as camera:
            camera.prefix = "small-"
            wait_for(lambda: camera.program.journey.project_id, "the last project")
            for page in ("story", "concepts", "library", "settings"):
                camera.show(page)
                camera.idle()
                camera.take(page)
            camera.services()
            camera.photo_editor()
            camera.studio(2)
            camera.print_page()
            take_mending(camera, home)
            take_column(camera, home)
    return take_services()


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stdout.flush()
    # The geometry processes and the driver need no farewell.
    os._exit(code)

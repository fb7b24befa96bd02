"""The real program, in which a person makes a keepsake of a raw sculpture; it tells on stdout what is seen.

It is ended from outside, in the middle of an undo.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from memoreez_desktop.app import Program, make_application
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Turn
from memoreez_desktop.ui.words import tr

LINES = ("ДЕДУШКА", "عيد 🎣")


class Maker:
    """Does one thing after the other, each when what came before is seen."""

    def __init__(self, program: Program, model: Path) -> None:
        self._program = program
        program.window.show_page("studio")
        page = program.window.page("studio")
        self.panel, self.presenter = page.panel, page.presenter
        self._story = self._make(model)
        self._until: Callable[[], bool] = lambda: True
        self._clock = QTimer(interval=20)
        self._clock.timeout.connect(self._go_on)
        self._clock.start()
        self.presenter._building.sketched.connect(self._tell_sketch)
        self._sketches, self._polls = False, 0

    def _go_on(self) -> None:
        if self._until():
            self._until = lambda: True
            self._until = next(self._story)

    def _make(self, model: Path) -> Iterator[Callable[[], bool]]:
        self.panel.fileDropped.emit(model)
        yield lambda: self.panel.state == "model"
        yield self._told("raw")
        self.click(tr("Round"))
        yield self._told("pedestal")
        lines = [widget for name in ("First line", "Second line") for widget in self.lines(tr(name))]
        for line, words in zip(lines, LINES, strict=True):
            line.setText(words)
            line.textEdited.emit(words)
        yield self._told("text")
        self.click(tr("Add"))
        self.click(tr("Loop"))
        yield self._told("loop")
        yield lambda: self.panel.view.canvas is not None
        self.click(tr("Turn, lay down, mirror"))
        self.click(tr("Face down"))
        yield self._turned_by_a_click
        yield self._told("face")
        while self.panel.undo.isEnabled():
            self.panel.undo.click()
        yield self._told("start")
        while self.panel.redo.isEnabled():
            self.panel.redo.click()
        yield self._told("again")
        self._sketches = True
        self.panel.undo.click()
        yield lambda: False

    @property
    def steps(self) -> KeepsakeRecipe:
        """The recipe of the edition that is worked on."""
        return self.presenter._log.edition.steps

    def click(self, name: str) -> None:
        """Press what a screen reader calls this."""
        found = [
            b for b in self.panel.findChildren(QAbstractButton) if name in (b.accessibleName(), b.text())
        ]
        shown = [button for button in found if button.isVisibleTo(self.panel)]
        assert shown, name
        shown[0].click()

    def lines(self, name: str) -> list[QWidget]:
        """Return the seen line of text of this name."""
        found = [w for w in self.panel.findChildren(QWidget) if w.accessibleName() == name]
        return [w for w in found if w.isVisibleTo(self.panel) and hasattr(w, "textEdited")][:1]

    def _turned_by_a_click(self) -> bool:
        """Click on the model, again where the camera was still on its way."""
        if self.steps.first(Turn) is not None:
            return True
        self._polls += 1
        if self._polls % 50 == 10:
            view = self.panel.view.canvas._canvas
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center() + QPoint(12, 0))
        return False

    def _told(self, what: str) -> Callable[[], bool]:
        """Tell of the finished model when it is there."""

        def look() -> bool:
            if self.presenter.busy:
                return False
            keepsake = self._program.journey.keepsake
            print(what, keepsake.mesh.digest, len(self.steps.steps), flush=True)
            return True

        return look

    def _tell_sketch(self, sketch: object) -> None:
        if self._sketches:
            print("undone", "-", len(sketch.edition.steps.steps), flush=True)


def main() -> int:
    """Make it, and wait for the end."""
    application = make_application(["memoreez"])
    program = Program(application)
    program.window.resize(1280, 800)
    made = []
    program.window.first_painted.connect(lambda: made.append(Maker(program, Path(sys.argv[1]))))
    program.journey.messageRaised.connect(lambda told: print("message", told.title, told.details, flush=True))
    program.window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

"""The recipe of a keepsake as rows: everything that is done to the raw sculpture, in its order."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from memoreez_desktop.core.keepsake_steps import Pedestal, Step
from memoreez_desktop.core.step_notes import StepNote
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.studio.fold import Fold
from memoreez_desktop.ui.studio.recipe_edits import NO_PEDESTAL, with_pedestal
from memoreez_desktop.ui.studio.recipe_section import RecipeSection
from memoreez_desktop.ui.studio.sections import SectionTools
from memoreez_desktop.ui.studio.step_words import detail_of, icon_of, label_of, title_of
from memoreez_desktop.ui.type_sizes import Kind, font
from memoreez_desktop.ui.widgets.buttons import IconButton, PaintedButton
from memoreez_desktop.ui.widgets.painting import one_line, text_width
from memoreez_desktop.ui.words import tr

_LEVEL_ICONS = {"thin": ("mdi6.alert-outline", "warn"), "lost": ("mdi6.alert-circle-outline", "err")}


class StepButton(PaintedButton):
    """Icon, name and what it does; pressed it is the selected one."""

    def __init__(self, icon_book: IconBook, step: Step, note: StepNote | None) -> None:
        super().__init__(icon_book, title_of(step), icon_of(step), height=36)
        self._detail = detail_of(step)
        self._level = note.level if note is not None else "good"
        self.setAccessibleName(label_of(step))
        said = tr(note.sentence) if note is not None and note.sentence else ""
        self.setAccessibleDescription(said)
        self.setToolTip(said or label_of(step))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, self._height)

    def _kind(self) -> Kind:
        return "pill"

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        words = self._color("text" if self.isEnabled() else "faint")
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), words
        return self._color("raised") if self.underMouse() and self.isEnabled() else None, None, words

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        middle = rect.center().y()
        self.icon_book.paint(painter, QRectF(8, middle - 9, 18, 18), self.icon_name, "muted")
        right = rect.width() - 8
        if self._level in _LEVEL_ICONS:
            icon, role = _LEVEL_ICONS[self._level]
            self.icon_book.paint(painter, QRectF(right - 16, middle - 8, 16, 16), icon, role)
            right -= 24
        wide = min(text_width(self.text(), self.font()) + 2, right - 34)
        one_line(painter, QRectF(34, 0, wide, rect.height()), self.text(), words, self.font())
        rest = QRectF(34 + wide + 12, 0, max(0.0, right - 34 - wide - 12), rect.height())
        side = Qt.AlignmentFlag.AlignRight
        one_line(painter, rest, self._detail, self._color("muted"), font("small"), side)


class StepsSection(RecipeSection):
    """Rows under a line that opens.

    Signals
    -------
    selected(int)
        The step at this index is to be looked at.
    """

    selected = Signal(int)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Steps"), parent)
        self.rows: list[StepButton] = []
        self._shown: object = None
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(4)
        self.fold = Fold(icon_book, tr("Steps"), inside, "mdi6.format-list-numbered")
        self.body.addWidget(self.fold)
        self.body.addWidget(inside)
        # The line that opens is the heading.
        self.title.hide()
        self.aside.hide()
        self.refresh()

    def refresh(self) -> None:
        """Bring the rows up to date."""
        steps = self.recipe.steps
        notes = tuple(self.note_of(number) for number in range(len(steps)))
        self.setVisible(bool(steps))
        self.fold.set_aside(str(len(steps)))
        if (steps, notes) == self._shown:
            return
        self._shown = (steps, notes)
        while self._list.count():
            old = self._list.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self.rows = [self._row(number, step, notes[number]) for number, step in enumerate(steps)]

    def _row(self, number: int, step: Step, note: StepNote | None) -> StepButton:
        button = StepButton(self._icon_book, step, note)
        button.clicked.connect(lambda: self._select(number))
        what = tr("Remove: {what}", what=label_of(step))
        remove = IconButton(self._icon_book, "mdi6.close", what, size_px=32)
        remove.clicked.connect(lambda: self.remove(number))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(button, 1)
        line.addWidget(remove)
        self._list.addWidget(holder)
        return button

    def remove(self, number: int) -> None:
        """Leave a step out."""
        step = self.recipe.steps[number]
        words = tr("Removed: {what}", what=title_of(step))
        if isinstance(step, Pedestal):
            self.want(with_pedestal(self.recipe, NO_PEDESTAL), words)
        else:
            self.want(self.recipe.without(number), words)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete leaves out the step that has the keyboard."""
        here = next((k for k, row in enumerate(self.rows) if row.hasFocus()), -1)
        if event.key() == Qt.Key.Key_Delete and here >= 0:
            self.remove(here)
        else:
            super().keyPressEvent(event)

    def _select(self, number: int) -> None:
        for k, row in enumerate(self.rows):
            row.setChecked(k == number)
        self.selected.emit(number)


def build(tools: SectionTools) -> StepsSection:
    """Make the section."""
    return StepsSection(tools.icon_book)

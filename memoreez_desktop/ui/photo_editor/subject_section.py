"""Subject: the cut-outs to choose from, the brush's size, and whether the background goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.photo_editor.cut_out_choice import TRAINED, Strokes, cleared, number_of
from memoreez_desktop.ui.photo_editor.tone_slider import ToneSlider
from memoreez_desktop.ui.type_sizes import Kind, font
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.buttons import PaintedButton, QuietButton
from memoreez_desktop.ui.widgets.fields import Switch
from memoreez_desktop.ui.widgets.painting import fitted, one_line, rounded, text_width
from memoreez_desktop.ui.widgets.rows import Row
from memoreez_desktop.ui.widgets.surfaces import Label
from memoreez_desktop.ui.widgets.tiles import OneOf
from memoreez_desktop.ui.words import tr

_PICTURE_PX, _WORDS_PX = 84, 24
_SMALLEST_BRUSH, _LARGEST_BRUSH, _USUAL_BRUSH = 0.5, 15.0, 3.0


@dataclass(frozen=True)
class CutOut:
    """A cut-out one may choose: its picture and what is to be said of it."""

    picture: QImage
    words: str
    hint: str


class CutOutTile(PaintedButton):
    """A picture with two words below."""

    def __init__(self, icon_book: IconBook, number: int, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, "", height=_PICTURE_PX + _WORDS_PX, parent=parent)
        self._number = number
        self.picture = QImage()
        self.words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_cut_out(None)

    def show_cut_out(self, cut_out: CutOut | None) -> None:
        """Show a cut-out; None while there is none."""
        self.picture = cut_out.picture if cut_out is not None else QImage()
        self.words = tr(cut_out.words) if cut_out is not None else ""
        name = tr("Cut-out {number}", number=self._number)
        self.setAccessibleName(f"{name}: {self.words}" if self.words else name)
        self.setToolTip(f"{self.words}\n{tr(cut_out.hint)}" if cut_out is not None else "")
        self.setEnabled(cut_out is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(96, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self._height)

    def _kind(self) -> Kind:
        return "small"

    def _look(self) -> tuple[QColor | None, QColor | None, QColor]:
        if not self.isEnabled():
            return self._color("field"), self._color("line"), self._color("faint")
        if self.isChecked():
            return self._color("asoft"), self._color("accent"), self._color("text")
        return (
            self._color("raised" if self.underMouse() else "field"),
            self._color("control"),
            self._color("muted"),
        )

    def _paint_content(self, painter: QPainter, rect: QRectF, words: QColor) -> None:
        box = QRectF(rect.x() + 4, rect.y() + 4, rect.width() - 8, _PICTURE_PX - 8)
        if not self.picture.isNull():
            shape = QPainterPath()
            shape.addRoundedRect(box, 5, 5)
            painter.save()
            painter.setClipPath(shape)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self.picture.size().scaled(
                box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
            )
            whole = QRectF(0, 0, size.width(), size.height())
            whole.moveCenter(box.center())
            painter.drawImage(whole, self.picture)
            painter.restore()
        below = QRectF(rect.x() + 4, rect.bottom() - _WORDS_PX - 1, rect.width() - 8, _WORDS_PX)
        small = fitted(self.words, font("small"), below.width())
        if text_width(self.words, small) > below.width():
            one_line(painter, below, self.words, words, small)
        else:
            one_line(painter, below, self.words, words, small, Qt.AlignmentFlag.AlignHCenter)
        if self.isChecked() and not self.hasFocus():
            rounded(painter, rect, self.radius, None, self._color("accent"), 2.0)


class SubjectSection(Section):
    """Controls only.

    Signals
    -------
    candidate_chosen(int), brush_changed(float), cleared(), background_wanted(bool)
        ``brush_changed`` tells half the brush's width as a share of the photo's longest side.
    """

    candidate_chosen = Signal(int)
    brush_changed = Signal(float)
    cleared = Signal()
    background_wanted = Signal(bool)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Subject"), parent=parent)
        self.choice = OneOf(tr("Cut-outs"))
        row = QHBoxLayout(self.choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.tiles = [CutOutTile(icon_book, number + 1, self.choice) for number in range(TRAINED + 1)]
        for number, tile in enumerate(self.tiles):
            self.choice.take(str(number), tile)
            row.addWidget(tile, 1)
        self.trained: Strokes = ()
        self._edit = UNTOUCHED
        self.offer_trained(None)
        self._hint = Label(icon_book, "", "small", "muted", wrap=True)
        self.brush = ToneSlider(
            icon_book,
            tr("Brush size"),
            _SMALLEST_BRUSH,
            _LARGEST_BRUSH,
            _USUAL_BRUSH,
            step=0.5,
            decimals=1,
            unit=" %",
            signed=False,
        )
        self.clear = QuietButton(icon_book, tr("Clear box and strokes"), "mdi6.eraser", height=32)
        self.background = Switch(icon_book, tr("Remove background"))
        for widget in (self.choice, self._hint, self.brush):
            self.body.addWidget(widget)
        self.body.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        hint = tr("Everything around the subject becomes white.")
        self.body.addWidget(Row(icon_book, tr("Remove background"), self.background, hint=hint))
        self.choice.changed.connect(lambda number: self.candidate_chosen.emit(int(number)))
        self.brush.changed.connect(lambda percent: self.brush_changed.emit(percent / 100))
        self.clear.clicked.connect(self.cleared)
        self.background.toggled.connect(self.background_wanted)

    def show_edit(self, edit: PhotoEdit) -> None:
        """Bring the controls up to an edit."""
        self._edit = edit
        self.choice.set_value(str(number_of(edit.subject, self.trained)))
        self.background.blockSignals(True)
        self.background.setChecked(edit.remove_background)
        self.background.blockSignals(False)
        self.background.update()
        self.clear.setEnabled(cleared(edit.subject, self.trained) != edit.subject)

    def offer_trained(self, strokes: Strokes | None) -> None:
        """Offer the trained cut-out by its strokes; None while there is no model."""
        self.trained = strokes or ()
        self.tiles[TRAINED].setVisible(strokes is not None)
        self.choice.set_value(str(number_of(self._edit.subject, self.trained)))

    def show_cut_outs(self, cut_outs: Sequence[CutOut]) -> None:
        """Offer cut-outs; the words of the chosen one stand below."""
        for number, tile in enumerate(self.tiles):
            tile.show_cut_out(cut_outs[number] if number < len(cut_outs) else None)
        here = int(self.choice.value or 0)
        self._hint.setText(tr(cut_outs[here].hint) if here < len(cut_outs) else "")
        self._hint.setVisible(bool(self._hint.text()))

    def say(self, words: str) -> None:
        """Say what is being done, at the right of the heading."""
        self.aside.setText(words)

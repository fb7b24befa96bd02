"""Turn & crop: quarter turns, a slider for the horizon, the crop's proportions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from memoreez_desktop.core.photo_edit import PhotoEdit
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.photo_editor.tone_slider import ToneSlider
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.widgets.buttons import SecondaryButton
from memoreez_desktop.ui.widgets.fields import Field
from memoreez_desktop.ui.widgets.tiles import Segmented
from memoreez_desktop.ui.words import tr

ASPECTS = {"free": 0.0, "1:1": 1.0, "4:3": 4 / 3, "3:4": 3 / 4, "3:2": 3 / 2}
_MOST_TILT_DEG = 45


class TurnSection(Section):
    """Controls only.

    Signals
    -------
    turned(int)
        By so many quarters clockwise.
    straightened(float)
        Degrees clockwise.
    aspect_chosen(float)
        Width over height, 0 for any.
    """

    turned = Signal(int)
    straightened = Signal(float)
    aspect_chosen = Signal(float)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Turn and crop"), parent=parent)
        self.left = SecondaryButton(icon_book, tr("Left"), "mdi6.rotate-left", height=32)
        self.right = SecondaryButton(icon_book, tr("Right"), "mdi6.rotate-right", height=32)
        self.left.setAccessibleName(tr("Turn left by a quarter"))
        self.right.setAccessibleName(tr("Turn right by a quarter"))
        self.tilt = ToneSlider(
            icon_book, tr("Straighten"), -_MOST_TILT_DEG, _MOST_TILT_DEG, 0, step=0.5, decimals=1, unit="°"
        )
        words = [(key, tr("Free") if key == "free" else key) for key in ASPECTS]
        self.aspect = Segmented(icon_book, tr("Proportions of the crop"), words)
        self.aspect.set_value("free")
        turns = QHBoxLayout()
        turns.setSpacing(8)
        turns.addWidget(self.left, 1)
        turns.addWidget(self.right, 1)
        self.body.addLayout(turns)
        self.body.addWidget(self.tilt)
        self.body.addWidget(Field(icon_book, tr("Crop"), self.aspect))
        self.left.clicked.connect(lambda: self.turned.emit(3))
        self.right.clicked.connect(lambda: self.turned.emit(1))
        self.tilt.changed.connect(self.straightened)
        self.aspect.changed.connect(lambda key: self.aspect_chosen.emit(ASPECTS[key]))

    def show_edit(self, edit: PhotoEdit) -> None:
        """Bring the controls up to an edit."""
        self.tilt.set_value(edit.straighten_deg)

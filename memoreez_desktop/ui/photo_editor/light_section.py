"""Light: exposure, contrast, gamma."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from memoreez_desktop.core.photo_edit import UNTOUCHED, PhotoEdit
from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.photo_editor.tone_slider import ToneSlider
from memoreez_desktop.ui.viewport.workbench import Section
from memoreez_desktop.ui.words import tr


class LightSection(Section):
    """Three sliders.

    Signals
    -------
    changed(str, float)
        The name of a value of :class:`PhotoEdit` and the value.
    """

    changed = Signal(str, float)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Brightness"), parent=parent)
        self.sliders = {
            "exposure_ev": ToneSlider(icon_book, tr("Exposure"), -3, 3, 0, step=0.1, decimals=2),
            "contrast_ratio": ToneSlider(icon_book, tr("Contrast"), -1, 1, 0, step=0.05, decimals=2),
            "gamma": ToneSlider(icon_book, tr("Shadows"), 0.3, 3, 1, step=0.05, decimals=2, signed=False),
        }
        for name, slider in self.sliders.items():
            slider.changed.connect(lambda value, name=name: self.changed.emit(name, value))
            self.body.addWidget(slider)

    def show_edit(self, edit: PhotoEdit) -> None:
        """Bring the sliders up to an edit."""
        for name, slider in self.sliders.items():
            slider.set_value(getattr(edit, name))
        same = all(getattr(edit, name) == getattr(UNTOUCHED, name) for name in self.sliders)
        self.aside.setText("" if same else tr("changed"))

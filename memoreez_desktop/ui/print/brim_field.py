"""The brim in one choice: by itself, none, or a width."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.fields import ChoiceField
from memoreez_desktop.ui.words import number, tr

_WIDTHS_MM = (3.0, 5.0, 8.0)


class BrimField(ChoiceField):
    """Auto, none, or so many millimetres.

    Signals
    -------
    chosen(str, float)
        ``brim_type`` and ``brim_width_mm`` of the quality.
    """

    chosen = Signal(str, float)

    def __init__(self, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(icon_book, tr("Brim"), parent=parent)
        self.show_brim("auto", 0.0)
        self.currentIndexChanged.connect(self._tell)

    def show_brim(self, kind: str, width_mm: float) -> None:
        """Show what a quality says."""
        widths = sorted({*_WIDTHS_MM, *([width_mm] if width_mm > 0 else [])})
        choices = [("auto", tr("Auto")), ("none", tr("None"))]
        choices += [(f"{width:g}", number(f"{width:g} mm")) for width in widths]
        asked = "none" if kind == "no_brim" else f"{width_mm:g}" if width_mm > 0 else kind
        self.set_choices(choices, "none" if asked == "outer_only" else asked)

    def _tell(self) -> None:
        if self.value in ("auto", "none"):
            self.chosen.emit("auto" if self.value == "auto" else "no_brim", 0.0)
        elif self.value:
            self.chosen.emit("outer_only", float(self.value))

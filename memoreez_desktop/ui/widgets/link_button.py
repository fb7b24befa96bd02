"""Words that lead elsewhere."""

from __future__ import annotations

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.widgets.buttons import QuietButton


class LinkButton(QuietButton):
    """Violet words without a button's ground, flush with what stands above and below."""

    def __init__(self, icon_book: IconBook, text: str, icon: str = "") -> None:
        super().__init__(icon_book, text, icon, role="violet", height=32)

    def _padding(self) -> int:
        return 4

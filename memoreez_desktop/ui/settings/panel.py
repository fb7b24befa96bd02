"""The Settings page: sections at the left, the present one at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from memoreez_desktop.ui.icons import IconBook
from memoreez_desktop.ui.settings.about_section import AboutSection
from memoreez_desktop.ui.settings.ai_section import AiSection
from memoreez_desktop.ui.settings.cutout_section import CutoutSection
from memoreez_desktop.ui.settings.general_section import GeneralSection
from memoreez_desktop.ui.settings.look_section import LookSection
from memoreez_desktop.ui.settings.printing_section import PrintingSection
from memoreez_desktop.ui.settings.privacy_section import PrivacySection
from memoreez_desktop.ui.settings.section_list import SectionList
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.widgets.scroll_page import ScrollPage
from memoreez_desktop.ui.widgets.surfaces import PageTitle
from memoreez_desktop.ui.words import tr

_WIDEST = 880


class SettingsPanel(QWidget):
    """Widgets only; each section is an attribute: ``general``, ``ai``, ``printing`` and so on."""

    def __init__(self, theme_book: ThemeBook, icon_book: IconBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.general = GeneralSection(icon_book)
        self.printing = PrintingSection(icon_book)
        self.cutouts = CutoutSection(icon_book)
        self.look = LookSection(icon_book)
        self.ai = AiSection(icon_book)
        self.privacy = PrivacySection(icon_book)
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget(self)
        sections = (
            ("general", tr("General"), "mdi6.tune", self.general),
            ("ai", tr("AI services"), "mdi6.creation-outline", self.ai),
            ("printing", tr("Printing"), "mdi6.printer-3d", self.printing),
            ("cutouts", tr("Cut-outs"), "mdi6.content-cut", self.cutouts),
            ("look", tr("Appearance"), "mdi6.palette-outline", self.look),
            ("privacy", tr("Privacy"), "mdi6.shield-lock-outline", self.privacy),
            ("about", tr("About"), "mdi6.information-outline", AboutSection(icon_book)),
        )
        for name, _words, _icon, section in sections:
            if section is self.ai:
                # Its list and its form scroll by themselves.
                self._pages[name] = section
                self._stack.addWidget(section)
                continue
            section.setMaximumWidth(_WIDEST)
            page = ScrollPage(self._stack, margins=(0, 0, 24, 24))
            page.column.addWidget(section)
            self._pages[name] = page
            self._stack.addWidget(page)
        self.sections = SectionList(icon_book, [(name, words, icon) for name, words, icon, _ in sections])
        self.sections.changed.connect(self.show_section)
        below = QHBoxLayout()
        below.setSpacing(24)
        below.addWidget(self.sections)
        below.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 0, 0)
        column.setSpacing(24)
        column.addWidget(PageTitle(icon_book, tr("Settings")))
        column.addLayout(below, 1)
        self.show_section("general")

    def show_section(self, section: str) -> None:
        """Go to a section."""
        self.sections.set_value(section)
        self._stack.setCurrentWidget(self._pages[section])
        self.setFocusProxy(self.sections.button(section))

"""Decides what happens on the Settings page: every choice is kept at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from memoreez_desktop.core.errors import StorageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.ui.settings.ai_presenter import AiPresenter
from memoreez_desktop.ui.settings.cutouts import CutoutsPresenter
from memoreez_desktop.ui.settings.panel import SettingsPanel
from memoreez_desktop.ui.settings.privacy_presenter import PrivacyPresenter
from memoreez_desktop.ui.theme import ThemeBook
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

_Profiles = tuple[Sequence[object], Sequence[object], Sequence[object]]


class SettingsPresenter(QObject):
    """Shows the settings as they are, wherever they were changed."""

    def __init__(
        self, panel: SettingsPanel, workshop: Workshop, theme_book: ThemeBook, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panel, self._workshop, self._keeper = panel, workshop, workshop.keeper
        self._theme_book = theme_book
        self._folder = ""
        self._left = False
        panel.general.language_chosen.connect(lambda language: self._change(language=language))
        panel.general.folder_wanted.connect(self._choose_folder)
        panel.general.open_folder_wanted.connect(self._open_folder)
        panel.general.usual_folder_wanted.connect(lambda: self._change(data_folder=""))
        panel.look.theme_chosen.connect(self._choose_theme)
        panel.look.motion_chosen.connect(self._choose_motion)
        panel.printing.printer_chosen.connect(lambda chosen: self._change(printer_id=chosen))
        panel.printing.material_chosen.connect(lambda chosen: self._change(material_id=chosen))
        panel.printing.quality_chosen.connect(lambda chosen: self._change(quality_id=chosen))
        self.cutouts = CutoutsPresenter(panel.cutouts, workshop, self)
        self.ai = AiPresenter(panel.ai, workshop, self)
        self.privacy = PrivacyPresenter(panel.privacy, workshop, self)
        self._keeper.changed.connect(self._show)
        self._show()
        self._load()
        workshop.journey.providerWanted.connect(self.show_provider)
        if workshop.journey.provider_wanted:
            self.show_provider(workshop.journey.provider_wanted)

    def leave(self) -> None:
        """Touch no widget any more."""
        self._left = True
        for part in (self.cutouts, self.ai, self.privacy):
            part.leave()

    def show_provider(self, provider_id: str) -> None:
        """Go to a service: its key, its price, its test; empty leads to all of them."""
        if not self._left:
            self._panel.show_section("ai")
            if provider_id:
                self.ai.select(provider_id)

    def _load(self) -> None:
        door = self._workshop.door

        def job(job: JobContext) -> tuple[str, _Profiles]:
            # Reading and checking twenty profile files: not while the window is being shown.
            from memoreez_desktop.services import profiles  # noqa: PLC0415

            folder = str(door.library().folder)
            return folder, (
                tuple(profiles.printers()),
                tuple(profiles.materials()),
                tuple(profiles.qualities()),
            )

        def done(result: tuple[str, _Profiles]) -> None:
            if not self._left:
                self._folder, profiles = result
                self._panel.printing.set_profiles(*profiles)
                self._show()

        self._workshop.runner.submit(job, pool="disk", done=done, failed=self._workshop.journey.complain)

    def _show(self, _settings: object = None) -> None:
        if self._left:
            return
        settings = self._keeper.settings
        self._panel.general.language.set_value(settings.language)
        self._panel.look.theme.set_value(settings.theme)
        self._panel.look.still.setChecked(settings.reduce_motion)
        printing = self._panel.printing
        printing.show_chosen(settings.printer_id, settings.material_id, settings.quality_id)
        wanted = settings.data_folder
        later = bool(self._folder) and bool(wanted) and Path(wanted) != Path(self._folder)
        word = (
            tr("Applies after the next start. What you have made so far stays in the old folder.")
            if later
            else ""
        )
        self._panel.general.show_folder(wanted or self._folder, word, is_usual=not wanted)

    def _change(self, **values: object) -> None:
        try:
            self._keeper.change(**values)
        except StorageError as error:
            self._workshop.journey.complain(error)
            self._show()

    def _choose_theme(self, theme: str) -> None:
        self._change(theme=theme)
        self._theme_book.set_mode(theme)

    def _choose_motion(self, still: bool) -> None:
        self._change(reduce_motion=still)
        self._theme_book.set_reduced_motion(still)

    def _choose_folder(self) -> None:
        title = tr("Where should your keepsakes be kept?")
        folder = QFileDialog.getExistingDirectory(self._panel, title, self._folder)
        if folder:
            self._change(data_folder=folder)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))

"""Decides what happens with the way to the network, and shows what left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from memoreez_desktop.core.errors import MemoreezError, StorageError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.ui.journey import Message
from memoreez_desktop.ui.settings.privacy_section import PrivacySection
from memoreez_desktop.ui.words import tr
from memoreez_desktop.ui.workshop import Workshop

if TYPE_CHECKING:
    from memoreez_desktop.network.api import Outbound


class PrivacyPresenter(QObject):
    """What is entered is looked at on a worker, then kept; what is wrong is said and not kept."""

    def __init__(self, section: PrivacySection, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._section, self._workshop, self._keeper = section, workshop, workshop.keeper
        self._left = False
        self._looking = False
        section.proxy_entered.connect(self.enter_proxy)
        section.certificates_wanted.connect(self._choose)
        section.certificates_forgotten.connect(lambda: self._keep_certificates(""))
        section.private_chosen.connect(lambda allowed: self._change(private_services=allowed))
        section.looked_at.connect(self.look)
        section.copy_wanted.connect(self._copy)
        self._keeper.changed.connect(self._show)
        self._show()

    def leave(self) -> None:
        """Touch no widget any more."""
        self._left = True

    def look(self) -> None:
        """List what left until now."""
        if self._looking:
            return
        self._looking = True
        services = self._workshop.services

        def job(job: JobContext) -> tuple[Outbound, ...]:
            return services.desk().outbound.rows()

        def done(rows: tuple[Outbound, ...]) -> None:
            self._looking = False
            if not self._left:
                self._section.show_requests(rows)

        def failed(error: MemoreezError) -> None:
            self._looking = False
            self._workshop.journey.complain(error)

        self._workshop.runner.submit(job, pool="network", done=done, failed=failed)

    def enter_proxy(self, address: str) -> None:
        """Look at a proxy's address and keep it; its password goes to the keyring."""
        settings, services = self._keeper.settings, self._workshop.services
        if address == settings.proxy_url:
            self._section.say_proxy("")
            return

        def job(job: JobContext) -> str:
            # The keyring: on a worker.
            from memoreez_desktop.services.own_network import check_proxy  # noqa: PLC0415
            from memoreez_desktop.services.provider_settings import with_proxy  # noqa: PLC0415

            return with_proxy(settings, services.desk().keys, check_proxy(address)).proxy_url

        def done(kept: str) -> None:
            if not self._left:
                self._section.say_proxy("")
                self._change(proxy_url=kept)
                # What was typed may have had a password in it.
                self._section.proxy.setText(kept)

        def failed(error: MemoreezError) -> None:
            if not self._left:
                self._section.say_proxy(f"{tr(error.message)} {tr(error.hint)}", wrong=True)

        self._workshop.runner.submit(job, pool="network", done=done, failed=failed)

    def enter_certificates(self, path: Path) -> None:
        """Look into a file of certificates and keep its place."""

        def job(job: JobContext) -> int:
            # With it come sockets and certificates: not at the window's start.
            from memoreez_desktop.services.own_network import check_certificates  # noqa: PLC0415

            return check_certificates(path)

        def done(count: int) -> None:
            if not self._left:
                self._keep_certificates(str(path))
                self._section.say_certificates(tr("%n certificate(s) in it.", n=count))

        def failed(error: MemoreezError) -> None:
            if not self._left:
                self._section.say_certificates(f"{tr(error.message)} {tr(error.hint)}", wrong=True)

        self._workshop.runner.submit(job, pool="disk", done=done, failed=failed)

    def _keep_certificates(self, path: str) -> None:
        self._section.say_certificates("")
        self._change(ca_file=path)

    def _choose(self) -> None:
        title, kinds = tr("Which file has the certificates?"), tr("Certificates") + " (*.pem *.crt *.cer)"
        here = str(Path(self._keeper.settings.ca_file).parent) if self._keeper.settings.ca_file else ""
        path, _kind = QFileDialog.getOpenFileName(
            self._section, title, here, f"{kinds};;{tr('All files')} (*)"
        )
        if path:
            self.enter_certificates(Path(path))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._section.table.requests.as_text())
        self._workshop.journey.messageRaised.emit(Message("good", tr("The list is in the clipboard.")))

    def _change(self, **values: object) -> None:
        try:
            self._keeper.change(**values)
        except StorageError as error:
            self._workshop.journey.complain(error)
            self._show()

    def _show(self, _settings: object = None) -> None:
        if not self._left:
            now = self._keeper.settings
            self._section.show_network(now.proxy_url, now.ca_file, private=now.private_services)

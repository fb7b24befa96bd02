"""The printer of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memoreez_desktop.core.profiles import PrinterProfile

if TYPE_CHECKING:
    from memoreez_desktop.ui.workshop import Workshop


def chosen_printer(workshop: Workshop) -> PrinterProfile:
    """Return the printer of the settings; on a worker, it reads files."""
    from memoreez_desktop.services.profiles import DEFAULT_PRINTER, printers  # noqa: PLC0415 - reads files

    catalog = printers()
    wanted = workshop.keeper.settings.printer_id
    return catalog.get(wanted if wanted in catalog else DEFAULT_PRINTER)

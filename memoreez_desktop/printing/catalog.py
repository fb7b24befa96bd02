"""Every way for G-code to leave the program. A new one is one file and one line here."""

from __future__ import annotations

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.printing.api import PrinterLink
from memoreez_desktop.printing.drive import DriveLink
from memoreez_desktop.printing.folder import FolderLink


def link_catalog() -> Catalog[PrinterLink]:
    """Return the links, in the order in which people see them."""
    return Catalog("link", (DriveLink(), FolderLink()))

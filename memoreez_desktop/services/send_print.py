"""A G-code file goes to a printer, a card or a folder."""

from __future__ import annotations

from pathlib import Path

from memoreez_desktop.core.errors import PrinterError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.printing.api import SendReceipt
from memoreez_desktop.printing.catalog import link_catalog
from memoreez_desktop.printing.drives import Drive, list_drives

__all__ = ["Drive", "SendReceipt", "list_drives", "send"]


def send(gcode: Path, link_id: str, target: str, name: str, job: JobContext) -> SendReceipt:
    """Copy or send ``gcode`` and make sure that it arrived.

    Parameters
    ----------
    link_id : str
        A member of the link catalog.
    target : str
        What the link calls a place: a folder, a drive (empty: the only one plugged in).
    name : str
        A title for people; made safe for the destination.

    Raises
    ------
    UsageError, InputError, PrinterError, DriveError, Cancelled
    """
    link = link_catalog().get(link_id)
    state = link.availability()
    if not state.available:
        raise PrinterError(
            say("{link} cannot be used right now.", link=link.info.label), state.why_not, retryable=True
        )
    job.progress(0.0, say("Saving: {link}", link=link.info.label))
    return link.send(gcode, target, name, job)

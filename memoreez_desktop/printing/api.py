"""What every link to a printer is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import Availability, ProviderInfo


@dataclass(frozen=True)
class SendReceipt:
    """What arrived: ``verified`` is True only after the bytes were read back and compared."""

    bytes: int
    verified: bool
    name_on_printer: str
    destination: str


class PrinterLink(Protocol):
    """A way for a G-code file to reach a printer.

    ``send`` raises ``PrinterError`` or ``DriveError`` in words, and ``Cancelled``; whatever happens, no
    half-written file is left under the final name.
    """

    @property
    def info(self) -> ProviderInfo:
        """Id, label, fields."""
        ...

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        ...

    def availability(self) -> Availability:
        """Tell whether it can be used right now."""
        ...

    def send(self, gcode: Path, target: str, name: str, job: JobContext) -> SendReceipt:
        """Copy or send ``gcode`` to ``target`` under ``name`` (made safe for the destination)."""
        ...

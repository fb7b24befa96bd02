"""What the exit code of ``memoreez`` says."""

from __future__ import annotations

from memoreez_desktop.core.errors import (
    InputError,
    MemoreezError,
    PrinterError,
    ProviderError,
    RefusedError,
    StorageError,
    UsageError,
)

DONE = 0
BUG = 1
USAGE = 2
BAD_INPUT = 3
REFUSED = 4
PROVIDER = 5
PRINTER = 6
CANCELLED = 130

_BY_KIND: tuple[tuple[type[MemoreezError], int], ...] = (
    (UsageError, USAGE),
    (InputError, BAD_INPUT),
    (RefusedError, REFUSED),
    (ProviderError, PROVIDER),
    (PrinterError, PRINTER),
    # A folder that cannot be written is a drive's no, whoever says it.
    (StorageError, PRINTER),
)


def code_for(error: MemoreezError) -> int:
    """Return the exit code of an expected error."""
    if getattr(error, "reason", "") == "cap_reached":
        # Our own no, not the service's.
        return REFUSED
    return next((code for kind, code in _BY_KIND if isinstance(error, kind)), BUG)

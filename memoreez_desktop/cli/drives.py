"""``memoreez drives``: memory cards and sticks that are plugged in."""

from __future__ import annotations

import argparse
from typing import Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.console import Console
from memoreez_desktop.core.units import bytes_words


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("drives", parents=[shared], help="cards and sticks that are plugged in")
    parser.set_defaults(run=run)


def run(_args: argparse.Namespace, console: Console) -> int:
    """List the drives."""
    from memoreez_desktop.services.send_print import list_drives  # noqa: PLC0415 - psutil

    found = list_drives()
    if not found:
        console.say("No SD card or USB stick is plugged in.")
    console.table(
        (
            str(drive.path),
            drive.label,
            f"{bytes_words(drive.free_bytes)} free",
            drive.filesystem,
            "" if drive.writable else "write-protected",
        )
        for drive in found
    )
    console.result(
        [
            {
                "path": drive.path,
                "label": drive.label,
                "free_bytes": drive.free_bytes,
                "total_bytes": drive.total_bytes,
                "filesystem": drive.filesystem,
                "removable": drive.removable,
                "writable": drive.writable,
            }
            for drive in found
        ]
    )
    return exit_codes.DONE

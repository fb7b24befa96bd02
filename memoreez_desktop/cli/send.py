"""``memoreez send``: G-code goes to a card, a folder or a printer."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import path, text
from memoreez_desktop.cli.console import Console
from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.units import bytes_words
from memoreez_desktop.core.words import say


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("send", parents=[shared], help="copy or send G-code")
    parser.add_argument("gcode", metavar="FILE.gcode", type=path)
    parser.add_argument(
        "--to", metavar="LINK", type=text, required=True, help="a folder, drive, drive:PATH or folder:PATH"
    )
    parser.add_argument("--name", metavar="TITLE", type=text, default="", help="the file's name there")
    parser.add_argument("--start", action="store_true", help="start the print, where the link can")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Send the file."""
    link_id, target = link_and_target(args.to)
    if args.start:
        raise UsageError(
            say("A print cannot be started over this link."),
            say("Leave --start away and start it at the printer."),
        )
    from memoreez_desktop.services.send_print import send  # noqa: PLC0415 - psutil

    receipt = send(args.gcode, link_id, target, args.name, console.job())
    console.say(f"Saved “{receipt.name_on_printer}” in {receipt.destination}, read back and compared.")
    console.say(bytes_words(receipt.bytes))
    console.result(
        {
            "bytes": receipt.bytes,
            "verified": receipt.verified,
            "name_on_printer": receipt.name_on_printer,
            "destination": receipt.destination,
        }
    )
    return exit_codes.DONE


def link_and_target(to: str) -> tuple[str, str]:
    """Split ``drive:/media/card`` into link and place; a path alone is a folder.

    The ``E:`` of a Windows path is no link.
    """
    link_id, colon, target = to.partition(":")
    if colon and len(link_id) > 1 and "/" not in link_id and "\\" not in link_id:
        return link_id, target
    if "/" in to or "\\" in to or colon or to.startswith((".", "~")) or Path(to).is_dir():
        return "folder", to
    return to, ""

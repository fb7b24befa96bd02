"""``memoreez provider-key``: a key goes from stdin into the keyring, never over the command line."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.console import Console
from memoreez_desktop.core.errors import RefusedError, UsageError
from memoreez_desktop.core.words import say

_LONGEST_KEY = 10_000


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser(
        "provider-key",
        parents=[shared],
        help="store a provider's key in the keyring, read from stdin",
        description="Reads a key from stdin, which is not shown, and stores it in the system's keyring; "
        "an empty one, or --clear, forgets it. Without a keyring, set MEMOREEZ_KEY_<PROVIDER> instead.",
    )
    parser.add_argument("provider", metavar="ID", help="see: memoreez providers")
    parser.add_argument("--clear", action="store_true", help="forget the key; nothing is read")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Store or forget a key."""
    from memoreez_desktop.services.provider_entries import key_owner  # noqa: PLC0415 - every provider
    from memoreez_desktop.services.provider_settings import key_variable  # noqa: PLC0415 - with the line above
    from memoreez_desktop.storage.secrets import Secrets  # noqa: PLC0415 - keyring

    info = key_owner(args.provider)
    secrets = Secrets()
    state = secrets.availability()
    if not state.available:
        raise RefusedError(
            say("The key was not stored: there is no safe place for it."),
            say("Set {variable} instead. {why}", variable=key_variable(info.id), why=state.why_not),
        )
    key = "" if args.clear else _read_key()
    if key:
        secrets.set(info.id, key)
        console.say(say("The key of {provider} is in the keyring.", provider=info.label))
    else:
        secrets.delete(info.id)
        console.say(say("The key of {provider} is forgotten.", provider=info.label))
    console.result({"id": info.id, "stored": bool(key)})
    return exit_codes.DONE


def _read_key() -> str:
    if sys.stdin.isatty():
        key = getpass.getpass(say("Key (it is not shown): "), sys.stderr).strip()
    else:
        key = sys.stdin.readline(_LONGEST_KEY + 1).strip()
    if len(key) > _LONGEST_KEY or any(not char.isprintable() for char in key):
        raise UsageError(say("This is no key."), say("One line of text is expected on stdin."))
    return key

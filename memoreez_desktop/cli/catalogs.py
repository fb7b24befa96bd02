"""``memoreez products`` and its sisters: what can be chosen, and whether it works here."""

from __future__ import annotations

import argparse
from typing import Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.console import Console

_HELP = {
    "products": "keepsakes that can be made",
    "printers": "printers whose size and limits are known",
    "materials": "filaments",
    "qualities": "how fine and how strong",
    "engines": "slicers",
    "providers": "who draws concepts and who writes their prompts, and what each still needs",
    "links": "ways to a printer",
}


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the seven verbs."""
    for noun, words in _HELP.items():
        parser = verbs.add_parser(noun, parents=[shared], help=words)
        parser.set_defaults(run=run, noun=noun)


def run(args: argparse.Namespace, console: Console) -> int:
    """List one catalog."""
    from memoreez_desktop.services import catalog_entries  # noqa: PLC0415 - reads files

    if args.noun in catalog_entries.PROFILE_NOUNS:
        listed = catalog_entries.profile_entries(args.noun)
    elif args.noun == "providers":
        from memoreez_desktop.cli.service_options import own_desk  # noqa: PLC0415 - with the line below
        from memoreez_desktop.services.provider_entries import provider_entries  # noqa: PLC0415 - every family
        from memoreez_desktop.services.settings import own_settings  # noqa: PLC0415 - with the line above

        listed = provider_entries(own_settings(), own_desk())
    else:
        from memoreez_desktop.services.catalogs import entries  # noqa: PLC0415 - products import geometry

        listed = entries(args.noun)
    console.table(
        (
            entry.id,
            *([entry.kind] if entry.kind else []),
            entry.label,
            "" if entry.available else entry.why_not,
        )
        for entry in listed
    )
    console.result(
        [
            {
                "id": entry.id,
                "label": entry.label,
                "available": entry.available,
                "why_not": entry.why_not,
                "description": entry.description,
                **({"kind": entry.kind} if entry.kind else {}),
            }
            for entry in listed
        ]
    )
    return exit_codes.DONE

"""``memoreez doctor``: what works on this machine, and the remedy for what does not."""

from __future__ import annotations

import argparse
from typing import Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.console import Console


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("doctor", parents=[shared], help="what works here and what is missing")
    parser.add_argument(
        "--network",
        action="store_true",
        help="also ask the services that are used whether they answer, which is free; "
        "without it nothing leaves this computer",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Look at this computer."""
    from memoreez_desktop.services.doctor import examine  # noqa: PLC0415 - keyring, subprocesses
    from memoreez_desktop.services.settings import data_folder  # noqa: PLC0415 - with the line above

    checks = examine(data_folder(), console.job())
    if args.network:
        from memoreez_desktop.cli.service_options import own_desk  # noqa: PLC0415 - every provider
        from memoreez_desktop.services.settings import own_settings  # noqa: PLC0415 - with the line above
        from memoreez_desktop.services.try_services import try_services  # noqa: PLC0415 - httpx

        checks += try_services(own_settings(), own_desk(), console.job())
    console.table(
        (
            "ok" if check.ok else ("MISSING" if check.required else "-"),
            check.label,
            check.detail if check.ok else check.remedy,
        )
        for check in checks
    )
    console.result(
        {
            "checks": [
                {
                    "id": check.id,
                    "label": check.label,
                    "ok": check.ok,
                    "required": check.required,
                    "detail": check.detail,
                    "remedy": check.remedy,
                }
                for check in checks
            ]
        }
    )
    return exit_codes.DONE

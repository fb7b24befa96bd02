"""Who draws the concepts: the options of ``make`` and ``concepts``, and the price before the order."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from memoreez_desktop.cli.arguments import number, text
from memoreez_desktop.cli.console import Console
from memoreez_desktop.core.errors import RefusedError, UsageError
from memoreez_desktop.core.words import say

if TYPE_CHECKING:
    from memoreez_desktop.core.story import Brief
    from memoreez_desktop.services.ai_desk import AiDesk
    from memoreez_desktop.services.ai_journey import Commission
    from memoreez_desktop.storage.library import Library

STUDIO = "studio"
_MOST_USD = 100_000
_YES = ("y", "yes", "j", "ja")


def add_service(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group(
        "who draws (the studio by default; a key is taken from the environment variable "
        "MEMOREEZ_KEY_<PROVIDER>, as in MEMOREEZ_KEY_OPENAI_IMAGES, or from the keyring: "
        "see memoreez provider-key --help)"
    )
    add = group.add_argument
    add("--provider", metavar="ID", default=STUDIO, help="see: memoreez providers")
    add("--writer", metavar="ID", default="", help="who writes the prompts; see: memoreez providers")
    add("--model", metavar="M", type=text, default="", help="the service's model instead of the chosen one")
    for name, whose in (("--field", "the service"), ("--writer-field", "the prompt writer")):
        add(
            name,
            metavar="NAME=VALUE",
            type=text,
            action="append",
            default=[],
            help=f"a field of {whose}, as in the window's settings, for this call; never a key; repeatable",
        )
    add("--with-photo", action="store_true", help="send the first photo along, where the service can use one")
    add("--cap", metavar="USD", type=number(0, _MOST_USD, "USD"), help="a lower monthly limit for this call")
    add("--yes", action="store_true", help="agree with the price, which is told before anything is ordered")


def by_service(args: argparse.Namespace) -> bool:
    """Tell whether a service draws.

    Raises
    ------
    UsageError
        The studio was given words that only services understand, or the other way round.
    """
    if args.provider != STUDIO:
        if args.product:
            raise UsageError(
                say("What a service draws becomes the keepsake that suits the picture."),
                say("Leave --product away, or --provider."),
            )
        return True
    meant = {
        "--writer": args.writer,
        "--model": args.model,
        "--field": args.field,
        "--writer-field": args.writer_field,
        "--with-photo": args.with_photo,
    }
    wrong = ", ".join(name for name, value in meant.items() if value)
    if wrong:
        raise UsageError(
            say("The studio does not know {options}.", options=wrong), say("Name a service with --provider.")
        )
    return False


def own_desk() -> AiDesk:
    """Return the desk with the keys of the environment and of the keyring."""
    from memoreez_desktop.services.ai_desk import AiDesk  # noqa: PLC0415 - httpx, keyring
    from memoreez_desktop.storage.secrets import Secrets  # noqa: PLC0415 - with the line above

    return AiDesk(Secrets(), os.environ)


def own_library() -> Library:
    """Open the person's own library, where the orders are kept as the window keeps them."""
    from memoreez_desktop.services.settings import data_folder  # noqa: PLC0415 - with the line below
    from memoreez_desktop.storage.library import Library  # noqa: PLC0415 - sqlite-utils

    return Library(data_folder())


def agreed_commission(args: argparse.Namespace, brief: Brief, count: int, console: Console) -> Commission:
    """Tell the price and return what is going to be ordered, once the person has agreed to it.

    Raises
    ------
    RefusedError
        Nobody agreed.
    UsageError, ServiceError
        See :func:`memoreez_desktop.services.ai_journey.commission`.
    """
    from memoreez_desktop.services.ai_journey import AiWish, commission  # noqa: PLC0415 - geometry, httpx
    from memoreez_desktop.services.settings import own_settings  # noqa: PLC0415 - with the line above

    wish = AiWish(
        args.provider,
        args.writer,
        (*args.field, *([f"model={args.model}"] if args.model else ())),
        tuple(args.writer_field),
        args.with_photo,
        args.cap,
        args.size,
    )
    wanted = commission(wish, brief, count, own_settings(), own_desk())
    offer = wanted.offer
    writer = wanted.writing.writer.info
    console.say(f"{offer.words}\n{offer.detail}")
    if not writer.local:
        console.say(
            say("Prompts are written by {writer}: {leaves}", writer=writer.label, leaves=writer.leaves)
        )
    if wanted.may_cost and not args.yes and not agrees(offer.words):
        raise RefusedError(
            say("Nothing was ordered: {offer}.", offer=offer.words),
            say("Say --yes to agree with the price."),
        )
    return wanted


def agrees(offer: str) -> bool:
    """Ask on a terminal; where nobody can answer, nobody agrees."""
    if not sys.stdin.isatty():
        return False
    print(say("{offer}. Order? [y/N]", offer=offer), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in _YES

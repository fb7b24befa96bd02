"""``memoreez concepts``: the grid; one JSON line a concept, the moment it lands."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING, Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import whole
from memoreez_desktop.cli.brief import add_brief, brief_from
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.outputs import ready_folder
from memoreez_desktop.cli.records import drawn_record
from memoreez_desktop.cli.service_options import add_service, agreed_commission, by_service, own_library
from memoreez_desktop.core.errors import InputError, MemoreezError, RefusedError, UsageError
from memoreez_desktop.core.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from memoreez_desktop.core.story import Brief


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("concepts", parents=[shared], help="pictures of keepsakes to choose from")
    add_brief(parser)
    parser.add_argument("--count", metavar="N", type=whole(1, 200), help="how many (8; 4 by a service)")
    parser.add_argument(
        "--picture-px", type=int, choices=(512, 1024), default=512, help="side of each picture (512)"
    )
    add_service(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Draw the concepts one by one."""
    drawn_elsewhere = by_service(args)
    if drawn_elsewhere and args.size is not None:
        raise UsageError(
            say("A picture by a service has no size yet."), say("Give --size to “memoreez make”.")
        )
    brief = brief_from(args)
    out = ready_folder(args.out)
    if drawn_elsewhere:
        return _ordered(args, brief, out, console)
    from memoreez_desktop.services import whole_journey as journey  # noqa: PLC0415 - geometry

    order = journey.Order(brief, args.product, args.size, count=args.count or 8)
    failure: MemoreezError | None = None
    landed = 0
    for number, plan in enumerate(journey.plans_for(order), start=1):
        try:
            concept, picture = journey.draw_into(plan, number, out, console.job(), args.picture_px)
        except (InputError, RefusedError) as error:
            failure = failure or error
            drawn = journey.DrawnConcept(plan, error=str(error))
            console.say(f"✗ {plan.title} ({plan.kind}): {error}")
        else:
            landed += 1
            drawn = journey.DrawnConcept(plan, picture, concept.seconds)
            console.say(f"✓ {plan.title} ({plan.kind}): {picture}")
        console.result(drawn_record(drawn))
    if landed or failure is None:
        return exit_codes.DONE
    return exit_codes.code_for(failure)


def _ordered(args: argparse.Namespace, brief: Brief, out: Path, console: Console) -> int:
    """Have a service draw them, once the price is agreed to."""
    wanted = agreed_commission(args, brief, args.count or 4, console)
    from memoreez_desktop.services.ai_journey import draw_commission  # noqa: PLC0415 - geometry

    failure: MemoreezError | None = None
    landed = 0
    with closing(own_library()) as library:
        for drawn in draw_commission(wanted, library, out, console.job()):
            plan = drawn.plan
            if drawn.failure is None:
                landed += 1
                console.say(f"✓ {plan.title} ({plan.kind}): {drawn.picture}")
            else:
                failure = failure or drawn.failure
                console.say(f"✗ {plan.title} ({plan.provider}): {drawn.failure}")
            console.result(drawn_record(drawn))
    return exit_codes.DONE if landed or failure is None else exit_codes.code_for(failure)

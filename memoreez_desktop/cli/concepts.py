"""``memoreez concepts``: the grid; one JSON line a concept, the moment it lands."""

from __future__ import annotations

import argparse
from typing import Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import whole
from memoreez_desktop.cli.brief import add_brief, brief_from
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.outputs import ready_folder
from memoreez_desktop.cli.records import drawn_record
from memoreez_desktop.core.errors import InputError, MemoreezError, RefusedError


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("concepts", parents=[shared], help="pictures of keepsakes to choose from")
    add_brief(parser)
    parser.add_argument("--count", metavar="N", type=whole(1, 200), default=8, help="how many (8)")
    parser.add_argument(
        "--picture-px", type=int, choices=(512, 1024), default=512, help="side of each picture (512)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Draw the concepts one by one."""
    brief = brief_from(args)
    out = ready_folder(args.out)
    from memoreez_desktop.services import whole_journey as journey  # noqa: PLC0415 - geometry

    order = journey.Order(brief, args.product, args.size, count=args.count)
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

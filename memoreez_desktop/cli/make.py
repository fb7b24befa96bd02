"""``memoreez make``: the whole way from a story or a photo to G-code."""

from __future__ import annotations

import argparse
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import add_printing, whole
from memoreez_desktop.cli.brief import add_brief, brief_from
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.keepsake_options import add_steps, recipe_from
from memoreez_desktop.cli.outputs import ready_folder
from memoreez_desktop.cli.records import drawn_record, finding_record, known_profiles, note_record
from memoreez_desktop.cli.service_options import add_service, agreed_commission, by_service, own_library
from memoreez_desktop.cli.slice_options import add_slicing, wishes_from
from memoreez_desktop.core.units import duration_words, size_words

if TYPE_CHECKING:
    from pathlib import Path

    from memoreez_desktop.services.whole_journey import Order, Outcome


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("make", parents=[shared], help="a story or a photo becomes G-code")
    add_brief(parser)
    add_printing(parser)
    parser.add_argument(
        "--count",
        metavar="N",
        type=whole(1, 24),
        help="concepts to choose from (4; 1 with --product, --provider)",
    )
    add_service(parser)
    add_steps(parser)
    add_slicing(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Make the keepsake."""
    steps = recipe_from(args, known_profiles(args.printer, args.material, args.quality))
    drawn_elsewhere = by_service(args)
    brief = brief_from(args)
    out = ready_folder(args.out)
    count = args.count or (1 if args.product or drawn_elsewhere else 4)
    from memoreez_desktop.services.whole_journey import Order, walk  # noqa: PLC0415 - geometry and slicer

    order = Order(
        brief=brief,
        product_id=args.product,
        size_mm=args.size,
        printer_id=args.printer,
        material_id=args.material,
        quality_id=args.quality,
        engine_id=args.engine,
        count=count,
        wishes=wishes_from(args),
        steps=steps,
    )
    if drawn_elsewhere:
        outcome = _walk_with_service(args, order, out, console)
    else:
        outcome = walk(order, out, console.job())
    record = outcome_record(outcome)
    console.say(f"Concept  “{outcome.chosen.title}” ({outcome.chosen.kind})")
    console.say(f"Model    {outcome.model}  ({size_words(outcome.report.size_mm)})")
    console.say(f"Picture  {outcome.picture}")
    console.say(f"G-code   {outcome.result.path}")
    console.say(
        f"Print    {duration_words(record['time_s'])} · {record['filament_g']:.0f} g · {record['cost']:.2f}"
    )
    for step in outcome.shaping:
        if step.sentence:
            console.say(step.sentence)
    for note in outcome.result.notes:
        console.say(note)
    for finding in outcome.report.findings:
        console.say(f"{finding.severity.capitalize()}: {finding.message} {finding.hint}".rstrip())
    console.result(record)
    return exit_codes.DONE


def _walk_with_service(args: argparse.Namespace, order: Order, out: Path, console: Console) -> Outcome:
    """Go the whole way with a service's picture, once its price is agreed to."""
    wanted = agreed_commission(args, order.brief, order.count, console)
    from memoreez_desktop.services.ai_journey import draw_for_journey  # noqa: PLC0415 - geometry
    from memoreez_desktop.services.whole_journey import walk  # noqa: PLC0415 - with the line above

    with closing(own_library()) as library:
        draw = partial(draw_for_journey, wanted, library)
        return walk(order, out, console.job(), draw)


def outcome_record(outcome: Outcome) -> dict[str, Any]:
    """Return the JSON fields of a whole journey."""
    stats, report, settings = outcome.result.stats, outcome.report, outcome.settings
    slicing = {f"slice_{name}": seconds for name, seconds in outcome.result.seconds.items()}
    return {
        "concepts": [drawn_record(concept) for concept in outcome.concepts],
        "chosen": outcome.chosen.id,
        "title": outcome.chosen.title,
        "product": outcome.chosen.recipe.product_id,
        "model": outcome.model,
        "gcode": outcome.result.path,
        "picture": outcome.picture,
        "watertight": report.watertight,
        "triangles": report.triangles,
        "volume_mm3": report.volume_mm3,
        "size_mm": report.size_mm,
        "score": report.score,
        "findings": [finding_record(finding) for finding in report.findings],
        "time_s": stats.time_s,
        "filament_g": stats.filament_g,
        "filament_mm": stats.filament_mm,
        "cost": outcome.cost,
        "layers": stats.layers,
        "engine": outcome.result.engine,
        "printer": settings.printer.id,
        "material": settings.material.id,
        "quality": settings.quality.id,
        "notes": list(outcome.result.notes),
        "steps": [note_record(note) for note in outcome.shaping],
        "seconds": {**outcome.seconds, **slicing},
    }

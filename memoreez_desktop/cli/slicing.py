"""``memoreez slice``: a model becomes G-code."""

from __future__ import annotations

import argparse
from typing import Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import add_printing, number, path, whole
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.outputs import ready_file
from memoreez_desktop.cli.records import gcode_record, known_profiles
from memoreez_desktop.core.money import filament_cost
from memoreez_desktop.core.units import duration_words


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("slice", parents=[shared], help="a model becomes G-code")
    parser.add_argument("model", metavar="MODEL", type=path, help="STL, 3MF, OBJ, PLY or GLB")
    parser.add_argument("-o", "--out", metavar="OUT.gcode", type=path, required=True)
    add_printing(parser)
    parser.add_argument(
        "--size", metavar="MM", type=number(1, 2000, "mm"), help="bring its longest side to this"
    )
    parser.add_argument("--layer-height", metavar="MM", type=number(0.04, 1.2, "mm"))
    parser.add_argument("--infill", metavar="RATIO", type=number(0, 1, ""), help="0 to 1")
    parser.add_argument("--perimeters", metavar="N", type=whole(1, 50))
    parser.add_argument("--supports", choices=("auto", "on", "off"))
    parser.add_argument("--brim", metavar="MM", type=number(0, 50, "mm"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Slice the model."""
    known_profiles(args.printer, args.material, args.quality)
    ready_file(args.out)
    from memoreez_desktop.services import open_model  # noqa: PLC0415 - geometry
    from memoreez_desktop.services.profiles import slice_settings  # noqa: PLC0415 - with the line below
    from memoreez_desktop.services.slice_keepsake import slice_keepsake  # noqa: PLC0415 - the slicer

    settings = slice_settings(args.printer, args.material, args.quality or "standard").with_quality(
        layer_height_mm=args.layer_height,
        fill_density_ratio=args.infill,
        perimeters=args.perimeters,
        supports=args.supports,
        brim_width_mm=args.brim,
        brim_type="no_brim" if args.brim == 0 else None,
    )
    job = console.job()
    mesh = open_model.open_model(args.model, job, longest_mm=args.size)
    result = slice_keepsake(mesh, settings, args.out, args.engine, job)
    stats = result.stats
    cost = filament_cost(stats.filament_g, settings.material.price_per_kg)
    console.say(f"G-code   {result.path}")
    console.say(f"Print    {duration_words(stats.time_s)} · {stats.filament_g:.0f} g · {cost:.2f}")
    for note in result.notes:
        console.say(note)
    console.result(
        {
            **gcode_record(stats),
            "gcode": result.path,
            "engine": result.engine,
            "cost": cost,
            "notes": list(result.notes),
            "seconds": result.seconds,
        }
    )
    return exit_codes.DONE

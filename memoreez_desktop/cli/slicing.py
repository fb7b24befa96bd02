"""``memoreez slice``: one or several models become G-code."""

from __future__ import annotations

import argparse
import gc
import os
from typing import TYPE_CHECKING, Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import add_printing, number, path, whole
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.outputs import ready_file
from memoreez_desktop.cli.records import gcode_record, known_profiles
from memoreez_desktop.cli.slice_options import add_slicing, wishes_from
from memoreez_desktop.core.money import filament_cost
from memoreez_desktop.core.units import duration_words

if TYPE_CHECKING:
    from memoreez_desktop.core.profiles import SliceSettings
    from memoreez_desktop.studio.arrange import Plate

_MOST_COPIES = 100


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("slice", parents=[shared], help="models become G-code")
    parser.add_argument(
        "models",
        metavar="MODEL",
        type=path,
        nargs="+",
        help="STL, 3MF, OBJ, PLY or GLB; several share a plate",
    )
    parser.add_argument("-o", "--out", metavar="OUT.gcode", type=path, required=True)
    add_printing(parser)
    parser.add_argument(
        "--size", metavar="MM", type=number(1, 2000, "mm"), help="bring the longest side of each to this"
    )
    parser.add_argument("--copies", metavar="N", type=whole(1, _MOST_COPIES), default=1, help="of each")
    add_slicing(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Slice the models."""
    # NumPy's linear algebra starts a thread a core, which spin for 0.06 s; no slice multiplies matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    known_profiles(args.printer, args.material, args.quality)
    ready_file(args.out)
    # What importing makes stays: looking through it for garbage again and again takes 0.08 s.
    gc.disable()
    from memoreez_desktop.services import open_model  # noqa: PLC0415 - geometry
    from memoreez_desktop.services.plate import lay_out  # noqa: PLC0415 - with the line above
    from memoreez_desktop.services.profiles import slice_settings  # noqa: PLC0415 - with the line below
    from memoreez_desktop.services.slice_keepsake import prepare_engine, slice_keepsake  # noqa: PLC0415 - the slicer

    gc.enable()

    plain = slice_settings(args.printer, args.material, args.quality or "standard")
    settings = wishes_from(args).apply(plain)
    job = console.job()
    prepare_engine(args.engine, job)
    opened = [open_model.open_model(model, job, longest_mm=args.size) for model in args.models]
    bodies = [mesh for mesh in opened for _ in range(args.copies)]
    plate = lay_out(bodies, settings, job) if len(bodies) > 1 else None
    mesh = plate.mesh if plate is not None else bodies[0]
    result = slice_keepsake(mesh, settings, args.out, args.engine, job)
    stats = result.stats
    cost = filament_cost(stats.filament_g, settings.material.price_per_kg)
    console.say(f"G-code   {result.path}")
    if plate is not None:
        console.say(f"Plate    {len(plate.places)} bodies")
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
            "places": _places(args, plate),
            "events": _events(settings),
        }
    )
    return exit_codes.DONE


def _places(args: argparse.Namespace, plate: Plate | None) -> list[dict[str, Any]]:
    """Return where each body stands, about the middle of the bed."""
    names = [model for model in args.models for _ in range(args.copies)]
    if plate is None:
        return [{"model": names[0], "x_mm": 0.0, "y_mm": 0.0, "turned_deg": 0}]
    return [
        {"model": name, "x_mm": place.x_mm, "y_mm": place.y_mm, "turned_deg": 90 if place.turned else 0}
        for name, place in zip(names, plate.places, strict=True)
    ]


def _events(settings: SliceSettings) -> list[dict[str, Any]]:
    return [{"kind": event.kind, "height_mm": event.height_mm} for event in settings.events]

"""``memoreez shape``: a sculpture becomes a keepsake, with a stand, words and whatever it needs."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING, Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import path
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.keepsake_options import add_figure, add_steps, recipe_from
from memoreez_desktop.cli.orientations import orientation_record, orientation_words
from memoreez_desktop.cli.outputs import ready_file
from memoreez_desktop.cli.records import known_profiles, note_record
from memoreez_desktop.core.job import stage
from memoreez_desktop.core.keepsake_recipe import recipe_record
from memoreez_desktop.core.units import size_words

if TYPE_CHECKING:
    from memoreez_desktop.services.orient_model import Lying


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("shape", parents=[shared], help="a model gets a stand, words, a loop and more")
    parser.add_argument(
        "model", metavar="MODEL", type=path, help="STL, 3MF, OBJ, PLY or GLB; it is not changed"
    )
    parser.add_argument(
        "-o", "--out", metavar="OUT", type=path, required=True, help="its suffix tells the format"
    )
    parser.add_argument("--picture", metavar="FILE.png", type=path, help="a picture of the keepsake")
    parser.add_argument("--printer", metavar="ID", default="generic-220", help="see: memoreez printers")
    add_figure(parser)
    add_steps(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Shape the keepsake."""
    printer = known_profiles(args.printer)
    recipe = recipe_from(args, printer)
    from memoreez_desktop.services import open_model  # noqa: PLC0415 - geometry
    from memoreez_desktop.services.picture import save_picture  # noqa: PLC0415 - geometry
    from memoreez_desktop.services.repair_model import repair_model  # noqa: PLC0415 - geometry
    from memoreez_desktop.services.shape_keepsake import shape_keepsake  # noqa: PLC0415 - geometry

    open_model.require_model_suffix(args.out)
    ready_file(args.out)
    if args.picture is not None:
        ready_file(args.picture)
    job = console.job()
    raw = open_model.open_model(args.model, stage(job, 0.0, 0.2))
    repair = repair_model(raw, stage(job, 0.2, 0.5), flat_base=False)
    ways: tuple[Lying, ...] = ()
    if args.orient is not None:
        from memoreez_desktop.services.orient_model import oriented  # noqa: PLC0415 - geometry
        from memoreez_desktop.services.profiles import slice_settings  # noqa: PLC0415 - geometry

        settings = slice_settings(args.printer)
        recipe, ways = oriented(repair.mesh, recipe, settings, args.orient, stage(job, 0.5, 0.6))
    begun = time.perf_counter()
    keepsake = shape_keepsake(repair.mesh, recipe, stage(job, 0.6, 1.0))
    seconds = round(time.perf_counter() - begun, 3)
    open_model.save_model(keepsake.mesh, args.out)
    if args.picture is not None:
        save_picture(keepsake.mesh, args.picture)
    for step in repair.steps:
        console.say(f"- {step.message}")
    for way in ways:
        console.say(f"- {orientation_words(way)}")
    for note in keepsake.notes:
        if note.sentence:
            console.say(f"- {note.sentence}")
    console.say(f"{size_words(keepsake.mesh.extents_mm)} · {keepsake.mesh.triangles:,} triangles")
    console.say(f"Saved    {args.out}")
    console.result(
        {
            "model": args.out,
            "picture": args.picture,
            "digest": keepsake.mesh.digest,
            "raw_digest": repair.mesh.digest,
            "recipe": recipe_record(recipe),
            "recipe_digest": recipe.digest,
            "repair": [open_model.fields_of(step) for step in repair.steps],
            "orientations": [orientation_record(way) for way in ways],
            "notes": [note_record(note) for note in keepsake.notes],
            "triangles": keepsake.mesh.triangles,
            "volume_mm3": keepsake.mesh.volume_mm3,
            "size_mm": keepsake.mesh.extents_mm,
            "figure_mm": keepsake.figure_mm.tolist(),
            "seconds": {"shape": seconds},
        }
    )
    return exit_codes.DONE

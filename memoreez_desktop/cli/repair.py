"""``memoreez repair``: a damaged model becomes a sound one, with a receipt."""

from __future__ import annotations

import argparse
from typing import Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import path
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.outputs import ready_file


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("repair", parents=[shared], help="mend a damaged model")
    parser.add_argument("model", metavar="MODEL", type=path, help="STL, 3MF, OBJ, PLY or GLB")
    parser.add_argument(
        "-o", "--out", metavar="OUT", type=path, required=True, help="its suffix tells the format"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Repair the model."""
    from memoreez_desktop.services import open_model  # noqa: PLC0415 - geometry
    from memoreez_desktop.services.repair_model import repair_model  # noqa: PLC0415 - geometry

    open_model.require_model_suffix(args.out)
    ready_file(args.out)
    job = console.job()
    repair = repair_model(open_model.open_model(args.model, job), job)
    open_model.save_model(repair.mesh, args.out)
    steps = [open_model.fields_of(step) for step in repair.steps]
    for step in repair.steps:
        console.say(f"- {step.message}")
    if not repair.steps:
        console.say("Nothing had to be repaired.")
    console.say(f"Saved    {args.out}")
    console.result(
        {
            "steps": steps,
            "before": open_model.fields_of(repair.before),
            "after": open_model.fields_of(repair.after),
            "deviation_p50_mm": repair.deviation_p50_mm,
            "deviation_p95_mm": repair.deviation_p95_mm,
            "deviation_max_mm": repair.deviation_max_mm,
            "volume_change_ratio": repair.volume_change_ratio,
            "model": args.out,
        }
    )
    return exit_codes.DONE

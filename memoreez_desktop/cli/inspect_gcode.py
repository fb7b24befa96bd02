"""``memoreez inspect``: what any G-code file amounts to."""

from __future__ import annotations

import argparse
from typing import Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import path
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.records import gcode_record
from memoreez_desktop.core.units import duration_words


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("inspect", parents=[shared], help="read any G-code file")
    parser.add_argument("gcode", metavar="FILE.gcode", type=path)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Read the file."""
    from memoreez_desktop.services.preview import read_toolpaths  # noqa: PLC0415 - numba

    stats, _ = read_toolpaths(args.gcode, console.job())
    console.say(f"{stats.generator or 'unknown generator'}: {stats.layers} layers")
    console.say(f"{duration_words(stats.time_s)} · {stats.filament_mm / 1000:.2f} m of filament")
    console.result(gcode_record(stats))
    return exit_codes.DONE

"""``memoreez check``: whether a model is printable, in words and figures."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from memoreez_desktop.cli import exit_codes
from memoreez_desktop.cli.arguments import number, path
from memoreez_desktop.cli.console import Console
from memoreez_desktop.cli.records import known_profiles, report_record
from memoreez_desktop.core.units import size_words

if TYPE_CHECKING:
    from memoreez_desktop.core.finding import CheckReport


def add_to(verbs: Any, shared: argparse.ArgumentParser) -> None:
    """Add the verb."""
    parser = verbs.add_parser("check", parents=[shared], help="whether a model is printable")
    parser.add_argument("model", metavar="MODEL", type=path, help="STL, 3MF, OBJ, PLY or GLB")
    parser.add_argument(
        "--size", metavar="MM", type=number(1, 2000, "mm"), help="bring its longest side to this"
    )
    parser.add_argument("--printer", metavar="ID", default="generic-220", help="see: memoreez printers")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, console: Console) -> int:
    """Check the model."""
    printer = known_profiles(args.printer)
    from memoreez_desktop.services import open_model  # noqa: PLC0415 - geometry
    from memoreez_desktop.services.check_model import check_model  # noqa: PLC0415 - geometry

    job = console.job()
    mesh = open_model.open_model(args.model, job, longest_mm=args.size)
    report = check_model(mesh, printer, job)
    for finding in report.findings:
        console.say(f"{finding.severity.capitalize()}: {finding.message} {finding.hint}".rstrip())
    console.say(f"{size_words(report.size_mm)} · {report.triangles:,} triangles · score {report.score}")
    console.say(report.sentence)
    console.result(_record(report))
    return exit_codes.DONE


def _record(report: CheckReport) -> dict[str, Any]:
    """Return the report with the place and the measure of each finding, and what to do first."""
    record = report_record(report)
    for finding, fields in zip(report.findings, record["findings"], strict=True):
        fields |= {"amount": finding.amount, "unit": finding.unit, "place_mm": finding.place_mm}
    worst = [finding.code for finding in report.worst]
    return record | {"sentence": report.sentence, "worst": worst, "fixes": report.fixes}

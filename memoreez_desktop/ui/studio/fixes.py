"""What the Studio can do about a finding, as a change of the edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from memoreez_desktop.core.edition import Edition, size_field, value_of
from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.keepsake_steps import Foot, Pedestal, Size, Thicken, Turn
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.studio.made import Made
from memoreez_desktop.ui.studio.orientation_edits import laid_on
from memoreez_desktop.ui.studio.recipe_edits import with_pedestal
from memoreez_desktop.ui.words import tr

# Room left on the bed for skirt and brim.
_BED_RATIO = 0.9
_TINY_LONGEST_MM = 60.0
# One step of growth for what is too thin; the check is run again after it.
_THICKER_RATIO = 1.25
# A wall of three lines, two perimeters and one between them, holds: numbers.md, "Wall that holds".
_WALL_LINES = 3.0


@dataclass(frozen=True, eq=False)
class Case:
    """A finding on a model and a printer."""

    edition: Edition
    finding: Finding
    made: Made
    printer: PrinterProfile


def fix_labels(made: Made, printer: PrinterProfile | None) -> dict[str, str]:
    """Return, by the finding's code, a label for each finding that can be mended here."""
    if printer is None:
        return {}
    labels: dict[str, str] = {}
    for finding in made.keepsake.report.findings:
        case = Case(made.edition, finding, made, printer)
        if finding.fix in _FIXES and fixed(made.edition, finding, made, printer) != made.edition:
            labels[finding.code] = _label(case)
    return labels


def fixed(edition: Edition, finding: Finding, made: Made, printer: PrinterProfile) -> Edition:
    """Return the edition with a finding mended; the same where that cannot be done here."""
    fix = _FIXES.get(finding.fix)
    return fix(Case(edition, finding, made, printer)) if fix is not None else edition


def all_fixed(edition: Edition, made: Made, printer: PrinterProfile) -> Edition:
    """Return the edition with everything mended that can be, in the order in which it makes sense."""
    for fix in made.keepsake.report.fixes:
        findings = made.keepsake.report.findings
        edition = fixed(edition, next(f for f in findings if f.fix == fix), made, printer)
    return edition


def _label(case: Case) -> str:
    labels = {
        "repair": tr("Fix: repair it"),
        "flat-base": tr("Fix: flatten the base"),
        "turn": tr("Fix: turn it on the bed"),
        "lie-down": tr("Fix: lay it down"),
        "thicken": tr("Fix: make it thicker"),
    }
    if case.finding.fix == "flat-base" and case.edition.steps.first(Foot) is not None:
        return tr("Fix: give it a pedestal")
    if case.finding.fix != "resize":
        return labels[case.finding.fix]
    return tr("Fix: make it larger") if _factor(case) > 1 else tr("Fix: make it smaller")


def _repair(case: Case) -> Edition:
    return replace(case.edition, repaired=True)


def _stand(case: Case) -> Edition:
    steps = case.edition.steps
    if steps.first(Pedestal) is not None:
        # A pedestal is a foot; whoever put one there has chosen it.
        return case.edition
    # Where a foot is not enough, a pedestal is.
    better = with_pedestal(steps, "round") if steps.first(Foot) is not None else steps.with_step(Foot())
    return case.edition.with_steps(better)


def _turn(case: Case) -> Edition:
    steps = case.edition.steps
    turn = steps.first(Turn) or Turn()
    quarter = (turn.z_deg + 90.0) % 360.0
    return case.edition.with_steps(steps.with_step(replace(turn, z_deg=quarter)))


def _lie_down(case: Case) -> Edition:
    steps, mesh = case.edition.steps, case.made.keepsake.mesh
    # What stands on a pedestal stays there.
    if steps.first(Pedestal) or not len(case.finding.faces):
        return case.edition
    return case.edition.with_steps(laid_on(steps, mesh, case.finding.faces))


def _thicken(case: Case) -> Edition:
    steps = case.edition.steps
    present = steps.first(Thicken)
    wall_mm = round(max(_WALL_LINES * case.printer.nozzle_mm, present.wall_mm if present else 0.0), 2)
    return case.edition.with_steps(steps.with_step(Thicken(wall_mm)))


def _resize(case: Case) -> Edition:
    factor, made, edition = _factor(case), case.made, case.edition
    field = size_field(made.info)
    if field is None or made.info is None:
        height_mm = round(made.sketch.height_mm * factor, 1)
        return edition.with_steps(edition.steps.with_step(Size(height_mm=height_mm)))
    wanted = float(value_of(edition, field)) * factor
    low, high = field.minimum or 0.0, field.maximum or wanted
    return edition.with_value(made.info, field.id, round(min(high, max(low, wanted)), 1))


def _factor(case: Case) -> float:
    size, printer = case.made.keepsake.mesh.extents_mm, case.printer
    if case.finding.code == "tiny":
        return _TINY_LONGEST_MM / max(max(size), 1e-6)
    room = (printer.bed_x_mm * _BED_RATIO, printer.bed_y_mm * _BED_RATIO, printer.height_mm * _BED_RATIO)
    largest = min(limit / max(side, 1e-6) for limit, side in zip(room, size, strict=True))
    return min(1.0 if case.finding.code == "too-large" else _THICKER_RATIO, largest)


_FIXES: dict[str, Callable[[Case], Edition]] = {
    "repair": _repair,
    "flat-base": _stand,
    "turn": _turn,
    "lie-down": _lie_down,
    "thicken": _thicken,
    "resize": _resize,
}

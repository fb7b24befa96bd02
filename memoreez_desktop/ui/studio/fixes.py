"""What the Studio can do about a finding, as a change of the draft."""

from __future__ import annotations

from dataclasses import replace

from memoreez_desktop.core.finding import Finding
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.ui.studio.draft import Draft, size_field, value_of
from memoreez_desktop.ui.studio.sculpt_job import Made
from memoreez_desktop.ui.words import tr

# Room left on the bed for skirt and brim.
_BED_RATIO = 0.9
_TINY_LONGEST_MM = 60.0
# One step of growth for what is too thin; the check is run again after it.
_THICKER_RATIO = 1.25


def fix_labels(made: Made, printer: PrinterProfile | None) -> dict[str, str]:
    """Return, by the finding's code, a label for each finding that can be mended here."""
    labels: dict[str, str] = {}
    for finding in made.keepsake.report.findings:
        if finding.fix in ("repair", "flat-base") and not made.draft.repaired:
            labels[finding.code] = (
                tr("Fix: repair it") if finding.fix == "repair" else tr("Fix: flatten the base")
            )
        elif finding.fix == "turn":
            labels[finding.code] = tr("Fix: turn it on the bed")
        elif finding.fix == "resize" and printer is not None:
            larger = _factor(made, finding, printer) > 1
            if fixed(made.draft, finding, made, printer) != made.draft:
                labels[finding.code] = tr("Fix: make it larger") if larger else tr("Fix: make it smaller")
    return labels


def fixed(draft: Draft, finding: Finding, made: Made, printer: PrinterProfile) -> Draft:
    """Return the draft with a finding mended."""
    if finding.fix in ("repair", "flat-base"):
        return replace(draft, repaired=True)
    if finding.fix == "turn":
        return replace(draft, turned=not draft.turned)
    if finding.fix == "resize":
        return _resized(draft, _factor(made, finding, printer), made)
    return draft


def all_fixed(draft: Draft, made: Made, printer: PrinterProfile) -> Draft:
    """Return the draft with everything mended that can be, in the order in which it makes sense."""
    for fix in made.keepsake.report.fixes:
        findings = made.keepsake.report.findings
        draft = fixed(draft, next(f for f in findings if f.fix == fix), made, printer)
    return draft


def _factor(made: Made, finding: Finding, printer: PrinterProfile) -> float:
    size = made.keepsake.mesh.extents_mm
    if finding.code == "tiny":
        return _TINY_LONGEST_MM / max(max(size), 1e-6)
    room = (printer.bed_x_mm * _BED_RATIO, printer.bed_y_mm * _BED_RATIO, printer.height_mm * _BED_RATIO)
    largest = min(limit / max(side, 1e-6) for limit, side in zip(room, size, strict=True))
    return min(1.0 if finding.code == "too-large" else _THICKER_RATIO, largest)


def _resized(draft: Draft, factor: float, made: Made) -> Draft:
    field = size_field(made.info)
    if field is None or made.info is None:
        return replace(draft, height_mm=round(made.keepsake.mesh.extents_mm[2] * factor, 1))
    wanted = float(value_of(draft, field)) * factor
    low, high = field.minimum or 0.0, field.maximum or wanted
    return draft.with_value(made.info, field.id, round(min(high, max(low, wanted)), 1))

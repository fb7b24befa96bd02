"""JSON fields that several verbs share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memoreez_desktop.core.finding import CheckReport, Finding
    from memoreez_desktop.core.gcode import GcodeStats
    from memoreez_desktop.core.profiles import PrinterProfile
    from memoreez_desktop.core.step_notes import StepNote
    from memoreez_desktop.services.whole_journey import DrawnConcept

_MOST_FACES = 10_000


def finding_record(finding: Finding, *, faces: bool = False) -> dict[str, Any]:
    """Return a finding; with ``faces`` at most 10,000 of them are listed, ``faces_count`` tells them all."""
    record: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "fix": finding.fix,
        "faces_count": len(finding.faces),
    }
    return record | {"faces": finding.faces[:_MOST_FACES].tolist()} if faces else record


def report_record(report: CheckReport) -> dict[str, Any]:
    """Return a printability report."""
    return {
        "watertight": report.watertight,
        "volume_mm3": report.volume_mm3,
        "size_mm": report.size_mm,
        "bodies": report.bodies,
        "triangles": report.triangles,
        "contact_mm2": report.contact_mm2,
        "findings": [finding_record(finding, faces=True) for finding in report.findings],
        "score": report.score,
    }


def drawn_record(concept: DrawnConcept) -> dict[str, Any]:
    """Return a concept that was drawn, or why it was not; a picture that came is named in any case."""
    record: dict[str, Any] = {
        "id": concept.plan.id,
        "title": concept.plan.title,
        "product": concept.plan.recipe.product_id,
        "provider": concept.plan.provider,
    }
    order = concept.order
    if order is not None:
        record |= {
            "character": order.prompt.character,
            "prompt": order.prompt.prompt,
            "seed": order.seed,
            "model": order.model,
            "licence": order.licence,
            "cost_usd": order.cost_usd,
            "order": order.state,
        }
    if concept.picture is not None:
        record |= {"picture": str(concept.picture), "seconds": concept.seconds}
    if concept.error:
        record |= {"error": concept.error}
        reason = getattr(concept.failure, "reason", "")
        record |= {"reason": reason} if reason else {}
    return record


def note_record(note: StepNote) -> dict[str, Any]:
    """Return what a step of a keepsake worked out; of letters those that will not print well."""
    weak = [
        {"letter": verdict.letter, "level": verdict.level, "line": line}
        for line, verdicts in enumerate(note.letters)
        for verdict in verdicts
        if verdict.level != "good"
    ]
    lines = ["".join(verdict.letter for verdict in verdicts) for verdicts in note.letters]
    return {
        "step": note.number,
        "level": note.level,
        "sentence": note.sentence,
        "values": dict(note.values),
        "lines": lines,
        "weak_letters": weak,
    }


def gcode_record(stats: GcodeStats) -> dict[str, Any]:
    """Return what a G-code file amounts to."""
    return {
        "time_s": stats.time_s,
        "filament_mm": stats.filament_mm,
        "filament_g": stats.filament_g,
        "layers": stats.layers,
        "bounds_mm": stats.bounds_mm,
        "roles": {
            key: {"time_s": usage.time_s, "filament_mm": usage.filament_mm}
            for key, usage in stats.roles.items()
        },
        "generator": stats.generator,
    }


def known_profiles(printer_id: str, material_id: str = "", quality_id: str = "") -> PrinterProfile:
    """Find wrong ids before anything heavy is imported; return the printer.

    Raises
    ------
    UsageError
        One of them is not known.
    """
    from memoreez_desktop.services import profiles  # noqa: PLC0415 - reads files; --version must not

    if material_id:
        profiles.materials().get(material_id)
    if quality_id:
        profiles.qualities().get(quality_id)
    return profiles.printers().get(printer_id)

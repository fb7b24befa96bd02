"""Putting what was built into the panel: view, form, findings."""

from __future__ import annotations

import numpy as np

from memoreez_desktop.core.edition import Edition, size_field, value_of
from memoreez_desktop.core.keepsake_steps import Pedestal, Size
from memoreez_desktop.core.units import size_words
from memoreez_desktop.ui.studio.findings_section import ordered
from memoreez_desktop.ui.studio.made import Made, Sketch
from memoreez_desktop.ui.studio.panel import StudioPanel
from memoreez_desktop.ui.viewport.api import Pin
from memoreez_desktop.ui.viewport.overlay import face_spot
from memoreez_desktop.ui.words import tr

_OWN_RANGE_MM = (5.0, 400.0)
# Another size beyond this is framed anew; smaller steps leave the camera alone.
_NOTICED_RATIO = 0.08


def show_keepsake(panel: StudioPanel, made: Made, before: Made | None) -> None:
    """Show the model; a fresh one is looked at from its best side, a changed one from where we are."""
    fresh = before is None
    resized = before is not None and not np.allclose(
        before.keepsake.mesh.extents_mm, made.keepsake.mesh.extents_mm, rtol=_NOTICED_RATIO
    )
    plan, keepsake = made.edition.plan, made.keepsake
    told = plan.recipe.story.name
    kind = tr(plan.kind)
    panel.bench.header.say(
        tr(keepsake.title), tr("{kind} for {name}", kind=kind, name=told) if told else kind
    )
    panel.view.show_mesh(keepsake.mesh, plan.colour)
    if fresh:
        panel.strip.look("home")
    elif resized:
        panel.view.view("fit")
    show_form(panel, made, made.sketch, made.edition)
    panel.complain("")
    panel.say_state(tr("Saved"))
    own = made.edition.is_own
    panel.sculpt.set_name(tr("AI sculptures") if own else tr("AI sculpture of its picture"))
    panel.go_on.setEnabled(True)
    panel.show_model()


def show_sketch(panel: StudioPanel, sketch: Sketch) -> None:
    """Show what a change comes to, before it is checked and kept."""
    panel.view.show_quick(sketch.mesh, sketch.edition.plan.colour)
    panel.view.show_pins(())
    panel.complain("")


def show_form(panel: StudioPanel, made: Made, sketch: Sketch, edition: Edition) -> None:
    """Bring size, parameters and words up to an edition; ``sketch`` is what is seen."""
    field = size_field(made.info)
    stands = tr("{size} mm in all", size=size_words(sketch.mesh.extents_mm).removesuffix(" mm"))
    if field is not None:
        words = f"{tr(field.label)}, {stands}"
        low, high = field.minimum or 1.0, field.maximum or 400.0
        panel.size_section.offer(low, high, float(value_of(edition, field)), field.step or 1.0, words)
    else:
        size, standing = edition.steps.first(Size), edition.steps.first(Pedestal) is not None
        height = size.height_mm if size is not None and size.height_mm is not None else sketch.height_mm
        low, high = min(_OWN_RANGE_MM[0], height), max(_OWN_RANGE_MM[1], height)
        words = tr("Figure") if standing else tr("Height")
        panel.size_section.offer(low, high, height, 1.0, f"{words}, {stands}")
    panel.form.show_edition(made.info, edition)
    if edition == made.edition:
        panel.form.show_symbols(made.symbols)
    panel.text.setVisible(made.info is not None and made.info.wants_words)
    panel.text.show_lines(edition.plan.recipe.story.text_lines or made.lines)


def show_findings(panel: StudioPanel, made: Made, labels: dict[str, str]) -> None:
    """Show the report as sentences and as pins on the model."""
    panel.findings.show_report(made.keepsake.report, labels)
    panel.receipt.show_repair(made.repair)
    panel.view.show_pins(pins_of(made))


def pins_of(made: Made) -> list[Pin]:
    """Return a mark for each finding that has a place."""
    mesh, report = made.keepsake.mesh, made.keepsake.report
    pins = []
    for number, finding in enumerate(ordered(report), start=1):
        if len(finding.faces) and finding.severity != "info":
            spot, _direction = face_spot(mesh.vertices, mesh.faces[finding.faces])
            role = "err" if finding.severity == "error" else "warn"
            pins.append(Pin(str(number), (float(spot[0]), float(spot[1]), float(spot[2])), role))
    return pins

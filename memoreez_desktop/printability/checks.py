"""The whole printability report of a mesh."""

from __future__ import annotations

from memoreez_desktop.core.finding import SEVERITIES, CheckReport, Finding
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.profiles import PrinterProfile
from memoreez_desktop.core.words import say
from memoreez_desktop.printability.catalog import check_catalog
from memoreez_desktop.printability.placing import placed
from memoreez_desktop.printability.subject import Subject
from memoreez_desktop.printability.thin_walls import smallest_feature_mm


def check_mesh(
    mesh: MeshModel, printer: PrinterProfile, job: JobContext | None = None, *, quick: bool = False
) -> CheckReport:
    """Run every check over a mesh.

    Parameters
    ----------
    mesh : MeshModel
        Anywhere in space: it is judged as if it stood on the bed with its lowest point.
    printer : PrinterProfile
        Its volume and nozzle are what the mesh is judged by.
    quick : bool
        True for concept cards: only cheap checks, and fewer layers for the thickness.

    Returns
    -------
    CheckReport
        Errors first, then warnings, then what is good to know.

    Raises
    ------
    Cancelled
    """
    job = job or JobContext()
    subject = Subject(mesh, printer, quick=quick)
    if not subject.mesh.triangles:
        nothing = Finding(
            "nothing",
            "error",
            say("There is no surface, so there is nothing to print."),
            say("Choose another model."),
        )
        return CheckReport(False, 0.0, (0.0, 0.0, 0.0), 0, 0, 0.0, (nothing,))
    members = [check for check in check_catalog() if check.info.quick or not quick]
    findings: list[Finding] = []
    for done, check in enumerate(members):
        job.progress(done / len(members), check.info.label)
        findings += check.run(subject)
    findings = [placed(finding, mesh) for finding in findings]
    findings.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    return CheckReport(
        watertight=subject.edges.watertight,
        volume_mm3=subject.volume_mm3,
        size_mm=subject.mesh.extents_mm,
        bodies=subject.bodies[0],
        triangles=mesh.triangles,
        contact_mm2=subject.contact_mm2,
        findings=tuple(findings),
        smallest_mm=smallest_feature_mm(subject),
    )

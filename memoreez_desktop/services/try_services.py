"""Asking the services that a person uses whether they answer: free, and only when it was asked for."""

from __future__ import annotations

from memoreez_desktop.concepts.generators.api import ImageGenerator
from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.concepts.writers.api import PromptWriter
from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.words import say
from memoreez_desktop.sculpting.generators.api import MeshGenerator
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from memoreez_desktop.services.ai_desk import AiDesk
from memoreez_desktop.services.doctor import Check
from memoreez_desktop.services.provider_settings import provider_values
from memoreez_desktop.storage.settings import Settings


def try_services(settings: Settings, desk: AiDesk, job: JobContext) -> tuple[Check, ...]:
    """Test the chosen services and every other one that has a key; each check is also a partial result.

    Raises
    ------
    Cancelled
    """
    members: tuple[ImageGenerator | PromptWriter | MeshGenerator, ...] = (
        *generator_catalog(),
        *writer_catalog(),
        *mesh_generator_catalog(),
    )
    chosen = (settings.generator_id, settings.writer_id, settings.sculptor_id)
    checks = []
    for member in members:
        values = provider_values(member.info, settings, desk.keys)
        used = member.id in chosen or bool(values.secret())
        if not used or not member.availability(values).available:
            continue
        job.progress(None, say("Asking {service}", service=member.info.label))
        ok, found, remedy = True, "", ""
        try:
            found = member.test(values, desk.wire(settings), job)
        except MemoreezError as error:
            ok, remedy = False, str(error)
        checks.append(Check(f"service-{member.id}", member.info.label, ok, remedy, found, required=False))
        job.partial(checks[-1])
    return tuple(checks)

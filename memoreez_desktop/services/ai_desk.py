"""The desk where services are asked: their keys, one client for all, and what left this computer."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.concepts.writers.api import PromptWriter
from memoreez_desktop.concepts.writers.catalog import writer_catalog
from memoreez_desktop.core.remote import ProviderValues
from memoreez_desktop.network.api import NetworkRules, Wire
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from memoreez_desktop.services.ai_orders import PictureService
from memoreez_desktop.services.mesh_orders import MeshService
from memoreez_desktop.services.provider_settings import (
    OutboundList,
    ProviderKeys,
    network_rules,
    provider_values,
)
from memoreez_desktop.storage.secrets import Secrets
from memoreez_desktop.storage.settings import Settings


@dataclass(frozen=True)
class WritingService:
    """Who writes prompts, with what was entered for it, through which wire."""

    writer: PromptWriter
    values: ProviderValues
    wire: Wire


class AiDesk:
    """May be used from every thread; asked with the settings as they are at that moment.

    Parameters
    ----------
    secrets : Secrets
    environment : mapping, optional
        Where keys are looked for first, as on the command line.

    Attributes
    ----------
    keys : ProviderKeys
    outbound : OutboundList
        The last requests that left this computer since the program began.
    """

    def __init__(self, secrets: Secrets, environment: Mapping[str, str] | None = None) -> None:
        self.keys = ProviderKeys(secrets, environment)
        self.outbound = OutboundList()
        self._lock = threading.Lock()
        self._made: tuple[NetworkRules, HttpWire] | None = None

    def wire(self, settings: Settings) -> Wire:
        """Return the client for the rules in the settings; the same one as long as they stay the same."""
        rules = network_rules(settings, self.keys)
        with self._lock:
            if self._made is None or self._made[0] != rules:
                self._made = rules, HttpWire(rules, self.outbound.add)
            return self._made[1]

    def picture_service(self, settings: Settings, generator_id: str = "") -> PictureService:
        """Return a generator with what was entered for it; by default the one that was chosen.

        Raises
        ------
        UsageError
            There is no such generator.
        """
        generator = generator_catalog().get(generator_id or settings.generator_id)
        values = provider_values(generator.info, settings, self.keys)
        return PictureService(generator, values, self.wire(settings), settings.monthly_cap_usd)

    def mesh_service(self, settings: Settings, generator_id: str = "") -> MeshService:
        """Return a mesh generator with what was entered for it; by default the one that was chosen.

        Raises
        ------
        UsageError
            There is no such generator, or none was chosen.
        """
        generator = mesh_generator_catalog().get(generator_id or settings.sculptor_id)
        values = provider_values(generator.info, settings, self.keys)
        return MeshService(generator, values, self.wire(settings), settings.monthly_cap_usd)

    def writing_service(self, settings: Settings, writer_id: str = "") -> WritingService:
        """Return a prompt writer with what was entered for it; by default the one that was chosen.

        Raises
        ------
        UsageError
            There is no such writer.
        """
        writer = writer_catalog().get(writer_id or settings.writer_id)
        return WritingService(writer, provider_values(writer.info, settings, self.keys), self.wire(settings))

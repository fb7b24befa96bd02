"""What every prompt writer is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import Availability, ProviderInfo
from memoreez_desktop.core.remote import ConceptPrompt, ProviderValues
from memoreez_desktop.core.story import Story
from memoreez_desktop.network.api import Wire


@dataclass(frozen=True)
class WriterInfo(ProviderInfo):
    """A prompt writer; ``local`` and ``leaves`` as for image generators."""

    local: bool = False
    leaves: str = ""
    key_page: str = ""


class PromptWriter(Protocol):
    """Describes keepsakes for a story in words that an image service can draw and a printer can print."""

    @property
    def info(self) -> WriterInfo:
        """Id, label, fields."""
        ...

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        ...

    def availability(self, values: ProviderValues) -> Availability:
        """Tell, without the network, whether what it needs has been entered."""
        ...

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Try key, address and model at no cost, and say in one sentence what was found."""
        ...

    def write(
        self, story: Story, count: int, seed: int, values: ProviderValues, wire: Wire, job: JobContext
    ) -> tuple[ConceptPrompt, ...]:
        """Write ``count`` prompts of different characters, within 20 s.

        An answer that is no valid JSON is repaired once; what stays unusable is replaced by the template's
        prompts. Raises ``ServiceError`` when the service says no, and ``Cancelled``.
        """
        ...

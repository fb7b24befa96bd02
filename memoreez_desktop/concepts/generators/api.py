"""What every image generator is."""

from __future__ import annotations

from typing import Protocol

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import Availability
from memoreez_desktop.core.remote import (
    GeneratorInfo,
    PictureOrder,
    Price,
    ProviderValues,
    RemoteDesk,
    RemotePicture,
)
from memoreez_desktop.network.api import Wire


class ImageGenerator(Protocol):
    """Draws one picture from a prompt: one file, one line in the catalog.

    Members keep no state. Every method but ``availability`` and ``price`` may use the network and raises
    ``ServiceError`` in words with the right reason, and ``Cancelled`` within a second.
    """

    @property
    def info(self) -> GeneratorInfo:
        """Id, label, fields (base URL and model id among them), capabilities."""
        ...

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        ...

    def availability(self, values: ProviderValues) -> Availability:
        """Tell, without the network, whether what it needs has been entered."""
        ...

    def price(self, values: ProviderValues, size_px: int) -> Price:
        """Tell what one picture costs and takes, as far as it is known."""
        ...

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Try key and address at no cost, and say in one sentence what was found."""
        ...

    def draw(
        self, order: PictureOrder, values: ProviderValues, wire: Wire, desk: RemoteDesk, job: JobContext
    ) -> RemotePicture:
        """Order a picture and wait for it; ``job`` gets progress and ``PartialPicture`` where there are any.

        ``desk.about_to_send`` is called before the paid request, ``desk.accepted`` right after its answer.
        """
        ...

    def resume(self, remote_id: str, values: ProviderValues, wire: Wire, job: JobContext) -> RemotePicture:
        """Fetch the picture of an accepted order after a restart; only with the capability ``resume``."""
        ...

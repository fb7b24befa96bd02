"""What every mesh generator is."""

from __future__ import annotations

from typing import Protocol

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.provider import Availability
from memoreez_desktop.core.remote import GeneratorInfo, Price, ProviderValues
from memoreez_desktop.core.remote_mesh import MeshDesk, MeshOrder, RecentOrder, RemoteMesh
from memoreez_desktop.network.api import Wire


class MeshGenerator(Protocol):
    """Makes one mesh of one picture: one file, one line in the catalog.

    Members keep no state. Every method but ``availability`` and ``price`` may use the network and raises
    ``ServiceError`` in words with the right reason, and ``Cancelled`` within a second.
    """

    @property
    def info(self) -> GeneratorInfo:
        """Id, label, fields (base URL and model id among them), capabilities, licence notice."""
        ...

    @property
    def id(self) -> str:
        """Same as ``info.id``."""
        ...

    def availability(self, values: ProviderValues) -> Availability:
        """Tell, without the network, whether what it needs has been entered."""
        ...

    def price(self, values: ProviderValues, order: MeshOrder | None = None) -> Price:
        """Tell what one mesh costs and how long it usually takes, as far as it is known."""
        ...

    def test(self, values: ProviderValues, wire: Wire, job: JobContext) -> str:
        """Try key and address at no cost, and say in one sentence what was found."""
        ...

    def warm_up(self, values: ProviderValues, wire: Wire, job: JobContext) -> None:
        """Wake the service while a person still chooses; only with the capability ``warm-up``, never charged.

        Without the capability: does nothing.
        """
        ...

    def make(
        self, order: MeshOrder, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """Order a mesh, wait for it and download it to ``desk.landing()``.

        ``desk.about_to_send`` is called before the paid request, ``desk.accepted`` right after its answer,
        ``desk.ended`` when the job is cancelled after that. Progress is a fraction only where the service
        tells one; otherwise None with the stage in words.
        """
        ...

    def resume(
        self, remote_id: str, values: ProviderValues, wire: Wire, desk: MeshDesk, job: JobContext
    ) -> RemoteMesh:
        """Fetch the mesh of an accepted order after a restart; only with the capability ``resume``."""
        ...

    def recent(self, values: ProviderValues, wire: Wire, job: JobContext) -> tuple[RecentOrder, ...]:
        """List the last orders of this key; only with the capability ``list``, else nothing.

        It finds what was ordered right before the program ended, when its name had not been written down.
        """
        ...

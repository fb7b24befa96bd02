"""A program of its own for the kill test of meshes: for every line it is told, a fork orders some."""

import os
import signal
import sys
import threading
from pathlib import Path

from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ProviderValues
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.sculpting.generators.catalog import mesh_generator_catalog
from memoreez_desktop.services.mesh_orders import MeshService, bring_mesh, plan_mesh
from memoreez_desktop.storage.library import Library
from tests.fakes.mesh_services.service import KEY, subject_png

PROVIDERS = ("tripo", "meshy", "stability-3d")


def service(provider, url):
    """Return a service at the test's server."""
    values = ProviderValues({"base_url": url}, {"key": KEY})
    wire = HttpWire(NetworkRules(allow_private=True))
    return MeshService(mesh_generator_catalog().get(provider), values, wire, 10_000.0)


def order(folder, url, name):
    """Order one mesh of each service, at once."""
    library = Library(Path(folder))

    def one(number, provider):
        using = service(provider, url)
        # The seed tells the orders apart at the server.
        planned = plan_mesh(library, name, provider, name, subject_png(), using, seed=number)
        try:
            bring_mesh(library, planned.id, using, JobContext())
        except MemoreezError as error:
            print(error.message, file=sys.stderr, flush=True)

    threads = [threading.Thread(target=one, args=(int(name[1:]), provider)) for provider in PROVIDERS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    library.close()


def main(folder, url):
    """Fork for every line."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            order(folder, url, line.strip())
            # Stays to be killed: an id of what has ended may belong to another program.
            signal.pause()
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

"""A program of its own for the kill test: for every line it is told, a fork orders pictures."""

import contextlib
import os
import signal
import sys
import threading
from pathlib import Path

from PIL import Image

from memoreez_desktop.concepts.generators.catalog import generator_catalog
from memoreez_desktop.core.concept import Concept, ConceptStats
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.remote import ConceptPrompt, ProviderValues
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.network.api import NetworkRules
from memoreez_desktop.network.wire import HttpWire
from memoreez_desktop.services.ai_concepts import (
    bring_picture,
    plan_pictures,
    shape_concept,
    take_up_orders,
)
from memoreez_desktop.services.ai_orders import PictureService
from memoreez_desktop.services.ai_origin import png_with_origin
from memoreez_desktop.storage.library import Library
from tests.fakes.image_services.service import KEY

STATS = ConceptStats((1.0, 1.0, 1.0), 4, 1.0, True, 1.0, 1.0)
CARDS = 6


def light_shape(plan, origin, job):
    """Make a concept of a picture without making its mesh."""
    return Concept(plan, png_with_origin(plan.recipe.photo.path.read_bytes(), origin, 512), STATS)


def draw(library, project, concept_id, using, job, shape=light_shape):
    """Do both steps of a card, one after the other."""
    order = bring_picture(library, project, concept_id, using, job)
    return shape_concept(library, order, using.generator.info.label, job, shape)


def resume(library, service_of, job):
    """Do what the window does after its start; return what was taken up, as it stands then."""
    taken = take_up_orders(library)
    for order in taken:
        if order.state in ("accepted", "done"):
            with contextlib.suppress(MemoreezError):
                draw(library, order.project_id, order.concept_id, service_of(order.provider), job)
    return tuple(library.orders.order(order.id) for order in taken)


def service(generator_id, url):
    values = ProviderValues({"base_url": url, "stream": False}, {"key": KEY})
    wire = HttpWire(NetworkRules(allow_private=True))
    return PictureService(generator_catalog().get(generator_id), values, wire, 100.0)


def order(folder, url, name):
    library = Library(Path(folder))
    brief = Brief(Story(name))
    project = library.start_project(brief)

    def one(number):
        using = service(("bfl", "openai-images")[number % 2], url)
        prompt = ConceptPrompt(f"{name} {number}", "icon", f"prompt-{name}-{number}")
        (plan,) = plan_pictures(library, project, brief, (prompt,), using)
        try:
            draw(library, project, plan.id, using, JobContext())
        except MemoreezError as error:
            print(error.message, file=sys.stderr, flush=True)

    threads = [threading.Thread(target=one, args=(number,)) for number in range(CARDS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    library.close()


def main(folder, url):
    # What the first picture would load must not be most of each round's time.
    Image.init()
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

"""A program of its own for the kill test: writes without end and says what has been returned."""

import sys
from pathlib import Path

import numpy as np

from memoreez_desktop.core.concept import Concept, ConceptPlan, ConceptStats, Recipe
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.storage.library import Library


def write(folder: str, name: str, count: int) -> None:
    library = Library(Path(folder))
    project = library.start_project(Brief(Story(name)))
    print("project", project, flush=True)
    for number in range(count):
        plan = ConceptPlan(f"{name}-{number}", name, "Kind", Recipe("p", seed=number))
        stats = ConceptStats((1.0, 1.0, 1.0), 4, 1.0, True, 1.0, 1.0)
        picture = f"{name} {number}".encode() * 5000
        library.save_concept(project, Concept(plan, picture, stats))
        print("concept", plan.id, flush=True)
        corners = np.random.default_rng(number).random((500, 3), dtype=np.float32)
        digest = library.save_mesh(MeshModel(corners, np.arange(498 * 3).reshape(-1, 3) % 500))
        library.save_keepsake(project, plan.id, digest)
        print("keepsake", digest, flush=True)
    library.close()


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]))

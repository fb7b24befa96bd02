"""A program of its own for the kill test: edits a keepsake without end and says what has been returned."""

import itertools
import sys
from pathlib import Path

from memoreez_desktop.core.concept import ConceptPlan, Recipe
from memoreez_desktop.core.edition import Edition, Entry
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import Size
from memoreez_desktop.storage.library import Library

if __name__ == "__main__":
    library = Library(Path(sys.argv[1]))
    plan = ConceptPlan("card", "A", "Cube", Recipe("cube"))
    for number in itertools.count():
        edition = Edition(plan, KeepsakeRecipe((Size(number + 1.0),)))
        library.editions.add("p", "card", Entry(edition, "", number))
        print(number, flush=True)

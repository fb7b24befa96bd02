"""What a letter more costs on a keepsake of 150,000 triangles, beside the bare union it cannot do without.

    python benchmarks/lettering.py

Processor seconds, in one run: a name is typed letter by letter on a pedestal, two lines too, and on the back
of a ball; the letters of each state are new, only glyphs seen before are known. Beside it the union of the
same keepsake with a little cube: what every change of a solid costs, whoever makes it. What lettering adds
to that is at most 60 ms in the middle and 100 ms for the worst letter. Ends with 1 if a promise is missed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np
from manifold3d import Manifold

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_spots import Spot
from memoreez_desktop.core.keepsake_steps import Lettering, Pedestal
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.steps.lettering import apply as write
from memoreez_desktop.studio.steps.pedestal import apply as put_on_pedestal

from slicing_bars import Bar

MIDDLE_MS, WORST_MS = 60.0, 100.0
NAME = "Alles Gute Emma"
TOOLS = StepTools(0.4, (NAME, "12. Juni 2026"))


def spent_ms(work: Callable[[], object]) -> float:
    """Return the processor time of some work."""
    start = time.process_time()
    work()
    return 1e3 * (time.process_time() - start)


def typed(text: str) -> Iterator[str]:
    """Yield a text as it grows."""
    for count in range(3, len(text) + 1):
        if not text[count - 1].isspace():
            yield text[:count]


def measured(name: str, piece: Workpiece, steps: list[Lettering], aside_mm: tuple[float, ...]) -> list[Bar]:
    """Write each step on the same piece, and take off what a bare union costs."""
    cube = Manifold.cube((1, 1, 1), True)
    bare = statistics.median(
        spent_ms(lambda k=k: (piece.solid + cube.translate(tuple(np.add(aside_mm, (k, 0, 0))))).num_tri())
        for k in range(5)
    )
    costs = [spent_ms(lambda s=step: write(s, piece, TOOLS, JobContext()).solid.num_tri()) for step in steps]
    added = [cost - bare for cost in costs]
    print(
        f"{name}: {piece.solid.num_tri():,} triangles, bare union {bare:.0f} ms, "
        f"with letters {statistics.median(costs):.0f} ms in the middle, {max(costs):.0f} ms at most",
        flush=True,
    )
    return [
        Bar(f"{name}: added in the middle, ms", statistics.median(added), MIDDLE_MS),
        Bar(f"{name}: added at most, ms", max(added), WORST_MS),
    ]


def main() -> int:
    """Measure."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    ball = Manifold.sphere(30, 546).translate((0, 0, 30))
    figure = Workpiece(ball, np.array(ball.bounding_box()).reshape(2, 3))
    stand = put_on_pedestal(Pedestal(), figure, TOOLS, JobContext())
    front = (0.0, float(stand.solid.bounding_box()[1]), 3.0)
    one = [Lettering((text,)) for text in typed(NAME)]
    two = [Lettering((NAME, text), mode="engraved") for text in typed("12. Juni 2026")]
    back = [Lettering((text,), spot=Spot(on="back")) for text in typed(NAME)]
    bars = [
        *measured("pedestal", stand, one, front),
        *measured("two lines, engraved", stand, two, front),
        *measured("back of a ball", figure, back, (0.0, 30.0, 30.0)),
    ]
    for bar in bars:
        print(bar if bar.kept else f"MISSED {bar}")
    return 0 if all(bar.kept for bar in bars) else 1


if __name__ == "__main__":
    sys.exit(main())

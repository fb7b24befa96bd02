"""Keepsakes in the making that were made before, so that one changed step does not make all of them anew."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.studio.api import Workpiece

MOST_TRIANGLES = 1_500_000
"""Of all pieces together; a solid and what is remembered of it take about 0.4 kB for each."""
LEAST_PIECES = 4
"""However large they are: the figure, its pedestal, and the words before and after a keystroke."""


@dataclass(frozen=True, eq=False)
class Shaped:
    """A raw sculpture with some steps done.

    Attributes
    ----------
    piece : Workpiece
    exact : MeshModel or None
        The same as a mesh, to the last bit, as long as no step has changed more than where it is; None
        from then on.
    """

    piece: Workpiece
    exact: MeshModel | None = None


class Shelf:
    """The pieces used last, by the digest of everything that they were made from.

    May be used from every thread.

    Parameters
    ----------
    most_triangles : int
        Of all pieces together.
    least_pieces : int
        So many of those used last stay in any case.
    """

    def __init__(self, most_triangles: int = MOST_TRIANGLES, least_pieces: int = LEAST_PIECES) -> None:
        self._most, self._least = most_triangles, least_pieces
        self._kept: OrderedDict[str, Shaped] = OrderedDict()
        self._triangles = 0
        self._lock = threading.Lock()

    def find(self, key: str) -> Shaped | None:
        """Return a piece if it is still here."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: str, shaped: Shaped) -> None:
        """Put a piece on the shelf; those not used for longest give way."""
        with self._lock:
            self._drop(key)
            self._kept[key] = shaped
            self._triangles += shaped.piece.solid.num_tri()
            while self._triangles > self._most and len(self._kept) > self._least:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: str) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._triangles -= gone.piece.solid.num_tri()

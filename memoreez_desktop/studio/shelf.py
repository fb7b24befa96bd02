"""Keepsakes in the making that were made before, so that one changed step does not make all of them anew."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.studio.api import Workpiece

MOST_TRIANGLES = 3_000_000
"""Of all pieces together; a solid takes about 0.2 kB for each."""


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
        Of all pieces together; the one put last stays in any case.
    """

    def __init__(self, most_triangles: int = MOST_TRIANGLES) -> None:
        self._most = most_triangles
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
            while self._triangles > self._most and len(self._kept) > 1:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: str) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._triangles -= gone.piece.solid.num_tri()

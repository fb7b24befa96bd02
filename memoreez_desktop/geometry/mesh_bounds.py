"""What a mesh file may be at most, and the sentences for what it may not be."""

from __future__ import annotations

from memoreez_desktop.core.errors import MeshFileError
from memoreez_desktop.core.words import say

MAX_FILE_BYTES = 1_000_000_000
"""Four million triangles in the most wasteful of the formats, STL as text."""
MAX_TRIANGLES = 10_000_000
"""More than any printer can show."""
MEMORY_BUDGET_BYTES = 3_000_000_000
"""What reading takes at most, whatever a file says of itself: two million triangles take half a GB,
ten million in a binary STL, no two sharing a corner, 2.5 GB."""
MAX_VERTICES = 3 * MAX_TRIANGLES
MAX_COORDINATE_MM = 1e7
"""Ten kilometres: beyond it float32 has steps of a millimetre and the file is surely damaged."""


def empty(name: str) -> MeshFileError:
    """Make the error for a file of no bytes."""
    return MeshFileError(
        say("“{name}” is empty.", name=name), say("Export the model again, then open the new file.")
    )


def truncated(name: str) -> MeshFileError:
    """Make the error for a file that stops before its own end."""
    return MeshFileError(
        say("“{name}” is cut off before its end.", name=name),
        say("Copy or download the file again; the first copy did not finish."),
    )


def too_large(name: str) -> MeshFileError:
    """Make the error for a file or an announced content beyond the limits."""
    return MeshFileError(
        say("“{name}” is too large to open.", name=name),
        say("Reduce it below 1 GB and ten million triangles, for example with your modelling program."),
    )


def no_surface(name: str) -> MeshFileError:
    """Make the error for a file that holds no triangle."""
    return MeshFileError(
        say("“{name}” holds no surface, so there is nothing to print.", name=name),
        say("Export it again as a mesh; points and lines alone cannot be printed."),
    )


def bad_index(name: str) -> MeshFileError:
    """Make the error for a face that names a point the file does not hold."""
    return MeshFileError(
        say("“{name}” is damaged: some of its faces use points that are not in the file.", name=name),
        say("Export the model again, then open the new file."),
    )


def damaged(name: str, kind: str) -> MeshFileError:
    """Make the error for a file that is not what its name says."""
    return MeshFileError(
        say("“{name}” is damaged, or it is not a real {kind} file.", name=name, kind=kind),
        say("Open it in the program it came from and export it as STL."),
    )

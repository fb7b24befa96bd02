"""Something to hang a keepsake by."""

from __future__ import annotations

from memoreez_desktop.geometry.shapes import Shape, circle

HOLE_RADIUS_MM = 2.2
"""A jump ring or a ribbon goes through; smaller holes close up in print."""
RING_WALL_MM = 2.6


def loop_shape(edge_y_mm: float, hole_radius_mm: float = HOLE_RADIUS_MM) -> Shape:
    """Draw a ring that grows out of a body whose upper edge is at ``edge_y_mm``, x = 0.

    The ring reaches into the body, so that a union joins them; the hole stays clear of the edge by 0.4 mm.
    """
    hole_y = edge_y_mm + hole_radius_mm + 0.4
    ring = circle(hole_radius_mm + RING_WALL_MM, 96).translate((0.0, hole_y - 0.2))
    return ring - circle(hole_radius_mm, 64).translate((0.0, hole_y))

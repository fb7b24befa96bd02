"""Thousands of small parts against one large outline, without a boolean of the whole for each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manifold3d import CrossSection, OpType

from memoreez_desktop.geometry.shapes import Shape


def joined(parts: Sequence[Shape]) -> Shape:
    """All parts as one shape."""
    return CrossSection.batch_boolean(list(parts), OpType.Add) if parts else CrossSection()


def boxes_about(parts: Sequence[Shape], margin_mm: float) -> Shape:
    """Everything within the boxes of parts, each grown by a margin."""
    boxes = []
    for part in parts:
        x0, y0, x1, y1 = part.bounds()
        box = CrossSection.square((x1 - x0 + 2 * margin_mm, y1 - y0 + 2 * margin_mm))
        boxes.append(box.translate((x0 - margin_mm, y0 - margin_mm)))
    return joined(boxes)


def shared_areas(parts: Sequence[Shape], other: Shape) -> list[float]:
    """Area in mm² that each part has in common with another shape.

    All parts meet the other shape in one boolean; after it each meets only the pieces of that which its box
    touches. Parts may overlap.
    """
    pieces = (joined(parts) ^ other).decompose()
    if not pieces:
        return [0.0] * len(parts)
    boxes = np.array([piece.bounds() for piece in pieces])
    shared = []
    for part in parts:
        x0, y0, x1, y1 = part.bounds()
        near = np.flatnonzero(
            (boxes[:, 0] <= x1) & (boxes[:, 2] >= x0) & (boxes[:, 1] <= y1) & (boxes[:, 3] >= y0)
        )
        shared.append(float((part ^ joined([pieces[k] for k in near])).area()) if len(near) else 0.0)
    return shared

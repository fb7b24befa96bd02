"""One layer of toolpaths seen from above, painted with Qt alone."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from memoreez_desktop.ui.viewport.colours import ViewColours
from memoreez_desktop.ui.viewport.toolpath_drawing import ToolpathDrawing


def paint_layer(
    painter: QPainter, square: QRectF, drawing: ToolpathDrawing, layer: int, colours: ViewColours
) -> None:
    """Paint a layer (an index) as large as a square allows."""
    chunk = next((c for c in drawing.chunks if c.first_layer <= layer <= c.last_layer), None)
    if chunk is None:
        return
    low, high = drawing.bounds_mm[:, :2]
    scale = 0.9 * square.width() / max(1.0, float((high - low).max()))
    middle = (low + high) / 2
    offset = np.array([square.center().x(), square.center().y()])
    for strand in (chunk.inside, chunk.shell):
        at = layer - chunk.first_layer
        start, end = int(strand.layer_end[at - 1]) if at else 0, int(strand.layer_end[at])
        flat = (strand.points[2 * start : 2 * end, :2] - middle) * (scale, -scale) + offset
        for family in np.unique(strand.family[start:end]):
            pairs = flat.reshape(-1, 4)[strand.family[start:end] == family]
            width = max(1.0, drawing.width_mm * scale * 0.9)
            pen = QPen(colours.families[family], width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLines([QLineF(*(float(v) for v in pair)) for pair in pairs])

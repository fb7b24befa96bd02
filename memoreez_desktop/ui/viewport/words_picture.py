"""Words as a picture that lies on the bed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from memoreez_desktop.ui.type_sizes import font

_TALL_PX = 96


def words_picture(words: str, colour: QColor) -> tuple[NDArray[np.uint8], float]:
    """Write one line.

    Returns
    -------
    (h, w, 4) uint8
        Red, green, blue, alpha; row 0 at the top.
    float
        Width by height.
    """
    letters = font("section")
    letters.setPixelSize(round(_TALL_PX * 0.62))
    metrics = QFontMetricsF(letters)
    wide = max(1, round(metrics.horizontalAdvance(words)) + 4)
    image = QImage(wide, _TALL_PX, QImage.Format.Format_RGBA8888)
    image.fill(QColor(colour.red(), colour.green(), colour.blue(), 0))
    painter = QPainter(image)
    painter.setFont(letters)
    painter.setPen(colour)
    painter.drawText(QPointF(2, (_TALL_PX + metrics.ascent() - metrics.descent()) / 2), words)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(_TALL_PX, image.bytesPerLine())
    return rows[:, : wide * 4].reshape(_TALL_PX, wide, 4).copy(), wide / _TALL_PX

"""The arrays the inner loops work on, and how these loops are compiled."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.compiled import is_kept, kernel

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Bytes = NDArray[np.uint8]

__all__ = ["Bytes", "Flags", "Floats", "Ints", "is_kept", "kernel"]

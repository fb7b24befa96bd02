"""The shape of a line of plastic, as every slicer of the Slic3r family models it."""

from __future__ import annotations

import math

# A bead is a rectangle with two half-round ends: it holds this share of its height less than its width would.
ROUND_END = 1.0 - math.pi / 4.0

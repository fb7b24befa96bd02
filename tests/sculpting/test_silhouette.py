"""The body that stands in for a sculpture on its way."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from memoreez_desktop.core.errors import MeshError
from memoreez_desktop.geometry.topology import is_balanced
from memoreez_desktop.sculpting.silhouette import silhouette


@pytest.mark.parametrize("height_mm", [40.0, 120.0])
def test_it_is_one_closed_body_of_the_height_that_is_wanted(height_mm):
    outline = np.zeros((600, 600), np.uint8)
    cv2.ellipse(outline, (300, 200), (120, 140), 0, 0, 360, 1, -1)
    cv2.rectangle(outline, (250, 300), (350, 560), 1, -1)
    made = silhouette(outline.astype(bool), height_mm)
    width, depth, height = made.extents_mm
    assert height == pytest.approx(height_mm, rel=0.02)
    assert width / height == pytest.approx(240 / 500, rel=0.05)
    assert 0.1 < depth / height < 0.4
    assert made.bounds_mm[0][2] == pytest.approx(0.0, abs=1e-4)
    assert is_balanced(made.faces)


def test_of_several_parts_the_largest_stands():
    outline = np.zeros((300, 300), bool)
    outline[40:260, 60:180] = True
    outline[100:140, 220:260] = True
    made = silhouette(outline, 50.0)
    assert made.extents_mm[0] == pytest.approx(50 * 120 / 220, rel=0.06)


def test_nothing_has_no_body():
    with pytest.raises(MeshError):
        silhouette(np.zeros((50, 50), bool), 50.0)

"""From what is seen to colours, compiled."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.geometry.clay_samples import normal_towards_eye, ray
from memoreez_desktop.geometry.compiled import kernel

F32 = NDArray[np.float32]
I32 = NDArray[np.int32]


@kernel
def _tone(value: float) -> float:
    """Shoulder above 0.7, then the studio's soft gamma."""
    if value > 0.7:
        value = 0.7 + 0.3 * math.tanh((value - 0.7) / 0.3)
    return math.pow(max(0.0, value), 1.0 / 1.6)


@kernel
def _add_colour(
    normal: tuple[float, float, float],
    view: tuple[float, float, float],
    towards: F32,
    lamp: float,
    dome: float,
    colour: F32,
    share: float,
    out: F32,
) -> None:
    """Add one pixel's share of colour and coverage to its block."""
    x, y, z = normal[0], normal[1], normal[2]
    length = math.sqrt(view[0] * view[0] + view[1] * view[1] + view[2] * view[2])
    vx, vy, vz = -view[0] / length, -view[1] / length, -view[2] / length
    direct = lamp * max(0.0, x * towards[0] + y * towards[1] + z * towards[2])
    hx, hy, hz = vx + towards[0], vy + towards[1], vz + towards[2]
    middle = max(0.0, (x * hx + y * hy + z * hz) / math.sqrt(hx * hx + hy * hy + hz * hz))
    gloss = 0.09 * lamp * middle**24
    edge = 1.0 - max(0.0, x * vx + y * vy + z * vz)
    shine = gloss + 0.12 * dome * edge**4
    bounce = (max(0.0, -z) * 0.22 + 0.05) * 0.5
    # A warm lamp, a cool sky, and warm light thrown back by the table.
    out[0] += share * _tone(1.05 * (colour[0] * (direct * 0.780 + dome * 0.414 + bounce) + shine))
    out[1] += share * _tone(1.05 * (colour[1] * (direct * 0.753 + dome * 0.437 + bounce * 0.97) + shine))
    out[2] += share * _tone(1.05 * (colour[2] * (direct * 0.718 + dome * 0.460 + bounce * 0.94) + shine))
    out[3] += share


@kernel
def shade(
    points: F32,
    faces: I32,
    corners: F32,
    owner: I32,
    eye: F32,
    number: I32,
    directions: F32,
    summary: F32,
    key: F32,
    sky: F32,
    detail: F32,
    colour: F32,
    towards: F32,
    out: F32,
) -> None:
    """Colour every pixel and average blocks, premultiplied.

    Parameters
    ----------
    key, sky : (k,) float32
        Light at each sample: share of the key lamp that arrives, and sky light.
    detail : (b, b) float32
        Darkening of crevices and lightening of edges at each block.
    colour : (3,) float32
        Linear reflectance.
    out : (b, b, 4) float32
        Red, green, blue times coverage, and coverage; added to.
    """
    size = owner.shape[0]
    blocks = number.shape[0]
    block = size // blocks
    share = 1.0 / (block * block)
    for by in range(blocks):
        for bx in range(blocks):
            i = number[by, bx]
            if i < 0:
                continue
            tint = colour * detail[by, bx]
            pixel = out[by, bx]
            if summary[by, bx, 5] > 0:
                middle = block // 2 + 0.5
                view = ray(bx * block + middle, by * block + middle, size, eye)
                normal = (float(directions[i, 0]), float(directions[i, 1]), float(directions[i, 2]))
                _add_colour(normal, view, towards, key[i], sky[i], tint, 1.0, pixel)
                continue
            for row in range(by * block, by * block + block):
                for column in range(bx * block, bx * block + block):
                    if owner[row, column] < 0:
                        continue
                    view = ray(column + 0.5, row + 0.5, size, eye)
                    normal = normal_towards_eye(column, row, view, points, faces, corners, owner)
                    _add_colour(normal, view, towards, key[i], sky[i], tint, share, pixel)

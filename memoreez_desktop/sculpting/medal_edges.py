"""Edges of a medal: what runs round its disc."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manifold3d import Manifold, OpType

from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import Shape, circle, from_contours, offset
from memoreez_desktop.geometry.solids import Solid, extrude, revolve

EDGE_FIELD = FieldSpec(
    "edge",
    say("Edge"),
    "choice",
    "round",
    choices=(
        ("round", say("Round")),
        ("beaded", say("Beaded")),
        ("rope", say("Rope")),
        ("plain", say("Plain")),
        ("burst", say("Star burst")),
    ),
)
RIM_MM = 2.6
BEAD_MM = 0.9
"""Half the width of the bead between the field and the band of words."""
_DISC_RATIO = {"round": 1.0, "plain": 1.0, "beaded": 0.97, "rope": 0.965, "burst": 0.83}
_BURST_RAYS = 24


@dataclass(frozen=True)
class MedalDisc:
    """Where a medal's parts lie, from the outside to the middle; at ``scale`` 1 the medal is 70 mm wide."""

    radius_mm: float
    field_mm: float
    plate_mm: float
    scale: float


def disc_radius_mm(edge: str, radius_mm: float) -> float:
    """Return the radius of the disc of a medal that reaches ``radius_mm`` with its edge."""
    return radius_mm * _DISC_RATIO[edge]


def medal_body(disc: MedalDisc, edge: str, radius_mm: float, pitch_mm: float) -> list[Solid]:
    """Make the disc with its edge, ``radius_mm`` all round."""
    parts = [_turned_disc(disc, edge)]
    if edge == "beaded":
        parts.append(_string(disc, radius_mm, (1.0, 1.0), 0.0))
    elif edge == "rope":
        parts.append(_string(disc, radius_mm, (0.72, 1.3), 36.0))
    elif edge == "burst":
        rays = _rays(radius_mm, disc.radius_mm * 0.99)
        parts.append(extrude(rays, disc.plate_mm - 1.0))
        ridge = puffy(rays - circle(disc.radius_mm - 0.6), 1.0 * disc.scale, 0.5, pitch_mm, back=False)
        parts.append(ridge.translate((0.0, 0.0, disc.plate_mm - 1.1)))
    return parts


def _turned_disc(disc: MedalDisc, edge: str) -> Solid:
    """Turn the disc with its rim and the bead round the field as one profile."""
    radius, plate = disc.radius_mm, disc.plate_mm
    rim, top, shoulder = RIM_MM * disc.scale, plate + 2.0, plate + 0.9
    turn = np.linspace(np.pi, 0.0, 9)
    bead = np.column_stack([disc.field_mm + BEAD_MM * np.cos(turn), plate + 0.6 * np.sin(turn)])
    if edge == "plain":
        inside, outside = radius - rim, radius - 0.6
        slope = [(inside, top - 0.9), (inside + 0.5, top - 0.4), (outside, top - 0.4), (radius, top - 1.0)]
        crown = np.array(slope)
    else:
        swell = np.linspace(np.pi, 0.0, 13)
        middle, half = radius - rim / 2, rim / 2
        crown = np.column_stack([middle + half * np.cos(swell), shoulder + (top - shoulder) * np.sin(swell)])
    foot = [[0.0, 0.0], [radius - 0.6, 0.0], [radius, 0.6]]
    profile = [*foot, *crown[::-1], [radius - rim, plate], *bead[::-1], [0.0, plate]]
    return revolve(profile, 240)


def _string(disc: MedalDisc, radius: float, stretch: tuple[float, float], lean_deg: float) -> Solid:
    """Lay pearls, or the leaning strands of a rope, side by side on the rim."""
    half = 2.0 * disc.scale
    across, along = half * stretch[0], half * stretch[1]
    middle, z = radius - half, disc.plate_mm + 0.5
    step = half * (1.35 if lean_deg else 1.86)
    count = 4 * round(2 * np.pi * middle / step / 4)
    bead = Manifold.sphere(1.0, 24).scale((across, along, min(half * 1.05, z - 0.1)))
    placed = bead.rotate((0.0, 0.0, lean_deg)).translate((middle, 0.0, z))
    beads = [placed.rotate((0.0, 0.0, 360.0 * (k + 0.37) / count)) for k in range(count)]
    return Manifold.batch_boolean(beads, OpType.Add) ^ extrude(circle(radius, 240), 4 * z, 0.0)


def _rays(radius: float, valley: float) -> Shape:
    """Draw the rays of a decoration, long and short by turns, with blunt tips."""
    count = 2 * _BURST_RAYS
    angle = np.pi / 2 + np.arange(count) * 2 * np.pi / count
    reach = np.where(
        np.arange(count) % 2 == 1, valley, np.where(np.arange(count) % 4 == 0, radius, radius * 0.94)
    )
    points = np.column_stack([reach * np.cos(angle), reach * np.sin(angle)])
    blunt = offset(offset(from_contours([points]), -0.5), 0.5)
    x0, _, x1, _ = blunt.bounds()
    factor = 2 * radius / (x1 - x0)
    return blunt.scale((factor, factor))

"""Draw what the Studio does to a figure's body, each step on the same bear: docs/screenshots/bodywork.png.

python build/make_bodywork_sheet.py [OUT.png] [--picture-px 420]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_steps import (
    BedCut,
    FlatBack,
    Foot,
    Hole,
    Hollow,
    Loop,
    MagnetPocket,
    Pedestal,
    Size,
    Spot,
    Step,
    Thicken,
)
from memoreez_desktop.core.mesh import MeshModel
from memoreez_desktop.core.product import Camera
from memoreez_desktop.geometry.clay import render_clay
from memoreez_desktop.geometry.contouring import level_surface
from memoreez_desktop.geometry.fonts import font_catalog
from memoreez_desktop.geometry.solids import Solid, to_mesh, to_solid
from memoreez_desktop.geometry.winding import Grid
from memoreez_desktop.studio.shaping import finish
from memoreez_desktop.studio.shelf import Shelf
from memoreez_desktop.studio.walk import Walk

OUT = Path(__file__).resolve().parents[1] / "docs" / "screenshots" / "bodywork.png"
GROUND, INK, LABEL_PX, COLUMNS = (244, 244, 247), (40, 40, 48), 36, 4
# Middle and radii, in mm.
BEAR = (
    ((0, 0, 22), (16, 14, 19)),
    ((0, -1, 48), (15, 13.5, 13)),
    ((0, -13, 44), (6.5, 5.5, 5)),
    ((-11, 0, 60), (5, 3.2, 5)),
    ((11, 0, 60), (5, 3.2, 5)),
    ((-17, -5, 29), (6, 6, 10)),
    ((17, -5, 29), (6, 6, 10)),
    ((-10, -9, 6), (7.5, 10, 7)),
    ((10, -9, 6), (7.5, 10, 7)),
)
SOFT_MM = 2.2
PITCH_MM = 0.7


def bear() -> Solid:
    """Blend the balls of a bear into one skin."""
    low, high = np.array([-30.0, -25.0, -4.0]), np.array([30.0, 22.0, 70.0])
    grid = Grid(low, PITCH_MM, tuple(int(n) for n in np.ceil((high - low) / PITCH_MM)))
    x, y, z = (low[k] + PITCH_MM * np.arange(grid.shape[k]) for k in range(3))
    total = np.zeros(grid.shape)
    for middle, radii in BEAR:
        axes = [(value - m) / r for value, m, r in zip((x, y, z), middle, radii, strict=True)]
        away = np.sqrt(
            axes[0][:, None, None] ** 2 + axes[1][None, :, None] ** 2 + axes[2][None, None, :] ** 2
        )
        total += np.exp((1.0 - away) * min(radii) / SOFT_MM)
    skin = SOFT_MM * np.log(np.maximum(total, 1e-30))
    return to_solid(level_surface(skin.astype(np.float32), grid))


def winged() -> Solid:
    """Give the bear wings as thin as paper, and a pin to hold."""
    wing = Solid.cylinder(0.5, 13.0, circular_segments=64).rotate((0, 90, 0)).scale((1, 0.8, 1.2))
    wings = [wing.rotate((0, 0, turn)).translate((side * 9, 18, 38)) for side, turn in ((-1, 30), (1, -30))]
    wand = Solid.cylinder(34, 0.35, circular_segments=16).rotate((0, -12, 0)).translate((22, -9, 26))
    return bear() + wings[0] + wings[1] + wand


def made(raw: Solid, *steps: Step) -> MeshModel:
    """Do steps to a figure, as the program does."""
    mesh = to_mesh(raw)
    job = JobContext()
    return finish(Walk(mesh.digest, lambda: mesh, KeepsakeRecipe(steps), Shelf(), job).whole(), job)


def halved(mesh: MeshModel) -> MeshModel:
    """Cut off what is in front."""
    return to_mesh(to_solid(mesh).trim_by_plane((0.0, 1.0, 0.0), 0.0))


Tile = tuple[str, Callable[[], MeshModel], Camera]
FRONT, INSIDE, BELOW, BEHIND = Camera(-65, 12), Camera(-90, 8), Camera(-70, -38), Camera(60, 12)
BESIDE = Camera(-20, 10)
TILES: tuple[Tile, ...] = (
    ("A figure", lambda: made(bear(), Foot()), FRONT),
    ("A loop above its centre of mass", lambda: made(bear(), Foot(), Loop()), FRONT),
    ("A hole", lambda: made(bear(), Foot(), Hole(4.0, Spot(on="front", shift_ratio=(0.5, 0.85)))), FRONT),
    ("A flat back", lambda: made(bear(), FlatBack(), Foot(), MagnetPocket(10, 3, Spot(on="back"))), BEHIND),
    ("Hollow, ceilings carry themselves", lambda: halved(made(bear(), Foot(), Hollow())), INSIDE),
    (
        "Drain and magnet below",
        lambda: made(bear(), Pedestal("round"), Hollow(), MagnetPocket(12, 3)),
        BELOW,
    ),
    ("Wings of 0.5 mm, a wand of 0.7 mm", lambda: made(winged(), Foot()), BESIDE),
    ("Thickened to 1.6 mm", lambda: made(winged(), Thicken(1.6), Foot()), BESIDE),
    (
        "Cut for a bed of 120 mm",
        lambda: made(bear(), Size(height_mm=200.0), Foot(), BedCut(120, 120, 120, bed=1)),
        Camera(-60, 28),
    ),
    ("A loop on its back", lambda: made(bear(), Foot(), Loop(spot=Spot(on="back"))), Camera(35, 12)),
    ("A covered magnet", lambda: halved(made(bear(), Pedestal(), MagnetPocket(10, 3, cover_mm=0.8))), INSIDE),
    (
        "A ring that lies across",
        lambda: made(bear(), Foot(), Loop(hole_mm=7, thick_mm=4, turn_deg=90)),
        FRONT,
    ),
)


def tile(label: str, mesh: MeshModel, camera: Camera, size_px: int) -> Image.Image:
    """Draw one picture with its label below."""
    picture = render_clay(mesh, camera, size_px=size_px, quality="final").astype(np.float64)
    cover = picture[..., 3:] / 255.0
    flat = (picture[..., :3] * cover + np.array(GROUND) * (1 - cover)).astype(np.uint8)
    sheet = Image.new("RGB", (size_px, size_px + LABEL_PX), GROUND)
    sheet.paste(Image.fromarray(flat), (0, 0))
    font = ImageFont.truetype(str(font_catalog().get("sans").file.path), 16)
    ImageDraw.Draw(sheet).text((size_px / 2, size_px + 4), label, INK, font, anchor="ma")
    return sheet


def main() -> None:
    """Draw all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=OUT)
    parser.add_argument("--picture-px", type=int, default=420)
    wanted = parser.parse_args()
    px = wanted.picture_px
    pictures = [np.asarray(tile(label, make(), camera, px)) for label, make, camera in TILES]
    rows = [np.hstack(pictures[k : k + COLUMNS]) for k in range(0, len(pictures), COLUMNS)]
    cv2.imwrite(str(wanted.out), np.vstack(rows)[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 9])
    print(wanted.out)


if __name__ == "__main__":
    main()

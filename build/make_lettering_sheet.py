"""Draw letterings as one sheet: every wall, raised and engraved, many scripts, flats, arcs and rough ground.

    python build/make_lettering_sheet.py [OUT.png] [--columns 6] [--picture-px 420]

What each one was set to (size, face, what is weak) stands under its picture.
"""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path

import numpy as np
from manifold3d import Manifold
from PIL import Image, ImageDraw, ImageFont

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_spots import Spot
from memoreez_desktop.core.keepsake_steps import PEDESTAL_STYLES, Lettering, Pedestal
from memoreez_desktop.core.product import Camera
from memoreez_desktop.geometry.clay import render_clay
from memoreez_desktop.geometry.fonts import font_catalog
from memoreez_desktop.geometry.solids import Solid, revolve, to_mesh
from memoreez_desktop.studio.api import StepTools, Workpiece
from memoreez_desktop.studio.steps.lettering import apply as write
from memoreez_desktop.studio.steps.pedestal import apply as put_on_pedestal

PAPER, INK, WEAK, LOST = (244, 244, 247), (40, 40, 48), (150, 96, 0), (176, 32, 32)
LABEL_PX = 70
OUT = Path(__file__).resolve().parents[1] / "docs" / "screenshots" / "letterings.png"
FRONT, BACK, ABOVE = Camera(-82, 16), Camera(98, 16), Camera(-90, 62)
WORDS = (
    ("Für Großmutter",),
    ("Emma & Lukas", "12. Juni 2026"),
    ("جدّتي الحبيبة",),
    ("Бабушке Жанне", "с любовью"),
    ("愛する祖母へ",),
    ("I ❤ you 😀",),
)
COLOURS = ("cream", "sage", "terracotta", "teal", "rose", "gold")

Tile = tuple[Lettering, Workpiece, Camera]


def pawn() -> Solid:
    """Return a figure with a waist and a head."""
    profile = [(0, 0), (15, 0), (16, 3), (14, 6), (11, 8), (7.5, 22), (7, 26), (10, 28), (10, 30), (7, 31)]
    ball = [(11.5 * np.sin(a), 40 - 11.5 * np.cos(a)) for a in np.linspace(0.65, np.pi, 40)]
    return revolve([*profile, *ball], 160)


def piece_of(solid: Solid) -> Workpiece:
    """Take a solid as a whole keepsake without a pedestal."""
    return Workpiece(solid, np.array(solid.bounding_box()).reshape(2, 3))


def rough_ball() -> Solid:
    """Return a ball with a hide, on which no letter can lie flat."""
    ball = Manifold.sphere(30, 256)

    def crumple(points: np.ndarray) -> np.ndarray:
        waves = np.sin(points * 0.9).prod(axis=1) + 0.6 * np.sin(points[:, [1, 2, 0]] * 1.7).prod(axis=1)
        return points * (1 + 0.045 * waves)[:, None]

    return ball.warp_batch(crumple).translate((0, 0, 30))


def on_walls(mode: str) -> list[Tile]:
    """Letter each style of pedestal in another script."""
    tiles: list[Tile] = []
    for style, lines in zip(PEDESTAL_STYLES, WORDS, strict=True):
        stand = put_on_pedestal(Pedestal(style), piece_of(pawn()), StepTools(0.4, lines), JobContext())
        tiles.append((Lettering(lines, mode=mode), stand, FRONT))
    return tiles


def round_and_far() -> list[Tile]:
    """Letter a round pedestal in ways of its own, and other walls farther round."""

    def stand(lines: tuple[str, ...], style: str = "round") -> Workpiece:
        return put_on_pedestal(Pedestal(style), piece_of(pawn()), StepTools(0.4, lines), JobContext())

    three = ("Alles Gute", "zum Geburtstag", "liebe Oma")
    around = ("Once upon a time there was a girl called Emma · ",)
    long = ("Bon anniversaire Grand-mère chérie",)
    return [
        (Lettering(three, align="left"), stand(three), FRONT),
        (Lettering(around, reach_deg=360), stand(around), FRONT),
        (Lettering(around, reach_deg=360), stand(around, "square"), Camera(-50, 24)),
        (Lettering(long, reach_deg=240), stand(("Bon",), "octagon"), FRONT),
        (Lettering(("Grandma Rose",), face="script"), stand(("Grandma Rose",)), FRONT),
        (
            Lettering(("Grandma Rose",), face="serif", mode="engraved"),
            stand(("Grandma Rose",), "oval"),
            FRONT,
        ),
    ]


def on_figures(mode: str) -> list[Tile]:
    """Letter flats, arcs, a ball, a rough ball and a place where somebody pointed."""
    slab = piece_of(Manifold.cube((80, 16, 60), True).translate((0, 0, 30)))
    ball = piece_of(Manifold.sphere(30, 160).translate((0, 0, 30)))
    rough = piece_of(rough_ball())
    waist = Spot(on="free", at_ratio=(0.5, 0.2, 0.22), facing=(0.0, -1.0, 0.3))
    return [
        (Lettering(("Emma Luise", "am Bodensee"), mode=mode, spot=Spot(on="back")), slab, BACK),
        (Lettering(("Best Dad", "Ever"), mode=mode, arc_mm=40, spot=Spot(on="front")), slab, FRONT),
        (Lettering(("Best Dad Ever",), mode=mode, arc_mm=-45, spot=Spot(on="front")), slab, FRONT),
        (Lettering(("Emma", "2026"), mode=mode, spot=Spot(on="front")), ball, FRONT),
        (Lettering(("Emma", "2026"), mode=mode, spot=Spot(on="front")), rough, FRONT),
        (Lettering(("EMMA",), mode=mode, spot=waist), piece_of(pawn().scale((2, 2, 2))), FRONT),
    ]


def picture(tile: Tile, colour: str, size_px: int) -> Image.Image:
    """Write, and draw what came of it with its verdict."""
    step, piece, camera = tile
    done = write(step, piece, StepTools(), JobContext())
    note = done.notes[-1]
    clay = Image.fromarray(render_clay(to_mesh(done.solid), camera, size_px=size_px, colour=colour))
    sheet = Image.new("RGB", (size_px, size_px + LABEL_PX), PAPER)
    sheet.paste(clay, (0, 0), clay)
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(font_catalog().get("sans").file.path), 12)
    values = note.values
    told = f"{values['mode']}, {values['face']}, {float(values['cap_mm']):.1f} mm"
    ink = {"good": INK, "thin": WEAK, "lost": LOST}[note.level]
    pen.text((size_px / 2, size_px + 8), told, fill=ink, font=font, anchor="mm")
    for number, line in enumerate(textwrap.wrap(str(note.sentence), 52)[:3]):
        pen.text((size_px / 2, size_px + 24 + 15 * number), line, fill=ink, font=font, anchor="mm")
    return sheet


def main() -> None:
    """Draw all of them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("out", nargs="?", type=Path, default=OUT)
    options.add_argument("--columns", type=int, default=6)
    options.add_argument("--picture-px", type=int, default=420)
    wished = options.parse_args()
    tiles = [
        *on_walls("raised"),
        *on_walls("engraved"),
        *round_and_far(),
        *on_figures("raised"),
        *on_figures("engraved"),
    ]
    size, columns = wished.picture_px, wished.columns
    rows = -(-len(tiles) // columns)
    sheet = Image.new("RGB", (columns * size, rows * (size + LABEL_PX)), PAPER)
    for number, tile in enumerate(tiles):
        drawn = picture(tile, COLOURS[number % len(COLOURS)], size)
        sheet.paste(drawn, (number % columns * size, number // columns * (size + LABEL_PX)))
    sheet.save(wished.out)


if __name__ == "__main__":
    main()

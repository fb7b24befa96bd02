"""Draw pedestals and what else comes on a keepsake as one sheet: symbols, QR codes, Braille.

    python build/make_pedestal_sheet.py [OUT.png] [--picture-px 380]

Each row is one figure or one decoration, each column one of the six styles. Under each picture stand the
measures that were worked out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
from manifold3d import Manifold
from PIL import Image, ImageDraw, ImageFont

from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.keepsake_recipe import KeepsakeRecipe
from memoreez_desktop.core.keepsake_spots import Spot
from memoreez_desktop.core.keepsake_steps import (
    PEDESTAL_STYLES,
    Braille,
    Emblem,
    Lettering,
    Pedestal,
    PedestalStyle,
    QrCode,
    Step,
)
from memoreez_desktop.core.product import Camera
from memoreez_desktop.geometry.clay import render_clay
from memoreez_desktop.geometry.fonts import font_catalog
from memoreez_desktop.geometry.icon_shapes import icon_shape
from memoreez_desktop.geometry.inflation import puffy
from memoreez_desktop.geometry.shapes import bridge_parts, thicken
from memoreez_desktop.geometry.solids import Solid, to_mesh, union
from memoreez_desktop.studio.shaping import quick
from memoreez_desktop.studio.shelf import Shelf
from memoreez_desktop.studio.walk import Walk

PAPER, INK = (244, 244, 247), (60, 60, 70)
LABEL_PX = 30
OUT = Path(__file__).resolve().parents[1] / "docs" / "screenshots" / "pedestals.png"
FRONT, BACK = Camera(-76, 17), Camera(98, 14)
COLOURS = ("cream", "sage", "terracotta", "teal", "rose", "gold")
Tile = tuple[str, Solid, tuple[Step, ...], Camera]


def icon(name: str, size_mm: float) -> Solid:
    """Return a plump symbol, standing."""
    flat = bridge_parts(thicken(icon_shape(f"mdi6:{name}", size_mm), 2.4))
    return puffy(flat, 8.0, 1.6, 0.4).rotate((90.0, 0.0, 0.0))


def bear() -> Solid:
    """Return a sitting bear of balls."""
    balls = [
        (0, 0, 17, 17, 15, 18), (0, -2, 42, 14, 13, 13), (-10, 0, 53, 5, 3.5, 5), (10, 0, 53, 5, 3.5, 5),
        (-13, -12, 6, 7, 9, 6.5), (13, -12, 6, 7, 9, 6.5), (-16, -6, 24, 5, 6, 9), (16, -6, 24, 5, 6, 9),
        (0, -14, 39, 6, 5, 5),
    ]  # fmt: skip
    return union(Manifold.sphere(1, 96).scale((a, b, c)).translate((x, y, z)) for x, y, z, a, b, c in balls)


def tower() -> Solid:
    """Return something tall and thin."""
    return Manifold.cylinder(120, 8, 5, 96) + Manifold.sphere(9, 96).translate((0, 0, 122))


def rows() -> list[tuple[str, list[Tile]]]:
    """Return every row with its title."""

    def each(figure: Solid, steps: Callable[[PedestalStyle], tuple[Step, ...]], camera: Camera) -> list[Tile]:
        return [(style, figure, steps(style), camera) for style in PEDESTAL_STYLES]

    words = ("GRANDPA KARL", "HATES MONDAYS")
    karl, plate = bear(), Manifold.cube((70, 4, 50), True)
    hearts = [Emblem("mdi6:heart", spot=Spot(angle_deg=angle)) for angle in (-45.0, 0.0, 45.0)]
    return [
        ("A bear", each(karl, lambda s: (Pedestal(s),), FRONT)),
        ("A tractor with words", each(icon("tractor", 62), lambda s: (Pedestal(s), Lettering(words)), FRONT)),
        (
            "A tall tower",
            each(tower(), lambda s: (Pedestal(s), Lettering(words[:1], mode="engraved")), FRONT),
        ),
        ("An upright plate", each(plate, lambda s: (Pedestal(s), Lettering(("EMMA",))), FRONT)),
        ("Symbols", each(karl, lambda s: (Pedestal(s, height_mm=16.0), *hearts), FRONT)),
        ("Braille", each(karl, lambda s: (Pedestal(s, width_mm=62.0), Braille("Emma 70", Spot())), FRONT)),
        ("Elsewhere", elsewhere()),
    ]


def elsewhere() -> list[Tile]:
    """Return codes, symbols and dots on other places."""
    brick, back = Manifold.cube((56, 14, 62), True), Spot(on="back")
    link = "https://memoreez.example"
    return [
        ("code, back", brick, (QrCode(link),), BACK),
        ("code, drum", icon("cat", 40), (Pedestal(width_mm=58.0), QrCode("KARL 70", spot=Spot())), FRONT),
        ("code, bear", bear(), (QrCode("KARL 70"),), BACK),
        ("symbol, bear", bear(), (Emblem("mdi6:fish", 20.0, back),), BACK),
        ("symbol, cut", brick, (Emblem("mdi6:sail-boat", 40.0, back, "engraved"),), BACK),
        ("Braille, bear", bear(), (Braille("Ed", back),), BACK),
    ]


def drawn(tile: Tile, colour: str, size_px: int) -> Image.Image:
    """Return one picture with its label."""
    name, figure, steps, camera = tile
    mesh = to_mesh(figure).on_bed()
    shaped = Walk(mesh.digest, lambda: mesh, KeepsakeRecipe(steps), Shelf(), JobContext()).whole()
    picture = render_clay(quick(shaped), camera, size_px=size_px, colour=colour, quality="final")
    sheet = Image.new("RGB", (size_px, size_px + LABEL_PX), PAPER)
    clay = Image.fromarray(picture)
    sheet.paste(clay, (0, 0), clay)
    values = shaped.piece.notes[0].values
    sizes = [f"{values[k]:g}" for k in ("width_mm", "depth_mm", "height_mm", "size_mm") if k in values]
    font = ImageFont.truetype(str(font_catalog().get("sans").file.path), 13)
    label = f"{name}  {' x '.join(sizes)} mm" if sizes else name
    ImageDraw.Draw(sheet).text((10, size_px + 6), label, INK, font)
    return sheet


def main() -> None:
    """Draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=OUT)
    parser.add_argument("--picture-px", type=int, default=380)
    given = parser.parse_args()
    bands = []
    for number, (title, tiles) in enumerate(rows()):
        print(title)
        band = [np.asarray(drawn(tile, COLOURS[number % 6], given.picture_px)) for tile in tiles]
        bands.append(np.hstack(band))
    given.out.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.vstack(bands)).save(given.out, optimize=True)


if __name__ == "__main__":
    main()

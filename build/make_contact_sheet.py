"""Draw every keepsake as one contact sheet, each from a real photo or a story, as it is going to be printed.

    python build/make_contact_sheet.py [OUT.png] [PRODUCT …] [--columns 7] [--picture-px 480]

The photos are those that scikit-image brings along: Eileen Collins (NASA, public domain), the cat Chelsea
(Stefan van der Walt, CC0), a cup of coffee (Rachel Michetti, CC0) and a rocket (SpaceX, CC0).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import cv2
import numpy as np
import skimage.data
from PIL import Image, ImageDraw, ImageFont

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.story import Story
from memoreez_desktop.geometry.clay import render_clay
from memoreez_desktop.geometry.fonts import font_catalog
from memoreez_desktop.sculpting.catalog import product_catalog
from memoreez_desktop.services.load_photos import reference_photo

LIGHT, DARK, INK = (244, 244, 247), (86, 83, 84), (40, 40, 48)
LABEL_PX = 40
KARL = Story("Grandpa Karl", 70, ("fishing", "tractors", "coffee", "baking"), "hates Mondays", "birthday")
TOM = Story("Uncle Tom", 40, ("motorcycle", "dogs", "guitar"), "", "anniversary", ("UNCLE TOM", "40 YEARS"))
ANNA = Story("Anna", None, ("chess", "reading", "cats"), "", "graduation", ("ANNA", "GRADUATED 2026"))
EILEEN = Story("Commander Eileen", text_lines=("COMMANDER EILEEN", "1999"))
CHELSEA = Story("Chelsea", text_lines=("CHELSEA", "QUEEN OF THE SOFA"))
BREAK = Story("Mia", text_lines=("MIA", "COFFEE FIRST"))
# What shows a product best: story, photo, colour; others take the next story and colour in turn.
SHOWN: dict[str, tuple[Story, str, str]] = {
    "portrait-coin": (EILEEN, "astronaut", "gold"),
    "relief-medallion": (CHELSEA, "cat", "cream"),
    "relief-plaque": (BREAK, "coffee", "cream"),
    "relief-figurine": (EILEEN, "astronaut", "terracotta"),
    "standee": (EILEEN, "astronaut", "plum"),
    "cookie-cutter": (EILEEN, "rocket", "blue"),
    "icon-figurine": (KARL, "", "terracotta"),
    "icon-medallion": (TOM, "", "gold"),
    "story-crest": (KARL, "", "cream"),
    "icon-standee": (TOM, "", "teal"),
    "pen-cup": (KARL, "", "teal"),
    "nameplate": (ANNA, "", "sage"),
}
COLOURS = ("cream", "sage", "terracotta", "teal", "rose", "blue", "gold", "plum")
PHOTOS = ("astronaut", "coffee", "cat", "rocket")


def tile(product_id: str, story: Story, photo: str, colour: str, size_px: int) -> np.ndarray:
    """Build a product as it is printed and take its picture, (size, size, 3) uint8."""
    product = product_catalog().get(product_id)
    recipe = Recipe(product_id, story=story)
    if photo:
        recipe = replace(recipe, photo=reference_photo(Path(photo)))
    made = product.build(recipe, "final", JobContext())
    picture = render_clay(
        made.mesh, made.camera, size_px=size_px, colour=colour, quality="final", backlight=made.backlight
    )
    ground = np.array(DARK if made.backlight else LIGHT)
    cover = picture[..., 3:] / 255.0
    return np.asarray(picture[..., :3] * cover + ground * (1 - cover), dtype=np.uint8)


def wanted(names: list[str], folder: Path) -> list[tuple[str, Story, str, str]]:
    """Choose story, photo and colour of every product."""
    files = {}
    for name in PHOTOS:
        files[name] = str(folder / f"{name}.png")
        cv2.imwrite(files[name], getattr(skimage.data, name)()[..., ::-1])
    jobs = []
    for turn, product in enumerate(product_catalog()):
        if names and product.id not in names:
            continue
        usual = (
            (KARL, ANNA, TOM)[turn % 3],
            PHOTOS[turn % 2],
            COLOURS[turn % len(COLOURS)],
        )
        story, photo, colour = SHOWN.get(product.id, usual)
        jobs.append((product.id, story, files[photo] if product.info.source == "photo" else "", colour))
    return jobs


def main() -> int:
    """Draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", nargs="?", type=Path, default=Path("docs/screenshots/keepsakes.png"))
    parser.add_argument("product", nargs="*")
    parser.add_argument("--columns", type=int, default=7)
    parser.add_argument("--picture-px", type=int, default=480)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        jobs = wanted(asked.product, Path(folder))
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            tiles = list(pool.map(tile, *zip(*jobs, strict=True), [asked.picture_px] * len(jobs)))
    columns, side = asked.columns, asked.picture_px
    rows = -(-len(tiles) // columns)
    sheet = Image.new("RGB", (columns * side, rows * (side + LABEL_PX)), LIGHT)
    pen = ImageDraw.Draw(sheet)
    face = ImageFont.truetype(str(font_catalog().get("sans").file.path), 20)
    for number, (picture, (product_id, *_)) in enumerate(zip(tiles, jobs, strict=True)):
        x, y = number % columns * side, number // columns * (side + LABEL_PX)
        sheet.paste(Image.fromarray(picture), (x, y))
        label = str(product_catalog().get(product_id).info.label)
        pen.text((x + 12, y + side + 8), label, INK, face)
    sheet.save(asked.out, optimize=True)
    print(f"{asked.out}: {len(tiles)} keepsakes")
    return 0


if __name__ == "__main__":
    sys.exit(main())

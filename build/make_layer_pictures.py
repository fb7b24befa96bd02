"""Draw every layer of G-code files as contact sheets: roles in colours, lines as wide as they are printed.

    python build/make_layer_pictures.py OUT_FOLDER [FILE.gcode …] [--step N]

Without a file one of every product is built of a sample story or photo and sliced, as the journey does it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import cv2
import numpy as np

from memoreez_desktop.concepts.offline import plan_concepts
from memoreez_desktop.core.errors import MemoreezError
from memoreez_desktop.core.gcode import Role, Toolpaths
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.resources import resource_path
from memoreez_desktop.core.story import Brief, Story
from memoreez_desktop.services.catalogs import product_infos
from memoreez_desktop.services.load_photos import reference_photo
from memoreez_desktop.services.make_sculpture import make_sculpture
from memoreez_desktop.services.profiles import slice_settings, suggested_quality_id
from memoreez_desktop.services.slice_keepsake import slice_keepsake
from memoreez_desktop.slicing.gcode.reader import read_gcode

# Blue, green, red: what OpenCV draws.
COLOURS = {
    Role.TRAVEL: (90, 90, 90),
    Role.PERIMETER: (70, 210, 250),
    Role.EXTERNAL_PERIMETER: (40, 130, 250),
    Role.OVERHANG_PERIMETER: (250, 60, 40),
    Role.GAP_FILL: (250, 250, 250),
    Role.BRIDGE_INFILL: (250, 150, 90),
    Role.SOLID_INFILL: (200, 80, 190),
    Role.TOP_SOLID_INFILL: (80, 80, 250),
    Role.INFILL: (60, 110, 160),
    Role.SKIRT: (120, 160, 90),
    Role.BRIM: (150, 190, 90),
    Role.SUPPORT_MATERIAL: (90, 200, 90),
    Role.SUPPORT_INTERFACE: (60, 140, 40),
    Role.OTHER: (120, 120, 120),
}
TILE_PX, ACROSS, DOWN = 360, 5, 4
# Lines are drawn with this many binary digits of a pixel.
SHIFT = 4


def picture(paths: Toolpaths, layer: int, low: np.ndarray, scale: float) -> np.ndarray:
    """Draw one layer: black ground, prints in their colours and widths, travels thin above them."""
    tile = np.zeros((TILE_PX, TILE_PX, 3), np.uint8)
    rows = np.flatnonzero(paths.layer == layer)
    for travels in (False, True):
        for i in rows[(paths.role[rows] == Role.TRAVEL) == travels]:
            ends = [(paths.start_mm[i, :2] - low) * scale + 6, (paths.end_mm[i, :2] - low) * scale + 6]
            a, b = (
                (int(x * 2**SHIFT), int((TILE_PX - y) * 2**SHIFT)) for x, y in (end.tolist() for end in ends)
            )
            wide = 1 if travels else max(1, round(float(paths.width_mm[i]) * scale))
            cv2.line(tile, a, b, COLOURS[Role(int(paths.role[i]))], wide, cv2.LINE_AA, SHIFT)
    words = f"{layer}  z {paths.layer_z_mm[layer]:.2f}"
    cv2.putText(tile, words, (6, 16), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (230, 230, 230), 1, cv2.LINE_AA)
    return tile


def sheets(gcode: Path, folder: Path, step: int) -> list[Path]:
    """Write the contact sheets of one file and return them."""
    _, paths = read_gcode(gcode)
    printed = (paths.role != Role.TRAVEL) & (paths.role != Role.OTHER)
    ends = np.concatenate([paths.start_mm[printed, :2], paths.end_mm[printed, :2]])
    low, high = ends.min(axis=0) - 1, ends.max(axis=0) + 1
    scale = (TILE_PX - 12) / float((high - low).max())
    layers = range(0, len(paths.layer_z_mm), step)
    tiles = [picture(paths, layer, low, scale) for layer in layers]
    written = []
    for start in range(0, len(tiles), ACROSS * DOWN):
        part = tiles[start : start + ACROSS * DOWN]
        part += [np.zeros_like(tiles[0])] * (-len(part) % ACROSS)
        rows = [np.hstack(part[k : k + ACROSS]) for k in range(0, len(part), ACROSS)]
        written.append(folder / f"{gcode.stem}-{start * step:04d}.png")
        cv2.imwrite(str(written[-1]), np.vstack(rows))
    return written


def journey_files(folder: Path) -> list[Path]:
    """Build and slice one of every product."""
    photo = reference_photo(resource_path("samples", "photo.jpg"))
    brief = Brief(Story(name="Anna", passions=("music", "fishing")), (photo,))
    made: dict[str, Path] = {}
    for plan in plan_concepts(brief, product_infos(), 6 * len(product_infos())):
        product = plan.recipe.product_id
        if product in made:
            continue
        try:
            mesh = make_sculpture(plan.recipe, JobContext()).mesh
            settings = slice_settings(quality_id=suggested_quality_id(product))
            out = folder / f"{product}.gcode"
            slice_keepsake(mesh, settings, out, "", JobContext())
            made[product] = out
        except MemoreezError as error:
            print(f"{product}: {error}", file=sys.stderr)
    return list(made.values())


def main() -> int:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--step", type=int, default=1, help="every so many layers")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for gcode in options.files or journey_files(options.folder):
        for sheet in sheets(gcode, options.folder, options.step):
            print(sheet)
    return 0


if __name__ == "__main__":
    sys.exit(main())

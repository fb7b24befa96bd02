"""What keepsakes are tried with: words in many scripts, short and long, and photos, kind and nasty."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import skimage.data

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.story import OCCASIONS, Story

# Name and passion: languages and scripts, then the shortest, the longest and what no font writes.
TOLD = (
    ("Grandpa Karl", "fishing"),
    ("A", "chess"),
    ("Maximiliana Theodora von und zu Hohenfels-Bruckmannsdorfer II", "music"),
    ("🎣🚜", "☕"),
    ("محمد", "كرة القدم"),
    ("Großmutter Änne", "Backen"),
    ("Žofia Łukasiewicz", "pieski"),
    ("François", "le vélo"),
    ("Алёна", "музыка"),
    ("Ελένη", "γάτες"),
    ("花子", "猫"),
    ("שרה", "ספרים"),
    ("José Núñez", "fútbol"),
    ("Nguyễn Thị Hương", "coffee"),
    ("İpek", "kedi"),
    ("", ""),
    ("Mia & Ben", "hiking"),
    ("i.", "zzqx"),
    ("WWWWWWWWWWWW", "tractors"),
    ("Anna 40", "cats"),
)
PHOTOS = ("astronaut", "cat", "coffee", "rocket", "nothing", "pixel", "white", "panorama", "column", "noise")


@dataclass(frozen=True)
class Case:
    """One keepsake to try."""

    number: int
    recipe: Recipe
    photo: Path | None
    judged: bool

    def __str__(self) -> str:
        told = self.recipe.story
        drawn = ", ".join(f"{name}={value}" for name, value in self.recipe.params)
        photo = f", {self.photo.stem}" if self.photo else ""
        return f"{self.number} ({told.name or 'nobody'}, {told.passions or 'nothing'}{photo}; {drawn})"


def draw_photos(folder: Path) -> list[Path]:
    """Write the photos; one file is empty."""
    coffee = skimage.data.coffee()
    chance = np.random.default_rng(1)
    made = {
        "pixel": np.full((1, 1, 3), 90, np.uint8),
        "white": np.full((600, 800, 3), 255, np.uint8),
        "panorama": cv2.resize(np.tile(coffee[100:300], (1, 3, 1)), (9000, 200)),
        "column": cv2.resize(coffee[:, 200:320], (90, 3000)),
        "noise": chance.integers(0, 256, (500, 400, 3), dtype=np.uint8),
    }
    paths = [folder / f"{name}.png" for name in PHOTOS]
    for path in paths:
        if path.stem == "nothing":
            path.touch()
        else:
            rgb = made[path.stem] if path.stem in made else getattr(skimage.data, path.stem)()
            cv2.imwrite(str(path), rgb[..., ::-1])
    return paths


def draw_case(info: ProductInfo, number: int, photos: list[Path], judged: int) -> Case:
    """Choose words, photo and choices of one case; the same each time."""
    name, passion = TOLD[number % len(TOLD)]
    chance = random.Random(f"{info.id} {number}")
    occasion = chance.choice((*OCCASIONS, ""))
    story = Story(name, chance.choice((None, 7, 40, 101)), (passion,) if passion else (), "", occasion)
    drawn = {known.id: chance.choice(known.choices)[0] for known in info.fields if known.kind == "choice"}
    recipe = Recipe(info.id, story=story, seed=number + 1).with_params(**drawn)
    photo = photos[number % len(photos)] if info.source == "photo" else None
    return Case(number + 1, recipe, photo, number < judged)

"""The faces people can choose for lettering; all of them come with the program."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.font_files import FontFile, package_folder

_EUROPEAN = frozenset({"Latn", "Cyrl", "Grek", "Zyyy", "Zinh"})
_OFL = "SIL Open Font License 1.1"


@dataclass(frozen=True)
class FontFace:
    """A face that can be wished for.

    Attributes
    ----------
    id : str
    label : str
        For people.
    file : FontFile
    licence : str
        In one line, for the About page.
    scripts : frozenset of str
        ISO 15924 codes of what the face was drawn for; other scripts are set in a face of their own even
        where this one has some of their letters.
    least_cap_mm : float
        Capitals lower than this lose strokes or openings with a 0.4 mm nozzle. For bold sans measured on
        eight fonts (a stroke of 0.45 mm is reached at 3 mm); for scripts the studio's own figure.
    joined : bool
        Its letters run into each other: they are set as written, never in capitals, never spaced out.
    """

    id: str
    label: str
    file: FontFile
    licence: str
    scripts: frozenset[str] = _EUROPEAN
    least_cap_mm: float = 3.0
    joined: bool = False


@functools.cache
def font_catalog() -> Catalog[FontFace]:
    """Every face, the default one first."""
    dejavu = package_folder("matplotlib") / "mpl-data" / "fonts" / "ttf"
    roboto = package_folder("font_roboto") / "files" / "Roboto-Bold.ttf"
    vera = "DejaVu Fonts: Bitstream Vera licence, changes in the public domain"
    slab = FontFile(_packaged("roboto_slab", "RobotoSlab[wght].ttf"), weight=800)
    rounded = FontFile(_packaged("fredoka", "Fredoka[wdth,wght].ttf"), weight=600)
    script = FontFile(_packaged("pacifico", "Pacifico-Regular.ttf"))
    brush = FontFile(_packaged("lobster", "Lobster-Regular.ttf"))
    faces = [
        FontFace("sans", say("Sans, bold"), FontFile(dejavu / "DejaVuSans-Bold.ttf"), vera),
        FontFace(
            "serif", say("Serif, bold"), FontFile(dejavu / "DejaVuSerif-Bold.ttf"), vera, least_cap_mm=5.0
        ),
        FontFace("roboto", say("Roboto, bold"), FontFile(roboto), "Roboto: Apache License 2.0"),
        FontFace("slab", say("Slab serif"), slab, "Roboto Slab: Apache License 2.0", least_cap_mm=3.4),
        FontFace("rounded", say("Rounded"), rounded, f"Fredoka: {_OFL}", frozenset({*_EUROPEAN, "Hebr"})),
        FontFace("script", say("Script"), script, f"Pacifico: {_OFL}", least_cap_mm=9.0, joined=True),
        FontFace("brush", say("Brush script"), brush, f"Lobster: {_OFL}", least_cap_mm=7.0, joined=True),
    ]
    return Catalog("font", faces)


def _packaged(family: str, name: str) -> Path:
    return package_folder(f"fontpkg_{family}") / "files" / name


def font_face(face_id: str) -> FontFace:
    """Find a face by id.

    Raises
    ------
    UsageError
        No face has this id.
    """
    return font_catalog().get(face_id)

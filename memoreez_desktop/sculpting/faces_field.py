"""The choice of a face for lettering, shared by every product that offers one."""

from __future__ import annotations

from memoreez_desktop.core.provider import FieldSpec
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.fonts import font_face

FACE_CHOICES = (
    ("sans", say("Sans")),
    ("slab", say("Slab serif")),
    ("serif", say("Serif")),
    ("rounded", say("Rounded")),
    ("script", say("Script")),
    ("brush", say("Brush script")),
    ("roboto", say("Narrow")),
)


def face_field(default: str = "sans", without: tuple[str, ...] = ()) -> FieldSpec:
    """Describe the choice of a face."""
    choices = tuple(choice for choice in FACE_CHOICES if choice[0] not in without)
    return FieldSpec("face", say("Lettering"), "choice", default, choices=choices)


def dressed(line: str, face_id: str) -> str:
    """Write a line as its face wants it: in capitals, but a script as it is spoken."""
    return line if font_face(face_id).joined else line.upper()

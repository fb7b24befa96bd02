"""Which font draws a character: the wished face, the program's other ones, at last this computer's."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.words import say
from memoreez_desktop.geometry.emoji_icons import emoji_icon
from memoreez_desktop.geometry.font_files import FontFile, load_font
from memoreez_desktop.geometry.fonts import FontFace
from memoreez_desktop.geometry.glyphs import glyph_contours
from memoreez_desktop.geometry.itemising import clusters, is_emoji, is_ignorable, printable
from memoreez_desktop.geometry.packaged_fonts import emoji_font, script_font, spare_fonts
from memoreez_desktop.geometry.system_fonts import SystemFont, system_fonts

_MOST_NAMED = 6


@functools.lru_cache(maxsize=4096)
def font_for(cluster: str, script: str, scripts_around: frozenset[str], wished: FontFace) -> FontFile | None:
    """Return the first font that draws a whole cluster, or None.

    Parameters
    ----------
    cluster : str
        One character with what belongs to it.
    script : str
        Its ISO 15924 code.
    scripts_around : frozenset of str
        Those of the whole text.
    wished : FontFace
        Comes first for the scripts it was drawn for.
    """
    for file in _packaged(cluster, script, scripts_around, wished):
        if draws(file, cluster):
            return file
    return installed_font_for(cluster, system_fonts())


def _packaged(cluster: str, script: str, around: frozenset[str], wished: FontFace) -> Iterator[FontFile]:
    if is_emoji(cluster):
        yield emoji_font()
    own = script_font(script, around)
    if script in wished.scripts:
        yield wished.file
    if own is not None:
        yield own
    yield wished.file
    yield from spare_fonts()


def installed_font_for(cluster: str, fonts: tuple[SystemFont, ...]) -> FontFile | None:
    """Return the first installed font with outlines for a cluster: colour bitmaps cannot be printed."""
    needed = [ord(c) for c in cluster if not is_ignorable(c)]
    for font in fonts:
        if all(code in font.characters for code in needed) and _has_outline(font.file, cluster[0]):
            return font.file
    return None


def draws(file: FontFile, cluster: str) -> bool:
    """Tell whether a font has every character, or the parts it is composed of."""
    face = load_font(file)
    return all(
        face.has(c) or all(face.has(part) for part in unicodedata.normalize("NFD", c))
        for c in cluster
        if not is_ignorable(c)
    )


def _has_outline(file: FontFile, character: str) -> bool:
    glyph = load_font(file).font.get_nominal_glyph(ord(character))
    return bool(glyph) and (character.isspace() or bool(glyph_contours(file, glyph)))


def undrawable(parts: list[str]) -> InputError:
    """Name the characters that no font has."""
    named = [f"{part} (U+{ord(part[0]):04X})" for part in dict.fromkeys(parts)]
    names = ", ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
    return InputError(
        say("No font on this computer can draw: {names}.", names=names),
        say("Leave these characters out of the text, or install a font that has them."),
    )


def drawable_emoji(text: str) -> str:
    """Return the text without the emoji that no font here can draw; everything else stays."""
    parts = clusters(printable(text))
    return "".join(p for p in parts if not is_emoji(p) or emoji_icon(p) or draws(emoji_font(), p))

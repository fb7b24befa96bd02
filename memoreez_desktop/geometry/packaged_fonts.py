"""Fonts that lend letters to every face: one for each of the world's scripts, symbols and emoji."""

from __future__ import annotations

import functools

from memoreez_desktop.geometry.font_files import FontFile, package_folder

NOTO_LICENCE = "Noto Sans, Noto Sans CJK, Noto Emoji: SIL Open Font License 1.1"

# ISO 15924 code to the name in Noto's file.
_SCRIPTS = {
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Deva": "Devanagari", "Ethi": "Ethiopic",
    "Geor": "Georgian", "Gujr": "Gujarati", "Guru": "Gurmukhi", "Hebr": "Hebrew", "Knda": "Kannada",
    "Khmr": "Khmer", "Laoo": "Lao", "Mlym": "Malayalam", "Mymr": "Myanmar", "Orya": "Oriya",
    "Sinh": "Sinhala", "Taml": "Tamil", "Telu": "Telugu", "Thai": "Thai",
}  # fmt: skip
# Which face of the collection draws a script; Han has a shape of its own in each language.
_CJK = {"Hira": 0, "Kana": 0, "Hang": 1, "Hani": 2, "Bopo": 3}
_CJK_ORDER = ("Hira", "Kana", "Hang", "Bopo", "Hani")


def _noto(name: str) -> FontFile:
    return FontFile(package_folder("manimgx_fonts") / f"Noto{name}[wght].ttf")


@functools.cache
def emoji_font() -> FontFile:
    """Return the font with outlines of emoji."""
    return _noto("Emoji")


@functools.cache
def script_font(script: str, scripts_around: frozenset[str] = frozenset()) -> FontFile | None:
    """Return the font drawn for a script, if one comes with the program.

    Parameters
    ----------
    script : str
        ISO 15924 code.
    scripts_around : frozenset of str
        Every script of the text: Chinese characters beside kana are Japanese.
    """
    if script in _SCRIPTS:
        return _noto(f"Sans{_SCRIPTS[script]}")
    if script in _CJK:
        language = next(code for code in _CJK_ORDER if code in scripts_around or code == script)
        return FontFile(package_folder("manimgx_fonts_cjk") / "NotoSansCJK-VF.otf.ttc", _CJK[language])
    return None


@functools.cache
def spare_fonts() -> tuple[FontFile, ...]:
    """Return the fonts asked in turn for whatever the wished face and the script's font lack."""
    dejavu = FontFile(package_folder("matplotlib") / "mpl-data" / "fonts" / "ttf" / "DejaVuSans-Bold.ttf")
    cjk = script_font("Hani")
    scripts = (script_font(script) for script in _SCRIPTS)
    return (
        dejavu,
        _noto("Sans"),
        _noto("SansSymbols"),
        emoji_font(),
        *(font for font in (*scripts, cjk) if font is not None),
    )

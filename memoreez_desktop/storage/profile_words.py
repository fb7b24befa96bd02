"""The words of the shipped profiles, where translators can find them.

The profiles are data; their words must also stand in the program as literals. A test holds the two together.
"""

from __future__ import annotations

from memoreez_desktop.core.words import Phrase, say

_SHIPPED: tuple[Phrase, ...] = (
    say("Generic 220 × 220"),
    say("Generic 300 × 300"),
    say("Silk PLA"),
    say("Draft"),
    say("Standard"),
    say("Fine"),
    say("Strong"),
    say("Lithophane"),
    say("0.28 mm layers: quick, with visible steps."),
    say("0.20 mm layers: a good balance of time and detail."),
    say("0.12 mm layers: crisp letters and smooth slopes, about twice the time."),
    say("0.20 mm layers, four walls, 35 % infill: for what is carried or pulled."),
    say("0.16 mm layers, solid pictures, with a brim: for what is lit from behind."),
    say("Needs the macros PRINT_START (with BED and EXTRUDER) and PRINT_END in the printer's configuration."),
    say(
        "Plain G-code with a simple start: without the maker's own calibration and without the filament "
        "changer. For those, open the STL in Bambu Studio."
    ),
)
_BY_TEXT: dict[str, Phrase] = {str(words): words for words in _SHIPPED}


def in_other_languages_too(text: str) -> str:
    """Return the translatable sentence for a shipped text; a person's own text stays as it is."""
    return _BY_TEXT.get(text, text)

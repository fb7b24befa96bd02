"""Which language a story was told in."""

from __future__ import annotations

import re

from memoreez_desktop.core.story import Story

LONGEST_READ = 2000
_GERMAN = frozenset(
    """
    und oder aber der die das den dem des ein eine einen mit für oma opa onkel tante mutti vati liebt lieben
    mag mögen hasst sein seine seinen ihr ihre ihren mein meine meinen meiner unser unsere nicht kein keine
    keinen immer zum zur von ohne gern gerne ist wird sind sie er es hat spielt fährt sammelt backt kocht geht
    zu nie bei beim im am auf aus vor auch sehr schon wenn weil seit jahre jahren geburtstag
    hochzeit weihnachten alles gute ruhestand taufe beste bester liebste kann
    """.split()  # noqa: SIM905 - a list of quoted words would hide the words
)
_ENGLISH = frozenset(
    """
    and or but the a an with for grandpa grandma grandad granny uncle aunt mum mom dad loves love likes like
    enjoys hates his her their my our not no always of without is are was turns who she he they plays has have
    can never very at on to every years year birthday wedding anniversary christmas happy best from their
    graduation retirement drives collects keeps runs makes goes
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W\d_]+")


def told_language(story: Story) -> str:
    """Guess the language of a story.

    Returns
    -------
    str
        ``de``, ``en``, or empty when its words could be either (a name alone).
    """
    told = " ".join(
        (story.free_text[:LONGEST_READ], story.quirk, story.name, *story.passions[:40], *story.text_lines)
    )
    words = [word.casefold() for word in _WORD.findall(told[: 2 * LONGEST_READ])]
    german = sum(word in _GERMAN for word in words) + len(re.findall(r"[äöüß]", told))
    english = sum(word in _ENGLISH for word in words)
    if german == english:
        return ""
    return "de" if german > english else "en"

"""Words glued together: "Hundesport" shows a dog, "Apfelkuchen" a cake, "birdwatching" a bird."""

from __future__ import annotations

from collections.abc import Iterator

from memoreez_desktop.imaging.icon_index import IconIndex, Table
from memoreez_desktop.imaging.icon_stems import Language, exact_key, stem

SHORTEST = 8
"""Shorter words are hardly ever two."""
_SHORTEST_FRONT = 4
_SURE_FRONT = 6
"""A known front part of this many letters is no accident, whatever follows ("Enterprise" is no "Ente")."""
_LINKS = ("", "s", "n", "en", "es", "er", "e", "ns")
"""Letters German puts between the parts."""

_KINDS = frozenset(
    """
    kuchen torte eis suppe brot musik baum bäume auto autos wagen boot boote schiff tanz tanzen bier wein
    tee kaffee käse wurst salat tauchen klettern schwimmen angeln fechten reiten malen stricken nähen singen
    schiessen chor
    """.split()  # noqa: SIM905 - a list of quoted words would hide the words
)
"""Second parts (ß is ss here) that say what it is; others say what is done with the first."""
_DEEDS: dict[Language, frozenset[str]] = {
    "de": frozenset(
        """
                abend abende arbeit arbeiten ausflug ausstellung ausstellungen ausflüge bau bauen
        basteln club fahren fahrt fahrten fan fest         film filme fotografie freund freunde freundin
        führung garten gucken haltung haltungen händler halter         halterin handel haus jagd kauf
        kenner kochen kunde kurs kurse leben lesen lehrer lehrerin lieb liebe         liebhaber
        liebhaberin macher mann meister meisterin narr nerd park pflege probe proben profi reise
        reisen restaurierung rennen runde sachen sammeln sammler sammlerin sammlung schau schule spiel
        spiele         spielen spieler spielerin sport sucht suche suchen tag tage tour touren training
        trainer treffen         trinken verein verkostung versteher welt wettbewerb wanderung wandern
        werkstatt woche züchten züchter         zucht bild bilder karte karten essen hof stall laden
        geschäft tasse buch bücher geschichte geschichten         rezept rezepte rätsel herstellung
        sosse sossen sauce saucen präparation zubereitung wesen kunst kunde         gärtner fahrer
        fahrerin lauf laufen tier tiere mädchen junge opa oma papa mama
        """.split()  # noqa: SIM905
    ),
    "en": frozenset(
        """
        watching watcher making maker binding blowing building builder keeping keeper hunting hunter spotting
        spotter craft work working worker lover loving collecting collector picking smithing riding rider
        racing racer man woman lady house hounding fan fest club girl boy mad geek nerd painting throwing
        """.split()  # noqa: SIM905
    ),
}


def compound_icons(index: IconIndex, word: str) -> tuple[str, ...]:
    """Find the pictures of the part of a compound that tells most.

    Parameters
    ----------
    word : str
        One lower-case word that is in no table as a whole.

    Returns
    -------
    tuple of str
        Icon ids; empty when the word is no compound of known parts.
    """
    if len(word) < SHORTEST:
        return ()
    plain = word.removeprefix("lieblings")
    return _german(index, plain) or _english(index, plain)


def _german(index: IconIndex, word: str) -> tuple[str, ...]:
    tables = index.curated["de"], index.categories["de"]
    whole = _known(tables, word, "de")
    if whole:
        return whole
    for size in range(3, len(word) - 2):
        back = word[size:]
        if back in _KINDS:
            icons = _known(tables, back, "de")
            if icons:
                return icons
    for front, back in _cuts(word):
        icons = _known(tables, front, "de")
        if icons and (len(front) >= _SURE_FRONT or _is_word(tables, back)):
            return icons
    for front, back in reversed(tuple(_cuts(word))):
        if len(back) > _SHORTEST_FRONT and front and back not in _DEEDS["de"]:
            icons = _known(tables, back, "de")
            if icons:
                return icons
    return ()


def _english(index: IconIndex, word: str) -> tuple[str, ...]:
    tables = index.curated["en"], index.categories["en"]
    for front, back in _cuts(word):
        if back in _DEEDS["en"]:
            icons = _known(tables, front, "en")
            if icons:
                return icons
    return ()


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Cut a word in two, the longest front part first."""
    for size in range(len(word) - 3, _SHORTEST_FRONT - 1, -1):
        yield word[:size], word[size:]


def _is_word(tables: tuple[Table, ...], back: str) -> bool:
    rests = [back[len(link) :] for link in _LINKS if back.startswith(link)]
    return any(
        rest in _DEEDS["de"] or (len(rest) >= _SHORTEST_FRONT and bool(_known(tables, rest, "de")))
        for rest in rests
    )


def _known(tables: tuple[Table, ...], part: str, language: Language) -> tuple[str, ...]:
    for table in tables:
        icons = table.get(exact_key((part,))) or table.get(stem(part, language))
        if icons:
            return icons
    return ()

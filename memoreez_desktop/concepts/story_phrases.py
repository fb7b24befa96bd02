"""Cutting a story into what is liked and what is not, in English and German."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE_END = re.compile(
    r"[;:!?\n…]+|(?<!\d)(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bSt)\.+(?=\s|$)|\s[–—-]\s"
    # A number before a full stop is an ordinal in German ("70. Geburtstag") and an end elsewhere.
    r"|(?<=\d)\.\s+(?=[A-ZÄÖÜ])(?!Geburtstag|Hochzeitstag|Jubiläum|Jahr|Dienst)"
)
_TURN = re.compile(r"\b(?:but|however|although|though|aber|doch|jedoch|dafür|sondern)\b", re.IGNORECASE)
_LIST = re.compile(
    r",|&|\+|/|\b(?:and|or|plus|as well as|und|oder|sowie)\b",
    re.IGNORECASE,
)
_LIKES = re.compile(
    r"\b(?:loves?|loved|likes?|enjoys?|adores?|fond of|fan of|into|crazy about|mad about|passionate about|"
    r"collects?|plays?|keeps|lives for|dreams of|liebt|lieben|liebe|mag|mögen|sammelt|spielt|schwärmt für|"
    r"begeistert sich für|träumt von|hobby|hobbies|hobbys)\b",
    re.IGNORECASE,
)
_DISLIKES = re.compile(
    r"\b(?:hates?|hated|hating|dislikes?|loathes?|detests?|despises?|avoids?|fears?|never|"
    r"can(?:no|['’]?)t (?:stand|bear|abide)|cannot (?:stand|bear|abide)|"
    r"(?:does|do|did|is|are|was)(?:n['’]t| not)|"
    r"not (?:a|an|fond|into|keen)|no (?:longer|more)|allergic to|afraid of|scared of|sick of|tired of|"
    r"hasst|hassen|verabscheut|meidet|fürchtet|niemals|nie|allergisch gegen|angst vor|keine?[nmrs]?)\b"
    r"|^\s*no\s",
    re.IGNORECASE,
)
_NEVER_WITHOUT = re.compile(
    r"\b(?:never|can(?:no|['’]?)t|cannot)\s+(?:stops?\b(?:\s+(?:talking|thinking|dreaming)\s+(?:about|of))?|"
    r"get enough of|(?:lives?|does?|goes|be|do)\s+without)\b|\bnever without\b|"
    r"\b(?:nie|niemals|nicht)\s+ohne\b|\bkann nicht genug (?:von|bekommen von)\b",
    re.IGNORECASE,
)
"""Two negations: what can never be missed is loved."""
_NOTHING_WITHOUT = re.compile(
    r"\b(?:without|ohne)\s+(?:(?:his|her|a|the|sein\w*|ihr\w*)\s+)?([\w-]+)\s+"
    r"(?:he|she|they|nothing|geht|läuft|ist)\b[^,.;!?]*",
    re.IGNORECASE,
)
_NEW_VERB = re.compile(
    r"^(?:(?:he|she|they|er|sie)\s+)?(?:(?!nicht\b|selbst\b|fast\b|zuerst\b)[a-zäöüß]{3,}t\b|"
    r"(?:rides|bakes|cooks|grows|knits|sews|builds|drives|sings|dances|paints|draws|runs|swims|reads|writes|"
    r"cycles|climbs|hikes|travels|works|makes|sails|surfs|skis|gardens|sleeps|drinks|eats|watches|goes|breeds|"
    r"feeds|rows|rescues|teaches)\b)"
)
"""A verb of doing ends a list of what is disliked; German list members are nouns and have a capital."""
_NO_NOUN = re.compile(r"^(?:keine?[nmrs]?|kein)$", re.IGNORECASE)
_NOT_BEHIND = re.compile(r"\b(?:nicht|gar nichts?)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:without|ohne|instead of|anstatt|statt)\b.*", re.IGNORECASE)
_PRONOUNS = frozenset({"he", "she", "they", "it", "er", "sie", "es", "is", "ist", "the", "der", "die", "das"})
_FILLERS = frozenset(
    """
    he she they it we i who that which is are was has have had a an the his her their our my also
    always both really very huge big great much loves loved love likes like enjoys enjoy adores
    adore fond of fan into crazy about mad passionate lives for dreams going doing playing plays
    play collecting collects collect to goes go does watches watching runs rides drives reads bakes
    cooks builds grows er sie es wir ich der die das den dem ein eine einen sein seine seinen ihr
    ihre ihren mein meine unser unsere ist sind hat auch immer sehr gern gerne am liebsten liebt
    lieben mag mögen sammelt spielt geht macht schaut fährt backt kocht liest baut züchtet hobby
    hobbys hobbies
    """.split()  # noqa: SIM905 - a list of quoted words would hide the words
)


@dataclass(frozen=True)
class Phrase:
    """A piece of a story.

    Attributes
    ----------
    words : str
        What it is about, without the verb: "strong coffee".
    negative : bool
        True when it is disliked, feared or never done.
    loved : bool
        True when it follows a verb of liking.
    quirk : str
        For negative ones, with the verb: "hates Mondays".
    """

    words: str
    negative: bool = False
    loved: bool = False
    quirk: str = ""


def phrases_of(text: str) -> tuple[Phrase, ...]:
    """Cut a story into phrases; empty ones are left out."""
    plain = _NOTHING_WITHOUT.sub(r", loves \1, ", text)
    plain = _NEVER_WITHOUT.sub(" loves ", plain)
    return tuple(phrase for clause in _clauses(plain) for phrase in _clause_phrases(clause))


def _clauses(text: str) -> Iterator[str]:
    for sentence in _SENTENCE_END.split(text):
        for clause in _TURN.split(sentence or ""):
            if clause.strip():
                yield clause.strip()


def _clause_phrases(clause: str) -> Iterator[Phrase]:
    """Walk the list in a clause: a verb of liking or disliking holds for all that follows, until another."""
    loved = negative = False
    for piece in _LIST.split(clause):
        words = piece.strip()
        dislike = _DISLIKES.search(words)
        like = _LIKES.search(words)
        if _NOT_BEHIND.search(words):
            # German puts its "nicht" behind: the whole piece is meant.
            yield Phrase(_bare(words), True, quirk=_from_verb(words))
            continue
        if dislike:
            before = words[: dislike.start()]
            if _NO_NOUN.match(dislike[0]) and before.strip():
                # "trinkt keinen Alkohol": the verb belongs to the joke.
                verb = before.split()[-1]
                yield Phrase(
                    _bare(words[dislike.end() :]), True, quirk=_tidy(f"{verb} {words[dislike.start() :]}")
                )
                negative, loved = True, False
                continue
            if _bare(before) and not _is_subject_only(before):
                yield Phrase(_bare(before), negative, bool(_LIKES.search(before)), _tidy(before))
            tail = words[dislike.start() :]
            yield Phrase(_bare(words[dislike.end() :]), True, quirk=_tidy(tail))
            negative, loved = True, False
            continue
        if like:
            negative, loved = False, True
        elif _NEW_VERB.match(words):
            negative = False
        bare = _bare(words[like.end() :] if like and words[like.end() :].strip() else words)
        if bare and bare.lower() not in _PRONOUNS:
            yield Phrase(bare, negative or bool(_DISLIKES.search(bare)), loved, _tidy(words))


def _is_subject_only(before: str) -> bool:
    """Tell whether what stands before a negation only says who: "Karl", "he really", "and she"."""
    words = _bare(before).split()
    return len(words) <= 3 and all(word[:1].isupper() or len(word) <= 4 for word in words)


def _from_verb(words: str) -> str:
    like = _LIKES.search(words) or re.search(r"\b(?:kann|darf|will|muss)\b", words, re.IGNORECASE)
    return _tidy(words[like.start() :] if like else words)


def _bare(words: str) -> str:
    """Take away the verbs and articles in front, and what it is without."""
    plain = _tidy(_WITHOUT.sub("", words)).split()
    start = next((k for k, word in enumerate(plain) if word.lower() not in _FILLERS), None)
    # "She runs" is a passion although "runs marathons" is better said without the verb.
    return _tidy(" ".join(plain[-1:] if start is None else plain[start:]))


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(' \t,.:;–—-"“”„«»()[]')

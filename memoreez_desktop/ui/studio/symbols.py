"""Which symbol a keepsake shows, said in a word, and which others would fit. Runs in the geometry process."""

from __future__ import annotations

from dataclasses import dataclass

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.job import JobContext
from memoreez_desktop.core.product import ProductInfo

SYMBOL_FIELD = "icon"
FURTHER_FIELDS = ("icon_2", "icon_3", "icon_4")
_OFFERED = 6


@dataclass(frozen=True)
class Symbol:
    """A symbol and its kin.

    Attributes
    ----------
    icon_id : str
        "mdi6:fish"; "letter:K" where an initial stands for a word without a picture.
    words : str
        What it shows, in the person's own words where they are known.
    offered : tuple of str
        Pictures of the same thing and of the story's other passions, the present one among them.
    """

    icon_id: str
    words: str
    offered: tuple[str, ...]

    @property
    def letter(self) -> str:
        """The initial, or empty for a picture."""
        return self.icon_id.removeprefix("letter:") if self.icon_id.startswith("letter:") else ""


def has_symbol(info: ProductInfo | None) -> bool:
    """Tell whether a product lets its symbol be chosen."""
    return info is not None and any(field.id == SYMBOL_FIELD for field in info.fields)


def symbols_of(
    recipe: Recipe, field_ids: tuple[str, ...], language: str, job: JobContext
) -> dict[str, Symbol]:
    """Return the symbol of each field that takes one; further ones left empty have what the story gives."""
    from memoreez_desktop.sculpting.emblems import ICON_FIELDS, emblem_ids  # noqa: PLC0415 - see symbol_of
    from memoreez_desktop.sculpting.parameters import Parameters  # noqa: PLC0415 - as above

    params = tuple(pair for pair in recipe.params if pair[0] in field_ids)
    plain = Recipe("", params, recipe.story)
    shown = emblem_ids(plain, Parameters(plain, ProductInfo("", "", fields=ICON_FIELDS)))
    found = {}
    for place, field_id in enumerate((SYMBOL_FIELD, *FURTHER_FIELDS)):
        if field_id not in field_ids:
            continue
        wish = str(dict(params).get(field_id, "")).strip()
        asked = wish or (shown[place] if place < len(shown) and place else "")
        if place and not asked:
            offered = symbol_of(Recipe("", (), recipe.story), language, job).offered
            found[field_id] = Symbol("", "", offered)
        else:
            wished = Recipe("", ((SYMBOL_FIELD, asked),) if asked else (), recipe.story)
            found[field_id] = symbol_of(wished, language, job)
    return found


def symbol_of(recipe: Recipe, language: str, _job: JobContext) -> Symbol:
    """Return the symbol of a recipe.

    Parameters
    ----------
    recipe : Recipe
    language : str
        ``de`` or ``en``: in which a symbol that was not asked for by a word is named.
    """
    from memoreez_desktop.imaging.icon_words import find_icons  # noqa: PLC0415 - the child's; see child_steps
    from memoreez_desktop.sculpting.emblem import ICON_FIELD, emblem_id  # noqa: PLC0415 - as above
    from memoreez_desktop.sculpting.parameters import Parameters  # noqa: PLC0415 - as above

    wish = str(dict(recipe.params).get(SYMBOL_FIELD, "")).strip()
    story = recipe.story
    wanted = Recipe("", ((SYMBOL_FIELD, wish),), story)
    icon_id = emblem_id(wanted, Parameters(wanted, ProductInfo("", "", fields=(ICON_FIELD,))))
    wishes = (wish,) if wish and ":" not in wish else ()
    families: list[tuple[str, ...]] = []
    words = ""
    for asked in (*wishes, *story.passions, story.free_text):
        for match in find_icons(asked):
            family = (match.icon_id, *match.others)
            families.append(family)
            if icon_id in family and not words:
                words = asked if asked in wishes or asked in story.passions else match.word
    row = _row_of(icon_id)
    if row is not None:
        families.insert(0, tuple(row["icons"]))
    spoken = row["de" if language == "de" else "en"] if row is not None else ()
    words = words or (wishes[0] if wishes else spoken[0] if spoken else _readable(icon_id))
    return Symbol(icon_id, words[:1].upper() + words[1:], _offered(icon_id, families))


def _offered(icon_id: str, families: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the present picture's kin first, then the best picture of each other passion."""
    kin = next((family for family in families if icon_id in family), ())
    others = [family[0] for family in families if icon_id not in family]
    first = () if icon_id.startswith("letter:") else (icon_id,)
    return tuple(dict.fromkeys((*first, *kin[:4], *others)))[:_OFFERED]


def _row_of(icon_id: str) -> dict[str, list[str]] | None:
    from memoreez_desktop.imaging.icon_index import hand_written_rows  # noqa: PLC0415 - the child's

    return next((row for row in hand_written_rows("words.json") if icon_id in row["icons"]), None)


def _readable(icon_id: str) -> str:
    """Return an icon's name as words: "mdi6:sail-boat" is a sail boat."""
    return icon_id.rpartition(":")[2].replace("-", " ")

"""Titles people smile at: "Gone fishing", "Runs on coffee"."""

from __future__ import annotations

from functools import cache

from memoreez_desktop.core.words import say


@cache
def _titles_by_icon() -> dict[str, str]:
    return {
        "mdi6:fish": say("Gone fishing"),
        "fa6s:mug-hot": say("Runs on coffee"),
        "mdi6:tea": say("Tea first"),
        "fa6s:tractor": say("King of the field"),
        "fa6s:person-hiking": say("The long way up"),
        "fa6s:mountain": say("The summit calls"),
        "mdi6:flower-tulip": say("Green thumb"),
        "fa6s:seedling": say("Watch it grow"),
        "fa6s:dog": say("Best friend"),
        "fa6s:cat": say("The cat rules"),
        "fa6s:horse": say("In the saddle"),
        "mdi6:bird": say("Early bird"),
        "mdi6:bee": say("Busy bee"),
        "fa6s:beer-mug-empty": say("Cheers"),
        "fa6s:wine-glass": say("A good year"),
        "mdi6:chef-hat": say("Kiss the cook"),
        "mdi6:cupcake": say("Fresh from the oven"),
        "mdi6:cake-variant": say("Piece of cake"),
        "fa6s:pizza-slice": say("One more slice"),
        "mdi6:grill": say("Master of the grill"),
        "fa6s:ice-cream": say("Two scoops, please"),
        "mdi6:bread-slice": say("Daily bread"),
        "fa6s:futbol": say("The winning goal"),
        "mdi6:tennis": say("Game, set, match"),
        "fa6s:golf-ball-tee": say("Hole in one"),
        "fa6s:person-running": say("The extra mile"),
        "fa6s:person-swimming": say("Made of water"),
        "fa6s:person-biking": say("Full speed"),
        "fa6s:bicycle": say("Two wheels"),
        "fa6s:person-skiing": say("First tracks"),
        "mdi6:surfing": say("The perfect wave"),
        "fa6s:sailboat": say("Fair winds"),
        "mdi6:diving-scuba": say("Down deep"),
        "fa6s:dumbbell": say("Strong"),
        "mdi6:meditation": say("Inner calm"),
        "fa6s:trophy": say("Number one"),
        "fa6s:motorcycle": say("Born to ride"),
        "fa6s:car-side": say("The open road"),
        "mdi6:fire-truck": say("Always on call"),
        "fa6s:train": say("Right on time"),
        "fa6s:plane": say("Next stop: anywhere"),
        "fa6s:rocket": say("To the moon"),
        "mdi6:telescope": say("Under the stars"),
        "fa6s:anchor": say("Safe harbour"),
        "fa6s:music": say("In tune"),
        "fa6s:guitar": say("Six strings"),
        "mdi6:piano": say("Eighty-eight keys"),
        "mdi6:violin": say("First violin"),
        "fa6s:drum": say("Keeps the beat"),
        "fa6s:microphone": say("Centre stage"),
        "mdi6:dance-ballroom": say("May I have this dance"),
        "fa6s:film": say("Film night"),
        "fa6s:chess-knight": say("Checkmate"),
        "fa6s:dice": say("Lucky roll"),
        "fa6s:gamepad": say("One more level"),
        "fa6s:puzzle-piece": say("The last piece"),
        "fa6s:mitten": say("Stitch by stitch"),
        "fa6s:palette": say("In full colour"),
        "fa6s:book-open": say("One more chapter"),
        "fa6s:feather": say("The written word"),
        "fa6s:camera-retro": say("Hold still"),
        "fa6s:hammer": say("Built by hand"),
        "fa6s:screwdriver-wrench": say("Can fix anything"),
        "mdi6:hand-saw": say("Sawdust and glory"),
        "fa6s:graduation-cap": say("Top of the class"),
        "fa6s:cake-candles": say("Make a wish"),
        "mdi6:ring": say("Forever and always"),
        "fa6s:heart": say("From the heart"),
        "fa6s:umbrella-beach": say("Free at last"),
        "mdi6:pine-tree": say("Under the tree"),
        "fa6s:baby-carriage": say("Brand new"),
        "fa6s:bed": say("Five more minutes"),
        "fa6s:star": say("You are a star"),
        "fa6s:crown": say("Your highness"),
        "fa6s:gift": say("Just for you"),
        "fa6s:sun": say("Pure sunshine"),
        "mdi6:clover": say("Good luck"),
    }


def icon_title(icon_id: str, passion: str, name: str, turn: int) -> str:
    """Return a title for a concept about a passion.

    Parameters
    ----------
    icon_id : str
        The symbol it shows; many have a saying of their own.
    passion, name : str
        As they were typed; may be empty.
    turn : int
        How many concepts of this symbol came before: each turn says it differently.
    """
    sayings: list[str] = []
    known = _titles_by_icon().get(icon_id)
    if known:
        sayings.append(known)
    if passion:
        sayings.append(say("All about {passion}", passion=_short(passion)))
        if name:
            sayings.append(say("{name} and {passion}", name=_short(name), passion=_short(passion)))
        sayings.append(say("Nothing but {passion}", passion=_short(passion)))
        sayings.append(say("{passion}, of course", passion=_capital(_short(passion))))
    if name and icon_id.startswith("letter:"):
        letter, called = icon_id.removeprefix("letter:"), name.split()[-1]
        sayings.append(say("{letter} is for {name}", letter=letter, name=_short(called)))
    if name:
        sayings.append(say("Made for {name}", name=_short(name)))
    if not passion:
        sayings.append(say("A sign of love"))
        sayings.append(say("To keep for ever"))
    return sayings[turn % len(sayings)]


def photo_title(product_id: str, label: str, name: str, turn: int) -> str:
    """Return a title for a concept made from a photo."""
    first = {
        "lithophane": say("Let there be light"),
        "lithophane-framed": say("Close to the heart"),
        "relief-plaque": say("Carved in time"),
        "relief-medallion": say("The golden moment"),
    }.get(product_id, label)
    sayings = [first]
    if name:
        sayings.append(say("A portrait of {name}", name=_short(name)))
        sayings.append(say("{name} shines", name=_short(name)))
    sayings += [say("A moment kept"), say("Look closer"), say("That very day")]
    return sayings[turn % len(sayings)]


def quirk_title(quirk: str) -> str:
    """Return the quirk as a title, cut where a card would cut it anyway."""
    return _short(quirk, 40)


def _short(words: str, longest: int = 24) -> str:
    plain = " ".join(words[:200].split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

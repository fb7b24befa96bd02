"""Sixty-odd stories as people tell them, in two languages: who, what is loved, what is not, when."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from memoreez_desktop.concepts.story_language import told_language
from memoreez_desktop.concepts.story_numbers import told_year
from memoreez_desktop.concepts.story_text import parse_story
from memoreez_desktop.core.story import Story
from memoreez_desktop.imaging.icon_words import icon_for


class Told(NamedTuple):
    """A story and what is to be read in it.

    ``loves`` and ``not_loved`` are words, compared by the symbols they stand for; ``joke`` is the quirk's
    beginning; ``number`` is an age, years together, or a year.
    """

    text: str
    name: str = ""
    loves: str = ""
    not_loved: str = ""
    joke: str = ""
    occasion: str = ""
    number: int | None = None


ENGLISH = (
    Told(
        "Grandpa Joe, loves fishing, tractors and strong coffee; hates Mondays; 70th birthday",
        "Grandpa Joe",
        "fishing,tractors,coffee",
        "",
        "Hates Mondays",
        "birthday",
        70,
    ),
    Told(
        "My sister Anna turns 30. She plays the violin, bakes bread and can't stand spiders.",
        "Anna",
        "violin,bread",
        "spider",
        "Can't stand spiders",
        "birthday",
        30,
    ),
    Told(
        "Dr. Miller retires after 35 years at the hospital. He loves sailing but is afraid of sharks.",
        "Dr Miller",
        "sailing",
        "shark",
        "Afraid of sharks",
        "retirement",
        35,
    ),
    Told(
        "For Tom and Lisa, 40 years together, who love dancing and red wine",
        "Tom & Lisa",
        "dancing,wine",
        "",
        "",
        "anniversary",
        40,
    ),
    Told(
        "Uncle Bob rides motorcycles, never drinks tea", "Uncle Bob", "motorcycles", "tea", "Never drinks tea"
    ),
    Told(
        "Our dog Bella loves tennis balls and hates the vacuum cleaner",
        "Bella",
        "dog,tennis",
        "vacuuming",
        "Hates the vacuum cleaner",
    ),
    Told(
        "Emma, 8, unicorns, football and drawing, no vegetables",
        "Emma",
        "unicorns,football,drawing",
        "vegetables",
        "No vegetables",
        "",
        8,
    ),
    Told(
        "Happy anniversary Mum and Dad! 25 years. You love hiking and your garden.",
        "Mum & Dad",
        "hiking,garden",
        "",
        "",
        "anniversary",
        25,
    ),
    Told(
        "Captain Sarah flies planes, plays chess, doesn't like snow",
        "Captain Sarah",
        "plane,chess",
        "snow",
        "Doesn't like snow",
    ),
    Told(
        "Ben graduated in 2026 with a degree in physics and loves climbing",
        "Ben",
        "climbing",
        "",
        "",
        "graduation",
        2026,
    ),
    Told(
        "Nana Rose collects stamps, knits and is allergic to cats",
        "Nana Rose",
        "stamps,knitting",
        "cats",
        "Allergic to cats",
    ),
    Told(
        "Coach Mike lives for basketball, not a fan of golf",
        "Coach Mike",
        "basketball",
        "golf",
        "Not a fan of golf",
    ),
    Told(
        "It's about Leo: pizza, video games, sleeping. Doesn't do mornings.",
        "Leo",
        "pizza,video games,sleeping",
        "",
        "Doesn't do mornings",
    ),
    Told(
        "A gift for my friend Priya who is into yoga, photography and cats", "Priya", "yoga,photography,cats"
    ),
    Told(
        "Wedding of Nina and Paul, 2025. They met while surfing.",
        "Nina & Paul",
        "surfing",
        "",
        "",
        "wedding",
        2025,
    ),
    Told(
        "Welcome baby Oscar, born in 2026, his parents love camping",
        "Oscar",
        "baby,camping",
        "",
        "",
        "baby",
        2026,
    ),
    Told(
        "Aunt May bakes cakes, grows roses and detests football",
        "Aunt May",
        "cake,roses",
        "football",
        "Detests football",
    ),
    Told(
        "George is 50 and collects vinyl records; without coffee he is not human",
        "George",
        "vinyl,coffee",
        "",
        "",
        "",
        50,
    ),
    Told(
        "Mr Henderson, best teacher, mathematics and marathons", "Henderson", "teacher,mathematics,marathon"
    ),
    Told(
        "Granny turns 90! Loves bingo, her budgie and sherry",
        "Granny",
        "bingo,budgie,sherry",
        "",
        "",
        "birthday",
        90,
    ),
    Told("Sam likes skiing and beer, hates losing", "Sam", "skiing,beer", "", "Hates losing"),
    Told(
        "Merry Christmas to Grandma Ruth, who sews quilts and adores her horses",
        "Grandma Ruth",
        "sewing,horses",
        "",
        "",
        "christmas",
    ),
    Told(
        "Olivia: astronomy, robots, 12 years old, scared of the dark",
        "Olivia",
        "astronomy,robots",
        "",
        "Scared of the dark",
        "",
        12,
    ),
    Told("My husband Daniel never stops talking about trains and barbecue", "Daniel", "trains,barbecue"),
    Told("Rose loves chess", "Rose", "chess"),
    Told("Karl. Chess. Coffee.", "Karl", "chess,coffee"),
    Told("He loves guitars and barbecue, she loves books and tea", "", "guitar,barbecue,books,tea"),
    Told("Mia and Ella love ballet, horses and ice cream", "Mia & Ella", "ballet,horses,ice cream"),
    Told(
        "firefighter, father of three, hates spinach, loves fishing",
        "",
        "firefighter,father,fishing",
        "spinach",
        "Hates spinach",
    ),
    Told(
        "To Jack, who drives a tractor and never goes on holiday",
        "Jack",
        "tractor",
        "holiday",
        "Never goes on holiday",
    ),
    Told(
        "Since 1999 the Millers have run a bakery; bread, cakes and coffee",
        "Millers",
        "baking,bread,cake,coffee",
        "",
        "",
        "",
        1999,
    ),
    Told("Zoe dislikes broccoli, loves pandas", "Zoe", "pandas", "broccoli", "Dislikes broccoli"),
    Told(
        "My boss Frank loves golf, cigars and whisky. He turns 60 in May.",
        "Frank",
        "golf,cigars,whisky",
        "",
        "",
        "birthday",
        60,
    ),
    Told(
        "Chris doesn't eat meat, cycles to work and keeps bees",
        "Chris",
        "cycling,bees",
        "meat",
        "Doesn't eat meat",
    ),
)
GERMAN = (
    Told(
        "Opa Karl liebt Angeln, Traktoren und starken Kaffee, hasst Montage. 70. Geburtstag",
        "Opa Karl",
        "Angeln,Traktor,Kaffee",
        "",
        "Hasst Montage",
        "birthday",
        70,
    ),
    Told(
        "Für meinen Onkel Tom zum 50. Geburtstag: Motorräder, Grillen, Heavy Metal",
        "Onkel Tom",
        "Motorrad,Grillen,Heavy Metal",
        "",
        "",
        "birthday",
        50,
    ),
    Told(
        "Meine Schwester Anna spielt Geige, backt Brot und hat Angst vor Spinnen",
        "Anna",
        "Geige,Brot",
        "Spinnen",
        "Angst vor Spinnen",
    ),
    Told(
        "Oma Erna strickt, liebt ihren Garten und mag keinen Regen",
        "Oma Erna",
        "Stricken,Garten",
        "Regen",
        "Mag keinen Regen",
    ),
    Told(
        "Lisa und Marco heiraten 2025, sie lieben Pizza und ihre Katze",
        "Lisa & Marco",
        "Pizza,Katze",
        "",
        "",
        "wedding",
        2025,
    ),
    Told(
        "Jürgen wird 60, fährt Rennrad und kann Montage nicht ausstehen",
        "Jürgen",
        "Rennrad",
        "",
        "Kann Montage nicht ausstehen",
        "birthday",
        60,
    ),
    Told(
        "Papa geht in Rente! Endlich Zeit für Modelleisenbahn und Wandern, nie wieder Wecker",
        "Papa",
        "Modelleisenbahn,Wandern",
        "",
        "Nie wieder Wecker",
        "retirement",
    ),
    Told(
        "Tante Inge sammelt Briefmarken, trinkt keinen Alkohol",
        "Tante Inge",
        "Briefmarken",
        "",
        "Trinkt keinen Alkohol",
    ),
    Told(
        "40 Jahre zusammen: Mama und Papa tanzen gern und reisen viel",
        "Mama & Papa",
        "Tanzen,Reisen",
        "",
        "",
        "anniversary",
        40,
    ),
    Told(
        "Unser Hund Bello hasst den Staubsauger und liebt Würstchen",
        "Bello",
        "Hund,Würstchen",
        "Staubsauger",
        "Hasst den Staubsauger",
    ),
    Told("Dr. Weber, Zahnarzt, segelt und spielt Schach", "Dr Weber", "Zahnarzt,Segeln,Schach"),
    Told(
        "Emma ist 8, mag Einhörner, Fußball und Malen, aber kein Gemüse",
        "Emma",
        "Einhorn,Fußball,Malen",
        "Gemüse",
        "Kein Gemüse",
        "",
        8,
    ),
    Told(
        "Zum Abitur 2026 für Jonas: Physik, Klettern und Schlafen",
        "Jonas",
        "Physik,Klettern,Schlafen",
        "",
        "",
        "graduation",
        2026,
    ),
    Told(
        "Willkommen kleiner Felix! Neugeboren, die Eltern lieben Camping", "Felix", "Camping", "", "", "baby"
    ),
    Told(
        "Frohe Weihnachten, liebe Oma Gerda! Sie backt Plätzchen und häkelt.",
        "Oma Gerda",
        "Plätzchen,Häkeln",
        "",
        "",
        "christmas",
    ),
    Told("Herr Schmidt, bester Lehrer, Mathematik und Marathon", "Schmidt", "Lehrer,Mathematik,Marathon"),
    Told(
        "Sabine reitet, fotografiert und verabscheut Rosenkohl",
        "Sabine",
        "Reiten,Fotografieren",
        "Rosenkohl",
        "Verabscheut Rosenkohl",
    ),
    Told(
        "Mein Mann Peter lebt für den Fußball und sein Bier, ohne Bayern geht nichts",
        "Peter",
        "Fußball,Bier,Bayern",
    ),
    Told(
        "Omi liebt Kreuzworträtsel, Katzen und Kaffee, mag Fernsehen nicht",
        "Omi",
        "Kreuzworträtsel,Katzen,Kaffee",
        "Fernsehen",
        "Mag Fernsehen nicht",
    ),
    Told(
        "Max sammelt Dinosaurier und spielt Lego. Er wird 6.",
        "Max",
        "Dinosaurier,Lego",
        "",
        "",
        "birthday",
        6,
    ),
    Told(
        "Cousine Lea tanzt Ballett, liebt Pferde und Eis, nie ohne Handy", "Lea", "Ballett,Pferde,Eis,Handy"
    ),
    Told(
        "Helga: Gärtnern, Yoga, Rotwein. Keine Spinnen!",
        "Helga",
        "Gärtnern,Yoga,Wein",
        "Spinnen",
        "Keine Spinnen",
    ),
    Told(
        "Mein Chef Bernd golft, raucht Zigarren und hasst Meetings",
        "Bernd",
        "Golf,Zigarren",
        "",
        "Hasst Meetings",
    ),
    Told("Seit 1999 backen die Müllers Brot und Kuchen", "Müllers", "Brot,Kuchen", "", "", "", 1999),
    Told(
        "Opa ist allergisch gegen Katzen, angelt gerne und schnarcht",
        "Opa",
        "Angeln,Schnarchen",
        "Katzen",
        "Allergisch gegen Katzen",
    ),
    Told(
        "Zur goldenen Hochzeit von Erna und Willi: 50 Jahre Liebe, Skat und Schrebergarten",
        "Erna & Willi",
        "Liebe,Skat,Schrebergarten",
        "",
        "",
        "anniversary",
        50,
    ),
    Told(
        "Paul, Feuerwehrmann, kocht gern scharf, isst kein Fleisch",
        "Paul",
        "Feuerwehrmann,Chili",
        "Fleisch",
        "Isst kein Fleisch",
    ),
    Told("Unsere Nachbarin Frau Krause züchtet Rosen und füttert Vögel", "Krause", "Rosen,Vögel"),
    Told(
        "Tim programmiert, zockt und trinkt Cola. 30. Geburtstag!",
        "Tim",
        "Programmieren,Zocken,Cola",
        "",
        "",
        "birthday",
        30,
    ),
    Told("Sie liebt Bücher und Tee, er liebt Gitarren und Grillen", "", "Bücher,Tee,Gitarre,Grillen"),
    Told("Für Mia und Ella: Ballett, Pferde, Eis", "Mia & Ella", "Ballett,Pferde,Eis"),
    Told("Andi meidet Sport, liebt sein Sofa und Serien", "Andi", "Sofa,Serien", "Sport", "Meidet Sport"),
)


@pytest.mark.parametrize("told", [*ENGLISH, *GERMAN], ids=lambda told: told.text[:28])
def test_a_story_is_understood(told: Told) -> None:
    read = parse_story(told.text)
    assert read.name == told.name
    assert _icons(read.passions) == _icons(tuple(told.loves.split(",")))
    assert not _icons(read.passions) & _icons(tuple(told.not_loved.split(",")))
    assert read.occasion == told.occasion
    assert read.age in (told.number, None)
    assert told.number in (read.age, told_year(told.text))
    assert read.quirk.startswith(told.joke)
    assert told.joke or not read.quirk or told.not_loved


@pytest.mark.parametrize(("stories", "language"), [(ENGLISH, "en"), (GERMAN, "de")], ids=["en", "de"])
def test_the_language_of_most_stories_is_heard_and_never_mistaken(
    stories: tuple[Told, ...], language: str
) -> None:
    heard = [told_language(Story(free_text=told.text)) for told in stories]
    assert set(heard) <= {language, ""}
    assert heard.count(language) >= len(stories) - 5


def _icons(words: tuple[str, ...]) -> set[str]:
    return {icon_for(word) or word.casefold() for word in words if word}

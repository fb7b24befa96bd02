"""What people do in their free time, and the pictures that would make them say "yes, that is it".

A row is the English words, the German words, and every symbol that fits both. The rarer ones were
written before the word table was looked at for them; none may be answered with a picture of something else.
"""

from __future__ import annotations

import pytest

from memoreez_desktop.imaging.icon_words import find_icons

Row = tuple[str, str, str]

COMMON: tuple[Row, ...] = (
    ("fishing", "Angeln", "mdi6:fish fa6s:fish fa6s:fish-fins mdi6:hook"),
    ("reading", "Lesen", "fa6s:book-open fa6s:book mdi6:bookshelf"),
    (
        "gardening",
        "Gartenarbeit",
        "mdi6:flower-tulip mdi6:flower fa6s:seedling mdi6:watering-can mdi6:shovel",
    ),
    ("cooking", "Kochen", "mdi6:chef-hat ph:cooking-pot-fill mdi6:pot-steam fa6s:utensils"),
    ("baking", "Backen", "mdi6:cupcake mdi6:muffin mdi6:cake-variant mdi6:chef-hat"),
    ("knitting", "Stricken", "fa6s:mitten fa6s:socks mdi6:sheep"),
    ("sewing", "Nähen", "fa6s:scissors ph:scissors-fill mdi6:content-cut"),
    ("painting", "Malen", "fa6s:palette fa6s:paintbrush ph:palette-fill mdi6:palette mdi6:brush"),
    ("drawing", "Zeichnen", "fa6s:pencil mdi6:lead-pencil mdi6:pencil fa6s:pen-nib"),
    ("photography", "Fotografieren", "fa6s:camera-retro fa6s:camera mdi6:camera ph:camera-fill"),
    ("hiking", "Wandern", "fa6s:person-hiking mdi6:hiking fa6s:mountain"),
    ("climbing", "Klettern", "mdi6:carabiner fa6s:mountain"),
    ("rock climbing", "Felsklettern", "mdi6:carabiner fa6s:mountain"),
    ("cycling", "Radfahren", "fa6s:person-biking fa6s:bicycle mdi6:bike mdi6:bike-fast"),
    ("running", "Laufen", "fa6s:person-running mdi6:run mdi6:run-fast mdi6:shoe-sneaker"),
    ("swimming", "Schwimmen", "fa6s:person-swimming mdi6:swim"),
    ("surfing", "Surfen", "mdi6:surfing"),
    ("skiing", "Skifahren", "fa6s:person-skiing mdi6:ski"),
    ("snowboarding", "Snowboarden", "fa6s:person-snowboarding mdi6:snowboard"),
    (
        "skating",
        "Skaten",
        "fa6s:person-skating mdi6:skate mdi6:roller-skate mdi6:rollerblade mdi6:skateboard",
    ),
    ("football", "Fußball", "fa6s:futbol mdi6:soccer ph:soccer-ball-fill"),
    ("basketball", "Basketball", "fa6s:basketball mdi6:basketball mdi6:basketball-hoop"),
    ("tennis", "Tennis", "mdi6:tennis mdi6:tennis-ball"),
    ("golf", "Golf", "fa6s:golf-ball-tee mdi6:golf mdi6:golf-tee"),
    ("baseball", "Baseball", "fa6s:baseball fa6s:baseball-bat-ball mdi6:baseball mdi6:baseball-bat"),
    ("boxing", "Boxen", "mdi6:boxing-glove"),
    ("yoga", "Yoga", "mdi6:yoga mdi6:meditation ph:flower-lotus-fill"),
    ("dancing", "Tanzen", "mdi6:dance-ballroom mdi6:human-female-dance"),
    ("ballet", "Ballett", "mdi6:shoe-ballet mdi6:human-female-dance"),
    ("singing", "Singen", "fa6s:microphone fa6s:microphone-lines mdi6:microphone-variant ph:microphone-fill"),
    ("guitar", "Gitarre", "fa6s:guitar mdi6:guitar-acoustic mdi6:guitar-electric"),
    ("piano", "Klavier", "mdi6:piano"),
    ("violin", "Geige", "mdi6:violin"),
    ("drums", "Schlagzeug", "fa6s:drum"),
    ("chess", "Schach", "fa6s:chess-knight mdi6:chess-knight fa6s:chess fa6s:chess-queen"),
    ("video games", "Videospiele", "fa6s:gamepad mdi6:gamepad-variant ph:game-controller-fill"),
    ("board games", "Brettspiele", "fa6s:dice fa6s:dice-five ph:dice-five-fill"),
    ("lego", "Lego", "mdi6:toy-brick"),
    ("model trains", "Modelleisenbahn", "fa6s:train mdi6:train ph:train-fill"),
    ("astronomy", "Astronomie", "mdi6:telescope ph:planet-fill"),
    ("camping", "Zelten", "fa6s:campground mdi6:tent fa6s:tent mdi6:campfire"),
    ("barbecue", "Grillen", "mdi6:grill mdi6:food-steak mdi6:sausage"),
    ("coffee", "Kaffee", "fa6s:mug-hot mdi6:coffee ph:coffee-fill"),
    ("tea", "Tee", "mdi6:tea fa6s:mug-saucer mdi6:kettle mdi6:kettle-steam"),
    ("wine", "Wein", "fa6s:wine-glass fa6s:wine-bottle ph:wine-fill mdi6:glass-wine mdi6:bottle-wine"),
    ("beer", "Bier", "fa6s:beer-mug-empty mdi6:beer mdi6:glass-mug-variant mdi6:glass-mug"),
    ("woodworking", "Holzarbeiten", "mdi6:hand-saw mdi6:saw-blade fa6s:hammer mdi6:circular-saw"),
    ("pottery", "Töpfern", "ph:flower-fill mdi6:pot mdi6:pot-mix mdi6:bowl mdi6:bowl-mix mdi6:cup fa6s:jar"),
    ("origami", "Origami", "fa6s:paper-plane ph:paper-plane-tilt-fill fa6s:dove"),
    (
        "calligraphy",
        "Kalligraphie",
        "fa6s:pen-nib fa6s:pen-fancy mdi6:fountain-pen-tip ph:pen-nib-fill fa6s:feather",
    ),
    ("writing poetry", "Gedichte schreiben", "fa6s:feather mdi6:feather fa6s:feather-pointed fa6s:pen-nib"),
    (
        "travelling",
        "Reisen",
        "fa6s:plane mdi6:airplane fa6s:suitcase-rolling fa6s:earth-europe ph:airplane-tilt-fill",
    ),
    ("motorcycles", "Motorradfahren", "fa6s:motorcycle mdi6:motorbike"),
    ("cars", "Autos", "fa6s:car-side fa6s:car ph:car-fill mdi6:car-sports"),
    ("tractors", "Traktoren", "fa6s:tractor mdi6:tractor"),
    ("horses", "Pferde", "fa6s:horse fa6s:horse-head mdi6:horse-variant"),
    ("dogs", "Hunde", "fa6s:dog ph:dog-fill mdi6:dog mdi6:dog-side"),
    ("cats", "Katzen", "fa6s:cat ph:cat-fill mdi6:cat"),
    ("birds", "Vögel", "mdi6:bird fa6s:dove ph:bird-fill"),
    ("bees", "Bienen", "mdi6:bee mdi6:bee-flower"),
    ("sailing", "Segeln", "fa6s:sailboat mdi6:sail-boat ph:boat-fill"),
)

RARER: tuple[Row, ...] = (
    ("fencing", "Florettfechten", "mdi6:fencing mdi6:sword mdi6:sword-cross ph:sword-fill"),
    ("heavy metal", "Metalmusik", "fa6s:guitar mdi6:guitar-electric fa6s:music fa6s:skull mdi6:amplifier"),
    (
        "stand-up comedy",
        "Kabarettabende",
        "fa6s:microphone fa6s:face-laugh-squint mdi6:drama-masks fa6s:masks-theater",
    ),
    ("metal detecting", "Sondengehen", "mdi6:treasure-chest fa6s:coins mdi6:shovel"),
    ("hot sauce", "Chilisoßen", "mdi6:chili-hot fa6s:pepper-hot"),
    ("anime", "Animefilme", "fa6s:pencil mdi6:ninja mdi6:pokeball fa6s:tv fa6s:film fa6s:torii-gate"),
    ("quilting", "Patchworkdecken", "fa6s:scissors mdi6:content-cut"),
    ("taxidermy", "Tierpräparation", "fa6s:paw mdi6:paw mdi6:owl"),
    ("leather", "Lederarbeiten", "fa6s:scissors fa6s:bag-shopping ph:handbag-fill mdi6:purse"),
    ("falconry", "Falknerei", "mdi6:bird mdi6:owl fa6s:dove fa6s:crow ph:bird-fill"),
    ("beekeeping", "Hobbyimkerei", "mdi6:bee mdi6:beekeeper mdi6:bee-flower"),
    (
        "geocaching",
        "Geocaching-Touren",
        "fa6s:compass mdi6:compass-rose mdi6:treasure-chest fa6s:map-location-dot",
    ),
    ("parkour", "Parkourlaufen", "fa6s:person-running mdi6:run-fast mdi6:run fa6s:person-falling"),
    (
        "kombucha",
        "Kombucha brauen",
        "fa6s:jar fa6s:glass-water mdi6:tea mdi6:bottle-tonic fa6s:bottle-water mdi6:yeast",
    ),
    ("lock picking", "Schlösser knacken", "fa6s:key mdi6:key-variant fa6s:lock mdi6:lock"),
    (
        "soap making",
        "Seife sieden",
        "ph:hand-soap-fill fa6s:pump-soap fa6s:soap mdi6:bathtub fa6s:hands-bubbles",
    ),
    ("candle making", "Kerzen ziehen", "mdi6:candle mdi6:candelabra fa6s:fire"),
    ("bonsai trees", "Bonsaibäume", "fa6s:tree mdi6:tree mdi6:nature"),
    ("mushroom foraging", "Pilzesuchen", "mdi6:mushroom"),
    (
        "storm chasing",
        "Sturmjagd",
        "fa6s:tornado mdi6:weather-tornado fa6s:bolt "
        "fa6s:cloud-bolt mdi6:weather-lightning fa6s:hurricane mdi6:weather-hurricane",
    ),
    ("fossil hunting", "Fossiliensuche", "fa6s:bone mdi6:bone mdi6:pickaxe fa6s:dragon"),
    (
        "slot car racing",
        "Carrerabahn",
        "fa6s:car-side mdi6:go-kart mdi6:racing-helmet mdi6:car-sports fa6s:flag-checkered",
    ),
    ("roller derby", "Rollschuhrennen", "mdi6:roller-skate mdi6:rollerblade"),
    ("bagpipes", "Dudelsackspielen", "fa6s:music mdi6:music ph:music-notes-fill mdi6:music-clef-treble"),
    ("ukulele", "Ukulelespielen", "fa6s:guitar mdi6:guitar-acoustic"),
    ("didgeridoo", "Didgeridoo", "fa6s:music mdi6:music ph:music-notes-fill mdi6:kangaroo"),
    ("beatboxing", "Beatboxen", "fa6s:microphone fa6s:music mdi6:microphone-variant fa6s:microphone-lines"),
    ("swing dancing", "Swingtanz", "mdi6:dance-ballroom mdi6:human-female-dance"),
    ("blacksmithing", "Schmieden", "mdi6:anvil fa6s:hammer mdi6:horseshoe"),
    ("whittling", "Schnitzen", "mdi6:knife mdi6:hand-saw mdi6:axe mdi6:knife-military"),
    (
        "glass blowing",
        "Glasblasen",
        "mdi6:glass-flute fa6s:wine-glass mdi6:glass-tulip fa6s:bottle-droplet mdi6:bottle-wine fa6s:fire",
    ),
    ("bookbinding", "Buchbinden", "fa6s:book fa6s:book-open mdi6:bookshelf fa6s:book-bookmark"),
    (
        "scuba diving",
        "Höhlentauchen",
        "mdi6:diving-scuba mdi6:diving-scuba-mask "
        "mdi6:diving-helmet mdi6:diving-scuba-tank mdi6:diving-flippers",
    ),
    ("spelunking", "Höhlenwandern", "fa6s:dungeon fa6s:mountain mdi6:bat mdi6:flashlight fa6s:helmet-safety"),
    ("slacklining", "Slackline", "fa6s:tree mdi6:gymnastics mdi6:pine-tree fa6s:person-walking"),
    ("ultimate frisbee", "Frisbeegolf", "mdi6:boomerang fa6s:trophy mdi6:disc fa6s:compact-disc"),
    ("water polo", "Wasserballspielen", "mdi6:water-polo fa6s:person-swimming mdi6:swim"),
    ("tug of war", "Tauziehen", "fa6s:trophy mdi6:arm-flex fa6s:dumbbell fa6s:hand-fist"),
    ("arm wrestling", "Armdrücken", "mdi6:arm-flex fa6s:hand-fist fa6s:dumbbell"),
    ("dog agility", "Hundesport", "fa6s:dog ph:dog-fill mdi6:dog mdi6:dog-side mdi6:dog-service"),
    ("alpacas", "Alpakawanderung", "mdi6:sheep fa6s:paw mdi6:paw"),
    ("tropical fish", "Zierfische", "fa6s:fish-fins mdi6:fishbowl mdi6:fish fa6s:fish"),
    (
        "backyard chickens",
        "Hühnerhaltung",
        "mdi6:egg-easter fa6s:egg mdi6:egg mdi6:food-drumstick fa6s:kiwi-bird mdi6:bird",
    ),
    (
        "ham radio",
        "Funkamateur",
        "fa6s:radio mdi6:radio ph:radio-fill mdi6:radio-handheld "
        "mdi6:antenna fa6s:walkie-talkie mdi6:radio-tower fa6s:tower-broadcast",
    ),
    (
        "plane spotting",
        "Flugzeuge beobachten",
        "fa6s:plane mdi6:airplane fa6s:binoculars ph:airplane-tilt-fill",
    ),
    ("ghost hunting", "Geisterjagd", "fa6s:ghost mdi6:ghost ph:ghost-fill"),
    (
        "Warhammer miniatures",
        "Zinnfiguren bemalen",
        "fa6s:dice-d20 fa6s:paintbrush mdi6:brush mdi6:sword-cross fa6s:chess-knight ph:paint-brush-fill",
    ),
    ("escape rooms", "Escape-Rooms", "fa6s:key mdi6:key-variant fa6s:puzzle-piece fa6s:lock fa6s:door-open"),
    (
        "crossword puzzles",
        "Kreuzworträtsel lösen",
        "fa6s:table-cells fa6s:puzzle-piece fa6s:pencil mdi6:checkerboard",
    ),
    (
        "cosplay",
        "Cosplaykostüme",
        "mdi6:domino-mask fa6s:mask mdi6:sword-cross fa6s:hat-wizard fa6s:masks-theater fa6s:scissors",
    ),
    ("vinyl records", "Plattensammlung", "fa6s:record-vinyl mdi6:album"),
    (
        "mixology",
        "Cocktailmixen",
        "fa6s:martini-glass-citrus mdi6:glass-cocktail fa6s:martini-glass mdi6:shaker",
    ),
    ("cheese making", "Käseherstellung", "fa6s:cheese mdi6:cheese"),
    ("smoking brisket", "Fleisch räuchern", "mdi6:grill mdi6:food-steak mdi6:smoke fa6s:fire mdi6:sausage"),
    (
        "tarot reading",
        "Kartenlegen",
        "mdi6:crystal-ball mdi6:cards-playing mdi6:cards-playing-spade fa6s:star fa6s:moon",
    ),
    (
        "birdhouse building",
        "Nistkästen bauen",
        "mdi6:bird ph:bird-fill fa6s:dove mdi6:hand-saw fa6s:hammer fa6s:house",
    ),
    (
        "sea glass collecting",
        "Muschelsammeln",
        "fa6s:gem mdi6:diamond-stone fa6s:anchor fa6s:umbrella-beach mdi6:beach fa6s:water mdi6:island",
    ),
    (
        "line dancing",
        "Linedance",
        "fa6s:hat-cowboy fa6s:hat-cowboy-side mdi6:dance-ballroom mdi6:human-female-dance",
    ),
    (
        "horseback archery",
        "Bogenreiten",
        "mdi6:bow-arrow fa6s:horse fa6s:horse-head mdi6:horse-human mdi6:horse-variant",
    ),
    ("family tree research", "Familienforschung", "mdi6:family-tree fa6s:children fa6s:tree"),
)

SELDOM: tuple[tuple[str, str], ...] = (
    ("hot air ballooning", "airballoon"),
    ("rugby", "rugby"),
    ("cross stitch", "scissors content-cut"),
    ("salsa dancing", "dance human-female"),
    ("wine making", "wine bottle-wine fruit-grapes"),
    ("sourdough baking", "bread baguette cupcake"),
    ("trail running", "running run hiking"),
    ("model airplanes", "plane airplane"),
    ("stargazing", "telescope star"),
    ("crocheting blankets", "mitten socks sheep"),
    ("podcasting", "podcast microphone"),
    ("birdwatching", "bird binoculars dove"),
    ("karaoke nights", "microphone"),
    ("trainspotting", "train binoculars"),
    ("magic tricks", "wizard wand magic"),
    ("juggling", "unicycle circus"),
    ("genealogy", "family-tree"),
    ("ice fishing", "fish hook"),
    ("raising goats", "goat sheep paw"),
    ("making jam", "jar"),
    ("crime podcasts", "podcast magnify"),
    ("tap dancing", "dance"),
    ("dog shows", "dog"),
    ("rock balancing", "mountain volcano gem"),
    ("upcycling furniture", "chair recycle armchair"),
    ("darts at the pub", "bullseye"),
    ("snooker", "billiards"),
    ("rollerblading", "roller"),
    ("pinball", "gamepad pac-man slot space"),
    ("oil painting", "palette brush"),
    ("stained glass", "palette glass"),
    ("lace making", "scissors"),
    ("bell ringing", "bell church"),
    ("morris dancing", "dance"),
    ("competitive eating", "utensils"),
    ("thrift shopping", "treasure bag-shopping"),
    ("axe throwing", "axe"),
    ("tree climbing", "tree"),
    ("sheep shearing", "sheep"),
    ("welding", "screwdriver tools anvil fire helmet"),
    ("vintage tractors", "tractor"),
    ("kayak fishing", "kayak fish"),
    ("bird photography", "bird camera"),
    ("pilates", "meditation yoga"),
    ("motocross", "motorcycle motorbike atv"),
    ("cheerleading", "bullhorn megaphone"),
    ("ventriloquism", "masks drama"),
    ("puppetry", "masks drama"),
    ("stand up paddling", "surfing kayak rowing"),
    ("handball", "handball"),
    ("volunteering at the shelter", "paw heart hand"),
    ("gin tasting", "martini cocktail"),
    ("barbershop singing", "microphone music"),
    ("opera", "music masks microphone clef"),
    ("speed skating", "skat"),
    ("squash", "racquet badminton"),
    ("weaving", "rug scissors"),
    ("hula hooping", "dance gymnastics human"),
    ("marble runs", "toy puzzle"),
    ("sudoku", "table puzzle"),
)
SELTEN: tuple[tuple[str, str], ...] = (
    ("Heißluftballon fahren", "airballoon"),
    ("Kreuzstich", "scissors"),
    ("Weinverkostung", "wine"),
    ("Brotbacken", "bread"),
    ("Modellflugzeuge", "plane"),
    ("Sternegucken", "telescope star"),
    ("Vogelbeobachtung", "bird binoculars"),
    ("Zauberei", "wizard wand magic"),
    ("Ahnenforschung", "family-tree"),
    ("Eisangeln", "fish hook"),
    ("Ziegenzucht", "goat paw sheep"),
    ("Marmelade kochen", "jar"),
    ("Hundeausstellungen", "dog"),
    ("Flohmarktbummel", "treasure"),
    ("Schafe scheren", "sheep"),
    ("alte Traktoren", "tractor"),
    ("Karnevalsverein", "mask"),
    ("Schützenverein", "crosshairs bullseye"),
    ("Kegelabend", "bowling"),
    ("Skatrunden", "cards"),
    ("Bergwandern", "hiking mountain"),
    ("Gitarrespielen", "guitar"),
    ("Blasorchester", "trumpet music"),
    ("Männerchor", "music microphone"),
    ("Freiwillige Feuerwehr", "fire"),
    ("Rotes Kreuz", "cross ambulance"),
    ("Bierdeckel sammeln", "beer"),
    ("Kaninchenzüchter", "rabbit"),
    ("Taubenzüchter", "dove"),
    ("Mittelaltermärkte", "sword castle"),
    ("Krimidinner", "book magnify utensils"),
    ("Whiskytasting", "whiskey"),
    ("Schnorchelurlaub", "snorkel"),
    ("Wohnmobilreisen", "caravan van"),
    ("Fahrradtouren", "bicycle biking"),
    ("Tischlern", "saw hammer"),
    ("Töpferkurs", "pot"),
    ("Bogensport", "bow"),
    ("Eishockey", "hockey"),
    ("Handlettering", "pen"),
    ("Puzzeln", "puzzle"),
    ("Drohnenfliegen", "quadcopter drone"),
    ("Waldspaziergänge", "forest walking tree"),
    ("Imkerverein", "bee"),
    ("Kräutergarten", "seedling mortar"),
    ("Hühnerzucht", "egg"),
    ("Bonsaizucht", "tree"),
    ("Aquarienfische", "fish"),
    ("Motorsägenschnitzen", "saw knife"),
    ("Stricktreff", "mitten"),
    ("Kirchenchor", "music microphone church"),
    ("Tortendekoration", "cake"),
    ("Standardtanz", "dance"),
    ("Poetry Slam", "microphone feather"),
    ("Sauerteigbrot", "bread"),
    ("Lagerfeuer", "fire"),
    ("Autorennen", "car flag kart"),
    ("Segelfliegen", "windsock plane"),
    ("Heimwerken", "hammer screwdriver"),
    ("Straßenmusik", "music guitar"),
)
"""Words and parts of fitting symbols, written after the tables: 55 and 51 of 60 were found at once."""


@pytest.mark.parametrize("row", COMMON, ids=[row[0] for row in COMMON])
@pytest.mark.parametrize("language", [0, 1], ids=["en", "de"])
def test_a_common_hobby_gets_a_fitting_picture(row: Row, language: int) -> None:
    assert _picture(row[language]) in row[2].split()


@pytest.mark.parametrize("language", [0, 1], ids=["en", "de"])
def test_most_rarer_hobbies_get_a_fitting_picture(language: int) -> None:
    unfit = [(row[language], _picture(row[language])) for row in RARER]
    unfit = [pair for pair, row in zip(unfit, RARER, strict=True) if pair[1] not in row[2].split()]
    assert len(RARER) == 60
    assert len(unfit) <= 4, unfit


@pytest.mark.parametrize("rows", [SELDOM, SELTEN], ids=["en", "de"])
def test_most_seldom_hobbies_get_a_fitting_picture(rows: tuple[tuple[str, str], ...]) -> None:
    unfit = [(words, _picture(words)) for words, fits in rows if not _has_part(_picture(words), fits)]
    assert len(rows) == 60
    assert len(unfit) <= 2, unfit


def _has_part(icon: str, fits: str) -> bool:
    return any(part in icon for part in fits.split())


def _picture(words: str) -> str:
    found = find_icons(words)
    return found[0].icon_id if found else ""

"""Which names of the icon fonts are words a person may say, and which only label a button."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path

from memoreez_desktop.imaging.icon_index import Table
from memoreez_desktop.imaging.icon_stems import key_of, tokens_of

FONTS: dict[str, str] = {
    "fa6s": "fontawesome6-solid-webfont-charmap-*.json",
    "mdi6": "materialdesignicons6-webfont-charmap-*.json",
    "ph": "phosphor-charmap-*.json",
}
"""Icon prefix to the names beside its font, in order of preference."""

_BUTTON_WORDS = frozenset(
    """
    account add adjust alert align alpha apache api app apple application apps archive arrow arrows
    at auto average axis backspace bars battery bell-slash bluetooth bold border box brackets brand
    brightness browser bulletin cached call cancel caret cast cellphone center chart check checkbox
    chevron circle clear clipboard clock close closed code collapse column columns comment
    confirmation content contain copy corners cursor database debug decrease delete desktop details
    device dialpad diagram directions display distribute divide docker dock dots down download drag
    edit eject email ethernet exclamation expand export face facebook fast favicon file filter flip
    floppy folder format forward gesture git github google grid group hashtag help hexadecimal
    highlight horizontal html icons id image import inbox increase indent info information inputs
    instagram internet invert javascript keyboard label lan laptop layers layout left letter link
    linux list lock login logo logout loading markdown maximize mdi medium menu merge message
    microsoft minimize minus mobile monitor more mouse multiple nas near network nfc not npm numeric
    off on open order outline package page pan panorama paperclip parking pause percent phone pin
    play plus pointer poll power presentation print progress qrcode query question quote react
    record rectangle redo refresh reload remove repeat replay reply resize restore rewind right
    rotate rss scan screen script scroll sd search security select send server set settings shape
    share shuffle signal sim sitemap skip slack slash sms sort source speaker spinner split square
    stack start stop store sync tab table tablet tag target terminal text toggle tooltip track
    transfer transit trash tray triangle tune turn twitter undo unlock up update upload usb user
    users vector vertical video view vimeo voicemail volume warning web wifi window windows wrap
    xmark zip zoom zodiac bong cannabis joint poo poop gun rifle pistol bullet bomb condom sign
    currency bitcoin
    needle hail seal mirror pot kiwi crane null access advertisements airbag android animation aspect
    assistant atlassian attachment augmented autorenew axis babel backburger ballot bash beta
    betamax bio bitbucket mesa blur bootstrap brake brain-off bulma bulkhead captions cart case
    certificate chat checkbook cog comma compare computer connection console consolidate contactless
    contacts contrast control controller copyleft cordova counter countertop creation creative crop
    cube cylinder data decimal delta developer diabetes diameter dip diversify division dns document
    dolby domain dot draw duty element elevation ellipse email ember emby enhance epsilon equal event
    exit exponent eye eyedropper facing feature finance firewire flare flash fraction
    frequently fullscreen function fuse gamma gate gatsby gauge gender genderless gentoo goodreads
    graph graphql hand handsdown handsup harddisk hazard hdmi heading hub hubspot hulu human identifier
    identity incognito induction integrated invoice iobroker jira joystick junction lambda
    language laravel lasso lastpass latitude launch license link linkedin literal location longitude
    looks manat margin match material math medication meter middleware
    mine mobile-phone modern money motion move multicast multimedia multiplication mutual nail natural
    neuter node nodejs note notebook nuxt object octagon offer office omega opacity openid overscan
    pandora path pentagon perspective person pinterest pixel plan podcast point pole
    polymer port pound priority professional project protocol publish quadcopter quality quora radar
    radical radius ray react rear receipt rectangle regex registered relative reminder
    remote rename reproduction responsive restart rhombus robber router row safe sale scale scatter
    scent scoreboard segment selection serial service shipping shredder sigma simple sitemap size
    skype slope smart smiley social solid sphere state static step sticker stool storage
    strategy street string subtitles surround svg symbol system tally tape temperature theme
    thermostat thought tilde timeline timer timetable toll touch trackpad trademark
    transcribe transition translate transmission trending turnstile typescript ubuntu unicode unity
    universal variable virtual vote vpn wan watermark waveform waze web webhook webpack wheelchair
    widget widgets wire wordpress xml xmpp yahoo youtube zend zigbee person robbery rifle military
    drowning harassing pregnant breastfeeding injured harness coffin grave syringe toilet restroom
    poison skull bones disease virus viruses bacteria bacterium biohazard dumpster garbage crutch
    handcuffs crime bed lungs cough covid burst crack slash wilt blood mosquito cockroach
    """.split()  # noqa: SIM905
)
_VARIANT = re.compile(r"-(variant|fill|simple|alt)$")


def charmap_names(prefix: str) -> tuple[str, ...]:
    """Read the names of one icon font, without importing the package it comes in.

    Raises
    ------
    FileNotFoundError
        The icon fonts are not installed (a broken installation).
    """
    package = find_spec("qtawesome")
    if package is None or package.origin is None:
        raise FileNotFoundError("qtawesome")
    folder = Path(package.origin).parent / "fonts"
    for path in sorted(folder.glob(FONTS[prefix])):
        return tuple(json.loads(path.read_text(encoding="utf-8")))
    raise FileNotFoundError(FONTS[prefix])


def name_table() -> Table:
    """Stem every icon name that is a picture of something; the better font wins."""
    table: Table = {}
    for prefix in FONTS:
        for name in charmap_names(prefix):
            if prefix == "ph" and not name.endswith("-fill"):
                continue
            plain = _VARIANT.sub("", name)
            tokens = tokens_of(plain.replace("-", " "))
            if _is_picture(tokens):
                table.setdefault(key_of(tokens, "en"), (f"{prefix}:{name}",))
    return table


def _is_picture(tokens: tuple[str, ...]) -> bool:
    """Names with a button's word, a number or a single letter in them are not pictures of a thing."""
    return bool(tokens) and all(len(t) > 2 and t.isalpha() and t not in _BUTTON_WORDS for t in tokens)

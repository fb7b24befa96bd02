"""Every keepsake product, in the order in which people see them: one import and one line each."""

from __future__ import annotations

from functools import cache

from memoreez_desktop.core.catalog import Catalog
from memoreez_desktop.sculpting.api import Product
from memoreez_desktop.sculpting.bookmark import Bookmark
from memoreez_desktop.sculpting.cake_topper import CakeTopper
from memoreez_desktop.sculpting.cookie_cutter import CookieCutter
from memoreez_desktop.sculpting.door_sign import DoorSign
from memoreez_desktop.sculpting.icon_figurine import IconFigurine
from memoreez_desktop.sculpting.icon_medallion import IconMedallion
from memoreez_desktop.sculpting.icon_standee import IconStandee
from memoreez_desktop.sculpting.keychain import Keychain
from memoreez_desktop.sculpting.lithophane_curved import LithophaneCurved
from memoreez_desktop.sculpting.lithophane_flat import LithophaneFlat
from memoreez_desktop.sculpting.lithophane_framed import LithophaneFramed
from memoreez_desktop.sculpting.nameplate import Nameplate
from memoreez_desktop.sculpting.napkin_ring import NapkinRing
from memoreez_desktop.sculpting.night_light import NightLight
from memoreez_desktop.sculpting.ornament import Ornament
from memoreez_desktop.sculpting.pen_cup import PenCup
from memoreez_desktop.sculpting.photo_keychain import PhotoKeychain
from memoreez_desktop.sculpting.photo_magnet import PhotoMagnet
from memoreez_desktop.sculpting.photo_ornament import PhotoOrnament
from memoreez_desktop.sculpting.portrait_coin import PortraitCoin
from memoreez_desktop.sculpting.relief_figurine import ReliefFigurine
from memoreez_desktop.sculpting.relief_medallion import ReliefMedallion
from memoreez_desktop.sculpting.relief_plaque import ReliefPlaque
from memoreez_desktop.sculpting.standee import Standee
from memoreez_desktop.sculpting.stencil import Stencil
from memoreez_desktop.sculpting.story_crest import StoryCrest
from memoreez_desktop.sculpting.story_tree import StoryTree
from memoreez_desktop.sculpting.tealight_holder import TealightHolder


@cache
def product_catalog() -> Catalog[Product]:
    """Return all products; the first one made from a photo is the one that never fails."""
    members: tuple[Product, ...] = (
        LithophaneFlat(),
        LithophaneFramed(),
        LithophaneCurved(),
        NightLight(),
        PortraitCoin(),
        ReliefPlaque(),
        ReliefMedallion(),
        ReliefFigurine(),
        Standee(),
        PhotoOrnament(),
        PhotoKeychain(),
        PhotoMagnet(),
        CookieCutter(),
        IconMedallion(),
        StoryCrest(),
        StoryTree(),
        IconFigurine(),
        Keychain(),
        Nameplate(),
        Bookmark(),
        DoorSign(),
        Stencil(),
        CakeTopper(),
        PenCup(),
        Ornament(),
        IconStandee(),
        TealightHolder(),
        NapkinRing(),
    )
    return Catalog("product", members)

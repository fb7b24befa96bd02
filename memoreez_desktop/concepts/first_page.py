"""Which products come first, and which a story has too little to say for."""

from __future__ import annotations

from collections.abc import Sequence

from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.story import Story

STORY_FIRST = (
    "story-crest",
    "icon-medallion",
    "icon-figurine",
    "pen-cup",
    "cake-topper",
    "nameplate",
    "keychain",
    "ornament",
)
PHOTO_FIRST = (
    "portrait-coin",
    "relief-medallion",
    "lithophane-framed",
    "lithophane",
    "relief-plaque",
    "relief-figurine",
    "standee",
)
"""The first cards, the most different from each other; the rest of the catalog follows in its own order."""
STORY_CARD = "icon-figurine"
"""The one card from the story on the first page of photos."""
NUMBER_PRODUCT = "cake-topper"
SPELLS_A_NAME = frozenset({"nameplate", "door-sign", "bookmark", "stencil"})
"""Without a name these spell what somebody loves, and without that they are not made."""
BACKLIT = frozenset({"lithophane", "lithophane-framed", "lithophane-curved", "night-light"})
"""Light shines through: dark filament would show nothing."""


def story_order(products: Sequence[ProductInfo], festive: bool) -> list[ProductInfo]:
    """Order the story products.

    Without anything to count the cake topper waits for the second page, and a second figurine (twice in the
    list) stands in its place.
    """
    ordered = _ordered([info for info in products if info.source == "story"], STORY_FIRST)
    if festive:
        return ordered
    later = [info for info in ordered if info.id == NUMBER_PRODUCT]
    figures = [info for info in ordered if info.id == STORY_CARD]
    ordered = [info for info in ordered if info.id != NUMBER_PRODUCT]
    place = STORY_FIRST.index(NUMBER_PRODUCT)
    return [*ordered[:place], *figures, *ordered[place:], *later]


def photo_order(products: Sequence[ProductInfo]) -> list[ProductInfo]:
    """Order the photo products."""
    return _ordered([info for info in products if info.source == "photo"], PHOTO_FIRST)


def is_festive(story: Story, year: int | None) -> bool:
    """Tell whether there is something to count or candles to blow out."""
    return story.age is not None or year is not None or story.occasion in ("birthday", "anniversary")


def _ordered(products: list[ProductInfo], first: tuple[str, ...]) -> list[ProductInfo]:
    place = {product_id: number for number, product_id in enumerate(first)}
    return sorted(products, key=lambda info: place.get(info.id, len(place)))

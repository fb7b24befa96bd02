"""How a keepsake product describes itself to planners, forms and cameras."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memoreez_desktop.core.provider import ProviderInfo

Source = Literal["photo", "story"]


@dataclass(frozen=True)
class Camera:
    """Where a product looks best from.

    ``azimuth_deg`` turns about z (-90 looks along +y, from the front), ``elevation_deg`` lifts the eye
    above the horizon.
    """

    azimuth_deg: float = -75.0
    elevation_deg: float = 16.0


@dataclass(frozen=True)
class Backlight:
    """Light through a lithophane standing along x with its thickness along y.

    ``mu_per_mm`` is the attenuation of the filament, ``thinnest_mm`` the thickness that looks white.
    ``bulb_ratio`` bends the light: it shines from an upright line in the middle of x, so far behind the
    front as this share of the depth (0.5 is the middle of a tube); None is light from behind.
    """

    mu_per_mm: float = 1.15
    thinnest_mm: float = 0.8
    bulb_ratio: float | None = None


@dataclass(frozen=True)
class ProductInfo(ProviderInfo):
    """A keepsake product.

    Attributes
    ----------
    source : str
        ``photo`` or ``story``: what it is made from.
    wants_words : bool
        True when it writes the text lines somewhere.
    """

    source: Source = "story"
    wants_words: bool = True

"""What this print shall have that its quality has not: values, copies, pauses. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

import numpy as np
from numpy.typing import NDArray

from memoreez_desktop.core.profiles import EventKind, LayerEvent, QualityProfile, SliceSettings
from memoreez_desktop.core.slice_rules import as_vase

# An event belongs to a place in the model, not to a number of layers: just above the layer that comes before.
_ABOVE_MM = 0.01


@dataclass(frozen=True)
class OwnWishes:
    """The person's changes to one print.

    Attributes
    ----------
    values : dict
        Fields of the quality, only those that differ from it.
    copies : int
    events : tuple of LayerEvent
        By height.
    """

    values: dict[str, object] = field(default_factory=dict)
    copies: int = 1
    events: tuple[LayerEvent, ...] = ()

    @property
    def count(self) -> int:
        """How many changes there are, for people: a brim's kind and width are one."""
        return len({"brim" if key.startswith("brim") else key for key in self.values}) + (self.bodies > 1)

    @property
    def bodies(self) -> int:
        """How many copies are printed: a vase stands alone, because its one line never leaves it."""
        return 1 if self.values.get("spiral_vase") else self.copies

    @property
    def are_none(self) -> bool:
        """True when the print is just what its quality says."""
        return not (self.values or self.events or self.copies > 1)

    def apply(self, settings: SliceSettings) -> SliceSettings:
        """Return the settings with the wishes in them; a vase has nothing that a vase has not."""
        wanted = settings.with_quality(**self.values)
        if wanted.quality.spiral_vase:
            wanted = replace(wanted, quality=as_vase(wanted.quality))
        return replace(wanted, events=self.events)

    def with_values(self, quality: QualityProfile, **values: object) -> OwnWishes:
        """Return them with other values; what the quality says anyway is no change."""
        known = {item.name for item in fields(quality)}
        mine = {**self.values, **{key: value for key, value in values.items() if key in known}}
        return replace(
            self, values={key: value for key, value in mine.items() if getattr(quality, key) != value}
        )

    def with_event(self, kind: EventKind, height_mm: float) -> OwnWishes:
        """Return them with an event more; one place has one event."""
        others = [event for event in self.events if abs(event.height_mm - height_mm) > 1e-6]
        events = sorted([*others, LayerEvent(kind, height_mm)], key=lambda event: event.height_mm)
        return replace(self, events=tuple(events))

    def without_event(self, event: LayerEvent) -> OwnWishes:
        """Return them without an event."""
        return replace(self, events=tuple(one for one in self.events if one != event))


def height_before(layer: int, layer_z_mm: NDArray[np.float32]) -> float:
    """Return the height of an event that happens before a layer (from 0) is printed."""
    return round(float(layer_z_mm[layer - 1]), 2) + _ABOVE_MM if layer > 0 else _ABOVE_MM


def layer_after(height_mm: float, layer_z_mm: NDArray[np.float32]) -> int:
    """Return the first layer (from 0) that ends above a height; the number of layers when none does."""
    return int(np.searchsorted(layer_z_mm, np.float32(height_mm), side="right"))

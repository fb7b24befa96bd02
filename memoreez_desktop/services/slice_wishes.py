"""What a person asks of the slicer on top of a printer, a material and a quality."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

from memoreez_desktop.core.errors import UsageError
from memoreez_desktop.core.profiles import (
    LayerEvent,
    MaterialProfile,
    PrinterProfile,
    QualityProfile,
    SliceSettings,
)
from memoreez_desktop.core.slice_rules import as_vase
from memoreez_desktop.core.words import say
from memoreez_desktop.storage.profile_rules import check_together, checked_value

_KINDS: dict[str, type[PrinterProfile] | type[MaterialProfile] | type[QualityProfile]] = {
    "quality": QualityProfile,
    "material": MaterialProfile,
    "printer": PrinterProfile,
}
# What a profile is called is no matter of slicing.
_NAMES = frozenset({"id", "label", "description", "note", "colour"})
_YES, _NO = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


@dataclass(frozen=True)
class SliceWishes:
    """Changes to the settings of a slice.

    Attributes
    ----------
    quality : mapping
        Values of the quality by field; None means: leave as it is.
    values : tuple of str
        ``key=value`` for any field of the three profiles; ``printer.key=value`` where two have the key.
    events : tuple of LayerEvent
    vase : bool
        One wall in a spiral: what a vase has not is switched off, unless it is asked for (and then refused).
    """

    quality: Mapping[str, object] = field(default_factory=dict)
    values: tuple[str, ...] = ()
    events: tuple[LayerEvent, ...] = ()
    vase: bool = False

    def apply(self, settings: SliceSettings) -> SliceSettings:
        """Return the settings with the wishes in them.

        Raises
        ------
        UsageError
            A key is not known, or a value is of the wrong type or out of range.
        """
        if self.vase:
            settings = replace(settings, quality=as_vase(settings.quality))
        settings = settings.with_quality(**self.quality)
        for assignment in self.values:
            settings = _with_value(settings, assignment)
        if self.values:
            for profile in (settings.printer, settings.material, settings.quality):
                check_together(profile, _wrong)
        return replace(settings, events=settings.events + self.events)


def _with_value(settings: SliceSettings, assignment: str) -> SliceSettings:
    key, sign, text = assignment.partition("=")
    if not sign:
        raise UsageError(
            say("“{text}” is no key=value.", text=assignment), say("For example: --set perimeters=3")
        )
    owner, key = _owner_of(key.strip())
    value = _read(key, text.strip(), get_type_hints(_KINDS[owner])[key])
    profile = replace(getattr(settings, owner), **{key: value})
    return replace(settings, **{owner: profile})


def _owner_of(key: str) -> tuple[str, str]:
    """Return the profile that has a key, and the key without its prefix."""
    prefix, dot, name = key.rpartition(".")
    owners = [prefix] if dot else list(_KINDS)
    has = [owner for owner in owners if owner in _KINDS and name in _keys(owner)]
    if len(has) > 1:
        raise UsageError(
            say("“{key}” is a value of two profiles.", key=name),
            say("Say which: {choices}.", choices=", ".join(f"{owner}.{name}" for owner in has)),
        )
    if not has:
        known = [known for owner in _KINDS for known in _keys(owner)]
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
        hint = say("Did you mean {names}?", names=", ".join(near)) if near else ""
        raise UsageError(
            say("“{key}” is no value of a printer, a material or a quality.", key=key),
            hint or say("Known, among others: {names}.", names=", ".join(sorted(known)[:8])),
        )
    return has[0], name


def _keys(owner: str) -> frozenset[str]:
    return frozenset(item.name for item in dataclasses.fields(_KINDS[owner])) - _NAMES


def _read(key: str, text: str, hint: Any) -> object:
    """Turn the words of the command line into what the file of a profile would hold."""
    value: object = text
    if hint is bool:
        value = text.lower() in _YES if text.lower() in (*_YES, *_NO) else text
    elif hint is str and key.endswith("_gcode"):
        value = text.replace("\\n", "\n")
    elif hint is not str and get_origin(hint) is not Literal:
        value = _number(text)
    if get_origin(hint) is Literal and text not in get_args(hint):
        raise _wrong(key, say("it must be one of {choices}", choices=", ".join(get_args(hint))))
    return checked_value(key, value, hint, _wrong)


def _number(text: str) -> object:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _wrong(key: str, reason: str) -> UsageError:
    return UsageError(
        say("The value of “{key}” cannot be used: {reason}.", key=key, reason=reason),
        say("Names and units are those of the profiles: lengths in mm, ratios from 0 to 1."),
    )

"""How a member of a family describes itself: its fields draw their own form, its availability is honest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ParamValue = str | int | float | bool
FieldKind = Literal["float", "int", "text", "choice", "bool", "secret"]


@dataclass(frozen=True)
class FieldSpec:
    """One parameter a person may set.

    Attributes
    ----------
    id : str
        Parameter name; with its unit when it has one (``height_mm``).
    label : str
        English words for the form, translated by the window.
    kind : str
        ``float int text choice bool secret``.
    default : str, int, float or bool
        The value used when nothing is said.
    minimum, maximum, step : float, optional
        Bounds, for numbers.
    choices : tuple of (value, label)
        For ``choice``.
    unit : str
        Printed behind the value: ``mm``, ``°C``.
    help : str
        One sentence.
    """

    id: str
    label: str
    kind: FieldKind
    default: ParamValue
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    choices: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    help: str = ""


@dataclass(frozen=True)
class Availability:
    """Whether a member can be used right now, and if not, why and what to do."""

    available: bool
    why_not: str = ""


AVAILABLE = Availability(True)


@dataclass(frozen=True)
class ProviderInfo:
    """What a person and a settings form need to know of a member of a family.

    Attributes
    ----------
    key_of : str
        Another provider with the same account: its key, and its values for what is empty here, are used
        while this one has no key of its own, and only as long as both have the same address.
    """

    id: str
    label: str
    description: str = ""
    fields: tuple[FieldSpec, ...] = ()
    key_of: str = field(default="", kw_only=True)

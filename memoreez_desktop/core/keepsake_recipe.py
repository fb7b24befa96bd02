"""The recipe of a keepsake: an ordered list of steps over a raw sculpture, its digest and its plain form."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.keepsake_steps import STEP_TYPES, Spot, Step
from memoreez_desktop.core.words import say

S = TypeVar("S", bound=Step)
_TYPES = {kind.kind: kind for kind in STEP_TYPES}


@dataclass(frozen=True)
class KeepsakeRecipe:
    """What is done to a raw sculpture, in this order; the same recipe makes the same bytes.

    Attributes
    ----------
    steps : tuple of Step
        In the order of their ranks as long as :meth:`with_step` put them there.
    nozzle_mm : float
        What letters and walls are fitted to.
    """

    steps: tuple[Step, ...] = ()
    nozzle_mm: float = 0.4

    def of(self, kind: type[S]) -> tuple[S, ...]:
        """Return the steps of one type, in their order."""
        return tuple(step for step in self.steps if isinstance(step, kind))

    def first(self, kind: type[S]) -> S | None:
        """Return the first step of a type, None when there is none."""
        return next(iter(self.of(kind)), None)

    def with_step(self, step: Step, number: int | None = None) -> KeepsakeRecipe:
        """Return a recipe with a step more.

        A step of a kind that there is only one of takes that one's place; ``number`` takes the place of
        the step at this index. All others come behind the last of their rank.
        """
        steps = list(self.steps)
        if number is None and step.single:
            number = next((i for i, old in enumerate(steps) if old.kind == step.kind), None)
        if number is not None:
            steps[number] = step
        else:
            place = next((i for i, old in enumerate(steps) if old.rank > step.rank), len(steps))
            steps.insert(place, step)
        return replace(self, steps=tuple(steps))

    def without(self, kind: type[Step] | int) -> KeepsakeRecipe:
        """Return a recipe without the steps of a type, or without the one at an index."""
        if isinstance(kind, int):
            kept = tuple(step for i, step in enumerate(self.steps) if i != kind)
        else:
            kept = tuple(step for step in self.steps if not isinstance(step, kind))
        return replace(self, steps=kept)

    @property
    def digest(self) -> str:
        """SHA-256 over every value."""
        return hashlib.sha256(recipe_json(self).encode()).hexdigest()


def step_record(step: Step) -> dict[str, Any]:
    """Return a step as plain values, its kind among them."""
    return {"kind": step.kind, **dataclasses.asdict(step)}


def step_from_record(record: Mapping[str, Any]) -> Step:
    """Build a step from plain values; what is missing has its default, what is unknown is left out.

    Raises
    ------
    InputError
        No step is called that, or a value is of the wrong sort.
    """
    kind = _TYPES.get(str(record.get("kind")))
    if kind is None:
        raise InputError(
            say("No step is called “{kind}”.", kind=str(record.get("kind"))),
            say("Known: {names}.", names=", ".join(_TYPES)),
        )
    values = {}
    for field in dataclasses.fields(kind):
        if field.name in record:
            values[field.name] = _value(record[field.name], field)
    return kind(**values)


def recipe_record(recipe: KeepsakeRecipe) -> dict[str, Any]:
    """Return a recipe as plain values."""
    return {"nozzle_mm": recipe.nozzle_mm, "steps": [step_record(step) for step in recipe.steps]}


def recipe_from_record(record: Mapping[str, Any]) -> KeepsakeRecipe:
    """Build a recipe from plain values.

    Raises
    ------
    InputError
        See :func:`step_from_record`.
    """
    steps = record.get("steps", ())
    if not isinstance(steps, list | tuple) or not all(isinstance(step, Mapping) for step in steps):
        raise _wrong("steps")
    nozzle = record.get("nozzle_mm", 0.4)
    if isinstance(nozzle, bool) or not isinstance(nozzle, int | float):
        raise _wrong("nozzle_mm")
    return KeepsakeRecipe(tuple(step_from_record(step) for step in steps), float(nozzle))


def recipe_json(recipe: KeepsakeRecipe) -> str:
    """Return a recipe as one line of JSON, always the same for the same recipe."""
    return json.dumps(recipe_record(recipe), sort_keys=True, ensure_ascii=False)


def _value(value: Any, field: dataclasses.Field[Any]) -> Any:
    """Bring a plain value to what the field holds: lists become tuples, a spot's record a spot."""
    if field.name == "spot":
        if not isinstance(value, Mapping):
            raise _wrong("spot")
        known = {f.name: f for f in dataclasses.fields(Spot)}
        return Spot(**{name: _value(item, known[name]) for name, item in value.items() if name in known})
    default = field.default
    if isinstance(value, list | tuple):
        if not isinstance(default, tuple):
            raise _wrong(field.name)
        return tuple(value)
    if value is None and "None" in str(field.type):
        return None
    if isinstance(default, bool):
        fits = isinstance(value, bool)
    elif isinstance(default, str):
        fits = isinstance(value, str)
    else:
        fits = isinstance(value, int | float) and not isinstance(value, bool)
        value = float(value) if fits and not isinstance(default, int) else value
    if not fits:
        raise _wrong(field.name)
    return value


def _wrong(name: str) -> InputError:
    return InputError(
        say("The value of “{name}” cannot be read.", name=name),
        say("Take it out; what is missing has its usual value."),
    )

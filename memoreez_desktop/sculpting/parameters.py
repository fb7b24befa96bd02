"""Reading a recipe's parameters: the product's fields give defaults and bounds."""

from __future__ import annotations

import math

from memoreez_desktop.core.concept import Recipe
from memoreez_desktop.core.errors import InputError
from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.provider import FieldSpec, ParamValue
from memoreez_desktop.core.words import say


class Parameters:
    """The values of a recipe, checked against the fields of its product.

    Parameters
    ----------
    recipe : Recipe
    info : ProductInfo

    Raises
    ------
    InputError
        The recipe sets a field that the product has not.
    """

    def __init__(self, recipe: Recipe, info: ProductInfo) -> None:
        self._fields = {field.id: field for field in info.fields}
        self._values: dict[str, ParamValue] = dict(recipe.params)
        for name in self._values:
            if name not in self._fields:
                raise InputError(
                    say("“{name}” is nothing that can be set on this keepsake.", name=name),
                    say("Known: {names}.", names=", ".join(self._fields)),
                )

    def number(self, field_id: str) -> float:
        """Read a number within its bounds."""
        field = self._fields[field_id]
        value = self._values.get(field_id, field.default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise InputError(
                say("{label}: “{value}” is not a number.", label=field.label, value=str(value)),
                say("Write a plain number."),
            )
        low, high, unit = field.minimum, field.maximum, field.unit
        if (low is not None and value < low) or (high is not None and value > high):
            raise InputError(
                say(
                    "{label}: {value:g} {unit} cannot be made.",
                    label=field.label,
                    value=value,
                    unit=field.unit,
                ),
                say("Choose from {low:g} to {high:g} {unit}.", low=low, high=high, unit=unit),
            )
        return float(value)

    def choice(self, field_id: str) -> str:
        """Read one of the values a field offers."""
        field = self._fields[field_id]
        value = self._values.get(field_id, field.default)
        offered = [known for known, _ in field.choices]
        if value not in offered:
            raise InputError(
                say("{label}: there is no “{value}”.", label=field.label, value=str(value)),
                say("Known: {names}.", names=", ".join(offered)),
            )
        return str(value)

    def text(self, field_id: str) -> str:
        """Read a text, without white space around it."""
        return str(self._values.get(field_id, self._fields[field_id].default)).strip()


def length_field(
    field_id: str, label: str, default: float, minimum: float, maximum: float, help_text: str = ""
) -> FieldSpec:
    """Describe a length in mm."""
    return FieldSpec(field_id, label, "float", default, minimum, maximum, 1.0, unit="mm", help=help_text)

"""Other versions of the same product: its own fields say what may be changed."""

from __future__ import annotations

from itertools import combinations

from memoreez_desktop.core.product import ProductInfo
from memoreez_desktop.core.provider import FieldSpec, ParamValue

Params = tuple[tuple[str, ParamValue], ...]

MAIN_SIZES = ("height_mm", "width_mm", "size_mm", "diameter_mm")
MOST_VERSIONS = 24
"""More versions of one product than anybody looks through."""
_SIZE_FACTORS = (1.25, 0.85)


def variants(info: ProductInfo) -> tuple[Params, ...]:
    """List versions of a product, the plain one first.

    Every choice is taken once alone, then two choices at once, then larger and smaller ones, then choices
    in another size, so that a product with any fields at all offers more than one. Fields for text and
    switches are left alone.
    """
    choices = [(field.id, value) for field in info.fields for value in _other_choices(field)]
    pairs = [pair for pair in combinations(choices, 2) if pair[0][0] != pair[1][0]]
    # One size is enough: a cup both higher and narrower is another cup, and not always a good one.
    sized = [field for field in info.fields if field.id in MAIN_SIZES][:1]
    sizes = [pair for field in sized for pair in _other_sizes(field)]
    found: list[Params] = [(), *((choice,) for choice in choices), *pairs, *((size,) for size in sizes)]
    found += [(choice, size) for choice in choices for size in sizes]
    unique = dict.fromkeys(tuple(sorted(version)) for version in found)
    return tuple(unique)[:MOST_VERSIONS]


def _other_choices(field: FieldSpec) -> list[ParamValue]:
    if field.kind != "choice":
        return []
    return [value for value, _ in field.choices if value != field.default]


def _other_sizes(field: FieldSpec) -> list[tuple[str, ParamValue]]:
    if isinstance(field.default, (str, bool)):
        return []
    sizes: list[tuple[str, ParamValue]] = []
    for factor in _SIZE_FACTORS:
        size = float(round(field.default * factor))
        within = (field.minimum is None or size >= field.minimum) and (
            field.maximum is None or size <= field.maximum
        )
        if within and size != field.default:
            sizes.append((field.id, size))
    return sizes

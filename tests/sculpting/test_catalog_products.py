"""The catalog of keepsakes keeps its promises, whoever adds one."""

from __future__ import annotations

from memoreez_desktop.core.words import Phrase
from memoreez_desktop.sculpting.catalog import product_catalog

MAIN_SIZES = {"height_mm", "width_mm", "size_mm", "diameter_mm"}


def test_every_product_describes_itself() -> None:
    for product in product_catalog():
        info = product.info
        assert product.id == info.id == info.id.lower()
        assert info.label
        assert info.description
        assert info.source in ("photo", "story")
        ids = [field.id for field in info.fields]
        assert len(ids) == len(set(ids))
        assert MAIN_SIZES & set(ids)
        for text in (info.label, info.description, *(field.label for field in info.fields)):
            assert isinstance(text, Phrase), f"{info.id}: {text!r} cannot be translated"


def test_every_default_is_allowed() -> None:
    for product in product_catalog():
        for field in product.info.fields:
            if field.kind == "choice":
                assert field.default in [value for value, _ in field.choices]
                assert all(isinstance(label, Phrase) for _, label in field.choices)
            elif isinstance(field.default, (int, float)) and not isinstance(field.default, bool):
                assert field.minimum is not None
                assert field.maximum is not None
                assert field.minimum <= field.default <= field.maximum
                assert field.unit


def test_photos_come_first_and_the_plain_lithophane_leads() -> None:
    sources = [product.info.source for product in product_catalog()]
    assert sources == sorted(sources)
    assert product_catalog().ids[0] == "lithophane"


def test_the_catalog_is_made_once() -> None:
    assert product_catalog() is product_catalog()

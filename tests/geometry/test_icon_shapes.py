import pytest

from memoreez_desktop.core.errors import InputError
from memoreez_desktop.geometry import icon_shapes, shapes


@pytest.mark.parametrize(
    "icon", ["mdi6:fish", "fa6s:tractor", "ph:coffee-fill", "mdi6:chess-knight", "fa6s:heart"]
)
def test_a_symbol_is_centred_and_as_large_as_asked(icon):
    shape = icon_shapes.icon_shape(icon, 25.0)
    x0, y0, x1, y1 = shapes.bounds(shape)
    assert max(x1 - x0, y1 - y0) == pytest.approx(25.0, abs=0.03)
    assert abs(x0 + x1) + abs(y0 + y1) < 0.05


@pytest.mark.parametrize("icon", ["mdi6:no-such-thing", "fish", "", "xyz:fish", "mdi6:"])
def test_unknown_symbols_are_refused_in_words(icon):
    with pytest.raises(InputError, match="symbol"):
        icon_shapes.icon_shape(icon, 20)


@pytest.mark.parametrize("prefix", icon_shapes.ICON_PREFIXES)
def test_every_font_has_many_names_and_a_licence(prefix):
    names = icon_shapes.icon_names(prefix)
    assert len(names) > 1000
    assert list(names) == sorted(names)
    assert icon_shapes.ICON_LICENCES[prefix]


def test_names_of_an_unknown_font_are_refused():
    with pytest.raises(InputError):
        icon_shapes.icon_names("xyz")

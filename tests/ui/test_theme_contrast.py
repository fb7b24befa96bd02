"""Both themes have the same roles, and words can be read on every ground they stand on."""

import pytest
from PySide6.QtGui import QColor

from memoreez_desktop.ui.style_sheet import style_sheet
from memoreez_desktop.ui.theme import ThemeBook, load_theme

WORDS_ON = {
    "text": "bg rail panel raised raised_hover raised_pressed field asoft esoft wsoft gsoft warn_ground",
    "muted": "bg rail panel raised raised_hover field asoft esoft wsoft gsoft warn_ground star_ground",
    "faint": "bg panel field",
    "violet": "bg panel raised field asoft",
    "good": "bg panel field gsoft",
    "warn": "bg panel field wsoft warn_ground",
    "err": "bg panel field esoft",
    "on_fill": "fill fill_hover fill_pressed",
    "star": "star_ground",
}
PAIRS = [(words, ground) for words, grounds in WORDS_ON.items() for ground in grounds.split()]


def luminance(colour: QColor) -> float:
    """Relative luminance of WCAG 2.1."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read(name: str, words: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(theme[words], theme[ground]) >= 4.5


def test_both_themes_have_the_same_valid_roles() -> None:
    dark, light = load_theme("dark"), load_theme("light")
    assert dark.roles.keys() == light.roles.keys()
    assert all(QColor(value).isValid() for theme in (dark, light) for value in theme.roles.values())


@pytest.mark.parametrize("name", ["dark", "light"])
def test_the_sheet_uses_known_roles_only(name: str) -> None:
    assert "$" not in style_sheet(load_theme(name).roles)


def test_focus_and_selection_edges_stand_out() -> None:
    for name in ("dark", "light"):
        theme = load_theme(name)
        assert contrast(theme["accent"], theme["panel"]) >= 3.0
        assert contrast(theme["accent"], theme["field"]) >= 3.0


def test_a_theme_book_tells_when_it_changes(theme_book: ThemeBook, qtbot) -> None:
    assert theme_book.theme.is_dark
    with qtbot.waitSignal(theme_book.changed):
        theme_book.set_mode("light")
    assert theme_book.color("bg").name() == load_theme("light")["bg"]
    with qtbot.assertNotEmitted(theme_book.changed):
        theme_book.set_mode("light")


def test_motion_stands_still_on_request(theme_book: ThemeBook) -> None:
    theme_book.set_reduced_motion(True)
    assert theme_book.reduced_motion

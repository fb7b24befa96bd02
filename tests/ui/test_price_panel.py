"""The offer over the grid says what it costs, and its buttons say what is wanted."""

from __future__ import annotations

import pytest

from memoreez_desktop.core.words import say
from memoreez_desktop.ui.accessibility import nameless_controls
from memoreez_desktop.ui.concepts.price_panel import PricePanel

LONG = say(
    "{first} · {second}",
    first=say("{count} pictures · {service}", count=4, service="OpenAI"),
    second=say("the price is not known beforehand; {usd:.2f} USD each is set aside", usd=0.25),
)


@pytest.fixture
def panel(icon_book, qtbot) -> PricePanel:
    made = PricePanel(icon_book)
    qtbot.addWidget(made)
    return made


def test_an_offer_is_shown_and_said(panel) -> None:
    assert panel.isHidden()
    panel.show_offer(LONG, "Leaves this computer: the prompt.")
    assert not panel.isHidden()
    assert panel.words.text().replace("\u00a0", " ") == LONG
    assert "0.25\u00a0USD" in panel.words.text()
    assert "the prompt." in panel.accessibleName()
    assert not nameless_controls(panel)


@pytest.mark.parametrize("name", ["draw", "prompts", "later"])
def test_each_button_says_one_thing(panel, qtbot, name) -> None:
    told = []
    for signal in ("draw", "prompts", "later"):
        getattr(panel, f"{signal}_wanted").connect(lambda signal=signal: told.append(signal))
    panel.show_offer("1", "2")
    getattr(panel, name).click()
    assert told == [name]


def test_the_longest_offer_fits_a_small_window(panel) -> None:
    panel.show_offer(LONG, "Leaves this computer: the prompt, and your photo where the model takes one.")
    width = 1024 - 88 - 48
    assert panel.minimumSizeHint().width() <= width
    panel.resize(width, panel.heightForWidth(width))
    panel.layout().activate()
    for label in (panel.words, panel.detail):
        assert label.heightForWidth(label.width()) <= label.height()
